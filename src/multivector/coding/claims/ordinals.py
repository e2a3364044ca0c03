"""Ordinals and superlatives: which place the words before a noun tell (`third-largest`, `No. 2`, `main`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from multivector.grammar.numbers import find_numbers

if TYPE_CHECKING:
    from multivector.coding.parse import Token
    from multivector.coding.scene import Scene

_BEST: Final = (
    r"(?:largest|biggest|greatest|top|main|leading|chief|foremost|principal|most important|most significant|primary|"
    r"most valuable|number[- ]one|premier)"
)
_SIGN: Final = re.compile(
    r"\b(?:no\.?|number|nr\.?|№|#)[\s-]*(?P<number>\d{1,3}|one|two|three|four|five)\b", re.IGNORECASE
)
_FIRST: Final = re.compile(rf"\b{_BEST}\b|\bfirst\b", re.IGNORECASE)
_NOT: Final = re.compile(
    r"\b(?:one|some|two|three|several|many|any|no|former|formerly|once|potential|possible|future|smallest|least|next|other|"
    r"another|longer|never|would-be|few|hitherto)\b",
    re.IGNORECASE,
)
_TOP_N: Final = re.compile(r"\b(?:top|leading|largest|biggest|main)\s+(?:two|three|four|five|ten|\d+)\b", re.IGNORECASE)


def place_told(words: str) -> int | None:
    """Return the place that the words before a noun tell, 1 for a bare superlative, None where they tell none."""
    if sign := _SIGN.search(words):
        return int(find_numbers(sign["number"])[0].value)
    if _NOT.search(words) or _TOP_N.search(words):
        return None
    places = [int(number.value) for number in find_numbers(words) if number.ordinal]
    if places:
        return places[0]
    return 1 if _FIRST.search(words) else None


def words_before(scene: Scene, i: int) -> str:
    """Return the modifiers in front of noun `i` without its owner: `third-largest trading `."""
    near = [k for k in scene.parsed.subtree(i) if i - 12 <= k < i]
    kept = [k for k in near if not _owns(scene, scene.parsed.tokens[k], i)]
    return scene.parsed.text[scene.parsed.tokens[kept[0]].start : scene.parsed.tokens[i].start] if kept else ""


def _owns(scene: Scene, token: Token, i: int) -> bool:
    """Whether the word belongs to the owner of noun `i` (`Kazakhstan's`) or stands before it, or is a name."""
    if token.i in scene.named:
        return True
    while token.i != i:
        if token.dep == "poss" and token.head == i:
            return True
        token = scene.parsed.tokens[token.head]
    return False
