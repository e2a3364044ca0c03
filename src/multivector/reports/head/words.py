"""Words that heads of reports are made of, as rows of words.tsv: kind, word."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?|&")
_MOST: Final = 9


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a kind: `outlet` nouns, `label`s, `menu` words, `stating` words, `field publisher` ..."""
    lines = (files("multivector.reports.head") / "words.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(word for row, word in (line.split("\t") for line in lines) if row == kind)


def is_label(text: str) -> bool:
    """Whether the text only says what kind of text follows, or under which heading it stands."""
    return text.strip(" .:•*_-[]()").casefold() in words("label")


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
    if found[0].casefold() in words("no name") or re.search(r"[?!“”\"]", text):
        return False
    return all(not word[0].islower() or word in words("small") for word in found) and not found[0].islower()


def outlet_noun(text: str) -> bool:
    """Whether what the name names is one that publishes: `Nordic Legislative Review`, `Ministry of Foreign Affairs`."""
    core = re.split(r"\s+(?:of|for|on)\s+|[:—–]", text, maxsplit=1, flags=re.IGNORECASE)[0]
    lasts = [word.casefold() for part in (core, text) for word in _WORD.findall(part)[-1:]]
    first = core.split(maxsplit=1)[0].casefold() if core.split() else ""
    if first in words("outlet first") or any(last in words("outlet") for last in lasts):
        return True
    return any(last.endswith(end) for last in lasts for end in ("news", "press", "radio", "media", "inform"))
