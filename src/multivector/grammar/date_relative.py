"""Readers of dates that lean on another: weekdays, `last month`, `two days later`, `on the 14th`.

A reader returns None where the words are not what its form tells (a name, a count), and `NO_DATE` where no form may
read them as a date.
"""

from __future__ import annotations

import re
from typing import Final

from multivector.grammar import calendars as cal
from multivector.grammar.date_guards import is_name
from multivector.grammar.date_scope import (
    BY_ANCHOR,
    BY_REPORT,
    UNRESOLVED,
    Match,
    Reading,
    Scope,
    day_number,
    how_many,
    moved,
    resolved,
    words_of,
)  # fmt: skip
from multivector.model.time import first_day, last_day


def pointed_month(match: Match, scope: Scope) -> Reading:
    """Read `last January`, `next May`, `the following June`."""
    number, which = cal.month_number(match["month"]), words_of(match, "which")
    base, basis = scope.base(which)
    month_day = f"{number:02}"
    if base is None or (len(base) < 7 and which != "that"):
        return Reading(None, UNRESOLVED, month_day)
    if which == "that":
        return resolved(cal.near(base, number, None, side="future"), basis, month_day=month_day)
    if which == "this":
        return resolved(cal.prefix(int(base[:4]), number), basis, month_day=month_day)
    back = which in ("last", "the previous")
    beside = cal.shift(base, "month", -1 if back else 1) or base
    return resolved(cal.near(beside, number, None, side="past" if back else "future"), basis, month_day=month_day)


def weekday(match: Match, scope: Scope) -> Reading | None:
    """Read a weekday: the latest one not after the report, unless words or tense say otherwise."""
    which, week = words_of(match, "which"), words_of(match, "week")
    feast = re.search(r"\b(?:Good|Black|Bloody|Easter|Holy|Ash|Palm)\s$", scope.before)
    paper = re.match(r"\s(?:Times|Telegraph|Post|Mirror|Express|Mail|Herald|World|Independent)\b", scope.after)
    if feast or paper or (not which and not week and is_name(scope.before, scope.after)):
        return None
    base, basis = scope.base(which)
    tense = scope.side
    pointed = {"this": "this", "last": "before", "the previous": "before", "next": "after", "the following": "after"}
    direction = {"last": "last week", "next": "next week"}.get(week, "this") if week else pointed.get(which, tense)
    return resolved(cal.weekday_near(base, cal.weekday_number(match["weekday"]), direction) if base else None, basis)


DAYS: Final = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
"""Words for days seen from the report's date."""


def day_word(match: Match, scope: Scope) -> Reading:
    """Read `yesterday`, `today`."""
    return moved(scope.reference, "day", DAYS[re.sub(r"\s+", " ", match.group().lower())], BY_REPORT)


_PARTS_OF_DAY: Final = ("morning", "afternoon", "evening", "night")


def _weekend(scope: Scope, which: str) -> Reading:
    """Read a weekend as its Saturday."""
    direction = {"last": "before", "next": "after"}.get(which, "past" if scope.side != "future" else "future")
    return resolved(cal.weekday_near(scope.reference, 5, direction) if scope.reference else None, BY_REPORT, span=True)


def weekend(_: Match, scope: Scope) -> Reading:
    """Read `at the weekend`."""
    return _weekend(scope, "this")


def end_of(match: Match, scope: Scope) -> Reading:
    """Read `before the end of the year`, `before the month is out`: the year or month of the report."""
    return moved(scope.reference, words_of(match, "unit") or words_of(match, "unit_out"), 0, BY_REPORT)


def since_event(match: Match, scope: Scope) -> Reading | None:
    """Read `on Friday, two days after Algiers left` and `Twelve days after the shootings he came`.

    Behind a date in its sentence the words give the older (or with `before` the later) happening, seen from that
    date; at the head of a sentence they give that of its main clause, seen from the date of the sentence before.
    """
    opens = scope.before.rstrip()[-1:] in ("", ".", "\n", "”", "?", "!")
    base = scope.beside or (scope.anchor if opens else None)
    if base is None:
        return None
    n = how_many(words_of(match, "n"))
    forward = (words_of(match, "way") == "after") is (scope.beside is None)
    unit, size = ("day", 7) if words_of(match, "unit") == "week" else (words_of(match, "unit"), 1)
    return moved(base, unit, (n if forward else -n) * size, BY_ANCHOR)


def pointed_unit(match: Match, scope: Scope) -> Reading | None:
    """Read `last month`, `later this year`, `the following week`, `the same day`, `that year`."""
    which, unit = words_of(match, "which"), words_of(match, "unit")
    if unit in _PARTS_OF_DAY or (unit == "day" and which in ("this", "last")):
        if not which.startswith(("the same", "that", "same", "the very")):
            return None
        unit = "day"
    if unit == "weekend":
        return _weekend(scope, which)
    leans = (
        "the next" if which == "next" and unit == "day" else "this" if which in ("the coming", "the current") else which
    )
    base, basis = scope.base(leans)
    back, on = ("last", "the previous", "the preceding"), ("next", "the coming", "the following", "the next")
    return moved(base, unit, -1 if which in back else 1 if which in on else 0, basis)


def ago(match: Match, scope: Scope) -> Reading:
    """Read `three days ago`: as precise as its unit."""
    return moved(scope.reference, words_of(match, "unit"), -how_many(words_of(match, "n")), BY_REPORT)


def later(match: Match, scope: Scope) -> Reading:
    """Read `two days later`, `a month earlier`: looked at from the date told before."""
    n = how_many(words_of(match, "n"))
    forward = words_of(match, "way") in ("later", "after", "afterwards", "on")
    return moved(scope.anchor, words_of(match, "unit"), n if forward else -n, BY_ANCHOR)


def edge_day(match: Match, scope: Scope) -> Reading | None:
    """Read `on the last day of that month`, `the first day of the year`."""
    which, unit = words_of(match, "which"), words_of(match, "unit")
    base, basis = scope.base(which if which not in ("the", "this") else "this")
    if base is None or len(base) < {"month": 7}.get(unit, 4):
        return Reading(None, UNRESOLVED)
    prefix = base[: {"month": 7}.get(unit, 4)]
    day = first_day(prefix) if words_of(match, "edge") == "first" else last_day(prefix)
    return Reading(day.isoformat(), basis)


def ordinal_day(match: Match, scope: Scope) -> Reading:
    """Read `on the 14th`: of the month spoken of, else the latest one before the report."""
    day, of = day_number(words_of(match, "day") or words_of(match, "nth")), words_of(match, "of")
    if of in ("this", "last", "next") and scope.reference:
        month = cal.shift(scope.reference, "month", {"last": -1, "this": 0, "next": 1}[of])
        return resolved(cal.prefix(int(month[:4]), int(month[5:7]), day) if month else None, BY_REPORT)
    if scope.anchor and len(scope.anchor) >= 7 and of != "the":
        return resolved(cal.prefix(int(scope.anchor[:4]), int(scope.anchor[5:7]), day), BY_ANCHOR)
    base = scope.reference
    if base is None or len(base) < 7:
        return Reading(None, UNRESOLVED)
    if scope.side == "past" and day > int(base[8:] or 31):
        base = cal.shift(base, "month", -1) or base
    return resolved(cal.prefix(int(base[:4]), int(base[5:7]), day), BY_REPORT)
