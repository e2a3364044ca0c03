"""Dates told in English text, resolved to ISO prefixes as precise as the words.

Three things are told apart: what the words state, what they leave to the report's date (`December 28`, `on Tuesday`,
`last month`) and what they leave to the date told before (`the following month`). Without a report date the second
kind stays unresolved, with its month and day kept, so that the text can be read again once the date is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from typing import Final, Literal

from multivector.grammar.calendars import month_number
from multivector.grammar.date_forms import FORMS
from multivector.grammar.date_scope import NO_DATE, Reading, Scope, year_told
from multivector.grammar.numbers import GAP
from multivector.grammar.tense import BOUND, Side, side_of
from multivector.model import Span

Kind = Literal["point", "span", "deadline", "start"]

_REACH: Final = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression.

    `iso` is the date as precisely as told, None where it can't be resolved; a span of days gives its first day and a
    part of a year its year. `basis` says what it rests on: `told`, `report date`, `date before`, `date after` (the
    year of the date it is listed with) or `unresolved`. `kind` is `deadline` behind words like by and until, `start`
    behind since and from, `span` where it lasts, else `point`; `preposition` is that word. `month_day` is `01-18` or
    `01` for days and months, `last` the end of a span, `period` its form in claims (`2023-Q1`, `1990/1999`), `future`
    whether the words around look ahead.
    """

    span: Span
    iso: str | None
    basis: str
    kind: Kind = "point"
    month_day: str | None = None
    last: str | None = None
    period: str | None = None
    future: bool = False
    preposition: str | None = None


@dataclass(slots=True)
class _Memory:
    """What the reader has in mind: the date told before, the last one that had its year, and where they stood."""

    anchor: str | None
    end: int = 0
    side: Side = "past"
    dated: str | None = None

    def see(self, found: Found, side: Side, *, yearly: bool = False) -> None:
        """Take notice of a date; `yearly` says that its year was told as `last year`."""
        if found.kind != "deadline" and (found.iso or found.month_day):
            self.anchor = found.iso
        stated = yearly or found.basis in ("told", "date before", "date after")
        self.dated = found.iso if stated else None
        self.end, self.side = found.span[1], side


def find_dates(
    text: str, reference: str | None = None, *, future: bool = False, anchor: str | None = None
) -> list[Found]:
    """Return the dates of a text in order.

    Args:
        text: Any English text.
        reference: ISO prefix of the report's date, from which relative and yearless expressions are seen; None leaves
            them unresolved.
        future: Whether yearless dates lie ahead of the reference; else the words around each of them decide, and they
            lie behind it where those say nothing.
        anchor: ISO prefix of the date that was told before this text, for `the following month`.
    """
    found: list[Found] = []
    candidates, day_first, memory, taken = _candidates(text), _day_first(text), _Memory(anchor), 0
    ordered = list(candidates)
    while candidates:
        candidate = heappop(candidates)
        match, form = candidate.match, FORMS[candidate.form]
        if match.start() < taken:
            _push(candidates, text, candidate.form, taken, match.end())
            continue
        place = bisect_left(ordered, match.end(), key=lambda other: other.start)
        after = ordered[place].match if place < len(ordered) else None
        side: Side = "future" if future else _side(text, match, memory, after)
        scope = _scope(text, match, memory, reference, side, _year_after(text, match, after), day_first=day_first)
        reading = form.read(match, scope)
        if reading is None:
            continue
        taken = match.end()
        if reading is not NO_DATE:
            found.append(_found(text, match.span(), reading, ahead=side != "past"))
            memory.see(found[-1], side, yearly=bool(match.groupdict().get("yearly")))
            if len(found) > 1 and (whole := _joined(text, found[-2], found[-1])):
                found[-2:] = [whole]
                memory.see(whole, side)
    return found


@dataclass(frozen=True, slots=True, order=True)
class _Candidate:
    """A match of a form; they are read by place, the longest first, then in the order of the forms."""

    start: int
    minus_end: int
    form: int
    match: re.Match[str] = field(compare=False)


def _candidates(text: str) -> list[_Candidate]:
    """Return the matches of all forms, sorted, and thus a heap."""
    return sorted(
        _Candidate(match.start(), -match.end(), n, match)
        for n, form in enumerate(FORMS)
        for match in form.pattern.finditer(text)
    )


def _push(candidates: list[_Candidate], text: str, form: int, start: int, end: int) -> None:
    """Look again behind words that are taken, within a match that began among them (`No. 31 - 3 August 2023`)."""
    match = FORMS[form].pattern.search(text, start) if start < end else None
    if match and match.start() < end:
        heappush(candidates, _Candidate(match.start(), -match.end(), form, match))


def _scope(
    text: str,
    match: re.Match[str],
    memory: _Memory,
    reference: str | None,
    side: Side,
    year: int | None,
    *,
    day_first: bool,
) -> Scope:
    before, after = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
    same_sentence = _same_sentence(text, memory, match)
    same_paragraph = "\n" not in text[memory.end : match.start()]
    return Scope(
        reference, memory.anchor, side, year, day_first, before, after,
        beside=memory.anchor if same_sentence else None,
        story=memory.dated if same_sentence or same_paragraph else None,
        same_sentence=same_sentence,
    )  # fmt: skip


_STOP: Final = re.compile(r"[.!?][”\"’')\]]*\s+[A-Z“\"]|\n")


def _same_sentence(text: str, memory: _Memory, match: re.Match[str]) -> bool:
    """Whether the date before stands in the sentence of this one, whose first letter may begin a new one."""
    return memory.end > 0 and not _STOP.search(text, memory.end, match.start() + 1)


def _day_first(text: str) -> bool:
    """Whether `2/5/2019` has the day first here: as in the unmistakable dates of the text, else as it writes months."""
    pairs = [(int(a), int(b)) for a, b in re.findall(r"(?<![\w./])(\d{1,2})/(\d{1,2})/\d{4}(?![\w/])", text)]
    first, second = sum(a > 12 for a, _ in pairs), sum(b > 12 for _, b in pairs)
    if first != second:
        return first > second
    american = len(re.findall(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d", text))
    return american <= len(re.findall(r"\b\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d", text))


def _year_after(text: str, here: re.Match[str], there: re.Match[str] | None) -> int | None:
    """Return the year stated by the next date where both are told together: `28 February to 2 March 2024`."""
    if there is None or not _TOGETHER.fullmatch(text, here.end(), there.start()):
        return None
    year, months = year_told(there), [match.groupdict().get("month") for match in (here, there)]
    if year is None or not all(months):
        return None
    first, second = (month_number(name) for name in months if name)
    return year - (first > second)


_TOGETHER: Final = re.compile(
    rf"[^\S\n]?[-–—/,][^\S\n]?|,?{GAP}(?:to|until|till|through|and|or){GAP}(?:(?:again{GAP})?(?:on|in){GAP})?"
)
_FROM: Final = re.compile(
    rf"\b(?P<bound>(?i:since|from|as{GAP}(?:of|from)|starting|beginning|effective))(?:{GAP}(?:in|on|from))?"
    rf"(?:{GAP}(?:early|mid|late))?(?:{GAP}the)?{GAP}$"
)
_DONE_BY: Final = re.compile(r"[^;\n]{0,90}?\b(?:had|was|were|[a-z]+ed)\b")


def _found(text: str, span: Span, reading: Reading, *, ahead: bool) -> Found:
    before = text[max(0, span[0] - _REACH) : span[0]]
    until, since = BOUND.search(before), _FROM.search(before)
    if until and until["bound"] == "By" and _DONE_BY.match(text, span[1]):
        until, ahead = None, False  # `By March 1957 relations had recovered`
    kind: Kind = "deadline" if until else "start" if since else "span" if reading.span else "point"
    bound = until or since
    return Found(
        span, reading.iso, reading.basis, kind, reading.month_day, reading.last, reading.period, ahead,
        re.sub(r"\s+", " ", bound["bound"]).lower() if bound else None,
    )  # fmt: skip


def _joined(text: str, first: Found, second: Found) -> Found | None:
    """Make one span of two dates that are its ends: `from May to July 2023`, `between 3 May and 8 June`."""
    between = text[first.span[1] : second.span[0]]
    if re.fullmatch(rf"{GAP}and{GAP}(?:the{GAP})?", between):
        if not re.search(rf"\bbetween{GAP}(?:the{GAP})?$", text[: first.span[0]][-20:], re.IGNORECASE):
            return None
    elif not re.fullmatch(rf"[^\S\n]?[-–—][^\S\n]?|{GAP}(?:to|until|till|through){GAP}(?:the{GAP})?", between):
        return None
    if (first.iso and second.iso and (len(first.iso) != len(second.iso) or first.iso > second.iso)) or first.last:
        return None
    if len(first.month_day or "") != len(second.month_day or ""):
        return None
    period = f"{first.iso}/{second.iso}" if first.iso and second.iso else None
    return replace(first, span=(first.span[0], second.span[1]), kind="span", last=second.iso, period=period)


def _side(text: str, match: re.Match[str], memory: _Memory, following: re.Match[str] | None) -> Side:
    """Tell whether a yearless date lies ahead of the report; behind it where nothing is said."""
    if re.search(r"\b[Ss]ince(?:\s\w+)?\s$", text[max(0, match.start() - 20) : match.start()]):
        return "past"
    stops = [stop.end() - 1 for stop in _STOP.finditer(text, max(0, match.start() - 400), match.start() + 1)]
    stop = following.start() if following else len(text)
    opening, previous = max([*stops, memory.end]), memory.side if _same_sentence(text, memory, match) else None
    return side_of(text, match.start(), match.end(), opening, stop, previous) or "past"
