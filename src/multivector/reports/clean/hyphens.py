"""Whether a hyphen at a line end belongs to the word."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Final

from multivector import parties

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS: Final = ("s", "es", "d", "ed", "ing", "ly", "er", "ers", "ment", "ments", "ion", "ions")


class Hyphens:
    """What a text knows of its words: which it writes with a hyphen and which without."""

    def __init__(self, text: str) -> None:
        self._words = Counter(word.casefold() for word in _WORD.findall(text))

    def join(self, before: str, after: str) -> str:
        """Return how two halves of a word around a hyphen and a line end belong together.

        Args:
            before: What stands before the hyphen, back to the last space: `Uzbeki`, `day-to`.
            after: The letters after the line end: `stan`.

        Returns:
            `""` for one word, `"-"` for a compound, `"- "` for a first half that shares a later second one
            (`import- and export-licences`).

        The text itself and the names of parties decide first, then the words of our corpus, then rows of first and
        second halves that make compounds; else a hyphen at a line end is the typesetter's.
        """
        first, second = before.casefold(), after.casefold()
        compound, solid = self._words[f"{first}-{second}"], self._words[first + second]
        if compound or solid:
            return "-" if compound > solid else ""
        for known, answer in ((f"{first}-{second}", "-"), (first + second, "")):
            if known in _names():
                return answer
        if second in ("and", "or"):
            return "- "
        if "-" in first or not first.isalpha() or (after[0].isupper() and not before.isupper()):
            return "-"
        return "" if _is_word(first + second) else self._by_halves(first, second)

    def _by_halves(self, first: str, second: str) -> str:
        firsts, seconds = _halves()["first"], _halves()["second"]
        if second in seconds or (first in firsts and (firsts[first] or self._words[second] or _is_word(second))):
            return "-"
        return ""


def _is_word(word: str) -> bool:
    """Whether our corpus has the word, endings aside."""
    known = _corpus_words()
    return word in known or any(
        word.endswith(end) and (word[: -len(end)] in known or word[: -len(end)] + "e" in known) for end in _ENDINGS
    )


def is_common(word: str) -> bool:
    """Whether a word, whatever its capitals, is one that texts on foreign relations write small."""
    return _is_word(word.casefold())


@cache
def _names() -> frozenset[str]:
    """Return the words that names of parties are made of."""
    return frozenset(word.casefold() for form in parties.forms() for word in _WORD.findall(form.words))


@cache
def _corpus_words() -> frozenset[str]:
    """Return lower-case words of our own corpus (its training part), one a line."""
    return frozenset(_table("words.txt").split())


@cache
def _halves() -> dict[str, dict[str, bool]]:
    """Return first and second halves of compounds; True where a first half keeps its hyphen before anything."""
    found: dict[str, dict[str, bool]] = {"first": {}, "second": {}}
    for line in _table("halves.tsv").splitlines():
        side, half, always = line.split("\t")
        found[side][half] = always == "always"
    return found


def _table(name: str) -> str:
    return (files("multivector.reports.clean") / name).read_text(encoding="utf-8")
