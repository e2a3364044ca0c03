"""Page numbers and running heads: what a page prints around the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from multivector.reports.clean.notes import closing_notes

_NUMBER: Final = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:(?:page|p\.)\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-–—|])?(?:\s*p\s?a\s?g\s?e)?\s*",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.!?…:;][\"”’'»)\]\d]*\s*$")
_HANGING: Final = "a an the of in on at to for from by with and or but as that which who whose its their into between"
_EDGE: Final = 2
_HEAD_LENGTH: Final = 120


def drop_edges(pages: list[str]) -> list[str]:
    """Return pages without page numbers and running heads.

    At the two first and last lines of a page, a line goes that is only a number, or that stands there on three pages
    (on both, of two), its figures aside; the first page keeps its own.
    """
    split = [page.split("\n") for page in pages]
    seen = Counter(key for page in split for key in {_key(page[n]) for n in _edges(page)})
    for number, page in enumerate(split):
        for n in _edges(page):
            repeated = number > 0 and seen[_key(page[n])] >= min(3, len(pages)) and len(page[n]) < _HEAD_LENGTH
            if len(pages) > 1 and (repeated or _NUMBER.fullmatch(page[n])):
                page[n] = ""
    return ["\n".join(page) for page in split]


def join_pages(pages: list[str]) -> str:
    """Return the pages as one text with a form feed before each page after the first.

    A sentence that runs over the edge is whole again. Footnotes that stand between its
    halves move behind the last page.
    """
    out, moved = [pages[0]], list[str]()
    for page in pages[1:]:
        after = page.strip("\n")
        body, notes = _apart(out[-1])
        if notes and runs_on(body, after):
            moved.append(notes)
            out[-1] = body
        before = out[-1].rstrip("\n ")
        seam = ("\n\f" if before.endswith("-") else " \f") if runs_on(before, after) else "\n\n\f"
        out[-1] = before + seam
        out.append(after)
    return "\n\n".join(["".join(out), *moved])


def drop_numbers(text: str) -> str:
    """Return the text without numbers that stand alone between blank lines and are page numbers.

    They are if the sentence before goes on after them, or if there are three or more and each is one above the last.
    """
    lines = text.split("\n")
    alone = [n for n in range(1, len(lines) - 1) if _stands_alone(lines, n)]
    numbers = [int(re.findall(r"\d+", lines[n])[0]) for n in alone]
    rising = len(numbers) >= 3 and all(b - a == 1 for a, b in pairwise(numbers))
    for n in reversed(alone):
        first, last = _gap(lines, n)
        if first > 0 and last < len(lines) and runs_on(lines[first - 1], lines[last]):
            lines[first - 1 : last + 1] = _seam(lines[first - 1].rstrip(), lines[last].lstrip())
        elif rising:
            lines[first:last] = [""]
    return "\n".join(lines)


def runs_on(before: str, after: str) -> bool:
    """Whether the words after a break belong to the sentence before it."""
    first = after.lstrip("\f\n ")[:1]
    if not before.strip() or not first or _ENDS.search(before):
        return False
    last = (re.findall(r"\w+", before[-40:]) or [""])[-1]
    return first.islower() or (last.lower() in _HANGING.split() and first.isalnum()) or before.rstrip().endswith(",")


def _edges(page: list[str]) -> list[int]:
    filled = [n for n, line in enumerate(page) if line.strip()]
    return sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())


def _apart(page: str) -> tuple[str, str]:
    """Return a page's text and the bracketed notes that close it."""
    lines = page.rstrip().split("\n")
    notes = [n for n in closing_notes(lines).values() if lines[n].lstrip().startswith("[")]
    if not notes:
        return page, ""
    return "\n".join(lines[: min(notes)]).rstrip(), "\n".join(lines[min(notes) :])


def _stands_alone(lines: list[str], n: int) -> bool:
    return bool(_NUMBER.fullmatch(lines[n])) and not lines[n - 1].strip() and not lines[n + 1].strip()


def _gap(lines: list[str], n: int) -> tuple[int, int]:
    """Return the stretch of line n and the blank lines around it."""
    first, last = n, n + 1
    while first > 0 and not lines[first - 1].strip():
        first -= 1
    while last < len(lines) and not lines[last].strip():
        last += 1
    return first, last


def _seam(before: str, after: str) -> list[str]:
    """A broken word stays two lines, which are joined with all other broken words."""
    return [before, after] if before.endswith("-") else [f"{before} {after}"]
