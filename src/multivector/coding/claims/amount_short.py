"""Sums told in short: in a row with one before, against one before, beside what a clause tells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Flow, Reading
from multivector.coding.claims.flows import flow_at
from multivector.coding.claims.hanging import Hanging
from multivector.coding.claims.meant import subject_of
from multivector.coding.claims.rows import row_at
from multivector.coding.claims.share_lists import is_compared
from multivector.coding.slots import objects, surface_subjects

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.parse import Token

_LARGE = Decimal(1_000_000)


def gapped_sum(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`1.4 million from Russia, 1.2 million from Türkiye`, `China is owed 2 billion, Japan 1 billion`."""
    scene, tokens, flow = reading.scene, reading.scene.parsed.tokens, reading.flow
    words = scene.parsed.sentence_of(quantity.head)
    if flow is None or reading.told != tokens[quantity.head].sentence or quantity.first - 2 not in words:
        return None
    behind = tokens[quantity.last + 1].text.lower() if quantity.last + 1 in words else ""
    name = scene.named.get(quantity.last + 2) if quantity.last + 2 in words else None
    if (
        flow.unit
        and behind == "from"
        and name is not None
        and name.settled
        and tokens[quantity.first - 1].text in (",", "and")
    ):
        return replace(flow, owner=name.parties[0]), quantity.first
    mention = scene.named.get(quantity.first - 1)
    if (
        mention is None
        or not mention.settled
        or flow.measure != "debt"
        or not (quantity.unit or quantity.value >= _LARGE)
    ):
        return None
    return replace(flow, partner=mention.parties[0]), quantity.first


def sum_beside(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`Exports came to 1.2 billion and imports from Chile to 0.8 billion`: the verb is left out the second time."""
    scene, tokens, flow = reading.scene, reading.scene.parsed.tokens, reading.flow
    sentence = tokens[quantity.head].sentence
    before = [other.last for other in reading.here(sentence) if other.last < quantity.first]
    if flow is None or not before or reading.told != sentence or not quantity.is_money:
        return None
    if tokens[quantity.first - 1].text.lower() not in ("to", "at", ","):
        return None
    start = max(before)
    names = [scene.named[k] for k in range(start + 1, quantity.first) if k in scene.named]
    sides = [m.parties[0] for m in dict.fromkeys(names) if m.settled]
    if len(sides) == 2:  # "Angola's in Portugal at 1.9 billion"
        return replace(flow, owner=sides[0], partner=sides[1]), quantity.first
    for k in range(quantity.first - 1, start, -1):
        row = row_at(scene, "flows", k)
        if row is not None and row.kind == "N" and not row.cells["unit"] and (told := flow_at(reading, k)):
            return replace(told, owner=flow.owner, partner=told.partner or flow.partner), k
    return None


def compared_sum(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`against 250 million in 1990`: the figure before, for another time."""
    unit = quantity.unit or reading.unit
    if reading.flow is not None and reading.flow.unit and not quantity.unit and is_compared(reading, quantity):
        return reading.flow, quantity.first
    if reading.flow is None or unit != reading.unit or quantity.value < _LARGE or not is_compared(reading, quantity):
        return None
    return reading.flow, quantity.first


def given_sum(reading: Reading, quantity: Quantity, at: Hanging) -> tuple[Flow, int] | None:
    """A sum beside what a clause tells: `is the largest source of imports: $475 billion`, `with 5 million arrivals`."""
    if at.verb is None or not (at.place == "with" or _after_colon(reading, quantity)):
        return None
    if (
        reading.ranked is not None
        and reading.ranked.measure in ("trade", "exports", "imports", "debt")
        and quantity.is_money
    ):
        return reading.ranked, at.verb.i
    if at.place != "with":
        return None
    for k in (*surface_subjects(reading.scene, at.verb), *objects(reading.scene, at.verb)):
        flow = flow_at(reading, k)
        if flow is not None and (quantity.unit or flow.unit) and not (quantity.is_money and flow.unit):
            return flow, at.verb.i
    return None


def _after_colon(reading: Reading, quantity: Quantity) -> bool:
    return quantity.first > 0 and reading.scene.parsed.tokens[quantity.first - 1].text in (":", "—", "–")


def held_debt(reading: Reading, quantity: Quantity, verb: Token) -> tuple[Flow, int] | None:
    """`China holds 1.9 billion of it`, `China is owed 2.6 billion`: of the debt just told."""
    flow = reading.flow
    passive = verb.lemma == "owe" and bool(reading.scene.parsed.kids(verb.i, "nsubjpass"))
    if flow is None or flow.measure != "debt" or not (passive or verb.lemma in ("hold", "own")):
        return None
    creditor = next(iter(subject_of(reading, verb, (flow.owner,))), None)
    known = quantity.is_money or (reading.unit is not None and quantity.value >= _LARGE)
    return (replace(flow, partner=creditor), verb.i) if creditor and known else None
