"""Dates as prefixes of ISO 8601 (`2024`, `2024-03`, `2024-03-11`): the length is the precision."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_date(text: str) -> bool:
    """Whether the text is a date prefix that exists in the calendar."""
    match = _ISO.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def first_day(iso: str) -> dt.date:
    """Return the first day that the prefix allows."""
    return dt.date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])


def last_day(iso: str) -> dt.date:
    """Return the last day that the prefix allows."""
    first = first_day(iso)
    if len(iso) == 4:
        return first.replace(month=12, day=31)
    if len(iso) == 7:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two dates can be one day: one is unknown or a prefix of the other."""
    return not a or not b or a.startswith(b) or b.startswith(a)
