"""What a date expression is read with: the dates around it, the tense, the words before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from multivector.grammar import calendars as cal
from multivector.grammar.numbers import read_amount
from multivector.grammar.tense import Side

Match = re.Match[str]
UNRESOLVED: Final = "unresolved"
BY_REPORT: Final = "report date"
BY_ANCHOR: Final = "date before"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a date expression may lean on.

    `reference` is the report's date, `anchor` the date told before the expression, `year` that of a date it is listed
    with (`28 February to 2 March 2024`); `side` is told by tense; `before` and `after` are the words around it.
    `beside` is the anchor where it stands in the same sentence, `story` the date before it in its paragraph if that
    one had its year.
    """

    reference: str | None
    anchor: str | None
    side: Side
    year: int | None
    day_first: bool
    before: str
    after: str
    beside: str | None = None
    story: str | None = None
    same_sentence: bool = False

    def base(self, which: str) -> tuple[str | None, str]:
        """Return the date that `the following`, `that` lean on, or else the report's, and its name."""
        if which.startswith(("the ", "that", "same")):
            return self.anchor, BY_ANCHOR
        return self.reference, BY_REPORT


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: `iso` None where it can't be resolved, `month_day` what is known all the same."""

    iso: str | None
    basis: str = "told"
    month_day: str | None = None
    last: str | None = None
    period: str | None = None
    span: bool = False


NO_DATE: Final = Reading(None, "none")
"""The words are a number of something, which no form may read as a date."""


def words_of(match: Match, name: str) -> str:
    """Return a group's words in lower case with single blanks, empty where the form has no such group."""
    return re.sub(r"\s+", " ", (match.groupdict().get(name) or "")).lower()


def resolved(iso: str | None, basis: str, month_day: str | None = None, *, span: bool = False) -> Reading:
    """Return a reading that says that it is unresolved where there is no date."""
    return Reading(iso, basis if iso else UNRESOLVED, month_day, span=span)


def lasting(reading: Reading, last: str | None) -> Reading:
    """Return the reading with the end of its span."""
    return replace(reading, last=last, span=True)


def year_told(match: Match) -> int | None:
    """Return the Gregorian year that the expression itself states."""
    year = words_of(match, "year")
    if year:
        return int(year)
    era = words_of(match, "era_year") or words_of(match, "era_year2")
    return int(era) + cal.ERAS["BE"] if era else None


def year_of(match: Match, scope: Scope) -> tuple[int | None, str]:
    """Return the year that goes with the expression and where it is known from."""
    stated, yearly = year_told(match), words_of(match, "yearly")
    if stated:
        return stated, "told"
    if not yearly:
        return scope.year, "date after"
    base, basis = scope.base(yearly if yearly not in ("the current", "the") else "this")
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the next": 1}.get(yearly, 0)
    return (int(base[:4]) + step if base else None), basis


def day_number(words: str) -> int:
    """Return the day of `14th`, `the fourteenth`."""
    return int(re.sub(r"\D", "", words) or read_amount(words) or 0)


def how_many(words: str) -> int:
    """Return the count that the words before a unit of time tell."""
    return 1 if words in ("a", "an", "the", "one") else int(read_amount(words) or 1)


def moved(base: str | None, unit: str, n: int, basis: str) -> Reading:
    """Return the date that lies `n` units behind the base."""
    unit, size = {"weekend": ("week", 1), "fortnight": ("week", 2)}.get(unit, (unit, 1))
    return resolved(cal.shift(base, unit, n * size) if base else None, basis)
