"""Names of months, weekdays and eras, and the arithmetic of dates that are known only to the month or year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

from multivector.model.time import first_day, last_day

MONTHS: Final = tuple(name.lower() for name in calendar.month_name)[1:]
WEEKDAYS: Final = tuple(name.lower() for name in calendar.day_name)
HIJRI: Final = (
    r"Muharram", r"Safar",
    r"Rabi['’]?[ -](?:al-)?(?:[Aa]wwal|I)", r"Rabi['’]?[ -](?:al-|[ae]th-)?(?:[Tt]hani|[Aa]khir|II)",
    r"Jumada[ -](?:al-)?(?:[AaUu](?:ww|l)\w*|I)", r"Jumada[ -](?:al-|[ae]th-)?(?:[Tt]hani\w*|[Aa]khir\w*|II)",
    r"Rajab", r"Sha['’]?ban", r"Ramadan", r"Shawwal",
    r"(?:Dhu|Zul)[ -]?(?:al-|['’]?l-)?[QK]\w+", r"(?:Dhu|Zul)[ -]?(?:al-|['’]?l-)?H\w+",
)  # fmt: skip
"""The months of the Islamic calendar in order, as patterns of their usual spellings."""
ERAS: Final = {"BE": -543, "Reiwa": 2018, "Heisei": 1988, "Showa": 1925, "Minguo": 1911, "Juche": 1911, "SH": 621}
"""What is added to the year of an era to reach the Gregorian year in which it begins."""


def month_number(name: str) -> int:
    """Return 1-12 for a month's name or its usual abbreviation."""
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def weekday_number(name: str) -> int:
    """Return 0-6, Monday first, for a weekday's name or its usual abbreviation."""
    return next(n for n, day in enumerate(WEEKDAYS) if day.startswith(name.lower()[:3]))


def prefix(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Return the ISO prefix, without the day where the month has no such day; None where there is no such month."""
    if not 1 <= year <= 9999 or not 1 <= (month or 1) <= 12:
        return None
    if month is None:
        return f"{year:04}"
    exists = day is not None and 1 <= day <= calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}" + (f"-{day:02}" if exists else "")


def shift(iso: str, unit: str, n: int) -> str | None:
    """Move an ISO prefix by `n` units; the answer is as precise as the unit allows, and never more than `iso` is.

    Args:
        iso: ISO prefix.
        unit: day, week, month, quarter, year or decade. A week's answer is the month of that week's Monday.
        n: How many units later; negative is earlier.

    Returns:
        The ISO prefix, or None where `iso` is not precise enough or the calendar ends.
    """
    if unit in ("day", "week"):
        return _by_days(iso, unit, n)
    if unit in ("month", "quarter"):
        if len(iso) < 7:
            return None
        months = int(iso[:4]) * 12 + int(iso[5:7]) - 1 + n * (3 if unit == "quarter" else 1)
        return prefix(months // 12, months % 12 + 1)
    return prefix(int(iso[:4]) + n * (10 if unit == "decade" else 1))


def _by_days(iso: str, unit: str, n: int) -> str | None:
    if len(iso) < 10:
        return None if n else iso
    day = dt.date.fromisoformat(iso)
    try:
        if unit == "day":
            return (day + dt.timedelta(days=n)).isoformat()
        return (day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=n)).isoformat()[:7]
    except OverflowError:
        return None


def weekday_near(iso: str, weekday: int, direction: str) -> str | None:
    """Return the day of that weekday by a reference day.

    Args:
        iso: The reference; only a full date gives an answer.
        weekday: 0 for Monday.
        direction: `past` the latest not after the reference, `before` the latest before it, `after` the first after
            it, `future` the first not before it, `closest` the nearer of these, `this` the one in the reference's
            week, `last week` and `next week` those in the weeks beside it.
    """
    if len(iso) < 10:
        return None
    day = dt.date.fromisoformat(iso)
    back, monday = (day.weekday() - weekday) % 7, -day.weekday()
    days = {
        "past": -back, "before": -(back or 7), "future": (7 - back) % 7, "after": 7 - back,
        "closest": -back if back <= 3 else 7 - back,
        "this": monday + weekday, "last week": monday + weekday - 7, "next week": monday + weekday + 7,
    }[direction]  # fmt: skip
    try:
        return (day + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def near(reference: str, month: int, day: int | None, *, side: str) -> str | None:
    """Return the date of a day or month told without a year.

    Args:
        reference: ISO prefix of the day from which it is looked at.
        month: 1-12.
        day: 1-31, or None where only the month is told.
        side: `past` the latest that does not begin after the reference, `future` the first that does not end before
            it, `closest` whichever is nearer.
    """
    year = int(reference[:4])
    found = [iso for offset in (-1, 0, 1) if (iso := prefix(year + offset, month, day))]
    past = [iso for iso in found if first_day(iso) <= last_day(reference)]
    future = [iso for iso in found if last_day(iso) >= first_day(reference)]
    if side == "closest" and past and future:
        gap_back = max(0, (first_day(reference) - last_day(past[-1])).days)
        return past[-1] if gap_back <= (first_day(future[0]) - last_day(reference)).days else future[0]
    if side == "future":
        return future[0] if future else None
    return past[-1] if past else None


def hijri_month(year: int, month: int) -> str:
    """Return the Gregorian month in which a month of the tabular Islamic calendar begins (Reingold and Dershowitz)."""
    days = -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30 + 227015
    return dt.date.fromordinal(days).isoformat()[:7]


def hijri_number(name: str) -> int:
    """Return 1-12 for the name of an Islamic month."""
    return next(n for n, form in enumerate(HIJRI, 1) if re.fullmatch(form, name))
