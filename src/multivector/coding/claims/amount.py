"""Amounts: what trade came to, what is owed, how many companies or visitors there are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.flows import first_party, flow_at, flow_before
from multivector.coding.claims.goods import product_of
from multivector.coding.claims.hanging import Hanging, hanging
from multivector.coding.claims.meant import subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds, verb_of
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


def amounts(reading: Reading, quantity: Quantity) -> list[Draft]:
    """Return the claim that a sum, weight or count makes, or nothing."""
    if quantity.unit in ("percent", "percentage-points", "times"):
        return []
    ways = (_beside, _counted, _measured, _part) if quantity.is_money else (_counted, _measured, _part)
    told = next((found for way in ways if (found := way(reading, quantity))), None)
    if told is None:
        return []
    flow, word = told
    unit = quantity.unit or flow.unit or reading.unit
    behind = is_compared(reading, quantity)
    period = period_of(reading.scene, quantity.head, until_now=True, behind=behind)
    if not unit or not holds(reading.scene, word) or not _lasting(reading, word, flow, period):
        return []
    reading.flow, reading.unit = flow, None if flow.unit else unit
    words = (quantity.first, quantity.last, word)
    scope = flow.scope or (None if quantity.is_money else product_of(reading, quantity.head))
    return [Draft("amount", flow.owner, flow.partner, flow.measure, quantity.value, words, unit, period, scope)]


def _lasting(reading: Reading, word: int, flow: Flow, period: str | None) -> bool:
    """Whether the figure is a state or a sum over time: what one act gave or put in is part of a dealing, no claim."""
    row = row_at(reading.scene, "flows", word)
    over_years = "/" in (period or "")
    if flow.measure == "agreements":
        return over_years or bool(reading.scene.parsed.kids(reading.scene.parsed.tokens[word].head, "expl"))
    if row is not None and row.kind == "V" and flow.measure in ("exports", "imports", "energy-supply"):
        return over_years or len(period or "") in (4, 7)
    act = flow.measure == "aid" or (row is not None and row.kind == "V" and flow.measure == "investment")
    perfect = any(kid.lemma in ("have", "'ve", "’ve") for kid in reading.scene.parsed.kids(word, "aux"))
    return not act or perfect or over_years


def _part(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`36 billion cubic metres came from Russia`: what a partner gives or takes, by weight or volume, in a time."""
    at = hanging(reading.scene, quantity)
    if not quantity.unit or quantity.is_money or at.verb is None or total_noun(reading, quantity) is None:
        return None
    told = part_of(reading, quantity, at)
    if told is None or len(told[0]) != 1 or not told[1].owner:
        return None
    start, end = reading.scene.parsed.sentence_span(reading.scene.parsed.tokens[quantity.head].sentence)
    told_when = [found for found in reading.scene.dates if start <= found.span[0] < end and found.iso]
    if not told_when or any(len(found.iso or "") == 10 for found in told_when):
        return None  # without a time or on one day it is a delivery
    return Flow(told[1].measure, told[0][0], told[1].owner, told[1].scope), at.verb.i


def _counted(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`Some 200 German companies work in Uzbekistan`: the number stands at the noun, which a verb puts somewhere."""
    if quantity.unit not in ("", "people"):
        return None
    noun = _counted_noun(reading, quantity)
    verb = verb_of(reading.scene, noun) if noun is not None else None
    if noun is None or verb is None:
        return None
    flow = flow_at(reading, noun) or _people(reading, noun)
    if flow is None or not flow.unit or flow.partner is None:
        return None
    row = row_at(reading.scene, "sizes", verb.i)
    place = "subj" if _first_of(reading, noun) in surface_subjects(reading.scene, verb) else "obj"
    there = verb.lemma == "be" and bool(reading.scene.parsed.kids(verb.i, "expl"))
    arrives = row is not None and row.id == "visited" and flow.measure != "tourism"
    fits = there or (row is not None and f"{place}-count" in row.slots("place") and not arrives)
    return (flow, noun) if fits else None


def _first_of(reading: Reading, noun: int) -> int:
    """Return the first of coordinated nouns."""
    token = reading.scene.parsed.tokens[noun]
    while token.dep == "conj" and token.head != token.i:
        token = reading.scene.parsed.tokens[token.head]
    return token.i


def _counted_noun(reading: Reading, quantity: Quantity) -> int | None:
    """Return the noun that a number counts: its governor, else the next noun (`in June 960 Dutch companies`)."""
    tokens = reading.scene.parsed.tokens
    head = tokens[quantity.head].head
    if quantity.last < head <= quantity.last + 6:
        return head
    end = reading.scene.parsed.sentence_of(quantity.head)[-1]
    k = quantity.last + 1
    while k <= end and tokens[k].pos in ("ADJ", "PROPN") and tokens[k].tag != "NNS":
        k += 1
    return k if k <= end and k > quantity.last + 1 and tokens[k].pos == "NOUN" else None


def _people(reading: Reading, i: int) -> Flow | None:
    """`1.3 million Syrians in Jordan`."""
    mention = reading.scene.named.get(i)
    if mention is None or mention.kind != "people" or len(mention.parties) != 1:
        return None
    partner = first_party(reading, i, ("in", "at"), but=mention.parties, clause=True)
    return Flow("other", mention.parties[0], partner, None, "people")


def _measured(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    at = hanging(reading.scene, quantity)
    if at.noun is not None and at.joint in _INSIDE and quantity.unit:
        flow = flow_at(reading, at.noun.i) or _stock(reading, at)
        if flow is not None and not flow.unit:
            return flow, at.noun.i
    for k in _behind(reading, quantity) if at.noun is None else ():
        row = row_at(reading.scene, "flows", k)
        if (
            row is not None
            and row.cells["measure"] in ("trade", "exports", "imports")
            and (flow := flow_at(reading, k))
        ):
            return flow, k
    if at.verb is None:
        return None
    traded = at.noun is not None and at.joint in ("worth", "of") and at.place == "obj" and quantity.unit
    if traded and row_at(reading.scene, "flows", at.verb.i) is not None and (flow := flow_at(reading, at.verb.i)):
        return flow, at.verb.i
    if at.noun is None:
        return (
            _at_verb(reading, quantity, at.verb, at.place)
            or _compared(reading, quantity)
            or _given(reading, quantity, at)
        )
    return _compared(reading, quantity) or (_given(reading, quantity, at) if at.place == "with" else None)


def _beside(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`Exports came to 1.2 billion and imports from Chile to 0.8 billion`: the verb is left out the second time."""
    scene, tokens, flow = reading.scene, reading.scene.parsed.tokens, reading.flow
    sentence = tokens[quantity.head].sentence
    before = [other.last for other in reading.here(sentence) if other.last < quantity.first]
    if flow is None or not before or reading.told != sentence:
        return None
    if tokens[quantity.first - 1].text.lower() not in ("to", "at", ","):
        return None
    start = max(before)
    for k in range(quantity.first - 1, start, -1):
        row = row_at(scene, "flows", k)
        if row is not None and row.kind == "N" and not row.cells["unit"] and (told := flow_at(reading, k)):
            return replace(told, owner=flow.owner, partner=told.partner or flow.partner), k
    return None


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
    if row_at(scene, "flows", verb.i) is not None and place in ("obj", "for", "worth", "at", "subj") and quantity.unit:
        flow = flow_at(reading, verb.i)
        if flow is not None:
            return flow, verb.i
    return _earned(reading, verb) if place == "obj" and quantity.unit else None


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


def _compared(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`against 250 million in 1990`: the figure before, for another time."""
    unit = quantity.unit or reading.unit
    if reading.flow is not None and reading.flow.unit and not quantity.unit and is_compared(reading, quantity):
        return reading.flow, quantity.first
    if reading.flow is None or unit != reading.unit or quantity.value < _LARGE or not is_compared(reading, quantity):
        return None
    return reading.flow, quantity.first


def _stock(reading: Reading, at: Hanging) -> Flow | None:
    """`with a stock of 85 billion dollars`: of the investor who was just ranked."""
    if at.noun is None or at.noun.lemma != "stock" or reading.flow is None or reading.flow.measure != "investment":
        return None
    return Flow("investment-stock", reading.flow.owner, reading.flow.partner)


def _given(reading: Reading, quantity: Quantity, at: Hanging) -> tuple[Flow, int] | None:
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
