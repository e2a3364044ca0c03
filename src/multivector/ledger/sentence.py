"""Sentences by their punctuation: what a reader would quote, and what merging compares. No parser is needed."""

from __future__ import annotations

import re
from itertools import pairwise

from multivector.model import Span

LIMIT = 600
"""Longest passage kept around a span, in characters, where the text has no full stops."""

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W_a-z])|\n\s*\n|\n(?=\s*[•\-–*])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sen|Gov|Sec|No|Art|vs|approx|(?:[A-Z]\.)?[A-Z])\.\s+$")


def sentences(text: str) -> list[Span]:
    """Return the spans of the text's sentences, in order, without the white space between them."""
    ends = [hit.end() for hit in _END.finditer(text) if not _ABBREVIATION.search(text[: hit.end()], hit.start() - 10)]
    spans = [_trimmed(text, start, end) for start, end in pairwise([0, *ends, len(text)])]
    return [span for span in spans if span[0] < span[1]]


def covering(spans: list[Span], span: Span) -> list[int]:
    """Return the indices of the sentences that a span touches."""
    return [at for at, (start, end) in enumerate(spans) if start < span[1] and span[0] < end]


def passage(text: str, spans: list[Span], span: Span) -> Span:
    """Return the span of the sentences that a span touches, cut to about `LIMIT` characters around it."""
    touched = covering(spans, span)
    if not touched:
        return span
    start, end = spans[touched[0]][0], spans[touched[-1]][1]
    room = max(LIMIT, span[1] - span[0])
    if end - start <= room:
        return start, end
    start = max(start, span[0] - (room - (span[1] - span[0])) // 2)
    return _trimmed(text, start, min(end, start + room))


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
