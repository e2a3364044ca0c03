"""Ranks told by verbs and by places in a list: `ranks second among`, `comes third`, `second-placed Germany`."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.flows import first_party
from multivector.coding.claims.groups import group_at
from multivector.coding.claims.meant import parties_at, spoken_of, subject_of
from multivector.coding.claims.ordinals import place_told, words_before
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds
from multivector.coding.claims.rank import rank_drafts
from multivector.coding.claims.rows import ClaimRow, row_at
from multivector.coding.slots import is_verb, slot, surface_subjects

if TYPE_CHECKING:
    from multivector.coding.parse import Token

_RANKED = frozenset("rank come place stand lie finish be take hold occupy share fall drop slip rise move climb".split())
_BARE = frozenset({"rank", "come", "place", "stand", "lie", "finish"})
_BEHIND = frozenset({"in", "within", "worldwide", "overall", "only"})
_ANY = frozenset({"anyone", "anybody", "any", "else", "other", "all"})
_SPOTS = frozenset({"place", "spot", "position"})


def place_ranks(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """Return the ranks told in a sentence by verbs, then those of further parties in the same order.

    Args:
        reading: The report.
        sentence: The sentence.
        before: The ranks that nouns tell in it.
    """
    words = reading.scene.parsed.sentences[sentence]
    found = list(before)
    for k in words:
        found.extend(_by_verb(reading, reading.scene.parsed.tokens[k], found))
    for k in words:
        found.extend(_placed(reading, k, found) or _gapped(reading, k, found))
    return found[len(before) :]


def _by_verb(reading: Reading, token: Token, before: list[Draft]) -> list[Draft]:
    """`ranks second among the suppliers of`, `comes 63rd among`, `is second only to`."""
    scene = reading.scene
    if not is_verb(token):
        return []
    if _more_than_any(reading, token):
        return _most(reading, token)
    place = _place_at(reading, token)
    subjects = subject_of(reading, token) if place is not None and holds(scene, token.i) else ()
    if place is None or not subjects:
        return []
    for k in (noun for name in ("among", "as", "of", "in", "amongst") for noun in slot(scene, token.i, name)):
        if (row := row_at(scene, "ranks", k)) is not None:
            return rank_drafts(reading, k, row, place, subjects, token.i)
    whole = _in_flow(reading, token, subjects)
    if whole is None and (token.lemma != "be" or before):
        whole = _whole(reading, before)
    if whole is None:
        return []
    period = period_of(scene, token.i)
    told = {(draft.subject, draft.value, draft.period) for draft in before}
    fresh = [code for code in subjects if code != whole.owner and (code, place, period) not in told]
    reading.ranked = Flow(whole.measure, subjects[0], whole.owner, whole.scope)
    return [_draft(code, whole, place, (token.i,), period) for code in fresh]


def _in_flow(reading: Reading, verb: Token, subjects: tuple[str, ...]) -> Flow | None:
    """`in imports it was second`: the trade named in the clause, of the party whose partners were told before."""
    scene = reading.scene
    for k in slot(scene, verb.i, "in"):
        row = row_at(scene, "flows", k)
        if row is not None and row.cells["measure"] in ("imports", "exports", "trade"):
            owner = first_party(reading, k, ("poss", "mod", "of"), subjects) or spoken_of(reading, k, subjects)
            return Flow(row.cells["measure"], owner, None) if owner else None
    return None


def _whole(reading: Reading, before: list[Draft]) -> Flow | None:
    """Return the whole in which a bare place holds: of the rank before, here or in the last sentence, or of a share."""
    if before:
        return Flow(before[-1].measure, before[-1].object, None, before[-1].scope)
    if reading.ranking is not None:
        return Flow(reading.ranking.measure, reading.ranking.partner, None, reading.ranking.scope)
    return reading.total


def _draft(code: str, whole: Flow, place: int, words: tuple[int, ...], period: str | None) -> Draft:
    return Draft("rank", code, whole.owner, whole.measure, Decimal(place), words, "rank", period, whole.scope)


def _place_at(reading: Reading, verb: Token) -> int | None:
    """Return the place told behind a verb: `ranks second`, `shares first place`, `is second only to`."""
    if verb.lemma not in _RANKED:
        return None
    scene = reading.scene
    for kid in scene.parsed.kids(verb.i, "advmod", "attr", "acomp", "oprd", "dobj", "npadvmod"):
        bare = verb.lemma in _BARE or kid.lemma in _SPOTS
        place = _superlative(reading, kid, verb) if verb.lemma == "be" else _place_word(reading, kid) if bare else None
        if place is not None:
            return place
    nouns = [scene.parsed.tokens[k] for name in ("to", "in") for k in slot(scene, verb.i, name)]
    spots = (place_told(words_before(scene, noun.i)) for noun in nouns if noun.lemma in _SPOTS)
    return next((place for place in spots if place), None)


def _superlative(reading: Reading, kid: Token, verb: Token) -> int | None:
    """`is second only to Russia`, `was the second largest in 2022`."""
    scene, low = reading.scene, kid.text.lower()
    if re.match(rf"{re.escape(low)}\W+only to\b", scene.parsed.text[kid.start : kid.end + 16].lower()):
        return place_told(low)
    among = any(at.text.lower() in ("among", "amongst") for at in scene.parsed.kids(kid.i, "prep"))
    if among or any(row_at(scene, "flows", k) for k in slot(scene, verb.i, "in")):
        return _place_word(reading, kid)
    pointed = any(det.text.lower() == "the" for det in scene.parsed.kids(kid.i, "det"))
    behind = [noun for at in scene.parsed.kids(kid.i, "prep") for noun in scene.parsed.kids(at.i, "pobj")]
    alone = kid.tag == "JJS" and pointed and all(noun.entity == "DATE" for noun in behind)
    return place_told(words_before(scene, kid.i) + low) if alone else None


def _place_word(reading: Reading, kid: Token) -> int | None:
    noun = kid.pos in ("NOUN", "PROPN") and not kid.text[0].isdigit()
    if noun and kid.lemma not in _SPOTS:
        return None
    place = place_told(words_before(reading.scene, kid.i) if noun else kid.text)
    return place if place is not None and (place > 1 or noun or kid.text.lower() == "first") else None


def _more_than_any(reading: Reading, verb: Token) -> bool:
    """`supplies more than anyone`, or the other way round `no country supplies more than`."""
    scene = reading.scene
    known = row_at(scene, "shares", verb.i) or row_at(scene, "flows", verb.i) or _rival(reading, verb)
    if not known:
        return False
    words = [scene.parsed.tokens[k].text.lower() for k in scene.parsed.subtree(verb.i)]
    pairs = (n for n, pair in enumerate(pairwise(words)) if pair[0] == "than" and pair[1] in _ANY)
    if any("more" in words[:n] for n in pairs):
        return holds(scene, verb.i)
    return _nobody(reading, verb) and "more" in words and "than" in words


def _rival(reading: Reading, verb: Token) -> ClaimRow | None:
    """`gave 600 million, more than any other donor`: the row of the noun that tells among whom."""
    words = reading.scene.parsed.subtree(verb.i)
    behind = (k for k in words if k - 3 in words and [w.text.lower() for w in reading.scene.parsed.tokens[k - 3 : k]]
              == ["than", "any", "other"])  # fmt: skip
    return next((row for k in behind if (row := row_at(reading.scene, "ranks", k))), None)


def _nobody(reading: Reading, verb: Token) -> bool:
    heads = surface_subjects(reading.scene, verb)
    return any(kid.text.lower() == "no" for k in heads for kid in reading.scene.parsed.kids(k, "det"))


def _most(reading: Reading, verb: Token) -> list[Draft]:
    """`supplies more of Algeria's imports than anyone`, `owes the IMF more than any other country`."""
    scene = reading.scene
    subjects = subject_of(reading, verb)
    if _nobody(reading, verb):
        subjects = tuple(code for k in slot(scene, verb.i, "than") for code in parties_at(reading, k))
    if (rival := _rival(reading, verb)) is not None:
        owner = first_party(reading, verb.i, ("iobj", "obj", "to", "from", "in"), subjects)
        rivals = Flow(rival.cells["measure"], owner, None)
        return [_draft(code, rivals, 1, (verb.i,), period_of(scene, verb.i)) for code in subjects if owner]
    flow = row_at(scene, "flows", verb.i)
    measure = flow.cells["measure"] if flow else None
    owner = first_party(reading, verb.i, flow.slots("partner"), subjects) if flow else None
    for k in slot(scene, verb.i, "of"):
        row = row_at(scene, "flows", k)
        if row is not None:
            measure, owner = row.cells["measure"], first_party(reading, k, ("poss", "mod", "of"), subjects)
    if measure is None and (share := row_at(scene, "shares", verb.i)) is not None:
        whole = reading.ranked_total() or reading.total
        measure = {"in": "imports", "out": "exports"}.get(share.cells["way"])
        goods = [k for name in ("obj", "of") for k in slot(scene, verb.i, name)]
        owner = next((party for k in goods if (party := first_party(reading, k, ("poss", "mod"), subjects))), None)
        owner = owner or (whole.owner if whole is not None else None)
    if not measure or not owner:
        return []
    reading.owner = owner
    return [_draft(code, Flow(measure, owner, None), 1, (verb.i,), period_of(scene, verb.i)) for code in subjects]


def _placed(reading: Reading, i: int, before: list[Draft]) -> list[Draft]:
    """`ahead of second-placed Belgium`: the rank of another party in the same order."""
    scene = reading.scene
    if scene.parsed.tokens[i].text.lower() not in ("placed", "ranked"):
        return []
    place = place_told(" ".join(token.text for token in scene.parsed.tokens[max(0, i - 2) : i]))
    name = next((k for k in range(i + 1, i + 4) if k in scene.named and k in scene.parsed.sentence_of(i)), None)
    whole = _whole(reading, before[:1])
    if place is None or name is None or whole is None:
        return []
    period = before[0].period if before else None
    codes = parties_at(reading, name, (whole.owner,))[:1]
    return [_draft(code, whole, place, (i, name), period) for code in codes]


def _gapped(reading: Reading, i: int, before: list[Draft]) -> list[Draft]:
    """`Germany ranks first and Italy second`, `with Italy in second place`: the rest as before in the sentence."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    end = scene.parsed.sentence_of(i)[-1]
    spot = i < end and tokens[i + 1].lemma in _SPOTS and tokens[i - 1].text.lower() == "in"
    mention = scene.named.get(i - 2 if spot else i - 1)
    if mention is None or i in scene.named or not before or len(mention.parties) != 1 or min(before[0].words) > i:
        return []
    place = place_told(tokens[i].text)
    if place is None or place < 2 or not (spot or i == end or tokens[i + 1].pos in ("PUNCT", "CCONJ", "ADP")):
        return []
    whole, code = _whole(reading, before[:1]), mention.parties[0]
    if whole is None or any(code in (draft.subject, draft.object) for draft in before):
        return []
    return [_draft(code, whole, place, (i - 1, i), before[0].period)]


def further_ranks(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """Return the ranks that are told beside a rank or a share: a bare place of the same party.

    Args:
        reading: The report, its shares in the sentence already read.
        sentence: The sentence.
        before: The ranks told in it.
    """
    found = list(before)
    for k in reading.scene.parsed.sentences[sentence]:
        found.extend(_also(reading, k, found))
    return found[len(before) :]


def _also(reading: Reading, i: int, before: list[Draft]) -> list[Draft]:
    """`third among its partners and first in the EU`, `took 13 percent, second only to China`: the same party again."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    token, words = tokens[i], scene.parsed.sentence_of(i)
    if i in scene.named or i + 1 not in words or i - 1 not in words or token.pos not in ("ADJ", "ADV", "NOUN"):
        return []
    opens, after = tokens[i - 1].text.lower() in ("and", ",", "the"), tokens[i + 1].text.lower()
    place = place_told(token.text) if opens and after in _BEHIND else None
    if place is None:
        return []
    told = [draft for draft in before if max(draft.words) < i]
    shared = reading.total if reading.told == token.sentence else None
    if told:
        subject, whole, period = told[-1].subject, _whole(reading, told), told[-1].period
    elif shared is not None:
        subject, whole, period = shared.partner, shared, period_of(scene, i)
    else:
        return []
    if subject is None or whole is None or place in {int(str(d.value)) for d in told if d.subject == subject}:
        return []
    behind = range(i + 2, min(i + 6, words[-1])) if after in ("in", "within") else ()
    scope = next((group for k in behind if (group := group_at(reading, k, (subject,)))), None)
    whole = Flow(whole.measure, whole.owner, None, scope)
    return [_draft(subject, whole, place, (i,), period)]
