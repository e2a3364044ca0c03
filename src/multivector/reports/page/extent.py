"""Which blocks of a page are its article."""

from __future__ import annotations

import copy
import logging
import re
from typing import Final

from multivector.reports.page.blocks import Block, find_blocks
from multivector.reports.page.tree import Element

_WORD: Final = re.compile(r"\w+")
_ANCHOR: Final = 5
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
    text = _words(_main_text(root))
    blocks = find_blocks(root)
    kept = [n for n, block in enumerate(blocks) if _anchors(block, text)]
    first, last = (kept[0], kept[-1]) if kept else (0, len(blocks))
    anchors = set(kept)
    return [block for n, block in enumerate(blocks) if n in anchors or (first <= n <= last and block.linked < _LINKED)]


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


def _anchors(block: Block, text: str) -> bool:
    words = _words(block.text)
    return words.count(" ") >= _ANCHOR and words in text


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
