"""Amounts: what trade came to, what is owed, how many companies or visitors there are."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.amount_counts import counted
from multivector.coding.claims.amount_short import compared_sum, gapped_sum, given_sum, held_debt, sum_beside
from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.flows import flow_at, flow_before
from multivector.coding.claims.goods import product_of
from multivector.coding.claims.hanging import Hanging, hanging
from multivector.coding.claims.meant import subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds
from multivector.coding.claims.rows import row_at
from multivector.coding.claims.share import part_of
from multivector.coding.claims.share_lists import is_compared
from multivector.coding.claims.totals import total_noun
from multivector.coding.slots import objects, slot, surface_subjects

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.parse import Token

_INSIDE = frozenset({"appos", "at", "of", "worth", "with", "compound", "nummod"})
_BEHIND = frozenset({"in", "of", "from", "worth"})
_LARGE = Decimal(1_000_000)
_YEARLY = re.compile(
    r"\b(?:a|per|each|every) year\b|\bannual(?:ly)?\b|\byearly\b|\b(?:past|last) \w+ (?:years|decades)\b"
)
_YEAR = re.compile(r"\d{4}(-Q\d)?")
"""What is bought or delivered in a month or on a day is a dealing of its own."""


def amounts(reading: Reading, quantity: Quantity) -> list[Draft]:
    """Return the claim that a sum, weight or count makes, or nothing."""
    if quantity.unit in ("percent", "percentage-points", "times"):
        return []
    ways = (sum_beside, gapped_sum, counted, _measured, _part)
    told = next((found for way in ways if (found := way(reading, quantity))), None)
    if told is None:
        return []
    flow, word = told
    if flow.measure != "trade" and _of_another(reading, quantity, flow):
        flow = replace(flow, partner=None)
    if quantity.unit == "people" and not flow.unit:
        return []  # "aid reaches a million people": no measure of the aid
    unit = quantity.unit or flow.unit or reading.unit
    behind = is_compared(reading, quantity)
    period = period_of(reading.scene, quantity.head, until_now=True, behind=behind)
    if not unit or not holds(reading.scene, word) or not _lasting(reading, word, flow, unit, period):
        return []
    reading.flow, reading.unit = flow, None if flow.unit else unit
    words = (quantity.first, quantity.last, word)
    scope = flow.scope or (None if quantity.is_money else product_of(reading, quantity.head))
    return [Draft("amount", flow.owner, flow.partner, flow.measure, quantity.value, words, unit, period, scope)]


def _of_another(reading: Reading, quantity: Quantity, flow: Flow) -> bool:
    """Whether the partner is named only behind a further figure: `exported for 94 billion, 39 percent to China`."""
    words = reading.scene.parsed.sentence_of(quantity.head)
    told = [k for k in words if (m := reading.scene.named.get(k)) and flow.partner in m.parties]
    here = reading.here(reading.scene.parsed.tokens[words[0]].sentence)
    others = [other.first for other in here if other.unit == "percent"]
    return bool(told) and any(quantity.last < other < told[0] for other in others)


def _lasting(reading: Reading, word: int, flow: Flow, unit: str | None, period: str | None) -> bool:
    """Whether the figure is a state or a sum over time: what one act gave or put in is part of a dealing, no claim."""
    row = row_at(reading.scene, "flows", word)
    over_years = "/" in (period or "")
    if flow.measure == "agreements":
        return over_years or bool(reading.scene.parsed.kids(reading.scene.parsed.tokens[word].head, "expl"))
    if row is not None and row.kind == "V" and flow.measure in ("exports", "imports", "energy-supply"):
        yearly = reading.scene.parsed.tokens[word].tag in ("VBZ", "VBP")
        rate = "/" in (unit or "")
        return over_years or yearly or rate or _YEAR.fullmatch(period or "") is not None
    act = flow.measure == "aid" or (
        row is not None and row.kind == "V" and flow.measure in ("investment", "debt") and row.id != "owe-v"
    )
    perfect = any(kid.lemma in ("have", "'ve", "’ve") for kid in reading.scene.parsed.kids(word, "aux"))
    stands = perfect or reading.scene.parsed.tokens[word].tag in ("VBZ", "VBP")
    if flow.measure == "aid":  # "has given 500 million" may be one gift, "aid totals 500 million" is not
        perfect = stands and row_at(reading.scene, "sizes", word) is not None and row is None
    return not act or over_years or perfect or _is_yearly(reading, word)


def _is_yearly(reading: Reading, word: int) -> bool:
    """`gives 540 million dollars a year`: what is given each year."""
    words = reading.scene.parsed.sentence_of(word)
    text = " ".join(reading.scene.parsed.tokens[k].text.lower() for k in words)
    return _YEARLY.search(text) is not None


def _part(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`36 billion cubic metres came from Russia`: what a partner gives or takes, by weight or volume, in a time."""
    at = hanging(reading.scene, quantity)
    if not quantity.unit or quantity.is_money or at.verb is None or total_noun(reading, quantity) is None:
        return None
    told = part_of(reading, quantity, at)
    if told is None or len(told[0]) != 1 or not told[1].owner:
        return None
    if not _over_a_year(reading, quantity):
        return None  # without a time, in a month or on one day it is a delivery
    sides = (told[1].owner, told[0][0]) if told[1].measure == "transit" else (told[0][0], told[1].owner)
    return Flow(told[1].measure, sides[0], sides[1], told[1].scope), at.verb.i


def _over_a_year(reading: Reading, quantity: Quantity) -> bool:
    """Whether all times told in the sentence are years or parts of one."""
    start, end = reading.scene.parsed.sentence_span(reading.scene.parsed.tokens[quantity.head].sentence)
    told = [found for found in reading.scene.dates if start <= found.span[0] < end and found.iso]
    return bool(told) and all(found.period or _YEAR.fullmatch(found.iso or "") for found in told)


def _measured(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """A figure at a noun, before one, or at a verb that says how much something is."""
    at = hanging(reading.scene, quantity)
    if at.place == "on" and at.noun is None:
        return None  # "tariffs on 120 billion dollars of exports"
    if at.noun is None:
        before = next((told for k in _behind(reading, quantity) if (told := _traded(reading, k))), None)
        if before is not None or at.verb is None:
            return before
        ways = _at_verb(reading, quantity, at.verb, at.place), compared_sum(reading, quantity)
        return next(filter(None, ways), None) or given_sum(reading, quantity, at)
    if at.joint in _INSIDE and quantity.unit:
        flow = flow_at(reading, at.noun.i) or _stock(reading, at)
        if flow is not None and not flow.unit:
            return flow, at.noun.i
    goods = at.joint in ("worth", "of") and at.place == "obj" and quantity.unit
    if goods and at.verb is not None and row_at(reading.scene, "flows", at.verb.i):
        flow = flow_at(reading, at.verb.i)
        if flow is not None:
            return flow, at.verb.i
    return compared_sum(reading, quantity) or (given_sum(reading, quantity, at) if at.place == "with" else None)


def _traded(reading: Reading, k: int) -> tuple[Flow, int] | None:
    row = row_at(reading.scene, "flows", k)
    if row is None or row.cells["measure"] not in ("trade", "exports", "imports"):
        return None
    flow = flow_at(reading, k)
    return (flow, k) if flow is not None else None


def _behind(reading: Reading, quantity: Quantity) -> list[int]:
    """Return the nouns behind a sum: `$2 billion in trade`, `$2 billion worth of goods`."""
    return [
        noun.i for kid in reading.scene.parsed.kids(quantity.head, "prep", "amod") if kid.text.lower() in _BEHIND
        for noun in reading.scene.parsed.kids(kid.i, "pobj")
    ]  # fmt: skip


def _at_verb(reading: Reading, quantity: Quantity, verb: Token, place: str) -> tuple[Flow, int] | None:
    scene = reading.scene
    row = row_at(scene, "sizes", verb.i)
    if row is not None and place in row.slots("place"):
        for k in (*(objects(scene, verb) if place != "obj" else ()), *surface_subjects(scene, verb)):
            flow = flow_at(reading, k)
            if flow is not None and not (quantity.is_money and flow.unit):
                return (flow, verb.i) if _fits(reading, quantity, flow) else None
        if place != "obj-count" and not surface_subjects(scene, verb) and (flow := flow_before(reading, verb.i)):
            return (flow, verb.i) if _fits(reading, quantity, flow) and not flow.unit else None
    if (
        row_at(scene, "flows", verb.i) is not None
        and place in ("obj", "for", "worth", "at", "subj", "with")
        and quantity.unit
    ):
        flow = flow_at(reading, verb.i)
        if flow is not None:
            return flow, verb.i
    held = held_debt(reading, quantity, verb) if place == "obj" else None
    return held or (_earned(reading, verb) if place == "obj" and quantity.unit else None)


def _earned(reading: Reading, verb: Token) -> tuple[Flow, int] | None:
    """`We earned 17 billion rupees from sales to India`: of the subject's trade."""
    for k in (*slot(reading.scene, verb.i, "from"), *slot(reading.scene, verb.i, "in")):
        row = row_at(reading.scene, "flows", k)
        if row is not None and row.cells["measure"] in ("exports", "trade") and (flow := flow_at(reading, k)):
            owner = next(iter(subject_of(reading, verb, (flow.partner,))), flow.owner)
            return replace(flow, owner=owner), verb.i
    return None


def _fits(reading: Reading, quantity: Quantity, flow: Flow) -> bool:
    """A bare number counts what can be counted, or goes on with the unit of the sum before."""
    return bool(quantity.unit or flow.unit) or (reading.unit is not None and quantity.value >= _LARGE)


def _stock(reading: Reading, at: Hanging) -> Flow | None:
    """`with a stock of 85 billion dollars`: of the investor who was just ranked."""
    if at.noun is None or at.noun.lemma != "stock" or reading.flow is None or reading.flow.measure != "investment":
        return None
    return Flow("investment-stock", reading.flow.owner, reading.flow.partner)
