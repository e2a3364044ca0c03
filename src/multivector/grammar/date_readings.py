"""What the forms of `date_forms` mean: each reader turns a match into an ISO prefix, in the scope of its text.

A reader returns None where the words are not what its form tells (a name, a count), and `NO_DATE` where no form may
read them as a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from multivector.grammar import calendars as cal
from multivector.grammar.date_guards import counts_things, in_time, is_name, is_year
from multivector.grammar.numbers import read_amount

Side = Literal["past", "future", "closest"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a date expression may lean on.

    `reference` is the report's date, `anchor` the date told before the expression, `year` that of a date it is listed
    with (`28 February to 2 March 2024`); `side` is told by tense; `before` and `after` are the words around it.
    """

    reference: str | None
    anchor: str | None
    side: Side
    year: int | None
    day_first: bool
    before: str
    after: str

    def base(self, which: str) -> tuple[str | None, str]:
        """Return the date that `the following`, `that` lean on, or else the report's, and its name."""
        return (self.anchor, _BY_ANCHOR) if which.startswith(("the ", "that", "same")) else (self.reference, _BY_REPORT)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: `iso` None where it can't be resolved, `month_day` what is known all the same."""

    iso: str | None
    basis: str = "told"
    month_day: str | None = None
    last: str | None = None
    period: str | None = None
    span: bool = False


Match = re.Match[str]
UNRESOLVED: Final = "unresolved"
NO_DATE: Final = Reading(None, "none")
_BY_REPORT: Final = "report date"
_BY_ANCHOR: Final = "date before"


def _told(match: Match, name: str) -> str:
    """Return a group's words in lower case with single blanks, empty where the form has no such group."""
    return re.sub(r"\s+", " ", (match.groupdict().get(name) or "")).lower()


def _reading(iso: str | None, basis: str, **more: str | bool | None) -> Reading:
    return Reading(iso, basis if iso else UNRESOLVED, **more)  # type: ignore[arg-type]


def year_told(match: Match) -> int | None:
    """Return the Gregorian year that the expression itself states."""
    told = _told(match, "year")
    if told:
        return int(told)
    era = _told(match, "era_year") or _told(match, "era_year2")
    return int(era) + cal.ERAS["BE"] if era else None


def _year(match: Match, scope: Scope) -> tuple[int | None, str]:
    """Return the year that goes with the expression and where it is known from."""
    told, yearly = year_told(match), _told(match, "yearly")
    if told:
        return told, "told"
    if not yearly:
        return scope.year, "date after"
    base, basis = scope.base(yearly if yearly not in ("the current", "the") else "this")
    step = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the next": 1}.get(yearly, 0)
    return (int(base[:4]) + step if base else None), basis


def calendar(match: Match, scope: Scope) -> Reading | None:
    """Read a month with or without day and year; several days give the first."""
    month = cal.month_number(match["month"])
    days = [int(re.sub(r"\D", "", told)) for name in ("day", "last_day") if (told := _told(match, name))]
    month_first = bool(days) and match.start("month") < match.start("day")
    if month_first and not year_told(match) and counts_things(scope.before, scope.after):
        return None
    day = days[0] if days else None
    year, basis = _year(match, scope)
    iso = cal.prefix(year, month, day) if year else None
    if year is None and scope.reference:
        iso, basis = cal.near(scope.reference, month, day, side=scope.side), _BY_REPORT
    last = cal.prefix(int(iso[:4]), month, days[1]) if iso and len(days) > 1 else None
    month_day = f"{month:02}" + (f"-{day:02}" if day else "")
    return _reading(iso, basis, month_day=month_day, last=last, span=len(days) > 1)


def month(match: Match, scope: Scope) -> Reading | None:
    """Read a bare month, unless the word is a verb or somebody's name."""
    if not (match["year"] or match["yearly"] or match["part"]):
        doubtful = match["month"].title() in ("March", "May", "April", "June", "August")
        if is_name(scope.before, scope.after) or (doubtful and not in_time(scope.before)):
            return None
    return calendar(match, scope)


def pointed_month(match: Match, scope: Scope) -> Reading:
    """Read `last January`, `next May`, `the following June`."""
    number, which = cal.month_number(match["month"]), _told(match, "which")
    base, basis = scope.base(which)
    month_day = f"{number:02}"
    if base is None or len(base) < 7:
        return Reading(None, UNRESOLVED, month_day)
    if which == "this":
        return _reading(cal.prefix(int(base[:4]), number), basis, month_day=month_day)
    back = which in ("last", "the previous")
    beside = cal.shift(base, "month", -1 if back else 1) or base
    return _reading(cal.near(beside, number, None, side="past" if back else "future"), basis, month_day=month_day)


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


def weekday(match: Match, scope: Scope) -> Reading | None:
    """Read a weekday: the latest one not after the report, unless words or tense say otherwise."""
    which, week = _told(match, "which"), _told(match, "week")
    feast = re.search(r"\b(?:Good|Black|Bloody|Easter|Holy|Ash|Palm)\s$", scope.before)
    if feast or (not which and not week and is_name(scope.before, scope.after)):
        return None
    base, basis = scope.base(which)
    tense = "past" if scope.side == "closest" else scope.side
    pointed = {"last": "before", "the previous": "before", "next": "after", "the following": "after"}
    direction = {"last": "last week", "next": "next week"}.get(week, "this") if week else pointed.get(which, tense)
    return _reading(cal.weekday_near(base, cal.weekday_number(match["weekday"]), direction) if base else None, basis)


DAYS: Final = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
"""Words for days seen from the report's date."""


def day_word(match: Match, scope: Scope) -> Reading:
    """Read `yesterday`, `today`."""
    return _moved(scope.reference, "day", DAYS[re.sub(r"\s+", " ", match.group().lower())], _BY_REPORT)


def _moved(base: str | None, unit: str, n: int, basis: str) -> Reading:
    size = {"weekend": ("week", 1), "fortnight": ("week", 2)}.get(unit, (unit, 1))
    return _reading(cal.shift(base, size[0], n * size[1]) if base else None, basis)


def pointed_unit(match: Match, scope: Scope) -> Reading:
    """Read `last month`, `later this year`, `the following week`, `the same day`, `that year`."""
    which, unit = _told(match, "which"), _told(match, "unit")
    base, basis = scope.base(which if which not in ("the coming", "the current") else "this")
    back, on = ("last", "the previous", "the preceding"), ("next", "the coming", "the following", "the next")
    return _moved(base, unit, -1 if which in back else 1 if which in on else 0, basis)


def _number(words: str) -> int:
    return 1 if words in ("a", "an", "the", "one") else int(read_amount(words) or 1)


def ago(match: Match, scope: Scope) -> Reading:
    """Read `three days ago`: as precise as its unit."""
    return _moved(scope.reference, _told(match, "unit"), -_number(_told(match, "n")), _BY_REPORT)


def later(match: Match, scope: Scope) -> Reading:
    """Read `two days later`, `a month earlier`: looked at from the date told before."""
    n = _number(_told(match, "n"))
    forward = _told(match, "way") in ("later", "after", "afterwards", "on")
    return _moved(scope.anchor, _told(match, "unit"), n if forward else -n, _BY_ANCHOR)


def ordinal_day(match: Match, scope: Scope) -> Reading:
    """Read `on the 14th`: of the month spoken of, else the latest one before the report."""
    day = int(re.sub(r"\D", "", match["day"]))
    if scope.anchor and len(scope.anchor) >= 7:
        return _reading(cal.prefix(int(scope.anchor[:4]), int(scope.anchor[5:7]), day), _BY_ANCHOR)
    base = scope.reference
    if base is None or len(base) < 7:
        return Reading(None, UNRESOLVED)
    if scope.side == "past" and day > int(base[8:] or 31):
        base = cal.shift(base, "month", -1) or base
    return _reading(cal.prefix(int(base[:4]), int(base[5:7]), day), _BY_REPORT)


_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def part_of_year(match: Match, scope: Scope) -> Reading:
    """Read quarters, halves and first months of a year: the year, with the part as its period."""
    year, basis = _year(match, scope)
    if year is None:
        return Reading(None, UNRESOLVED)
    quarter, half, months = (_told(match, name) for name in ("quarter", "half", "months"))
    if quarter:
        period = f"{year:04}-Q{_NTH[quarter]}"
    else:
        first = 7 if half and _NTH[half] == 2 else 1
        last = first + 5 if half else _number(months)
        period = f"{year:04}-{first:02}/{year:04}-{last:02}"
    return Reading(cal.prefix(year), basis, period=period, span=True)


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season(match: Match, scope: Scope) -> Reading | None:
    """Read a season: the year in which it begins."""
    year, basis = _year(match, scope)
    which = _told(match, "which")
    if year is None:
        if not which and not re.search(r"\b[Ii]n\s(?:the\s)?$", scope.before):
            return None
        if scope.reference is None or len(scope.reference) < 7:
            return Reading(None, UNRESOLVED, span=True)
        side = {"next": "future", "last": "past"}.get(which, scope.side)
        near, basis = cal.near(scope.reference, _SEASONS[_told(match, "season")], None, side=side), _BY_REPORT
        year = int(near[:4]) if near else None
    return _reading(cal.prefix(year) if year else None, basis, span=True)


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
