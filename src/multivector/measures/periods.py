"""Months, quarters and years: which one a dealing falls in, and which lie between two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, get_args

By = Literal["month", "quarter", "year"]
KINDS: tuple[str, ...] = get_args(By)


def label(day: dt.date, by: By) -> str:
    """Return the period a day falls in: `2024`, `2024-Q1`, `2024-03`."""
    if by == "year":
        return f"{day.year:04d}"
    if by == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return f"{day.year:04d}-{day.month:02d}"


def of_span(first: dt.date | None, last: dt.date | None, by: By) -> str | None:
    """Return the period that holds both days, or None: a dealing told by its year alone falls in no month."""
    if first is None or last is None:
        return None
    period = label(first, by)
    return period if period == label(last, by) else None


def between(first: str, last: str, by: By) -> Iterator[str]:
    """Yield all periods from the first to the last, both included."""
    step = {"year": 12, "quarter": 3, "month": 1}[by]
    at, end = _month(first), _month(last)
    while at <= end:
        yield label(dt.date(at // 12, at % 12 + 1, 1), by)
        at += step


def _month(period: str) -> int:
    """Return the number of the first month of a period, counted from the year 0."""
    year, _, rest = period.partition("-")
    if not rest:
        return int(year) * 12
    return int(year) * 12 + ((int(rest[1:]) - 1) * 3 if rest.startswith("Q") else int(rest) - 1)
