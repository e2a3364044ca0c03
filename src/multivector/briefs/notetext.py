"""What a note says: the passage and its place, the row and its release, or the computation and what went in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from multivector.briefs import words
from multivector.briefs.notes import Notes
from multivector.model import Computed, Counted, Evidence, Said


def plain(piece: Evidence, notes: Notes) -> str:
    """Return a note as plain text."""
    if isinstance(piece, Said):
        return f"“{' '.join(piece.quote.split())}” {source(piece)}."
    if isinstance(piece, Counted):
        return f"{piece.statement}. {release(piece)}."
    return f"{method(piece)}.{_inputs(piece, notes)}"


def source(piece: Said) -> str:
    """Return where a passage stands: publisher, title, date, place."""
    date = words.date(piece.date) if piece.date else "undated"
    return ", ".join(part for part in (piece.publisher, piece.title or piece.report, date, piece.place) if part)


def release(piece: Counted) -> str:
    """Return where a row stands: dataset, release, day of publication, row."""
    published = f"published {words.date(piece.published)}" if piece.published else ""
    return ", ".join(part for part in (piece.dataset, f"release {piece.release}", published, piece.row) if part)


def method(piece: Computed) -> str:
    """Return what was computed, after whom, and with which parameters."""
    parameters = "; ".join(f"{name}: {value}" for name, value in sorted(piece.parameters.items()))
    return words.capital(f"{piece.measure}. Source: {piece.source}" + (f"; {parameters}" if parameters else ""))


def _inputs(piece: Computed, notes: Notes) -> str:
    if not piece.inputs:
        return ""
    numbers, rest = dealings(piece, notes)
    spans = ", ".join(f"{first}–{last}" if first != last else str(first) for first, last in runs(numbers))
    told = [f"dealing{'s' * (len(numbers) > 1)} {spans} of this brief"] if numbers else []
    return f" From {words.listed([*told, *rest])}."


def dealings(piece: Computed, notes: Notes) -> tuple[list[int], list[str]]:
    """Return the numbers of the dealings that went in, and the ids of inputs that no row of the brief tells."""
    known = {each: notes.dealing(each) for each in piece.inputs}
    return sorted(number for number in known.values() if number), [each for each, number in known.items() if not number]


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of successive numbers."""
    start = last = None
    for number in numbers:
        if last is not None and number == last + 1:
            last = number
            continue
        if start is not None and last is not None:
            yield start, last
        start = last = number
    if start is not None and last is not None:
        yield start, last
