"""Footnotes of a page: raised marks and lists of notes become `[3]`, as in plain text."""

from __future__ import annotations

import re
from typing import Final

from multivector.reports.page.prune import names_of, words_of
from multivector.reports.page.tree import Element

_MARK: Final = re.compile(r"\s*\[?\(?(\d{1,3})\)?\]?\s*")
_UNIT: Final = re.compile(r"(?<![^\W\d_])(?:[kcdmn]?m|ft|mi|yd)\s*$")
_TEN: Final = re.compile(r"(?:^|\D)10\s*$")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BACK: Final = re.compile(r"[↩↑⤴]\ufe0e?|\^")
_ID: Final = re.compile(r"(?:cite[_-]?note|foot?note|endnote|fn|_ftn|_edn|note|ref)[-_:a-z]*\d*", re.IGNORECASE)


def bracket_marks(root: Element) -> None:
    """Write `<sup>3</sup>` as `[3]`, or as a raised digit where it is a power (`km²`, `10⁶`), into the text."""
    for sup in list(root.iter("sup")):
        match = _MARK.fullmatch(sup.text_content())
        if match and sup.getparent() is not None:
            power = "[" not in sup.text_content() and _is_power(_before(sup), match[1])
            _replace(sup, match[1].translate(_RAISED) if power else f"[{int(match[1])}]")


def number_notes(root: Element) -> None:
    """Write the number of a note, which a list shows by itself, before its text, and take its way back out."""
    for listing in root.iter("ol"):
        notes = _is_notes(listing)
        for number, item in enumerate(listing.iterchildren("li"), _start(listing)):
            mark = f"[{number}] " if notes or _is_note(item) else f"{number}. "
            inner = _first_block(item)
            inner.text = mark + (inner.text or "").lstrip()
            for link in item.iter("a") if mark.startswith("[") else ():
                if _BACK.fullmatch(link.text_content().strip()):
                    link.text = ""


def _first_block(item: Element) -> Element:
    """Return the innermost block that an item begins with."""
    while not (item.text or "").strip() and len(item) and item[0].tag in ("p", "div", "section"):
        item = item[0]
    return item


def _is_notes(listing: Element) -> bool:
    parents = [listing, *listing.iterancestors()][:3]
    return any(names_of(e) & words_of("notes") or e.get("role") in ("doc-endnotes", "doc-footnote") for e in parents)


def _is_note(item: Element) -> bool:
    return bool(_ID.fullmatch(item.get("id", ""))) or item.get("role") == "doc-endnote"


def _start(listing: Element) -> int:
    start = listing.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() else 1


def _before(element: Element) -> str:
    previous = element.getprevious()
    if previous is not None:
        return str(previous.tail or previous.text_content())
    return str(element.getparent().text or "")


def _is_power(before: str, digits: str) -> bool:
    return bool(_TEN.search(before)) or (digits in ("2", "3") and bool(_UNIT.search(before)))


def _replace(element: Element, text: str) -> None:
    """Put text in the place of an element; at the start of a block a space sets the mark of a note apart."""
    for child in list(element):
        element.remove(child)
    parent = element.getparent()
    first = element.getprevious() is None and not (parent.text or "").strip() and parent.tag in ("p", "li", "div", "td")
    element.text = f"{text} " if first else text
    element.drop_tag()
