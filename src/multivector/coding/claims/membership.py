"""Membership: who belongs to an organisation, and who does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector import parties
from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.meant import parties_at, subject_of
from multivector.coding.claims.membership_short import (
    bodies_at,
    compared,
    further_bodies,
    listed,
    of_which,
    short_answers,
)
from multivector.coding.claims.nth import place_among
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import polarity, verb_of
from multivector.coding.claims.rows import ClaimRow, row_at
from multivector.coding.slots import is_verb, slot

if TYPE_CHECKING:
    from multivector.coding.parse import Token

_GROUPS = frozenset({"member", "one", "number", "signatory"})


def memberships(reading: Reading, sentence: int) -> list[Draft]:
    """Return the memberships told or denied in a sentence."""
    found: list[Draft] = []
    for k in reading.scene.parsed.sentences[sentence]:
        row = row_at(reading.scene, "members", k)
        if row is not None:
            found.extend(_told(reading, k, row))
    found.extend(of_which(reading, sentence))
    found.extend(listed(reading, sentence))
    for way in (further_bodies, short_answers, compared):
        found.extend(way(reading, sentence, found))
    if found and found[-1].object:
        reading.member = (sentence, found[-1].object)
    return found


def _told(reading: Reading, i: int, row: ClaimRow) -> list[Draft]:
    bodies = bodies_at(reading, i, row)
    if not bodies or place_among(reading, reading.scene.parsed.tokens[i]):
        return []
    members, says = _verb_members(reading, i, row) if row.kind == "V" else _noun_members(reading, i)
    outside = row.cells["value"] == "no"
    if says is None or (says and row.cells["only"] == "denied") or (outside and not says):
        return []
    value = says and not outside and not _denied_before(reading, i) and not _neither(reading, i, row)
    return [
        Draft("membership", member, body, "members", value, (i,), None, _since(reading, i))
        for member in members for body in bodies if member != body and (parties.is_state(member) or member == "EU")
    ]  # fmt: skip


def _denied_before(reading: Reading, i: int) -> bool:
    """`non-member`, which the parser takes apart."""
    start = reading.scene.parsed.tokens[i].start
    return reading.scene.parsed.text[max(0, start - 4) : start].lower() == "non-"


def _neither(reading: Reading, i: int, row: ClaimRow) -> bool:
    """`belongs to neither the EAEU nor the CSTO`."""
    heads = [k for name in row.slots("body") for k in slot(reading.scene, i, name)]
    return any(kid.text.lower() == "neither" for k in heads for kid in reading.scene.parsed.kids(k))


def _since(reading: Reading, i: int) -> str | None:
    """Return since when: a year told otherwise is that of something else."""
    start, end = reading.scene.parsed.sentence_span(reading.scene.parsed.tokens[i].sentence)
    since = [found for found in reading.scene.dates if start <= found.span[0] < end and found.kind == "start"]
    return period_of(reading.scene, i) if since else None


def _verb_members(reading: Reading, i: int, row: ClaimRow) -> tuple[tuple[str, ...], bool | None]:
    verb = reading.scene.parsed.tokens[i]
    members = subject_of(reading, verb, regions=True)
    if row.cells["only"] == "reversed":
        members = tuple(code for k in slot(reading.scene, i, "obj") for code in parties_at(reading, k, regions=True))
    return members, polarity(reading.scene, verb)


def _noun_members(reading: Reading, i: int) -> tuple[tuple[str, ...], bool | None]:
    """`is a member of`, `a full member of`, `the only NATO member that`, `is not among the members of`."""
    scene = reading.scene
    if scene.parsed.kids(i, "nummod"):
        return (), None  # "the four members": says who they are, not that they are
    token = _outer(reading, i)
    head = scene.parsed.tokens[token.head]
    negated = _not_before(reading, token.i)
    named = [kid for kid in scene.parsed.kids(head.i, "nsubj") if kid.i < token.i and kid.i in scene.named]
    if token.dep == "nsubj" and named:
        return parties_at(reading, named[0].i), not negated  # ", both BRICS members," which parsers hang on the verb
    if token.dep == "appos":
        return parties_at(reading, head.i), not negated
    if token.dep in ("compound", "nmod", "amod") and token.head in scene.named:
        return parties_at(reading, token.head), True
    beside = tuple(code for kid in scene.parsed.kids(i, "appos") for code in parties_at(reading, kid.i))
    if beside and parties.is_state(beside[0]):
        return beside, True
    if (
        is_verb(head)
        and head.lemma in ("be", "become", "remain")
        and token.dep in ("attr", "prep", "acomp", "advmod", "oprd", "conj")
    ):
        says = polarity(scene, head)
        return subject_of(reading, head, regions=True), says if not negated else (False if says is not None else None)
    if head.text.lower() == "as" or token.dep == "prep":
        verb = verb_of(scene, head.i)
        return (subject_of(reading, verb), polarity(scene, verb)) if verb is not None else ((), None)
    return (), None


def _not_before(reading: Reading, i: int) -> bool:
    """Whether a `not` stands in front of the noun, in its own phrase: `Georgia, not an EU member,`."""
    start = max(reading.scene.parsed.sentence_of(i)[0], i - 4)
    near = reading.scene.parsed.tokens[start:i]
    stop = max((token.i for token in near if token.text == ","), default=start - 1)
    return any(token.text.lower() in ("not", "never") and token.i > stop for token in near)


def _outer(reading: Reading, i: int) -> Token:
    """Return the word by which the noun hangs on the clause: the `one` of `one of the founding members`, `among`."""
    tokens = reading.scene.parsed.tokens
    token = tokens[i]
    while token.dep == "pobj" and tokens[token.head].text.lower() in ("of", "among", "amongst", "in"):
        above = tokens[tokens[token.head].head]
        if above.lemma in _GROUPS or above.dep in ("attr", "appos"):
            token = above
        else:
            return tokens[token.head]
    return token
