"""Counts: how many companies, visitors, students, soldiers of one party are with another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Flow, Reading
from multivector.coding.claims.flows import first_party, flow_at
from multivector.coding.claims.polarity import verb_of
from multivector.coding.claims.rows import row_at
from multivector.coding.slots import surface_subjects

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.parse import Token

_LARGE = Decimal(1_000_000)


def counted(reading: Reading, quantity: Quantity) -> tuple[Flow, int] | None:
    """`Some 200 German companies work in Uzbekistan`: the number stands at the noun, which a verb puts somewhere."""
    noun = _counted_noun(reading, quantity) if quantity.unit in ("", "people") else None
    if noun is None or _is_known(reading, noun):
        return None  # "the two companies": who they are was told before
    verb, place = _verb_at(reading, noun)
    flow = flow_at(reading, noun) or _people(reading, noun)
    if flow is None or not flow.unit or verb is None:
        return None
    if flow.partner is None and _puts(reading, verb, place, flow) and flow.measure == "tourism":
        return flow, noun  # visitors of all the world
    if flow.partner is None:
        flow = replace(flow, partner=first_party(reading, verb.i, ("in", "into", "to"), (flow.owner,)))
    return (flow, noun) if flow.partner and _puts(reading, verb, place, flow) else None


def _is_known(reading: Reading, noun: int) -> bool:
    return any(kid.text.lower() in ("the", "these", "both") for kid in reading.scene.parsed.kids(noun, "det"))


def _verb_at(reading: Reading, noun: int) -> tuple[Token | None, str]:
    """Return the verb of which a noun is subject or object; parsers take `Two million Uzbeks work` for one noun."""
    scene, token = reading.scene, reading.scene.parsed.tokens[noun]
    head = scene.parsed.tokens[token.head]
    if token.dep in ("compound", "nmod") and head.i > noun and row_at(scene, "sizes", head.i, "V"):
        return head, "subj"
    verb = verb_of(scene, noun)
    subject = verb is not None and _first_of(reading, noun) in surface_subjects(scene, verb)
    return verb, "subj" if subject else "obj"


def _puts(reading: Reading, verb: Token, place: str, flow: Flow) -> bool:
    """Whether the verb says that those counted are somewhere; of those who came it must be told as a result."""
    if verb.lemma == "be" and reading.scene.parsed.kids(verb.i, "expl"):
        return True
    row = row_at(reading.scene, "sizes", verb.i, "V")
    if row is None or f"{place}-count" not in row.slots("place"):
        return False
    came = row.id in ("visited", "fled") and flow.measure != "tourism"
    return not came or any(kid.lemma == "have" for kid in reading.scene.parsed.kids(verb.i, "aux"))


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
    if k <= end and (m := reading.scene.named.get(k)) is not None and m.kind == "people":
        return k
    while k <= end and tokens[k].pos in ("ADJ", "PROPN") and tokens[k].tag != "NNS":
        k += 1
    return k if k <= end and k > quantity.last + 1 and tokens[k].pos == "NOUN" else None


def _people(reading: Reading, i: int) -> Flow | None:
    """`1.3 million Syrians in Jordan`."""
    mention = reading.scene.named.get(i)
    if mention is None or mention.kind != "people" or len(mention.parties) != 1:
        return None
    partner = first_party(reading, i, ("in", "at", "into", "to", "host"), but=mention.parties, clause=True)
    return Flow("other", mention.parties[0], partner, None, "people")
