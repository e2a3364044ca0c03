"""The lines above the body of a text, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from multivector.reports.head.dates import Stated, stated_date
from multivector.reports.head.pieces import is_head_label, is_person, is_place
from multivector.reports.head.words import words

Kind = Literal["field", "menu", "label", "byline", "place", "standfirst", "plain"]

_FIELD: Final = re.compile(
    r"([A-Za-z][A-Za-z -]{0,22}?)\s*:\s+(\S.*)|((?:FM|TO|REF|INFO)(?=:|\s\s)|FM(?=\s[A-Z])|DATE|SUBJ|TAGS):?\s+(\S.*)"
)
_BYLINE: Final = re.compile(
    r"(?:by|interview(?:ed)?(?: by)?:?|reported (?:from|by)|(?:reporting|prepared|written) by|text:?|photos?:?) +\S"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+ \([A-Z]\w+\)",
    re.IGNORECASE,
)
_EMPHASIS: Final = re.compile(r"#+\s+(?P<head>.+?)\s*#*|(?P<mark>\*\*|__)(?P<text>.+?)(?P=mark)")
_BRACKETED: Final = re.compile(r"[(\[].*[)\]]\.?|[-=_*~ ]+|>>.*")
_PROSE_ENDS: Final = re.compile(r"([.!?…:])[\"”’'»)\]]*(?:\[\d+\])*$")
_ITEM: Final = re.compile(r"(?:[•●▪·*–—-]|\(?\d{1,3}[.)]|\([a-z]\)|\[\d+\])\s+\S")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WHOLE: Final = re.compile(r"[^\W\d_]{2,}|\b[aI]\b")
_PUBLISHED: Final = "Published "
_MOST: Final = 16
_LONG: Final = 160
_WORDS: Final = 6
_MANY_WORDS: Final = 10
_NEAR: Final = 3
_REACH: Final = 6000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head: `block` counts the blank lines before it, `key` is the field that it fills."""

    text: str
    block: int
    kind: Kind
    key: str = ""
    stated: Stated | None = None


def head_lines(text: str) -> tuple[list[Line], str]:
    """Return the lines above the body, and the first line of the body (empty if there is none).

    The body begins at the first sentence, unless a line with the report's date follows at once: a standfirst.
    """
    found: list[Line] = []
    block, key = 0, ""
    raw = [_unmarked(line.strip()) for line in text[:_REACH].split("\n")]
    for n, bare in enumerate(raw):
        if not bare:
            block += 1
        elif len(found) >= _MOST or (_is_prose(bare) and not (found and _is_standfirst(bare, raw[n + 1 :]))):
            return found, bare
        elif _is_key(bare):
            key = bare.rstrip(" :")
            continue
        else:
            found.append(_line(f"{key}: {bare}" if key else bare, block))
        key = ""
    return found, ""


def _unmarked(line: str) -> str:
    """Return a line without the signs that make it a heading or bold."""
    match = _EMPHASIS.fullmatch(line)
    return (match["head"] or match["text"]).strip() if match else line


def _is_key(line: str) -> bool:
    """A field whose value stands on the line below: `Published` / `5 March 2024`."""
    key = _key_of(line.rstrip(" :"))
    return key == "date" or (key != "" and line.endswith(":"))


def _is_standfirst(line: str, after: list[str]) -> bool:
    if len(line) > _LONG or _ITEM.match(line):
        return False
    following = [other for other in after if other][:_NEAR]
    dated = [other for other in following if len(other) < _LONG and (date := stated_date(other)) and date.strength > 1]
    return bool(dated) and not _is_prose(dated[0])


def _is_prose(line: str) -> bool:
    if _BRACKETED.fullmatch(line) or _is_menu(line) or _field(line):
        return False
    if len(line) > _LONG or _ITEM.match(line):
        return True
    ends = _PROSE_ENDS.search(line)
    return bool(ends and ends[1] != "?" and len(_WHOLE.findall(line)) >= (_WORDS if ends[1] == "." else _MANY_WORDS))


def _line(text: str, block: int) -> Line:
    if _is_menu(text) or _BRACKETED.fullmatch(text):
        return Line(text, block, "menu")
    if found := _field(text):
        return Line(found[1], block, "field", found[0], stated_date(f"{_PUBLISHED}{found[1]}"))
    stated = stated_date(text)
    kind: Kind = "plain"
    if is_head_label(text) or not _LETTER.search(text):
        kind = "label"
    elif not stated and (_BYLINE.match(text) or is_person(text.split(",", maxsplit=1)[0])):
        kind = "byline"
    elif not stated and is_place(text):
        kind = "place"
    elif not stated and _is_prose(text):
        kind = "standfirst"
    return Line(text, block, kind, "", stated)


def _field(line: str) -> tuple[str, str] | None:
    match = _FIELD.fullmatch(line)
    key = _key_of(match[1] or match[3]) if match else ""
    return (key, match[2] or match[4]) if match and key else None


def _key_of(name: str) -> str:
    keys = ("publisher", "date", "title", "from", "other")
    return next((key for key in keys if name.casefold() in words(f"field {key}")), "")


def _is_menu(line: str) -> bool:
    low = line.casefold()
    parts = [part for part in re.split(r"\s+[|>/·]\s+|\s{2,}|\]\s*\[", line) if part.strip()]
    hits = sum(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low) is not None for word in words("menu"))
    if hits and (len(parts) > 2 or hits > 1 or len(low.split()) <= 4):
        return stated_date(line) is None
    return len(parts) > 2 and all(len(part.split()) <= 3 for part in parts) and stated_date(line) is None
