"""Dates that a head states: those of the report itself, not of what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from multivector.grammar.dates import find_dates
from multivector.model import Span
from multivector.reports.head.words import is_label, is_name, outlet_noun, words

_MONTHS: Final = re.compile(r"\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b")
_MONTH: Final = r"((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)\.?"
_RARE: Final = (
    (re.compile(r"\b(\d\d)\d{4}Z ([A-Za-z]{3}) (\d\d)\b(?!\d)"), r"\1 \2 20\3"),
    (re.compile(r"\b(\d\d)\d{4}Z ([A-Za-z]{3}) ((?:19|20)\d\d)\b"), r"\1 \2 \3"),
    (re.compile(r"\b((?:19|20)\d\d)[/.](\d\d)[/.](\d\d)\b"), r"\1-\2-\3"),
    (re.compile(r"\b(\d{1,2})-([A-Z][a-z]{2,8})-((?:19|20)\d\d)\b"), r"\1 \2 \3"),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th) day of {_MONTH},? ((?:19|20)\d\d)\b"), r"\1 \2 \3"),
    (re.compile(rf"\b(\d{{1,2}})[ -]{_MONTH}[ -]'?(\d\d)\b(?![:.h\d])"), r"\1 \2 20\3"),
    (re.compile(r"\b(\d\d)([/.])(\d\d)\2([012]\d)\b(?![:.h/\d])"), r"\1.\3.20\4"),
)
"""Rarer forms of dates and their usual one: groups of dates and times, years in front, days of months, short years."""

_GROUP: Final = re.compile(r"\d{6}Z ")
_NUMBERED: Final = re.compile(r"\b(?:no|nr|number|vol|volume|issue|est)\b\.?:? *(?:\d+|[IVXLC]+\b)", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:^|[,;|—–:/(·•*>\]-]|\s{3,})\s*(?:to\s+)?$")
_AFTER: Final = re.compile(
    r"\s*(?:$|\s{2}|[,;|—–/()·•*>.[-]|(?:at\s+)?\d{1,2}[:.h]\d\d|updated\b|(?i:in|by)\s+[A-Z])", re.IGNORECASE
)
_ISSUE: Final = re.compile(r"(?:no|nr|number|vol|volume|issue|week)\b.{0,12}$", re.IGNORECASE)
_SESSION: Final = re.compile(
    r"\b(?:sitting|plenary|session|debate|proceedings|hearing|edition|issue|briefing|conference|minutes|record|meeting"
    r"|held|convened|delivered|recorded|given)s? (?:of|on)(?: [A-Z][a-z]+day,?)?\s*$",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r"\b(?:week|fortnight|month|period)\b.{0,5}\b(?:to|of|ending)\W*\w*\W*$", re.IGNORECASE)
_PERIOD: Final = re.compile(
    r"\b(?:events|news|developments|dealings|happenings) (?:of|from|between|on)\s*$", re.IGNORECASE
)
_PLACED: Final = re.compile(r".*\((?:[A-Z][\w'’-]*[ ,]*){1,3}$")
_UNTIL: Final = re.compile(r"\b(?:received|until|through|up to|as (?:of|at))\b[\w\s:.,]*$", re.IGNORECASE)
_TODAY: Final = re.compile(r"\btoday,? \(?([^().;]{6,30})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date in a line of the head and the stretch of the line that it takes up.

    `strength` is 3 where a word says that it is the report's (`Published`), 2 where it stands by itself, 1 where it is
    that of the session reported on.
    """

    iso: str
    start: int
    end: int
    strength: int


def stated_date(line: str) -> Stated | None:
    """Return the date of the report that a line of its head states: the first of the strongest kind; else None.

    A span (the week of a digest) gives its last day. A date to the year alone is none.
    """
    found = [Stated(iso, *span, strength) for iso, span in _dates(line) if (strength := _strength(line, span))]
    return max(found, key=lambda stated: stated.strength, default=None)


def _dates(line: str) -> Iterator[tuple[str, Span]]:
    """Yield the dates told in a line, to the month at least; numbers of issues are none."""
    taken: list[Span] = []
    for form, usual in _RARE:
        for match in form.finditer(line):
            iso = _day(match.expand(usual).title())
            if iso and not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield iso, match.span()
    plain = _NUMBERED.sub(lambda m: " " * len(m.group()), line)
    for date in find_dates(_MONTHS.sub(lambda m: m.group().capitalize(), plain)):
        iso = date.last or date.iso
        if date.basis not in ("told", "date after") or iso is None or len(iso) < 7:
            continue
        if not any(start < date.span[1] and date.span[0] < end for start, end in taken):
            yield iso, date.span


def _day(words_: str) -> str | None:
    return next((date.iso for date in find_dates(words_) if date.iso and len(date.iso) == 10), None)


def _strength(line: str, span: Span) -> int:
    """Return how surely a date in a line is the report's, 0 if it is not."""
    before, after = line[: span[0]], line[span[1] :]
    if _PLACED.fullmatch(before) and after.strip() == ")":
        return 1
    if before.count("(") > before.count(")") and not _is_bracket_of_issue(before, after):
        return 0
    if _GROUP.match(line, span[0]):
        return 3
    said = re.search(r"(\w+)\W*(?:on|at|to|of|for)?\W*$", before, re.IGNORECASE)
    if said and said[1].casefold() in words("stating") and not _tells_of_other(before, said[1], after):
        return 2 if said[1].casefold() in ("updated", "modified", "revised") else 3
    if _PERIOD.search(before) or (_AFTER.match(after) and _may_precede(before)):
        return 2
    return 1 if _SESSION.search(before) or _SPAN.search(before) or _UNTIL.search(before) else 0


def _is_bracket_of_issue(before: str, after: str) -> bool:
    """`Risk Letter, Number 50 (18 December 2020)`, or a bracket that fills the line."""
    issue, _, inside = before.rpartition("(")
    if not after.lstrip().startswith(")") or inside.strip():
        return not issue.strip() and ")" in after
    name = _NUMBERED.sub("", issue).strip(" ,")
    return not issue.strip() or bool(_NUMBERED.search(issue)) or (is_name(name) and outlet_noun(name))


def _tells_of_other(before: str, word: str, after: str) -> bool:
    """`Letter dated 3 May from ...`: the date of what the report is about; `Press release dated` is its own."""
    if word.casefold() not in ("dated", "issued", "released"):
        return False
    subject = re.split(r"[|,;:/–—-]\s*", before[: before.rfind(word)])[-1].strip(" (")
    return not _AFTER.match(after) or not (not subject or is_label(subject))


def _may_precede(before: str) -> bool:
    """Whether a date that follows these words in a line of its own is that of the text."""
    if _BEFORE.search(before) or _ISSUE.search(before) or re.match(r"by .* on $", before, re.IGNORECASE):
        return True
    name = re.sub(r"\s+(?:of|from)$", "", before.strip())
    return is_label(name) or (is_name(name) and outlet_noun(name))


def plain_date(words_: str) -> str | None:
    """Return the day that the words tell in full, if any."""
    return next((iso for iso, _ in _dates(words_) if len(iso) == 10), None)


def today(line: str) -> str | None:
    """Return the day that a line calls today: `met today, 5 March 2024`."""
    return next((iso for match in _TODAY.finditer(line) if (iso := plain_date(match[1]))), None)
