"""Dates that a head states: those of the report itself, not of what it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from multivector.grammar.dates import Found, find_dates
from multivector.reports.head.words import words

_MONTHS: Final = re.compile(r"\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b")
_SLASHES: Final = re.compile(r"\b((?:19|20)\d\d)/(\d\d)/(\d\d)\b")
_DASHES: Final = re.compile(r"\b(\d{1,2})-([A-Z][a-z]{2,8})-((?:19|20)\d\d)\b")
_NUMBERED: Final = re.compile(r"\b(?:no|nr|number|vol|volume|issue)\b\.?:? *\d+", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:^|[,;|—–:/(·•\]-])\s*$")
_AFTER: Final = re.compile(r"\s*(?:$|[,;|—–/()·•.[-]|(?:at\s+)?\d{1,2}[:.h]\d\d|updated\b)", re.IGNORECASE)
_ISSUE: Final = re.compile(r"(?:no|nr|number|vol|volume|issue|week)\b.{0,12}$", re.IGNORECASE)
_SESSION: Final = re.compile(
    r"\b(?:sitting|plenary|session|debates?|proceedings|hearing|edition)s? (?:of|on)\s*$", re.IGNORECASE
)


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
    found = [stated for date in find_dates(_usual(line)) if (stated := _stated(line, date))]
    return max(found, key=lambda stated: stated.strength, default=None)


def _usual(line: str) -> str:
    """Return the line with rarer forms of dates in their usual one and numbers of issues blank, length kept."""
    line = _NUMBERED.sub(lambda m: " " * len(m.group()), line)
    line = _MONTHS.sub(lambda m: m.group().capitalize(), line)
    return _DASHES.sub(r"\1 \2 \3", _SLASHES.sub(r"\1-\2-\3", line))


def _stated(line: str, date: Found) -> Stated | None:
    iso = date.last or date.iso
    if date.basis != "told" or iso is None or len(iso) < 7:
        return None
    start, end = date.span
    before, after = line[:start], line[end:]
    word = re.search(r"(\w+)\W*(?:on|at|to|of|for)?\W*$", before, re.IGNORECASE)
    if word and word[1].casefold() in words("stating"):
        strength = 2 if word[1].casefold() in ("updated", "modified", "revised") else 3
    elif (_BEFORE.search(before) or _ISSUE.search(before)) and _AFTER.match(after):
        strength = 2
    elif _SESSION.search(before) or re.search(r"\bweek (?:to|of|ending)\W*\w*\W*$", before, re.IGNORECASE):
        strength = 1
    else:
        return None
    return Stated(iso, start, end, strength)


def plain_dates(words_: str) -> str | None:
    """Return the day that the words tell in full, if any."""
    told = [date.iso for date in find_dates(_usual(words_)) if date.basis == "told" and date.iso]
    return next((iso for iso in told if len(iso) == 10), None)
