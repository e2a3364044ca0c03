"""Number the evidence of a brief in the order in which it is first used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multivector.briefs.sentence import identity, prove
from multivector.model import Brief, Chart, Evidence, Row, Said, Section, Sentence, Table


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered piece of evidence, and how often the text leads to it."""

    number: int
    evidence: Evidence
    uses: int


class Notes:
    """The notes of one brief, and the numbers of its dealings in the order of its timeline."""

    def __init__(self, brief: Brief) -> None:
        """Number all evidence.

        Raises:
            EvidenceError: A sentence or row of the brief has no evidence of its kind.
        """
        self._numbers: dict[tuple[object, ...], int] = {}
        self._pieces: list[Evidence] = []
        self._uses: list[int] = []
        for text, item in statements(brief):
            prove(item.kind, text, item.evidence)
            for piece in item.evidence:
                self._add(piece)
        self._timeline = next((table for table in _tables(brief.sections) if _tells_one_each(table)), None)
        told = [told_event(row) for row in self._timeline.rows] if self._timeline else []
        self._dealings = {event: number for number, event in enumerate(told, start=1) if event}

    def _add(self, piece: Evidence) -> None:
        number = self._numbers.setdefault(identity(piece), len(self._pieces) + 1)
        if number > len(self._pieces):
            self._pieces.append(piece)
            self._uses.append(0)
        self._uses[number - 1] += 1

    def numbers(self, evidence: Sequence[Evidence]) -> list[int]:
        """Return the numbers of these pieces, in order of appearance."""
        return [self._numbers[identity(piece)] for piece in evidence]

    def dealing(self, event: str) -> int | None:
        """Return the number of a dealing by its event's id, or None where no row of the brief tells it."""
        return self._dealings.get(event)

    def is_timeline(self, table: Table) -> bool:
        """Whether the rows of this table give the dealings their numbers: it is the first that tells one in each."""
        return table is self._timeline

    def __iter__(self) -> Iterator[Note]:
        """Yield the notes by number."""
        for number, (piece, uses) in enumerate(zip(self._pieces, self._uses, strict=True), start=1):
            yield Note(number, piece, uses)


def told_event(row: Row) -> str | None:
    """Return the event that a row tells: the one that all its passages are about."""
    events = {piece.event for piece in row.evidence if isinstance(piece, Said)}
    return events.pop() if len(events) == 1 else None


def statements(brief: Brief) -> Iterator[tuple[str, Sentence | Row]]:
    """Yield every sentence and row of a brief with its text, in reading order."""
    lines = (*((brief.basis,) if brief.basis else ()), *brief.bottom_line)
    yield from ((line.text, line) for line in lines)
    for section in brief.sections:
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Sentence | Table | Chart) -> Iterator[tuple[str, Sentence | Row]]:
    if isinstance(block, Sentence):
        yield block.text, block
        return
    if isinstance(block, Chart):
        yield block.sentence.text, block.sentence
    table = block.table if isinstance(block, Chart) else block
    yield from ((" | ".join(row.cells), row) for row in table.rows)


def _tells_one_each(table: Table) -> bool:
    events = [told_event(row) for row in table.rows]
    return None not in events and len(set(events)) == len(events)


def _tables(sections: Sequence[Section]) -> Iterator[Table]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Table))
