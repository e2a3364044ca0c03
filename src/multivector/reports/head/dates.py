"""Dates that a head states: those of the report itself, not of what it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from multivector import parties
from multivector.grammar.dates import Found, find_dates
from multivector.reports.head.words import is_name, outlet_noun, words

_MONTHS: Final = re.compile(r"\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b")
_SLASHES: Final = re.compile(r"\b((?:19|20)\d\d)/(\d\d)/(\d\d)\b")
_DASHES: Final = re.compile(r"\b(\d{1,2})-([A-Z][a-z]{2,8})-((?:19|20)\d\d)\b")
_NUMBERED: Final = re.compile(r"\b(?:no|nr|number|vol|volume|issue)\b\.?:? *\d+", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:^|[,;|—–:/(·•\]-])\s*$")
_AFTER: Final = re.compile(r"\s*(?:$|[,;|—–/()·•.[-]|(?:at\s+)?\d{1,2}[:.h]\d\d|updated\b)", re.IGNORECASE)
_ISSUE: Final = re.compile(r"(?:no|nr|number|vol|volume|issue|week)\b.{0,12}$", re.IGNORECASE)
_SESSION: Final = re.compile(
    r"\b(?:sitting|plenary|session|debate|proceedings|hearing|edition|issue|briefing|conference|minutes|record)s?"
    r" (?:of|on)\s*$",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(r"\b(\d\d)\d{4}Z ([A-Z]{3}) ((?:19|20)?\d\d)\b")
_DONE: Final = re.compile(r"(?:done|signed|adopted|issued|given) (?:at|in|on)\b", re.IGNORECASE)
_LAST: Final = 3
PLACES: Final = ("state", "capital", "city")
"""Kinds of names that a dateline gives as its place."""

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
    if group := _GROUP.search(line):
        year = group[3] if len(group[3]) == 4 else f"20{group[3]}"
        iso = plain_date(f"{group[1]} {group[2].capitalize()} {year}")
        return Stated(iso, *group.span(), 3) if iso else None
    found = [stated for date in find_dates(_usual(line)) if (stated := _stated(line, date))]
    return max(found, key=lambda stated: stated.strength, default=None)


def _usual(line: str) -> str:
    """Return the line with rarer forms of dates in their usual one and numbers of issues blank, length kept."""
    line = _NUMBERED.sub(lambda m: " " * len(m.group()), line)
    line = _MONTHS.sub(lambda m: m.group().capitalize(), line)
    return _DASHES.sub(r"\1 \2 \3", _SLASHES.sub(r"\1-\2-\3", line))


def _stated(line: str, date: Found) -> Stated | None:
    iso = date.last or date.iso
    if date.basis not in ("told", "date after") or iso is None or len(iso) < 7:
        return None
    start, end = date.span
    before, after = line[:start], line[end:]
    if before.count("(") > before.count(")") and before.strip() != "(":
        return None
    word = re.search(r"(\w+)\W*(?:on|at|to|of|for)?\W*$", before, re.IGNORECASE)
    if word and word[1].casefold() in words("stating"):
        strength = 2 if word[1].casefold() in ("updated", "modified", "revised") else 3
    elif _AFTER.match(after) and _may_precede(before):
        strength = 2
    elif _SESSION.search(before) or re.search(r"\bweek (?:to|of|ending)\W*\w*\W*$", before, re.IGNORECASE):
        strength = 1
    else:
        return None
    return Stated(iso, start, end, strength)


def _may_precede(before: str) -> bool:
    """Whether a date that follows these words in a line of its own is that of the text."""
    if _BEFORE.search(before) or _ISSUE.search(before) or re.match(r"by .* on $", before, re.IGNORECASE):
        return True
    return is_name(before.strip()) and outlet_noun(before.strip())


def plain_date(words_: str) -> str | None:
    """Return the day that the words tell in full, if any."""
    told = [date.iso for date in find_dates(_usual(words_)) if date.basis == "told" and date.iso]
    return next((iso for iso in told if len(iso) == 10), None)


def today(line: str) -> str | None:
    """Return the day that a line calls today: `met today, 5 March 2024`."""
    return next((iso for match in _TODAY.finditer(line) if (iso := plain_date(match[1]))), None)


def closing_date(text: str) -> str | None:
    """Return the day that the last lines give as the text's own.

    `Done at Ashgabat on 29 June 2022`, `Published 5 March 2024`, or a date with at most a place and nothing else.
    """
    lines = [line.strip(" ().*_-–—") for line in text[-2000:].split("\n") if line.strip()][-_LAST:]
    for line in reversed(lines):
        stated = stated_date(line)
        if _DONE.match(line):
            return plain_date(line)
        if stated and len(line) < 80 and (stated.strength == 3 or _stands_alone(line, stated)):
            return stated.iso
    return None


def _stands_alone(line: str, stated: Stated) -> bool:
    before = line[: stated.start].strip(" ,")
    return not line[stated.end :].strip() and (not before or parties.resolve(before).kind in PLACES)
