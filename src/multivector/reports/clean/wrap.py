"""Paragraphs that were broken into lines, and words that were broken with them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from multivector.reports.clean.hyphens import Hyphens

_BROKEN: Final = re.compile(r"(?:^|(?<=[\s(\[“\"'‘/]))([^\W_]+(?:-[^\W_]+)*)-[ \t]*$")
_LETTERS: Final = re.compile(r"[ \t\f]*([^\W\d_]+)")
_ITEM: Final = re.compile(
    r"""[ \t\f]*(?: [•●▪■‣◦∙·*–—-][ \t] | \(?\d{1,3}[.)][ \t] | \d{1,3}[ ]{2} | \(?[a-zA-Z][.)][ \t]
      | \(?[ivxIVX]{1,5}[.)][ \t] | \[\d{1,3}\] | \#{1,6}[ ] | > | \| )""",
    re.VERBOSE,
)
_TABLE: Final = re.compile(r"\t|\S {3,}\S|\|")
_FIELD: Final = re.compile(r"[ \t\f]*[A-Z][\w .-]{0,24}:(?:\s|$)")
_STOP: Final = re.compile(r"[.!?…:;][\"”’'»)\]]*\s*$")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WIDEST: Final = 120
_NARROWEST: Final = 50
_OUTLIERS: Final = 30
_LONG: Final = 0.6
_SMALL_END: Final = re.compile(r"(?:^|\s)[(\"“‘]?[a-z]+,?\s*$")


def unwrap(text: str, *, lines_too: bool = True) -> str:
    """Return the text with a paragraph on each line, where it was broken at a width.

    A text is taken as broken if hardly a line is longer than 120 characters and half of the line ends inside its
    paragraphs stand in mid-sentence. Then a line is joined to the next where that begins with a small letter, if its
    first word would not have fitted, or if a line of 60 % of the width ends on a small word. Items of lists, tables,
    notes and fields (`Date: ...`) keep their lines. Words broken by a hyphen are joined in any text, and nothing else
    without `lines_too`.
    """
    lines = text.split("\n")
    width = _width(lines) if lines_too else 0
    hyphens = Hyphens(text)
    out = [[lines[0]]]
    for last, line in pairwise(lines):
        paragraph = out[-1]
        broken, letters = _BROKEN.search(last), _LETTERS.match(line)
        if broken and letters and not _TABLE.search(last):
            paragraph[-1] = paragraph[-1].rstrip()[:-1] + hyphens.join(broken[1], letters[1])
            paragraph.append(_continued(line))
        elif width and _is_wrapped(paragraph[0], last, line, width):
            paragraph[-1] = paragraph[-1].rstrip()
            paragraph.append(_space_after(paragraph[-1]) + _continued(line))
        else:
            out.append([line])
    return "\n".join("".join(paragraph) for paragraph in out)


def _width(lines: list[str]) -> int:
    """Return the width that the text was broken at, 0 if it was not."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    width = lengths[-1 - len(lengths) // _OUTLIERS] if lengths else 0
    if width > _WIDEST:
        return 0
    inside = [(a, b) for a, b in pairwise(lines) if _is_prose(a) and _is_prose(b) and not _ITEM.match(b)]
    cut = sum(
        _goes_on(a, b) or (width >= _NARROWEST and not _STOP.search(a) and _is_full(a, b, width)) for a, b in inside
    )
    return width if cut and cut >= 0.5 * len(inside) else 0


def _is_prose(line: str) -> bool:
    return bool(_LETTER.search(line)) and not _TABLE.search(line)


def _is_full(last: str, line: str, width: float) -> bool:
    return len(last.strip()) + 1 + len(line.split(maxsplit=1)[0]) > width


def _goes_on(last: str, line: str) -> bool:
    return line.lstrip(" \t\f")[:1].islower() and not _STOP.search(last)


def _is_wrapped(first: str, last: str, line: str, width: float) -> bool:
    if not _is_prose(last) or not _is_prose(line) or _ITEM.match(line):
        return False
    if _indent(line) >= _indent(last) + 2 and not _ITEM.match(first):
        return False
    if _STOP.search(last) and _FIELD.match(line):
        return False
    if len(last.strip()) >= _LONG * width and _SMALL_END.search(last):
        return True
    return _goes_on(last, line) or _is_full(last, line, width)


def _indent(line: str) -> int:
    bare = line.lstrip("\f")
    return len(bare) - len(bare.lstrip(" "))


def _continued(line: str) -> str:
    """Return a line without its indent; the mark of a new page stays."""
    return ("\f" if line.startswith("\f") else "") + line.lstrip(" \t\f")


def _space_after(line: str) -> str:
    """A dash or stroke that is glued to its word before is glued to the word after."""
    return "" if line[-1:] in ("–", "—", "/") and not line[-2:-1].isspace() else " "
