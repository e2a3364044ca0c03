"""For which time a figure is told: a year, a part of one, a span of years."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from multivector.coding.slots import is_verb

if TYPE_CHECKING:
    from multivector.coding.parse import Token
    from multivector.coding.scene import Scene
    from multivector.grammar.dates import Found

_ON: Final = re.compile(r"\bon\s+(?:the\s+|a\s+)?$")
_OTHER: Final = re.compile(r"\b(?:against|up from|down from|compared with) \S*\d")
_COMPARED: Final = re.compile(r"\b(?:than|over|compared (?:with|to)|against|versus|from|as in)\s+(?:in\s+|the\s+)?$")


def period_of(scene: Scene, i: int, *, until_now: bool = False, behind: bool = False, days: bool = False) -> str | None:
    """Return the period to which word `i` belongs, None where none is told in its clause or one above.

    Args:
        scene: The report.
        i: The word that tells the figure.
        until_now: Whether "since 1991" means the years up to the report (a sum over time), not the year alone.
        behind: Whether only a date behind the word counts: `against 250 million in 1990`.
        days: Whether a single day counts: that of a figure is mostly of the happening beside it.
    """
    found = _nearest(scene, i, behind=behind)
    if found is None or (len(found.iso or "") == 10 and not found.period and not days):
        return None
    return _told(scene, found, until_now=until_now)


def _told(scene: Scene, found: Found, *, until_now: bool) -> str | None:
    if found.kind == "start" and found.iso and until_now and scene.report.date and not found.last:
        return f"{found.iso[:4]}/{scene.report.date[:4]}"
    return found.period or found.iso


def _nearest(scene: Scene, i: int, *, behind: bool) -> Found | None:
    start, end = scene.parsed.sentence_span(scene.parsed.tokens[i].sentence)
    best: tuple[tuple[int, int, int], Found] | None = None
    for found in scene.dates:
        if not start <= found.span[0] < end or not (found.iso or found.period) or _ahead(scene, found):
            continue
        word = scene.parsed.within(*found.span)[0].i
        if _only_compared(scene, found, i) or not _same_clause(scene, i, word) or (behind and word < i):
            continue
        own = [verb.i for verb in _verbs_above(scene, i)]
        home = next((verb.i for verb in _verbs_above(scene, word)), -1)
        rank = (own.index(home) if home in own else len(own), _path(scene, i, word), abs(i - word))
        if not _of_another(scene, i, word) and (best is None or rank < best[0]):
            best = (rank, found)
    return best[1] if best else None


def _of_another(scene: Scene, i: int, date: int) -> bool:
    """Whether the date belongs to what is told beside: `ranks second, with a stock of $5 billion in 2011`."""
    above = {token.i for token in scene.parsed.ancestors(i)}
    for token in scene.parsed.ancestors(date):
        if token.i == i or token.i in above:
            return False
        if token.text.lower() == "with" and token.i > i:
            return True
    return False


def _only_compared(scene: Scene, found: Found, i: int) -> bool:
    """`12 percent over 2021`, `on the year before`, `against 97 in 2023`: a time with which the figure is compared."""
    text, start = scene.parsed.text, found.span[0]
    before = text[max(0, start - 24) : start]
    yearly = len(found.iso or "") == 4 and _ON.search(before) is not None
    other = _OTHER.search(text[scene.parsed.tokens[i].end : start]) if scene.parsed.tokens[i].end < start else None
    if _in_bracket(scene, found, i):
        return True
    return not found.last and (yearly or other is not None or _COMPARED.search(before) is not None)


def _in_bracket(scene: Scene, found: Found, i: int) -> bool:
    """`15 billion euros (2022: 13 billion)`: a date in brackets with a figure of its own."""
    text, start = scene.parsed.text, found.span[0]
    opening = text.rfind("(", max(0, start - 80), start)
    closing = text.find(")", found.span[1], found.span[1] + 80)
    if opening < 0 or closing < 0 or ")" in text[opening:start]:
        return False
    outside = not opening < scene.parsed.tokens[i].start < closing
    return outside and any(sign.isdigit() for sign in text[opening:start] + text[found.span[1] : closing])


def _ahead(scene: Scene, found: Found) -> bool:
    """Whether a date behind `by`, `until` lies ahead of the report: a goal, not the time of a figure."""
    return found.kind == "deadline" and not (found.iso and scene.report.date and found.iso <= scene.report.date)


def _same_clause(scene: Scene, i: int, date: int) -> bool:
    """Whether the date stands in the clause of word `i`, in one that governs it, or before it in one beside it."""
    own = _verbs_above(scene, i)
    home = _verbs_above(scene, date)
    if not home or not own or home[0].i == own[0].i:
        return True
    when = any(kid.text.lower() == "when" for kid in scene.parsed.kids(home[0].i, "advmod", "mark"))
    if when and home[0].head == own[0].i:
        return True  # "stood at 400 million when relations were established in 1992"
    for verb, above in pairwise(own):
        if verb.dep in ("conj", "parataxis") and date > i:
            return False
        if above.i == home[0].i:
            return True
    return False


def _verbs_above(scene: Scene, i: int) -> list[Token]:
    return [token for token in (scene.parsed.tokens[i], *scene.parsed.ancestors(i)) if is_verb(token)]


def _path(scene: Scene, i: int, k: int) -> int:
    """Return how many steps lie between two words in the tree of the sentence."""
    up = {token.i: n for n, token in enumerate((scene.parsed.tokens[i], *scene.parsed.ancestors(i)))}
    for n, token in enumerate((scene.parsed.tokens[k], *scene.parsed.ancestors(k))):
        if token.i in up:
            return n + up[token.i]
    return len(scene.parsed.sentence_of(i))
