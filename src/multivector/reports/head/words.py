"""Words that heads of reports are made of, as rows of words.tsv: kind, word."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?|&")
_MOST: Final = 9
_LABEL: Final = 6
_CODE: Final = re.compile(r"(?:(?:№|Nr?|Ref|REF|Doc)\b\.?:?)?\s*#?[A-Z]*\d*(?:[/.-][A-Z\d.()-]+)+")


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind: `outlet` nouns, `label`s, `menu` words, `stating` words, `field publisher` ..."""
    lines = (files("multivector.reports.head") / "words.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(word for row, word in (line.split("\t") for line in lines) if row == kind)


def either(kind: str) -> str:
    """Return a pattern of the words of a kind, the longest first."""
    return rf"(?:{'|'.join(map(re.escape, sorted(words(kind), key=lambda word: (-len(word), word))))})"


def is_label(text: str) -> bool:
    """Whether the text only says what kind of text follows, under which heading it stands, or which number it has.

    Labels are whole rows (`key points`), or made of words that only labels have, the last one naming a kind of text
    (`Spokesperson's statement`, `FLASH NOTE`); a document's number (`SC/15105`) is one too.
    """
    bare = text.strip(" .:•*_-[]()").casefold().replace("’", "'")
    if bare in words("label") or _is_code(text.strip()):
        return True
    said = re.findall(r"[^\W\d_][\w'&]*", bare)
    if not 0 < len(said) <= _LABEL or said[-1] not in words("kind of text"):
        return False
    return all(word in words("kind of text") or word in words("of a label") for word in said)


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text) and re.search(r"\d", text))


def is_name(text: str) -> bool:
    """Whether the text can be a name: few words, all with a capital but small ones like `of`."""
    found = _WORD.findall(text)
    if (
        not 0 < len(found) <= _MOST
        or text[-1:] in ".?!:;,"
        or not text[0].isalnum()
        or not re.search(r"[^\W\d_]", text)
    ):
        return False
    if found[0].casefold() in words("no name") or found[-1] in words("small") or re.search(r"[?!“”\"]", text):
        return False
    return all(not word[0].islower() or word in words("small") for word in found) and not found[0].islower()


def outlet_noun(text: str) -> bool:
    """Whether what the name names is one that publishes: `Nordic Legislative Review`, `Ministry of Foreign Affairs`.

    The noun alone (`Newsletter`) names nobody, and before `of` only some do (`Bank of`, not `Review of`).
    """
    if len(_WORD.findall(text)) < 2:
        return text.casefold().endswith(_ENDS) and text.casefold() not in words("outlet")
    core = re.split(r"\s+(?:of|for|on)\s+|[:—–]", text, maxsplit=1, flags=re.IGNORECASE)[0]
    parts = (core, text) if len(core.split()) > 1 else (text,)
    lasts = [word.casefold() for part in parts for word in _WORD.findall(part)[-1:]]
    first = core.split(maxsplit=1)[0].casefold() if core.split() else ""
    if first in words("outlet first") or any(last in words("outlet") for last in lasts):
        return True
    return any(last.endswith(_ENDS) for last in lasts)


_ENDS: Final = ("news", "press", "radio", "media", "inform", "wire", "watch", "post")
