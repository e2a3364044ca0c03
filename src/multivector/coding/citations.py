"""The sources that a report cites: in brackets, running text, footnotes and credit lines.

After rulings 20, 21 and 30 of the annotation guidelines: outlets and documents count, officials, captions and a body
announcing its own act do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from multivector.coding.cited_brackets import bracketed
from multivector.coding.cited_names import Source
from multivector.coding.cited_notes import noted
from multivector.coding.cited_words import in_words
from multivector.coding.outlets import outlets
from multivector.model import Citation, Span


@dataclass(frozen=True, slots=True)
class Cited:
    """A source and where it is cited.

    `bracket` is the first place: the bracket, the footnote's mark or the words of running text; `again` holds the
    brackets and marks that cite the same source later. The place covers what stands `before` it, back to the bracket
    before, or its own `sentence`. `month_day` is what a yearless date says, `notes` are the lines of footnotes. The
    span of the citation is that of outlet and date, in a footnote those of the note.
    """

    citation: Citation
    bracket: Span
    covers: Literal["before", "sentence"]
    month_day: str | None = None
    again: tuple[Span, ...] = ()
    notes: tuple[Span, ...] = ()


def find_citations(text: str, reference: str | None = None) -> list[Cited]:
    """Return the sources that a report cites, in the order of first mention, each outlet and date once.

    Args:
        text: The report's text.
        reference: ISO prefix of the report's date. Yearless dates of citations are the latest before it; without it
            they stay None, with `month_day` kept (see `report_date`).
    """
    places = sorted(_places(text, reference), key=lambda place: place.bracket)
    dated = {(_outlet(place), _sentence(text, place)) for place in places if _is_dated(place)}
    found: dict[tuple[str | None, str | None, str | None], Cited] = {}
    for place in places:
        if place.covers == "sentence" and not _is_dated(place) and (_outlet(place), _sentence(text, place)) in dated:
            continue
        key = (_outlet(place), place.citation.date, place.month_day)
        found[key] = _merged(found[key], place) if key in found else place
    return list(found.values())


def _merged(first: Cited, place: Cited) -> Cited:
    again = (place.bracket,) if place.covers == "before" and place.bracket != first.bracket else ()
    return replace(first, again=first.again + again, notes=first.notes + place.notes)


def _is_dated(place: Cited) -> bool:
    return bool(place.citation.date or place.month_day)


def _places(text: str, reference: str | None) -> list[Cited]:
    notes = noted(text, reference)
    lines = [note.line for note in notes]
    found = [_cited(note.source, mark, "before", note.line) for note in notes for mark in note.marks]
    taken = [*lines, *(mark for note in notes for mark in note.marks)]
    for source, bracket in bracketed(text, reference):
        if not _inside(bracket, taken):
            found.append(_cited(source, bracket, "before"))
    taken += [place.bracket for place in found]
    for source, words in in_words(text, reference):
        if not _inside(words, taken):
            found.append(_cited(source, words, "sentence"))
    return found


def _cited(source: Source, bracket: Span, covers: Literal["before", "sentence"], *notes: Span) -> Cited:
    return Cited(Citation(source.outlet, source.date, source.span), bracket, covers, source.month_day, notes=notes)


def _inside(span: Span, taken: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _outlet(place: Cited) -> str | None:
    outlet = place.citation.outlet
    if outlet in outlets():
        outlet = outlets()[outlet].name
    return re.sub(r"[\W_]+", " ", outlet).strip().casefold() if outlet else None


def _sentence(text: str, place: Cited) -> int:
    """Return where the sentence of a place begins."""
    return max(text.rfind(mark, 0, place.bracket[0]) for mark in (". ", "\n", "? ", "! ", ".” "))


def blank(text: str, cited: Iterable[Cited]) -> str:
    """Return the text with citation brackets, footnote marks and note lines made blank; length and offsets stay.

    Sources named in running text stay: they are part of their sentences.
    """
    letters = list(text)
    for place in cited:
        spans = (*((place.bracket,) if place.covers == "before" else ()), *place.again, *place.notes)
        for start, end in spans:
            letters[start:end] = [letter if letter == "\n" else " " for letter in letters[start:end]]
    return "".join(letters)
