"""Ranks: who is whose largest, second, third partner, supplier, buyer, investor."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.goods import GENERIC, good_name
from multivector.coding.claims.groups import group_of
from multivector.coding.claims.meant import parties_at, spoken_of
from multivector.coding.claims.ordinals import place_told, words_before
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import verb_of
from multivector.coding.claims.rank_holders import holder_of
from multivector.coding.claims.rows import ClaimRow, row_at, word_list
from multivector.coding.slots import slot

if TYPE_CHECKING:
    from collections.abc import Collection

_OWNED = ("to", "poss", "of", "for", "mod", "in")


def noun_ranks(reading: Reading, sentence: int) -> list[Draft]:
    """Return the ranks that nouns tell in a sentence: `Italy is Kazakhstan's third-largest trading partner`."""
    found: list[Draft] = []
    for k in reading.scene.parsed.sentences[sentence]:
        row = row_at(reading.scene, "ranks", k)
        place = place_told(words_before(reading.scene, k)) if row is not None else None
        several = place == 1 and reading.scene.parsed.tokens[k].tag not in ("NN", "NNP")
        if row is None or place is None or several:
            continue  # of "the largest partners" it is not told which is the first
        holders = holder_of(reading, k)
        if holders:
            found.extend(rank_drafts(reading, k, row, place, holders))
    return found


def rank_drafts(
    reading: Reading, i: int, row: ClaimRow, place: int, subjects: tuple[str, ...], at: int | None = None
) -> list[Draft]:
    """Return a claim for each pair of a ranked party and the one among whose partners it is ranked.

    Args:
        reading: The report.
        i: The noun that tells among whom: partner, supplier, market.
        row: Its row.
        place: The place, 1 for the largest.
        subjects: Who has the place.
        at: The word that tells the place, where it is not the noun.
    """
    owners, scope = _owners(reading, i, subjects)
    if scope in subjects or (place == 1 and _behind_others(reading, i)):
        return []  # "Eni, the largest Italian investor in the country": first among its own
    measure = _measure(reading, i, row)
    if not owners and not _worldwide(reading, i):
        return []
    word = i if at is None else at
    period = period_of(reading.scene, word, until_now=True)
    found = []
    for subject in subjects:
        for owner in owners or (None,):
            turned = measure == "debt" and row.id == "creditor"
            sides: tuple[str | None, str | None] = (owner, subject) if turned else (subject, owner)
            found.append(Draft("rank", sides[0], sides[1], measure, Decimal(place), (word, i), "rank", period, scope))
    if found and owners:
        reading.owner = owners[0]
        reading.ranked = Flow(measure, found[0].subject, found[0].object, scope)
        if measure == "investment":
            reading.flow = reading.ranked
    return found


def _behind_others(reading: Reading, i: int) -> bool:
    """`After Germany, Italy is its largest donor`: which place that makes is not told."""
    scene, words = reading.scene, reading.scene.parsed.sentence_of(i)
    near = [k for k in (words[0], i + 1, i + 2) if k in words]
    behind = [k for k in near if scene.parsed.tokens[k].text.lower() in ("after", "behind")]
    return any(n in scene.named for k in behind for n in (k + 1, k + 2))


def _owners(reading: Reading, i: int, subjects: Collection[str]) -> tuple[tuple[str, ...], str | None]:
    """Return whose partners are ranked, and the group or good within which the rank holds."""
    owners = next((found for name in _OWNED if (found := _in_slot(reading, i, name, subjects))), ())
    verb = verb_of(reading.scene, i)
    if not owners and verb is not None:
        owners = _in_slot(reading, verb.i, "for", subjects)  # "For Bolivia, Brazil is the main market"
    if not owners and not _worldwide(reading, i):
        owner = _owner_before(reading, i, subjects)
        owners = (owner,) if owner else ()
    return owners, group_of(reading, i, owners) or _good(reading, i)


def _owner_before(reading: Reading, i: int, subjects: Collection[str]) -> str | None:
    """Return whose partners are ranked where the noun does not tell: of the rank before, else who was spoken of."""
    verb, ranking = verb_of(reading.scene, i), reading.ranking
    bare = not any(kid.dep == "poss" for kid in reading.scene.parsed.kids(i))
    if bare and reading.owner is None and ranking is not None and ranking.partner and ranking.measure != "debt":
        return ranking.partner if ranking.partner not in subjects else None
    acting = {
        code
        for k in reading.scene.parsed.sentence_of(i)
        if _is_subject(reading, k) and verb_of(reading.scene, k) is verb
        for code in _codes(reading, k)
    }
    return spoken_of(reading, i, {*subjects, *acting} - {reading.owner})


def _is_subject(reading: Reading, k: int) -> bool:
    return reading.scene.parsed.tokens[k].dep in ("nsubj", "nsubjpass")


def _codes(reading: Reading, k: int) -> tuple[str, ...]:
    mention = reading.scene.named.get(k)
    return mention.parties if mention is not None and mention.settled else ()


def _in_slot(reading: Reading, i: int, name: str, but: Collection[str]) -> tuple[str, ...]:
    heads = [k for k in slot(reading.scene, i, name) if name != "mod" or k in reading.scene.named]
    return next((found for k in heads if (found := parties_at(reading, k, but))), ())


def _good(reading: Reading, i: int) -> str | None:
    """Return the good of `supplier of machinery`, `wheat supplier`."""
    for name in ("of", "mod", "for"):
        for k in slot(reading.scene, i, name):
            token = reading.scene.parsed.tokens[k]
            if k not in reading.scene.named and token.lemma in word_list("goods") and token.lemma not in GENERIC:
                return good_name(reading, k)
    return None


def _measure(reading: Reading, i: int, row: ClaimRow) -> str:
    measure = row.cells["measure"]
    tokens = reading.scene.parsed.tokens
    if measure == "flow":
        nouns = [k for name in ("of", "for") for k in slot(reading.scene, i, name)]
        flows = (row_at(reading.scene, "flows", k) for k in nouns)
        return next((flow.cells["measure"] for flow in flows if flow is not None), "other")
    lemmas = {tokens[k].lemma for name in ("of", "mod") for k in slot(reading.scene, i, name)}
    energy = any(word_list("goods").get(lemma) == "energy" for lemma in lemmas)
    return "energy-supply" if measure == "imports" and energy else measure


def _worldwide(reading: Reading, i: int) -> bool:
    heads = [k for name in ("poss", "in") for k in slot(reading.scene, i, name)]
    return any(reading.scene.parsed.tokens[k].lemma in ("world", "globe") for k in heads)
