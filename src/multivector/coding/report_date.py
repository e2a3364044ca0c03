"""The date that a report implies: the latest day on which its text says something had happened or been published.

Dates without a year lean on the report's date, and the report's date on them. The circle is cut in three steps. The
latest date that states its year is the floor. If the first day that the text tells has no year, it is its news: it
lies where it is closest to the floor, before or behind it. From the later of the two the report's date moves on to
the next yearless day as long as each follows within a few weeks; all others lie in the year before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from multivector.coding.citations import Cited, blank
from multivector.grammar.calendars import near
from multivector.grammar.dates import Found, find_dates
from multivector.grammar.tense import Side
from multivector.model.time import first_day, last_day

_STEP: Final = dt.timedelta(days=45)
"""How far the yearless dates of one report lie from one another, at most, up to its own."""

_STEP_FROM_DATED: Final = dt.timedelta(days=20)


@dataclass(frozen=True, slots=True)
class Inferred:
    """A report's implied date (an ISO prefix) and the words that tell it, in a `citation` or the `text`."""

    date: str
    told_in: Literal["citation", "text"]
    words: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A date that lies behind the report: with its year, or only month and day; `at` is where it stands."""

    told_in: Literal["citation", "text"]
    iso: str | None
    month_day: str | None
    words: str
    at: int


def infer_date(text: str, cited: Iterable[Cited]) -> str | None:
    """Return the ISO prefix of the report's implied date, or None where the text tells no year.

    Args:
        text: The report's text.
        cited: Its citations, found without a reference date.
    """
    inferred = explain_date(text, cited)
    return inferred.date if inferred else None


def explain_date(text: str, cited: Iterable[Cited]) -> Inferred | None:
    """Return the report's implied date with the words that it rests on, or None where the text tells no year."""
    cited = list(cited)
    marks = sorted([*_citation_marks(text, cited), *_text_marks(blank(text, cited))], key=lambda mark: mark.at)
    floor = max((mark.iso for mark in marks if mark.iso), key=_order, default=None)
    if floor is None:
        return None
    days = [mark for mark in marks if mark.month_day and len(mark.month_day) > 2]
    date, told = floor, next(mark for mark in marks if mark.iso == floor)
    told_days = [mark for mark in marks if len(mark.iso or mark.month_day or "") in (5, 10)]
    news = next(iter(told_days or marks), None)
    if news and news.month_day and _order(opening := _near(news, floor, "closest") or floor) > _order(floor):
        date, told = opening, news
    while step := min(
        ((iso, n) for n, mark in enumerate(days) if (iso := _soon_after(mark, date, dated=told.iso is not None))),
        default=None,
    ):
        date, told = step[0], days[step[1]]
    sources = [mark for mark in marks if mark.told_in == "citation"]
    return _after_dated(sources, date) or Inferred(date, told.told_in, told.words)


def _after_dated(sources: list[_Mark], date: str) -> Inferred | None:
    """Return the latest yearless source where only the newest would state its year.

    Who cites `September 5, 2023` beside `January 19` and `June 3` states the year because it is not the report's: the
    sources without a year lie behind it.
    """
    dated = [mark.iso for mark in sources if mark.iso and len(mark.iso) == 10]
    yearless = [mark for mark in sources if mark.month_day and len(mark.month_day) == 5]
    if len(yearless) < 2 or not dated or max(dated) != date:
        return None
    found = [(iso, n) for n, mark in enumerate(yearless) if (iso := _near(mark, date, "future"))]
    if not found:
        return None
    iso, n = max(found)
    return Inferred(iso, "citation", yearless[n].words)


def _order(iso: str) -> tuple[dt.date, int]:
    return first_day(iso), len(iso)


def _citation_marks(text: str, cited: Iterable[Cited]) -> list[_Mark]:
    return [
        _Mark("citation", place.citation.date, place.month_day, text[slice(*place.citation.span)], place.bracket[0])
        for place in cited
        if place.citation.date or place.month_day
    ]


def _text_marks(text: str) -> list[_Mark]:
    return [
        _Mark("text", iso, None if iso else found.month_day, text[slice(*found.span)], found.span[0])
        for found in find_dates(text)
        if (found.iso or found.month_day) and _lies_behind(text, found)
        for iso in (found.last or found.iso,)  # days of talks that are told lie behind to the last
    ]


def _lies_behind(text: str, found: Found) -> bool:
    """Whether the text says that the date has come: no target, nothing ahead; a bare year only as `in 2024`.

    Yearless dates that go on an older story (`signed in June 2018; in January`) say nothing new.
    """
    of_story = found.basis == "date before" and found.month_day is not None
    relative = re.search(r"\b(?:last|this|next)\b", text[slice(*found.span)])
    before = text[text.rfind("\n", 0, found.span[0]) + 1 : found.span[0]]
    heads_line = len(before) < 60 and not re.search(r"\b(?i:on|in|by|from|until|to)\s(?:the\s)?$|[.!?]\s", before)
    ahead = found.future and not (heads_line and found.basis == "told")
    if ahead or found.kind == "deadline" or of_story or relative:
        return False
    if found.iso is None or len(found.iso) > 4 or found.basis == "date before":
        return True
    return found.kind != "start" and text[: found.span[0]].rstrip().endswith(("in", "In"))


def _near(mark: _Mark, reference: str, side: Side) -> str | None:
    month, _, day = (mark.month_day or "").partition("-")
    return near(reference, int(month), int(day) if day else None, side=side)


def _soon_after(mark: _Mark, date: str, *, dated: bool) -> str | None:
    """Return the yearless date where it follows another one by a few weeks, or a dated one by less."""
    iso = _near(mark, (last_day(date) + dt.timedelta(days=1)).isoformat(), "future")
    return iso if iso and first_day(iso) - last_day(date) <= (_STEP_FROM_DATED if dated else _STEP) else None
