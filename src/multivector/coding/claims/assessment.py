"""Assessments: direction or degree of a tie told without a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.flows import first_party
from multivector.coding.claims.goods import good_name
from multivector.coding.claims.groups import group_of
from multivector.coding.claims.meant import pair_of, parties_at, subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds, verb_of
from multivector.coding.claims.rows import ClaimRow, row_at, word_list
from multivector.coding.slots import is_verb, objects, slot, surface_subjects

if TYPE_CHECKING:
    from multivector.coding.parse import Token


def assessments(reading: Reading, sentence: int) -> list[Draft]:
    """Return the assessments told in a sentence."""
    found: list[Draft] = []
    for k in reading.scene.parsed.sentences[sentence]:
        row = row_at(reading.scene, "assessments", k)
        if row is not None and (draft := _draft(reading, k, row)) is not None:
            found.append(draft)
    return found


def _draft(reading: Reading, i: int, row: ClaimRow) -> Draft | None:
    degree = _degree(reading, i, row)
    if degree is None:
        return None
    value, word, scope = degree
    sides = _sides(reading, i, row)
    if sides is None or not holds(reading.scene, word) or not _is_finite(reading, word):
        return None
    owner, partner = sides
    known = [code for code in sides if code]
    scope = scope or _good(reading, i, row)
    scope = scope or (group_of(reading, i, known) or group_of(reading, word, known) if row.kind == "N" else None)
    period = period_of(reading.scene, word, until_now=True)
    return Draft("assessment", owner, partner, row.cells["measure"], value, (i, word), None, period, scope)


def _good(reading: Reading, i: int, row: ClaimRow) -> str | None:
    """Return the good on which one depends: `dependence on Algerian gas`, `on electricity from India`."""
    heads = [k for name in row.slots("partner") for k in slot(reading.scene, i, name)]
    goods = [k for k in heads if reading.scene.parsed.tokens[k].lemma in word_list("goods")]
    return good_name(reading, goods[0]) if goods else None


def _is_finite(reading: Reading, i: int) -> bool:
    """Whether a verb tells what is or was: no infinitive (`work to broaden ties`), no gerund (`on deepening ties`)."""
    token = reading.scene.parsed.tokens[i]
    if token.tag == "VBG":
        return bool(reading.scene.parsed.kids(i, "aux"))
    above = reading.scene.parsed.tokens[token.head]
    begins = token.dep == "xcomp" and above.lemma in ("begin", "start", "continue")
    return token.tag != "VB" or begins or (bool(reading.scene.parsed.kids(i, "aux")) and token.dep != "xcomp")


def _sides(reading: Reading, i: int, row: ClaimRow) -> tuple[str, str | None] | None:
    if row.cells["owner"] == "pair":
        pair = [code for name in ("poss", "mod", "between", "with") for k in slot(reading.scene, i, name)
                if name != "mod" or k in reading.scene.named for code in parties_at(reading, k)]  # fmt: skip
        found = tuple(dict.fromkeys(pair)) if len(set(pair)) > 1 else pair_of(reading, i)
        return (found[0], found[1]) if len(found) > 1 else None
    verb = verb_of(reading.scene, i)
    owner = first_party(reading, i, row.slots("owner"))
    if owner is None and "subj" in row.slots("owner") and verb is not None:
        owner = next(iter(subject_of(reading, verb)), None)
    if owner is None:
        return None
    partner = first_party(reading, i, row.slots("partner"), but=(owner,)) if row.cells["partner"] else None
    heads = [k for name in row.slots("partner") for k in slot(reading.scene, i, name)]
    if (heads and partner is None) or any(_is_neighbour(reading, k) for k in heads):
        return None
    return owner, partner


def _is_neighbour(reading: Reading, i: int) -> bool:
    """`its northern neighbour`: which of them is not told."""
    token = reading.scene.parsed.tokens[i]
    return token.lemma.startswith("neighbo") and not reading.scene.parsed.kids(i, "appos")


def _degree(reading: Reading, i: int, row: ClaimRow) -> tuple[str, int, str | None] | None:
    """Return how the tie is said to be or to move, the word that says it, and whom it is compared with."""
    if row.cells["value"]:
        return row.cells["value"], i, None
    token = reading.scene.parsed.tokens[i]
    if row.kind == "A":
        return _compared(reading, token)
    head = reading.scene.parsed.tokens[token.head]
    words = word_list("degrees")
    if head.i != i and row_at(reading.scene, "assessments", head.i) is not None:
        return None  # the verb tells it
    for kid in reading.scene.parsed.kids(i, "amod"):
        if words.get(kid.lemma) in ("rising", "falling") and token.dep not in ("nsubj", "nsubjpass"):
            return words[kid.lemma], i, None
    if is_verb(head) and i in (*surface_subjects(reading.scene, head), *objects(reading.scene, head)):
        if head.lemma in words:
            return words[head.lemma], head.i, None
        for kid in reading.scene.parsed.kids(head.i, "acomp", "attr", "oprd", "xcomp"):
            if kid.lemma in words:
                return words[kid.lemma], kid.i if kid.dep == "xcomp" else head.i, None
    return None


def _compared(reading: Reading, token: Token) -> tuple[str, int, str | None] | None:
    for kid in reading.scene.parsed.kids(token.i, "advmod"):
        if kid.text.lower() in ("less", "more"):
            heads = (*slot(reading.scene, token.i, "than"), *_behind_verb(reading, token))
            than = [code for k in heads for code in parties_at(reading, k)]
            return (kid.text.lower(), token.i, than[0]) if than else None
        if kid.lemma in word_list("degrees"):
            return word_list("degrees")[kid.lemma], token.i, None
    return None


def _behind_verb(reading: Reading, token: Token) -> list[int]:
    verb = verb_of(reading.scene, token.i)
    return slot(reading.scene, verb.i, "than") if verb is not None else []
