"""Spans of time to count dealings in: quarters where most are recent and dated, else years, else decades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from multivector.briefs.dealings import quarter
from multivector.model import Event

Scale = Literal["quarter", "year", "decade"]

_QUARTERS = 12
_YEARS = 24


def scale(events: Sequence[Event]) -> Scale:
    """Return the span that suits dated dealings: quarters if half of them fall in the last twelve, else years.

    Years give way to decades where more than twenty-four would be drawn.
    """
    recent = [event for event in events if _recent(event, events)]
    if 2 * len(recent) >= len(events):
        return "quarter"
    years = [int(_year(event)) for event in events]
    return "year" if max(years) - min(years) < _YEARS else "decade"


def counts(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Return the dealings by span, each span from the first to the last, those without any among them.

    On the scale of quarters, what lies before the last twelve is bundled as `earlier`, and a dealing of which only the
    year is told stands under its year alone.
    """
    kind = scale(events)
    first = _first_quarter(events)
    names = [_name(event, kind, first) for event in events]
    order = dict.fromkeys(sorted({*names, *_between(events, kind, first)}, key=_order))
    return {label: [event for event, name in zip(events, names, strict=True) if name == label] for label in order}


def _year(event: Event) -> str:
    return (event.date or "")[:4]


def _number(event: Event) -> int | None:
    found = quarter(event)
    return found[0] * 4 + found[1] - 1 if found else None


def _first_quarter(events: Sequence[Event]) -> int:
    newest = max(int(_year(event)) * 4 if (number := _number(event)) is None else number for event in events)
    return newest - _QUARTERS + 1


def _recent(event: Event, events: Sequence[Event]) -> bool:
    number = _number(event)
    return number is not None and number >= _first_quarter(events)


def _name(event: Event, kind: Scale, first: int) -> str:
    if kind != "quarter":
        return _year(event) if kind == "year" else f"{_year(event)[:3]}0s"
    number = _number(event)
    if number is None:
        return _year(event) if int(_year(event)) * 4 >= first else "earlier"
    return _quarter_name(number) if number >= first else "earlier"


def _quarter_name(number: int) -> str:
    return f"Q{number % 4 + 1} {number // 4}"


def _between(events: Sequence[Event], kind: Scale, first: int) -> list[str]:
    if kind == "quarter":
        numbers = [number for event in events if (number := _number(event)) is not None and number >= first]
        return [_quarter_name(number) for number in range(min(numbers), first + _QUARTERS)]
    years = [int(_year(event)) for event in events]
    if kind == "year":
        return [str(year) for year in range(min(years), max(years) + 1)]
    return [f"{year // 10}0s" for year in range(min(years) // 10 * 10, max(years) + 1, 10)]


def _order(label: str) -> tuple[int, int]:
    if label == "earlier":
        return 0, 0
    if label.startswith("Q"):
        return int(label[3:]), int(label[1])
    return int(label.rstrip("s")), 0
