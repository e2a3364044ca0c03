"""A page → a draft."""

from __future__ import annotations

from multivector.reports.draft import Draft
from multivector.reports.limits import Limits
from multivector.reports.page.blocks import Block, find_blocks, render
from multivector.reports.page.extent import article_blocks
from multivector.reports.page.meta import read_meta
from multivector.reports.page.notes import bracket_marks, number_notes
from multivector.reports.page.prune import prune
from multivector.reports.page.tree import Element, parse_page


def read_page(text: str, where: str, limits: Limits, *, whole: bool = False) -> Draft:
    """Return the article of an HTML page as a draft, with the title, publisher and date that the page states.

    Args:
        text: The page.
        where: Its source, for messages.
        limits: Bounds on nesting and characters.
        whole: Everything is the article, as in a document that was made into HTML.

    Raises:
        InputError: It is no page, or over a limit.
    """
    root = parse_page(text, where, limits)
    prune(root)
    meta = read_meta(root)
    bracket_marks(root)
    number_notes(root)
    blocks = find_blocks(root) if whole else _with_heading(article_blocks(root), root)
    drawn = render(blocks)
    limits.check("characters", len(drawn), where)
    return Draft(
        drawn,
        title=meta.title,
        publisher=meta.publisher,
        date=meta.date,
        date_basis="text" if meta.date else None,
        layout="flowed",
    )


def _with_heading(blocks: list[Block], root: Element) -> list[Block]:
    """Put the only heading of the page before its article if it stands outside."""
    headings = [text for h in root.iter("h1") if (text := " ".join(h.text_content().split()))]
    if len(headings) != 1 or not blocks or any(block.text == headings[0] for block in blocks):
        return blocks
    return [Block(headings[0], "h1", 0.0), *blocks]
