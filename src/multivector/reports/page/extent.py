"""Which blocks of a page are its article."""

from __future__ import annotations

import copy
import logging
import re
from typing import Final

from multivector.reports.page.blocks import Block, find_blocks
from multivector.reports.page.tree import Element

_WORD: Final = re.compile(r"\w+")
_ANCHOR: Final = 6
_STEPS: Final = 20
_LINKED: Final = 0.6
_MAIN: Final = 0.6

logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def article_blocks(root: Element) -> list[Block]:
    """Return the blocks of the article, in order.

    Where the page marks its article, all of that is the article: nothing in it is weighed. Elsewhere trafilatura says
    where the article begins and ends, and every block between is kept, lists of links aside, so that a paragraph or a
    table that it passes over is not lost. Where it finds nothing, all blocks are kept that are no lists of links.
    """
    marked = _marked(root)
    if marked is not None:
        return find_blocks(marked)
    words = _WORD.findall(_main_text(root).casefold())
    blocks = find_blocks(root)
    runs = _runs(words)
    kept = {n for n, block in enumerate(blocks) if _anchors(block, runs)}
    first, last = _stretched(blocks, min(kept, default=0), max(kept, default=len(blocks) - 1), f" {' '.join(words)} ")
    return [block for n, block in enumerate(blocks) if n in kept or (first <= n <= last and block.linked < _LINKED)]


def _stretched(blocks: list[Block], first: int, last: int, text: str) -> tuple[int, int]:
    """Take in the blocks next to both ends, too short to be told by themselves, that stand in the text as well."""

    def stands(n: int) -> bool:
        return 0 <= n < len(blocks) and f" {' '.join(_WORD.findall(blocks[n].text.casefold()))} " in text

    for _ in range(_STEPS):
        first, last = first - stands(first - 1), last + stands(last + 1)
    return first, last


def _marked(root: Element) -> Element | None:
    """Return the element that the page marks as its article: the only one, or one that outweighs all others."""
    outer = [e for e in root.iter("article") if not any(parent.tag == "article" for parent in e.iterancestors())]
    bodies = [e for e in root.iter() if e.get("itemprop") == "articleBody"]
    for marked in (outer, bodies):
        sizes = [len(_WORD.findall(e.text_content())) for e in marked]
        if sizes and max(sizes) > _MAIN * sum(sizes) and max(sizes) >= _ANCHOR:
            return marked[sizes.index(max(sizes))]
    return None


def _main_text(root: Element) -> str:
    from trafilatura import bare_extraction

    document = bare_extraction(copy.deepcopy(root), favor_recall=True, include_comments=False, include_tables=True)
    return (getattr(document, "text", None) or "") if document is not None else ""


def _anchors(block: Block, text: set[tuple[str, ...]]) -> bool:
    """Whether a block begins or ends with words that stand together in the text."""
    words = _WORD.findall(block.text.casefold())
    return bool({tuple(words[:_ANCHOR]), tuple(words[-_ANCHOR:])} & text)


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[n:] for n in range(_ANCHOR)), strict=False))
