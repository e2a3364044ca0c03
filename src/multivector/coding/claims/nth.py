"""The N-th visit or member: an amount, after ruling 31 of the guidelines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.meant import parties_at, subject_of
from multivector.coding.claims.ordinals import words_before
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds, verb_of
from multivector.coding.claims.precedence import both_sides, doer_of, goal_of
from multivector.coding.slots import objects, slot
from multivector.grammar.numbers import find_numbers

if TYPE_CHECKING:
    from multivector.coding.parse import Token

_ADMITS = frozenset({"admit", "accept", "welcome", "take"})
_MEASURES = {"visit": "visits", "trip": "visits", "member": "members", "summit": "meetings", "meeting": "meetings"}


def nths(reading: Reading, sentence: int) -> list[Draft]:
    """Return a claim for each `third visit`, `32nd member` told in a sentence; the first is a precedence."""
    found = []
    for k in reading.scene.parsed.sentences[sentence]:
        token = reading.scene.parsed.tokens[k]
        number = place_among(reading, token)
        if number is not None and (draft := _draft(reading, token, number)) is not None:
            found.append(draft)
    return found


def place_among(reading: Reading, token: Token) -> int | None:
    """Return N of `the N-th member`, None where no place after the first is told."""
    if token.lemma not in _MEASURES or token.tag not in ("NN", "NNP"):
        return None
    told = [int(number.value) for number in find_numbers(words_before(reading.scene, token.i)) if number.ordinal]
    return told[0] if told and told[0] > 1 else None


def _draft(reading: Reading, token: Token, number: int) -> Draft | None:
    verb = verb_of(reading.scene, token.i)
    if verb is not None and not holds(reading.scene, verb.i):
        return None
    measure = _MEASURES[token.lemma]
    if measure == "members":
        subject = next(iter(subject_of(reading, verb)), None) if verb is not None else None
        heads = [k for name in ("of", "poss") for k in slot(reading.scene, token.i, name)]
        admitted = objects(reading.scene, verb) if verb is not None and verb.lemma in _ADMITS else []
        body = subject
        subject = next((code for k in admitted for code in parties_at(reading, k)), subject)
        if subject == body:
            body = next((code for k in heads for code in parties_at(reading, k)), None)
    elif sides := both_sides(reading, token):
        subject, body = sides
    else:
        subject = doer_of(reading, token)
        body = goal_of(reading, token.i, (subject,), ("to", "with", "in")) if subject else None
    if subject is None or body is None or body == subject:
        return None
    period = period_of(reading.scene, token.i)
    return Draft("amount", subject, body, measure, Decimal(number), (token.i,), "items", period[:4] if period else None)
