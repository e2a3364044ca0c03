"""A pruned tree → blocks of text: paragraphs, headings, items, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from multivector.reports.page.tree import Element

BLOCKS: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot",
        "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements that stand by themselves on a page; all others run on in the text around them."""

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_MARKED: Final = re.compile(r"\[\d{1,3}\] |\d{1,3}[.)] |[•–-] ")
_CELL: Final = 400


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that stands by itself; `tag` is that of its element, `linked` the share of it inside links."""

    text: str
    tag: str
    linked: float


def find_blocks(root: Element) -> list[Block]:
    """Return the blocks of a tree in the order of the page; cells of a row stand apart by ` | `.

    A table with long cells or cells of several paragraphs only lays out the page: its cells are blocks.
    """
    for table in list(root.iter("table")):
        if any(_lays_out(cell) for cell in table.iter("td", "th")):
            for part in table.iter("tr", "td", "th"):
                part.tag = "div"
    walk = _Walk()
    found = [
        block for event, element in etree.iterwalk(root, events=("start", "end")) for block in walk.step(event, element)
    ]
    return [*found, *walk.close("p")]


def render(blocks: list[Block]) -> str:
    """Return blocks as text: a blank line between two, but none between items of a list or rows of a table."""
    out = ""
    for n, block in enumerate(blocks):
        tight = n > 0 and block.tag == blocks[n - 1].tag and block.tag in ("li", "tr")
        out += ("\n" if tight else "\n\n" if n else "") + block.text
    return f"{out}\n" if out else ""


def _lays_out(cell: Element) -> bool:
    inner = sum(1 for _ in cell.iterdescendants("p", "div", "table", "article", "section", "h1", "h2", "h3"))
    return inner > 1 or len(cell.text_content()) > _CELL


class _Walk:
    """The block that is open, as text, while a tree is walked element by element."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._linked = self._links = self._verbatim = self._cells = 0
        self._in_row = self._in_item = False

    def step(self, event: str, element: Element) -> Iterator[Block]:
        """Take in the start or end of an element, and yield the block that it ends."""
        if event == "start":
            yield from self._start(element.tag)
            self._add(element.text)
        else:
            yield from self._end(element.tag)
            self._add(element.tail)

    def close(self, tag: str) -> Iterator[Block]:
        """Yield what is open; the first block of an item is the item, with a bullet if it has no mark of its own."""
        text = "\n".join(line.strip(" ") for line in "".join(self._text).strip(" \n").split("\n"))
        if text.strip(" |\n"):
            if self._in_item:
                tag, text, self._in_item = "li", text if _MARKED.match(text) else f"• {text}", False
            yield Block(text, tag, self._linked / len(text))
        self._text, self._linked, self._cells = [], 0, 0

    def _start(self, tag: str) -> Iterator[Block]:
        if tag == "tr":
            yield from self.close("p")
            self._in_row = True
        elif tag in ("td", "th") and self._in_row:
            self._text.append(" | " if self._cells else "")
            self._cells += 1
        elif tag in BLOCKS and not self._in_row:
            yield from self.close("p")
            self._in_item = self._in_item or tag == "li"
        self._links += tag == "a"
        self._verbatim += tag == "pre"

    def _end(self, tag: str) -> Iterator[Block]:
        self._links -= tag == "a"
        self._verbatim -= tag == "pre"
        if tag == "br":
            self._text.append(" " if self._in_row else "\n")
        elif tag == "tr":
            self._in_row = False
            self._text = [re.sub(" {2,}", " ", "".join(self._text))]
            yield from self.close("tr")
        elif tag in BLOCKS and self._in_row:
            self._text.append(" ")
        elif tag in BLOCKS:
            yield from self.close(tag)
            self._in_item = self._in_item and tag != "li"

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._verbatim:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (not self._text or self._text[-1][-1:] in (" ", "\n")):
                text = text[1:]
        self._text.append(text)
        self._linked += len(text) if self._links else 0
