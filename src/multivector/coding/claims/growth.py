"""Growth: by how many percent something rose or fell."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.flows import flow_at, flow_before
from multivector.coding.claims.hanging import hanging
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds, verb_of
from multivector.coding.claims.rows import ClaimRow, row_at, rows
from multivector.coding.slots import objects, slot, surface_subjects

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.parse import Token

_SIGN = re.compile(r"[(,:]\s*(\+|\u2212|-|plus|minus)\s*$", re.IGNORECASE)
_PARTNER_FIRST = frozenset({"exports", "imports"})


def growths(reading: Reading, quantity: Quantity) -> list[Draft]:
    """Return the claim that a percentage of change makes, or nothing."""
    if quantity.unit not in ("percent", "percentage-points", "times"):
        return []
    found = _change(reading, quantity) or _multiple(reading, quantity)
    if found is None:
        return []
    row, word = found
    flow = _changed(reading, word, row)
    reading.used.add(quantity.first)
    if flow is None or not holds(reading.scene, word):
        return []
    words = (quantity.first, quantity.last, word)
    if quantity.unit == "times":
        return [_draft(reading, flow, (quantity.value - 1) * 100, "percent", words)] if row.cells["way"] == "+" else []
    sign = -1 if row.cells["way"] == "-" else 1
    return [_draft(reading, flow, quantity.value * sign, quantity.unit, words)]


def multiples(reading: Reading, token: Token) -> list[Draft]:
    """Return the claim that a verb alone makes: doubled, halved."""
    row = row_at(reading.scene, "changes", token.i)
    if row is None or row.cells["way"] in ("+", "-") or not holds(reading.scene, token.i):
        return []
    flow = _changed(reading, token.i, row)
    return [_draft(reading, flow, Decimal(row.cells["way"]), "percent", (token.i,))] if flow else []


def _draft(reading: Reading, flow: Flow, value: Decimal, unit: str, words: tuple[int, ...]) -> Draft:
    reading.flow = flow
    sides = (flow.owner, flow.partner)
    if flow.measure in _PARTNER_FIRST and flow.partner:
        sides = (flow.partner, flow.owner)
    period = period_of(reading.scene, words[0], until_now=True)
    return Draft("growth", *sides, flow.measure, value, words, unit, period, flow.scope)


def _change(reading: Reading, quantity: Quantity) -> tuple[ClaimRow, int] | None:
    """Return the row and the word of change to which a percentage belongs."""
    scene = reading.scene
    at = hanging(scene, quantity)
    if at.verb is not None and at.noun is None and at.place in ("by", "obj"):
        row = row_at(scene, "changes", at.verb.i)
        if row is not None and row.kind == "V" and row.cells["way"] in ("+", "-"):
            return row, at.verb.i
    if (sign := _sign(reading, quantity)) is not None and reading.flow is not None:
        return sign, quantity.head
    for k in _beside(reading, quantity):
        row = row_at(scene, "changes", k)
        if row is not None and row.kind == "A" and not _is_particle(reading, k):
            return row, k
    if at.noun is not None and at.joint in ("of", "compound", "nummod", "amod", "nmod", "by"):
        row = row_at(scene, "changes", at.noun.i)
        if row is not None:
            return row, at.noun.i
    return None


def _is_particle(reading: Reading, k: int) -> bool:
    """`set up`, but not `shows imports up by 9 percent`, where a flow stands between."""
    token = reading.scene.parsed.tokens[k]
    between = range(token.head + 1, k)
    return token.dep == "prt" and not any(row_at(reading.scene, "flows", n) for n in between)


def _sign(reading: Reading, quantity: Quantity) -> ClaimRow | None:
    """`(+12%)`, `(minus 4 percent)`: the sign before the figure says which way."""
    text, start = reading.scene.parsed.text, reading.scene.parsed.tokens[quantity.first].start
    number = next((k for k, sign in enumerate(text[start : start + 3]) if sign.isdigit()), 0)
    before = _SIGN.search(text[max(0, start - 8) : start + number])
    if before is None:
        return None
    up = before[1].lower() in ("+", "plus")
    return next(row for row in rows("changes") if row.id == ("increase-n" if up else "decrease-n"))


def _multiple(reading: Reading, quantity: Quantity) -> tuple[ClaimRow, int] | None:
    """`trade was two and a half times what it had been`: risen by as much less one."""
    scene = reading.scene
    at, k = hanging(scene, quantity), quantity.last + 1
    if quantity.unit != "times" or at.verb is None or at.verb.lemma != "be" or k >= len(scene.parsed.tokens):
        return None
    compares = scene.parsed.tokens[k].text.lower() in ("what", "as", "more", "higher", "larger", "its", "the")
    return (next(row for row in rows("changes") if row.id == "rise"), at.verb.i) if compares else None


def _beside(reading: Reading, quantity: Quantity) -> list[int]:
    """Return the words by which a figure is `up`, `down`, `fewer`: right before it, right behind it or above it."""
    scene = reading.scene
    words = scene.parsed.sentence_of(quantity.head)
    near = [k for k in (quantity.first - 1, quantity.last + 1) if k in words]
    above = scene.parsed.tokens[quantity.head].head
    if scene.parsed.tokens[above].text.lower() == "by":  # "is down by 40 percent"
        near += [above - 1] if above - 1 in words else []
    return [*near, *([above] if above > quantity.last or above == quantity.first - 1 else [])]


def _changed(reading: Reading, word: int, row: ClaimRow) -> Flow | None:
    """Return what rose or fell."""
    scene = reading.scene
    token = scene.parsed.tokens[word]
    if row.kind == "V":
        heads = [*objects(scene, token), *surface_subjects(scene, token)]
    elif row.kind == "N":
        heads = [*slot(scene, word, "in"), *slot(scene, word, "of"), *_clause_subjects(reading, word)]
    else:
        heads = [token.head, scene.parsed.tokens[token.head].head, word - 1, *_clause_subjects(reading, word)]
        heads += objects(scene, scene.parsed.tokens[token.head]) if token.dep == "prt" else []
    for k in heads:
        if (flow := flow_at(reading, k)) is not None:
            return flow
    if row.kind == "V":
        return flow_before(reading, word) if not heads else None
    here = reading.told == scene.parsed.tokens[word].sentence
    return reading.flow if here or not _clause_subjects(reading, word) else None


def _clause_subjects(reading: Reading, word: int) -> list[int]:
    verb = verb_of(reading.scene, word)
    return surface_subjects(reading.scene, verb) if verb is not None else []
