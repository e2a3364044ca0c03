"""What dealings have in common: whether they took place, their tone, the time they fall in."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, Literal

from multivector.measures import scores
from multivector.model import Event
from multivector.model.time import first_day, last_day

Tone = Literal["co-operative", "conflictive", "neither"]

TONE_SOURCE: Final = "PLOVER manual (2024): sign of the score of mode or type"
"""Where the tone of a dealing comes from."""


def tone(event: Event) -> Tone:
    """Return whether a dealing is co-operative or conflictive: by the sign of its PLOVER score, mode before type."""
    table = _scores()
    score = table.get((event.type, event.mode or ""), table[event.type, ""])
    return "co-operative" if score > 0 else "conflictive" if score < 0 else "neither"


@functools.cache
def _scores() -> dict[tuple[str, str], Decimal]:
    return {(row["type"], row["mode"]): Decimal(row["score"]) for row in scores.rows() if row["score"]}


def happened(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the dealings that took place or are under way; plans and possibilities are left out."""
    return tuple(event for event in events if event.status in ("occurred", "ongoing"))


def of_tone(events: Iterable[Event], wanted: Tone) -> tuple[Event, ...]:
    """Return the dealings of one tone."""
    return tuple(event for event in events if tone(event) == wanted)


def within(events: Iterable[Event], start: dt.date, end: dt.date) -> tuple[Event, ...]:
    """Return the dealings that fall between two days, both included, however imprecise their date."""
    dated = ((event, event.date) for event in events if event.date)
    return tuple(event for event, date in dated if start <= first_day(date) and last_day(date) <= end)


def year_to(as_of: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the twelve months that end with a date."""
    end = last_day(as_of)
    return _a_year_earlier(end) + dt.timedelta(days=1), end


def year_before(as_of: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the twelve months before those that end with a date."""
    start, _ = year_to(as_of)
    end = start - dt.timedelta(days=1)
    return _a_year_earlier(end) + dt.timedelta(days=1), end


def _a_year_earlier(day: dt.date) -> dt.date:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last))


def quarter(event: Event) -> tuple[int, int] | None:
    """Return the year and quarter that a dealing falls in, or None where its date does not tell."""
    if not event.date or len(event.date) < 7:
        return None
    return int(event.date[:4]), (int(event.date[5:7]) + 2) // 3


def sectors(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the sectors that dealings touch, in order of name."""
    return tuple(sorted({sector for event in events for sector in event.sectors}))
