"""The sentence around a span: what a reader would quote, and what merging compares."""

from __future__ import annotations

import re

from multivector.model import Span

LIMIT = 600
"""Longest sentence kept, in characters; text without full stops is cut around the span."""

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n|\n(?=\s*[•\-–*])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Gov|Sec|No|Art|vs|approx|(?:[A-Z]\.)?[A-Z])\.\s+$")


def sentence_span(text: str, span: Span) -> Span:
    """Return the span of the sentence (or sentences) that the given span stands in, at most about `LIMIT` long."""
    start = _begin(text, span[0])
    end = next((hit.start() + 1 for hit in _END.finditer(text, span[1]) if _ends(text, hit)), len(text))
    end = min(end, max(span[1], start + LIMIT))
    return start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())


def sentence(text: str, span: Span) -> str:
    """Return the sentence around a span, white space made single."""
    start, end = sentence_span(text, span)
    return " ".join(text[start:end].split())


def _begin(text: str, at: int) -> int:
    floor = max(0, at - LIMIT)
    ends = [hit.end() for hit in _END.finditer(text, floor, at) if _ends(text, hit)]
    return ends[-1] if ends else floor


def _ends(text: str, hit: re.Match[str]) -> bool:
    return not _ABBREVIATION.search(text, max(0, hit.start() - 12), hit.end())
