"""What dealings have in common: whether they took place, their tone, the time they fall in."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

from multivector.model import Event
from multivector.model.time import first_day, last_day

Tone = Literal["co-operative", "conflictive", "neither"]

_CO_OPERATIVE: Final = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_NEITHER: Final = frozenset({("REQUEST", None), ("REQUEST", "meet"), ("REQUEST", "assist")})
TONE_SOURCE: Final = "PLOVER manual (2024): classes of co-operation and of conflict"
"""Where the tone of a dealing comes from."""


def tone(event: Event) -> Tone:
    """Return whether a dealing is co-operative or conflictive by the quad classes of PLOVER.

    Asking for help or a meeting scores zero or more there, though requests stand among conflict: it is neither.
    """
    if (event.type, event.mode) in _NEITHER:
        return "neither"
    return "co-operative" if event.type in _CO_OPERATIVE else "conflictive"


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
