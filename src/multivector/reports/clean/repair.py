"""The steps of text repair, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from multivector.reports.clean.characters import plain_characters
from multivector.reports.clean.furniture import drop_edges, drop_numbers, join_pages
from multivector.reports.clean.mojibake import mend_mojibake
from multivector.reports.clean.notes import bracket_notes
from multivector.reports.clean.wrap import unwrap

Layout = Literal["typed", "flowed", "set"]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, and the offset at which each page begins (none where the source has no pages)."""

    text: str
    pages: tuple[int, ...]


def repair(text: str, layout: Layout = "typed") -> Repaired:
    """Undo what happened to a text on its way; a text that needs nothing comes back as it is.

    Args:
        text: Lines end in a line feed, pages in a form feed.
        layout: `typed`: lines may be broken at a width, as in plain text files; `set`: only words are still broken, as
            in text drawn from a PDF; `flowed`: a line is a paragraph, as drawn from HTML.

    Wrong decoding is mended, ligatures and signs that nobody sees go, page numbers and running heads go, footnote
    marks become `[3]` in the text and before their note, words broken at line ends and paragraphs broken into lines
    are joined. Blank lines, lists, tables and spaces inside lines stay.
    """
    pages = plain_characters(mend_mojibake(text)).split("\f")
    if len(pages) > 1:
        pages = [bracket_notes(page) for page in drop_edges(pages)]
    text = join_pages(pages)
    if layout != "flowed":
        text = drop_numbers(text)
    text = bracket_notes(text)
    if layout != "flowed":
        text = unwrap(text, lines_too=layout == "typed")
    return _paged(text)


def _paged(text: str) -> Repaired:
    parts = text.split("\f")
    if len(parts) == 1:
        return Repaired(text, ())
    offsets = [0]
    for part in parts[:-1]:
        offsets.append(offsets[-1] + len(part))
    return Repaired("".join(parts), tuple(offsets))
