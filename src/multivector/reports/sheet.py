"""Lines as they stand on a printed page → paragraphs, told by where the lines stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

_ITEM: Final = re.compile(r"[•●▪■‣◦∙·–—-]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*\S")
_STOP: Final = re.compile(r"[.!?:;][\"”’'»)\]]*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?$")
_GAP: Final = 1.4
_SIZE: Final = 0.12
_INDENT: Final = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page: text, left and right edge, baseline, height of type, width of its first word, in points.

    The origin is the lower left corner of the page.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    word: float


def flow(lines: list[Line]) -> str:
    """Return the lines of a page as text: a paragraph on a line, a blank line between blocks.

    A line goes on in the next one where both are set alike, one under the other (or at the head of the next column),
    and the next one's first word had no room on it, or the sentence goes on with a small letter. A wider gap, a change
    of size and an indent begin a new block; items, notes and short lines such as those of a letterhead keep their line.
    A word broken by a hyphen stays broken: clean.hyphens knows words.
    """
    if not lines:
        return ""
    pitch = _pitch(lines)
    text, item = lines[0].text, bool(_ITEM.match(lines[0].text))
    for above, below in pairwise(lines):
        text += _between(above, below, pitch, _edge(lines, above), item=item) + below.text
        item = bool(_ITEM.match(below.text)) or (item and not _is_apart(above, below, pitch))
    return text


def _pitch(lines: list[Line]) -> float:
    """Return the usual distance from baseline to baseline."""
    steps = [a.base - b.base for a, b in pairwise(lines) if 0.5 * a.size < a.base - b.base < 3 * a.size]
    return median(steps) if steps else 1.2 * lines[0].size


def _edge(lines: list[Line], line: Line) -> float:
    """Return the right edge of the column that a line stands in."""
    alike = [o.right for o in lines if abs(o.left - line.left) < 3 * line.size and _same_size(o, line)]
    return max(alike)


def _between(above: Line, below: Line, pitch: float, edge: float, *, item: bool) -> str:
    """Return what stands between two lines: a space, a line end (always so at a hyphen), or a blank line."""
    if abs(above.base - below.base) < 0.5 * above.size and below.left > above.right - above.size:
        return " "
    if _is_apart(above, below, pitch):
        return "\n\n"
    jump = below.base > above.base
    if _ITEM.match(below.text):
        return "\n"
    indent = below.left - above.left if not jump else 0.0
    if indent > _INDENT * below.size and not item:
        return "\n\n"
    full = above.right + 0.25 * above.size + below.word > edge
    goes_on = below.text[:1].islower() and not _STOP.search(above.text)
    if not full and not goes_on:
        return "\n\n" if jump or _STOP.search(above.text) else "\n"
    if jump and _STOP.search(above.text):
        return "\n\n"
    return "\n" if above.text.endswith(("-", "\xad", "\u2010")) else " "


def _is_apart(above: Line, below: Line, pitch: float) -> bool:
    """A change of size or a gap sets two lines apart; the head of the next column does not."""
    if not _same_size(above, below):
        return True
    return above.base - below.base > _GAP * pitch


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= _SIZE * max(a.size, b.size)
