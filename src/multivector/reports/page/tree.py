"""Characters of a page → its tree, within limits and without reaching outside."""

from __future__ import annotations

import re
from typing import Final

import lxml.html
from lxml import etree
from lxml.html import HtmlElement as Element

from multivector.errors import InputError
from multivector.reports.limits import Limits

__all__ = ["Element", "declared_charset", "parse_page"]
_PREAMBLE: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DTD: Final = re.compile(r"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
_CHARSET: Final = re.compile(
    rb"""<meta[^>]+charset=["']?\s*([\w.:-]+)|<\?xml[^>]+encoding=["']([\w.:-]+)""", re.IGNORECASE
)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD_BYTES: Final = 4096


def declared_charset(data: bytes) -> str | None:
    """Return the charset that a page declares in its first 4,096 bytes."""
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else None


def parse_page(text: str, where: str, limits: Limits) -> Element:
    """Return the root of the page; entities of its own are not known, and no address in it is opened.

    Raises:
        InputError: There is no element in it, or they nest deeper than the limit.
    """
    text = _DTD.sub("", _PREAMBLE.sub("", text))
    parser = lxml.html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root: Element = lxml.html.document_fromstring(_FORBIDDEN.sub("", text), parser=parser)
    except etree.ParserError as error:
        raise InputError(f"there is no page in it: {error}", where, "is it HTML?") from error
    limits.check("nesting", _depth(root), where)
    for element in root.iter():
        element.text, element.tail = _allowed(element.text), _allowed(element.tail)
    return root


def _allowed(text: str | None) -> str | None:
    """Return text without the signs that a tree can't hold, which a page may smuggle in as `&#1;`."""
    return _FORBIDDEN.sub("", text) if text and _FORBIDDEN.search(text) else text


def _depth(root: Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
