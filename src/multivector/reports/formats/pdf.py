"""PDF, drawn with pypdfium2: lines in the order in which the file sets them, columns one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Final

from multivector.errors import InputError
from multivector.reports.draft import Draft, LeftOutError
from multivector.reports.limits import Limits
from multivector.reports.sheet import Line, flow

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

ENDINGS = (".pdf",)
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LINE: Final = re.compile("([^\r\n\ufffe]+)(\ufffe?)")
"""A line, and the sign by which pdfium tells that a hyphen and a line end stood there."""

_SMALL: Final = 0.8
_LIFT: Final = 0.15
_SAMPLES: Final = 8


def read(data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
    """Yield the text of all pages, a form feed between two; no action, link or attachment in it is followed.

    Raised digits become superscripts, text outside the page is left out. Pages without text beside others with text are
    named and skipped.

    Raises:
        InputError: It is no PDF, needs a password, is over a limit, or holds no text on any page (a scan).
    """
    del charset
    document = _open(data, where)
    try:
        limits.check("pages", len(document), where)
        pages = []
        for number in range(len(document)):
            pages.append(_page(document, number, where))
            limits.check("characters", sum(map(len, pages)), where)
    finally:
        document.close()
    empty = [n for n, text in enumerate(pages, 1) if not text.strip()]
    if len(empty) == len(pages):
        raise InputError(f"{_named(empty)} no text: scanned?", where, "run text recognition (OCR) over the file first")
    yield Draft("\f".join(pages), layout="set")
    if empty:
        yield LeftOutError(f"{_named(empty)} no text: left blank, or pictures", where)


def _open(data: bytes, where: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        locked = "password" in str(error).casefold()
        what = "the PDF needs a password" if locked else f"{data[:8]!r}... is no PDF that can be opened"
        raise InputError(what, where, "save a copy without password" if locked else str(error)) from error


def _page(document: PdfDocument, number: int, where: str) -> str:
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text_page = page.get_textpage()
    except PdfiumError as error:
        msg = f"page {number + 1} can't be read: {error}"
        raise InputError(msg, where, "open the file and save it again") from error
    try:
        return flow(list(_lines(page, text_page)))
    finally:
        text_page.close()
        page.close()


def _lines(page: PdfPage, text_page: PdfTextPage) -> Iterator[Line]:
    text = text_page.get_text_range()
    if len(text) != text_page.count_chars():
        text = "".join(text_page.get_text_range(n, 1) or " " for n in range(text_page.count_chars()))
    width, height = page.get_size()
    for match in _LINE.finditer(text):
        line = _line(match[1], match.start(), text_page)
        if line and match[2]:
            line = replace(line, text=f"{line.text}-")
        if line and line.right > 0 and line.left < width and line.base + line.size > 0 and line.base < height:
            yield line


def _line(text: str, start: int, text_page: PdfTextPage) -> Line | None:
    shown = [n for n, sign in enumerate(text) if not sign.isspace()]
    if not shown:
        return None
    first = next((n for n in range(shown[0], len(text)) if text[n].isspace()), len(text)) - 1
    asked = {*shown[:: max(1, len(shown) // _SAMPLES)], shown[0], shown[-1], first}
    boxes = {n: text_page.get_charbox(start + n, loose=True) for n in asked | {n for n in shown if text[n].isdigit()}}
    size = median(boxes[n][3] - boxes[n][1] for n in asked)
    base = median(boxes[n][1] for n in asked)
    signs = list(text)
    for n, (_, bottom, _, top) in boxes.items():
        if signs[n].isdigit() and top - bottom < _SMALL * size and bottom > base + _LIFT * size:
            signs[n] = signs[n].translate(_RAISED)
    left, right = boxes[shown[0]][0], boxes[shown[-1]][2]
    return Line("".join(signs).strip(), left, right, base, size, boxes[first][2] - left)


def _named(pages: list[int]) -> str:
    """Return pages as words: `page 3 holds`, `pages 1-3, 7 hold`."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    names = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page {names} holds" if len(pages) == 1 else f"pages {names} hold"
