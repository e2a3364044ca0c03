"""Readers of calendar dates: days, months, years, their parts, holidays, other calendars.

A reader returns None where the words are not what its form tells (a name, a count), and `NO_DATE` where no form may
read them as a date.
"""

from __future__ import annotations

import re
from typing import Final

from multivector.grammar import calendars as cal
from multivector.grammar.date_guards import counts_things, in_time, is_name, is_year
from multivector.grammar.date_scope import (
    BY_ANCHOR,
    BY_REPORT,
    NO_DATE,
    UNRESOLVED,
    Match,
    Reading,
    Scope,
    day_number,
    how_many,
    lasting,
    resolved,
    words_of,
    year_of,
    year_told,
)  # fmt: skip
from multivector.grammar.tense import Side
from multivector.model.time import first_day, last_day


def calendar(match: Match, scope: Scope) -> Reading | None:
    """Read a month with or without day and year; several days give the first."""
    month = cal.month_number(match["month"])
    days = [day_number(told) for name in ("day", "last_day") if (told := words_of(match, name))]
    month_first = bool(days) and match.start("month") < match.start("day")
    if month_first and not year_told(match) and counts_things(scope.before, scope.after):
        return None
    day = days[0] if days else None
    year, basis = year_of(match, scope)
    iso: str | None = cal.prefix(year, month, day) if year else None
    if year is None and (story := _in_story(scope, month, day)):
        iso, basis = story, BY_ANCHOR
    elif year is None and scope.reference:
        iso, basis = cal.near(scope.reference, month, day, side=scope.side), BY_REPORT
    reading = resolved(iso, basis, f"{month:02}" + (f"-{day:02}" if day else ""))
    if len(days) == 1 or not days:
        return reading
    return lasting(reading, cal.prefix(int(iso[:4]), month, days[1]) if iso else None)


def _in_story(scope: Scope, month: int, day: int | None) -> str | None:
    """Return the yearless date that follows on one with a year: `signed on 17 June 2018, ratified in January`.

    Across sentences only in accounts of what lies a year or more before the report.
    """
    if scope.story is None or scope.side == "future":
        return None
    told = cal.near(scope.story, month, day, side="future")
    if told is None or (scope.reference and first_day(told) > last_day(scope.reference)):
        return None
    old = scope.reference is None or (last_day(scope.reference) - first_day(scope.story)).days > 365
    return told if scope.same_sentence or (old and len(scope.story) > 4) else None


def month(match: Match, scope: Scope) -> Reading | None:
    """Read a bare month, unless the word is a verb or somebody's name."""
    if not (match["year"] or match["yearly"] or match["part"]):
        name = match["month"].rstrip(".").title()
        shortened = name.lower() not in cal.MONTHS and not match["month"].endswith(".")
        doubtful = shortened or name in ("March", "May", "April", "June", "August", "Mar", "Jun", "Jan", "Dec")
        if shortened or is_name(scope.before, scope.after) or (doubtful and not in_time(scope.before, scope.after)):
            return None
    return calendar(match, scope)


def iso(match: Match, _: Scope) -> Reading | None:
    """Read ISO 8601."""
    found = cal.prefix(*(int(part) for part in match.groups() if part))
    return Reading(found) if found else None


def numeric(match: Match, scope: Scope) -> Reading | None:
    """Read `2/5/2019` in the order of days and months that the text has."""
    first, second = int(match[1]), int(match[3])
    month_first = second > 12 or (match[2] == "/" and not scope.day_first and first <= 12)
    found = cal.prefix(int(match[4]), *((first, second) if month_first else (second, first)))
    return Reading(found) if found and len(found) == 10 else None


_FEASTS: Final = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year": (1, None), "christmas day": (12, 25),
    "christmas": (12, None), "easter": (4, None),
}  # fmt: skip


def feast(match: Match, scope: Scope) -> Reading:
    """Read holidays: the day where they name one, else the year, for `by Christmas` names no day."""
    name = words_of(match, "feast").replace("’", "'")
    month, day = _FEASTS[name]
    year, basis = year_of(match, scope)
    found = cal.prefix(year, month, day) if year else None
    if found is None and scope.reference:
        found, basis = cal.near(scope.reference, month, day, side=scope.side), BY_REPORT
    return resolved(found[:4] if found and name in ("christmas", "easter") else found, basis)


_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def part_of_year(match: Match, scope: Scope) -> Reading:
    """Read quarters, halves and first months of a year: the year, with the part as its period."""
    year, basis = year_of(match, scope)
    if year is None and scope.reference:
        year, basis = int(scope.reference[:4]), BY_REPORT
    if year is None:
        return Reading(None, UNRESOLVED)
    quarter, half, months = (words_of(match, name) for name in ("quarter", "half", "months"))
    if quarter:
        period = f"{year:04}-Q{_NTH[quarter]}"
    else:
        first = 7 if half and _NTH[half] == 2 else 1
        last = first + 5 if half else how_many(months)
        period = f"{year:04}-{first:02}/{year:04}-{last:02}"
    return Reading(cal.prefix(year), basis, period=period, span=True)


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season(match: Match, scope: Scope) -> Reading | None:
    """Read a season: the year in which it begins."""
    year, basis = year_of(match, scope)
    which = words_of(match, "which")
    if year is None:
        if not which and not re.search(r"\b[Ii]n\s(?:the\s)?$", scope.before):
            return None
        if scope.reference is None or len(scope.reference) < 7:
            return Reading(None, UNRESOLVED, span=True)
        if which == "this":
            return resolved(cal.prefix(int(scope.reference[:4])), BY_REPORT, span=True)
        side: Side = "future" if which == "next" else "past" if which == "last" else scope.side
        near, basis = cal.near(scope.reference, _SEASONS[words_of(match, "season")], None, side=side), BY_REPORT
        year = int(near[:4]) if near else None
    return resolved(cal.prefix(year) if year else None, basis, span=True)


def years(match: Match, _: Scope) -> Reading | None:
    """Read `2019-2021`, `2007/08`, `FY 2022-23`: the first year, the whole as its period."""
    first, rest = match["first"], match["last"]
    last = first[: 4 - len(rest)] + rest
    if not 0 < int(last) - int(first) < 150:
        return None
    return Reading(first, last=last, period=f"{first}/{last}", span=True)


def decade(match: Match, _: Scope) -> Reading:
    """Read `the 1990s`: no ISO prefix says it, so only the period is given."""
    first = int(match["first"])
    return Reading(None, period=f"{first}/{first + 9}", span=True)


def bare_year(match: Match, scope: Scope) -> Reading | None:
    """Read four digits as a year where the words around them say so."""
    part = bool(match["part"])
    return Reading(match["year"], span=part) if part or is_year(scope.before, scope.after) else None


def fiscal_year(match: Match, _: Scope) -> Reading:
    """Read `FY 2023`: the year, for where it begins differs by country."""
    return Reading(match["year"], period=match["year"], span=True)


def hijri(match: Match, _: Scope) -> Reading:
    """Read a date of the Islamic calendar: the Gregorian month in which its month begins."""
    return Reading(cal.hijri_month(int(match["hyear"]), cal.hijri_number(match["hmonth"])))


def era(match: Match, _: Scope) -> Reading:
    """Read a year of a ruler's or a state's era, `Reiwa 6`."""
    return Reading(cal.prefix(int(match["n"]) + cal.ERAS[match["era"]]))


def nothing(_match: Match, _scope: Scope) -> Reading:
    """Pass over numbers of papers, flights, rooms and telephones."""
    return NO_DATE
