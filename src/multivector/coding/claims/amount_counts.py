"""Counts: how many companies, visitors, students, soldiers of one party are with another."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Flow, Reading
from multivector.coding.claims.flows import first_party, flow_at
from multivector.coding.claims.polarity import verb_of
from multivector.coding.claims.rows import row_at
from multivector.coding.slots import surface_subjects

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity

_LARGE = Decimal(1_000_000)


def counted(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
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
