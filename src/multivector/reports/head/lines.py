"""The lines above the body of a text, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from multivector import parties
from multivector.reports.head.dates import Stated, stated_date
from multivector.reports.head.words import is_label, words

Kind = Literal["field", "menu", "label", "byline", "place", "plain"]

_FIELD: Final = re.compile(
    r"([A-Za-z][A-Za-z -]{0,22}?)\s*:\s+(\S.*)|((?:FM|TO|REF|INFO)(?=:|\s\s)|DATE|SUBJ|TAGS):?\s+(\S.*)"
)
_BYLINE: Final = re.compile(
    r"(?:by|interview(?:ed)?(?: by)?:?|reported (?:from|by)|reporting by|prepared by|written by|text:?|photos?:?|correspondent:?) +\S"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+ \([A-Z]\w+\)",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"[(\[].*[)\]]\.?|[-=_*~ ]+|>>.*")
_PROSE_ENDS: Final = re.compile(r"[.!?…:][\"”’'»)\]]*$")
_SPEAKER: Final = re.compile(r"[A-Z][\w.’'() -]{1,60}: \S")
_ITEM: Final = re.compile(r"(?:[•●▪·*–—-]|\(?\d{1,3}[.)]|\([a-z]\))\s+\S")
_MOST: Final = 16
_LONG: Final = 160
_WORDS: Final = 10


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head: `block` counts the blank lines before it, `key` is the field that it fills."""

    text: str
    block: int
    kind: Kind
    key: str = ""
    stated: Stated | None = None


def head_lines(text: str) -> tuple[list[Line], str]:
    """Return the lines above the body, and the first line of the body (empty if there is none)."""
    found: list[Line] = []
    block = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if not bare:
            block += 1
        elif len(found) >= _MOST or _is_prose(bare):
            return found, bare
        else:
            found.append(_line(bare, block))
    return found, ""


def is_place(text: str) -> bool:
    """Whether the text names a state or a city and nothing else, such as the place of a dateline."""
    bare = text.strip(" ,.;:")
    return parties.resolve(bare).kind in ("state", "capital", "city")


def _is_prose(line: str) -> bool:
    if _BRACKETED.fullmatch(line) or _is_menu(line) or (match := _field(line)) and match[0] != "":
        return False
    if len(line) > _LONG:
        return True
    many = len(line.split()) >= _WORDS
    return many and bool(_PROSE_ENDS.search(line) or _ITEM.match(line)) and not line.endswith("?")


def _line(text: str, block: int) -> Line:
    if _is_menu(text) or _BRACKETED.fullmatch(text):
        return Line(text, block, "menu")
    if found := _field(text):
        key, value = found
        return Line(value, block, "field", key, stated_date(value))
    stated = stated_date(text)
    kind: Kind = "plain"
    if is_label(text):
        kind = "label"
    elif _BYLINE.match(text) and not stated:
        kind = "byline"
    elif not stated and is_place(text):
        kind = "place"
    return Line(text, block, kind, "", stated)


def _field(line: str) -> tuple[str, str] | None:
    match = _FIELD.fullmatch(line)
    if not match:
        return None
    name, value = (match[1] or match[3]).casefold(), match[2] or match[4]
    for key in ("publisher", "date", "title", "other"):
        if name in words(f"field {key}"):
            return key, value
    return None


def _is_menu(line: str) -> bool:
    low = line.casefold()
    parts = [part for part in re.split(r"\s+[|>/·]\s+|\s{2,}|\]\s*\[", line) if part.strip()]
    hits = sum(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low) is not None for word in words("menu"))
    if hits and (len(parts) > 2 or hits > 1 or len(low.split()) <= 4):
        return stated_date(line) is None
    return len(parts) > 2 and all(len(part.split()) <= 3 for part in parts) and stated_date(line) is None
