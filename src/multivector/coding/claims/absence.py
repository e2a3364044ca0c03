"""Who has not come or met since when: the last time, told by its absence since."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.meant import pair_of, subject_of
from multivector.coding.claims.precedence import doer_of, goal_of, years_told
from multivector.coding.claims.rows import row_at
from multivector.coding.slots import surface_subjects

if TYPE_CHECKING:
    from multivector.coding.parse import Token

_GOALS = ("obj", "to", "in", "with", "at")


def absences(reading: Reading, sentence: int) -> list[Draft]:
    """Return the precedences of `no minister has been to Laos since 2006`, `not since 1998 has`, `have not met`."""
    scene = reading.scene
    for k in scene.parsed.sentences[sentence]:
        token = scene.parsed.tokens[k]
        if not _denies(reading, token):
            continue
        years = years_told(reading, k, since=True)
        year = Decimal((years[0][0].iso or "")[:4]) if years else None
        if year is not None and (found := _told(reading, token, year)):
            return found
    return []


def _denies(reading: Reading, token: Token) -> bool:
    """`no` before a noun, `not since` at the head of a clause, `not` and `never` at a verb."""
    low, tokens = token.text.lower(), reading.scene.parsed.tokens
    if low == "no":
        return token.dep == "det"
    inverted = low == "not" and token.i + 1 < len(tokens) and tokens[token.i + 1].text.lower() == "since"
    return inverted or token.dep == "neg"


def _told(reading: Reading, token: Token, year: Decimal) -> list[Draft]:
    scene = reading.scene
    bound = token.dep == "neg" and scene.parsed.tokens[token.i + 1].text.lower() != "since"
    for k in [token.head] if bound else [n for n in scene.parsed.sentence_of(token.i) if n > token.i]:
        verb, row = scene.parsed.tokens[k], row_at(scene, "firsts", k)
        if row is not None and row.kind == "V" and (subjects := subject_of(reading, verb)):
            pair = subjects if len(subjects) == 2 else ()
            goal = pair[1] if pair else goal_of(reading, k, subjects, _GOALS)
            return [_draft(subjects[0], goal, row.cells["measure"], year, (token.i, k))]
        if token.text.lower() == "no" and (found := _no_visit(reading, verb, year)):
            return found
    return []


def _no_visit(reading: Reading, verb: Token, year: Decimal) -> list[Draft]:
    """`No visit had taken place between Poland and Laos since 1998`."""
    for k in surface_subjects(reading.scene, verb):
        row = row_at(reading.scene, "firsts", k)
        if row is None or row.kind != "N":
            continue
        doer = doer_of(reading, reading.scene.parsed.tokens[k])
        goal = goal_of(reading, k, (doer,), ("to", "in")) if doer else None
        sides = (doer, goal) if doer and goal else pair_of(reading, k)[:2]
        if len(sides) == 2:
            return [_draft(sides[0], sides[1], row.cells["measure"], year, (k, verb.i))]
    return []


def _draft(subject: str | None, goal: str | None, measure: str, year: Decimal, words: tuple[int, ...]) -> Draft:
    return Draft("precedence", subject, goal, measure, year, words, "year")
