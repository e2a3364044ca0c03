"""What the last lines of a text state: where and when it was done or came out, and in which paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from multivector import parties
from multivector.reports.head.dates import Stated, plain_date, stated_date
from multivector.reports.head.pieces import PLACES, name_in, pieces_of
from multivector.reports.head.words import outlet_noun

_DONE: Final = re.compile(r"(?:done|signed|adopted|issued|given) (?:at|in|on)\b", re.IGNORECASE)
_HELD: Final = re.compile(
    r".{0,40}\b(?:interview|conversation|talk)\b.*\b(?:took place|was (?:conducted|held|recorded|given))\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"\W*\d+[.):\]]\s|\[|sources?\b|notes?\b", re.IGNORECASE)
_FIRST: Final = re.compile(
    r".{0,30}\b(?:appeared|published|printed)(?: first)? (?:in|by) (?:the )?(?P<name>[A-Z][^,()]{3,50}?)"
    r"(?:,| on| in| of|,? \() .{4,40}"
)
_LAST: Final = 3
_LONG: Final = 80


@dataclass(frozen=True, slots=True)
class Closing:
    """Publisher and date (ISO prefix) that the last lines give."""

    publisher: str | None = None
    date: str | None = None


def read_closing(text: str) -> Closing:
    """Return what the last lines give as the text's own.

    `Done at Ashgabat on 29 June 2022`, `Published 5 March 2024`, `— Han River Tribune, March 16, 2023`, or a date with
    at most a place and nothing else. Notes and sources at the end are no such lines.
    """
    lines = [line.strip(" ().*_-–—") for line in text[-2000:].split("\n") if line.strip()][-_LAST:]
    for n, line in reversed(list(enumerate(lines))):
        if match := _FIRST.fullmatch(line):
            return Closing(name_in(match["name"]) or None, plain_date(line))
        if _DONE.match(line) or _HELD.match(line):
            return Closing(None, plain_date(line))
        stated = stated_date(line)
        if not stated or len(line) >= _LONG or _NOTE.match(line):
            continue
        name = _signed(line, stated) or (_signed(lines[n - 1], None) if n and not line[: stated.start] else None)
        if name or stated.strength > 2 or _stands_alone(line, stated):
            return Closing(name, stated.iso)
    return Closing()


def _signed(line: str, stated: Stated | None) -> str | None:
    """Return the name of an outlet that a line gives with its date and nothing else."""
    rest = pieces_of(f"{line[: stated.start]} | {line[stated.end :]}" if stated else line)
    name = name_in(rest[0]) if len(rest) == 1 else ""
    return name if name and outlet_noun(name) else None


def _stands_alone(line: str, stated: Stated) -> bool:
    before = line[: stated.start].strip(" ,")
    return not line[stated.end :].strip() and (not before or parties.resolve(before).kind in PLACES)
