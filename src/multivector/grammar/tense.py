"""Whether a date lies ahead of its report or behind it, as the words around it say."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final, Literal

from multivector.grammar.numbers import GAP
from multivector.tables import read_table

Side = Literal["past", "future", "closest"]


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    """Return the words of `tense.csv` by what they tell: ahead, then (a future seen from the past), behind, bare."""
    words: dict[str, list[str]] = defaultdict(list)
    for row in read_table("multivector.grammar", "tense.csv"):
        words[row["side"]].append(row["words"])
    more = {
        "ahead": r"|\bmay\b|['’]ll\b|(?i:\binvit(?:ed|es|ation)\b.* to\b)",
        "behind": r"|\b(?!need|proceed|succeed|exceed|indeed|embed)[a-z]{2,}ed\b",
    }
    return {side: re.compile(rf"\b(?i:{'|'.join(rows)})\b{more.get(side, '')}") for side, rows in words.items()}


_EDGE: Final = re.compile(
    r"[,;:—–(]|\b(?:and|but|that|which|who|when|while|where|after|because|although|until|before|as)\b"
)
BOUND: Final = re.compile(
    rf"\b(?P<bound>(?i:by|until|till|before|beyond|no{GAP}later{GAP}than|not{GAP}later{GAP}than|up{GAP}to|ahead{GAP}of"
    rf"|prior{GAP}to|through|(?:last|run|valid|extended?|prolonged)[^.;]{{0,20}}{GAP}to))(?:{GAP}(?:on|in))?(?:{GAP}the)?"
    rf"(?:{GAP}(?:end|middle|start|beginning){GAP}of)?{GAP}$"
)
"""Words before a date that make it a target or an end."""


def side_of(text: str, start: int, end: int, opening: int, stop: int, previous: Side | None) -> Side | None:
    """Tell on which side of the report a yearless date lies, or None where the words around it say nothing.

    The nearest words that tell a tense decide: those of its own clause, then those behind it where it opens its
    clause, then those of the clauses before, then what holds for the date before it in the sentence. A target lies
    ahead, or where nothing says so on the side that is closer.

    Args:
        text: The whole text.
        start: Where the date begins.
        end: Where it ends.
        opening: Where its sentence begins, or the date before it ends.
        stop: Where the next date begins.
        previous: The side of the date before it in the same sentence.
    """
    window = text[max(opening, start - 220) : start]
    if BOUND.search(text[max(0, start - 60) : start]):
        return "future" if _cues()["ahead"].search(window) else "closest"
    edges = list(_EDGE.finditer(window))
    bounds = [0, *(edge.end() for edge in edges)], [*(edge.start() for edge in edges), len(window)]
    clauses = [window[a:b] for a, b in zip(*bounds, strict=True)]
    behind = re.split(r"[.;!?\n](?:\s|$)", text[end : min(stop, end + 110)])[0]
    own, before = _tense(clauses[-1]), [side for words in reversed(clauses[:-1]) if (side := _tense(words))]
    opens = len(clauses) == 1 or (edges[-1].group().isalpha() and len(clauses[-1].split()) < 2)
    after = _tense(behind, first=True)
    order = [own, after, *before, previous] if opens else [own, *before, previous, after]
    return next((side for side in order if side), None)


def _tense(words: str, *, first: bool = False) -> Side | None:
    """Return the side that the words tell; `first`: by their first verb, else the future outweighs the past.

    The present for what is fixed (`opens on 9 July`) and infinitives are ahead where no past verb stands beside them.
    """
    cues = _cues()
    ahead, behind = cues["ahead"].search(words), cues["behind"].search(words)
    if cues["then"].search(words):
        return "closest"
    if ahead and not (first and behind and behind.start() < ahead.start()):
        return "future"
    if behind:
        return "past"
    return "future" if cues["bare"].search(words) else None
