"""Spans of time to count dealings in: quarters where most are recent and dated, else years, else decades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from multivector.briefs.dealings import quarter
from multivector.model import Event
from multivector.model.time import last_day

Scale = Literal["quarter", "year", "decade"]

_QUARTERS = 12
_YEARS = 24


def scale(events: Sequence[Event], until: str | None = None) -> Scale:
    """Return the span that suits dated dealings: quarters if half of them fall in the last twelve, else years.

    Years give way to decades where more than twenty-four would be drawn. The last quarter is that of `until` (the date
    of the newest report), or that of the newest dealing where none is later.
    """
    window = _window(events, until)
    recent = [event for event in events if _number(event) in window]
    if 2 * len(recent) >= len(events):
        return "quarter"
    years = [int(_year(event)) for event in events]
    return "year" if max(years) - min(years) < _YEARS else "decade"


def counts(events: Sequence[Event], until: str | None = None) -> dict[str, list[Event]]:
    """Return the dealings by span, each span from the first to the last, those without any among them.

    On the scale of quarters, what lies before the last twelve is bundled as `older`, what lies after `until` as
    `newer`, and a dealing of which only the year is told stands under its year alone.
    """
    kind, window = scale(events, until), _window(events, until)
    names = [_name(event, kind, window) for event in events]
    order = sorted({*names, *_between(events, kind, window)}, key=_order)
    return {label: [event for event, name in zip(events, names, strict=True) if name == label] for label in order}


def _year(event: Event) -> str:
    return (event.date or "")[:4]


def _number(event: Event) -> int | None:
    found = quarter(event)
    return found[0] * 4 + found[1] - 1 if found else None


def _window(events: Sequence[Event], until: str | None) -> range:
    newest = max(int(_year(event)) * 4 if (number := _number(event)) is None else number for event in events)
    if until:
        day = last_day(until)
        newest = min(newest, day.year * 4 + (day.month - 1) // 3)
    return range(newest - _QUARTERS + 1, newest + 1)


def _name(event: Event, kind: Scale, window: range) -> str:
    if kind != "quarter":
        return _year(event) if kind == "year" else f"{_year(event)[:3]}0s"
    number, year = _number(event), int(_year(event)) * 4
    if number is None:
        return _year(event) if window.start <= year <= window[-1] else _beside(year, window)
    return _quarter_name(number) if number in window else _beside(number, window)


def _beside(number: int, window: range) -> str:
    return "older" if number < window.start else "newer"


def _quarter_name(number: int) -> str:
    return f"Q{number % 4 + 1} {number // 4}"


def _between(events: Sequence[Event], kind: Scale, window: range) -> list[str]:
    if kind == "quarter":
        numbers = [number for event in events if (number := _number(event)) in window and number is not None]
        return [_quarter_name(number) for number in range(min(numbers, default=window.stop), window.stop)]
    years = [int(_year(event)) for event in events]
    if kind == "year":
        return [str(year) for year in range(min(years), max(years) + 1)]
    return [f"{year // 10}0s" for year in range(min(years) // 10 * 10, max(years) + 1, 10)]


def _order(label: str) -> tuple[int, int]:
    ends = {"older": (0, 0), "newer": (9999, 9)}
    if label in ends:
        return ends[label]
    return (int(label[3:]), int(label[1])) if label.startswith("Q") else (int(label.rstrip("s")), 0)
