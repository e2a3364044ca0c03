"""The look of a brief as Markdown with footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from multivector.briefs import notetext, words
from multivector.briefs.marks import MARKS
from multivector.briefs.notes import Notes
from multivector.model import Brief, Chart, Row, Section, Sentence, Table

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$&])")


def to_markdown(brief: Brief) -> str:
    """Return the brief as Markdown: tables in pipes, notes as `[^1]`; words of reports are escaped.

    Raises:
        EvidenceError: A sentence of the brief has no evidence.
    """
    notes = Notes(brief)
    parts = [*_head(brief, notes), *(part for section in brief.sections for part in _section(section, notes))]
    parts.append("\n".join(f"[^{note.number}]: {escape(notetext.plain(note.evidence, notes))}" for note in notes))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Return a text on one line in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _head(brief: Brief, notes: Notes) -> Iterator[str]:
    yield f"# {escape(brief.title)}"
    as_of = f"As of {words.date(brief.as_of)} · " if brief.as_of else ""
    yield f"{as_of}Ledger {escape(brief.ledger[:12])}"
    if brief.basis:
        yield _sentence(brief.basis, notes)
    yield " · ".join(f"{mark.sign} {mark.word}: {mark.meaning}" for mark in MARKS.values())
    if brief.bottom_line:
        yield "## Bottom line"
        yield from (_sentence(line, notes) for line in brief.bottom_line)


def _section(section: Section, notes: Notes) -> Iterator[str]:
    yield f"## {escape(section.heading)}"
    for block in section.blocks:
        yield from _block(block, notes)


def _block(block: Sentence | Table | Chart, notes: Notes) -> Iterator[str]:
    if isinstance(block, Sentence):
        yield _sentence(block, notes)
        return
    if isinstance(block, Chart):
        yield f"### {escape(block.title)}"
        yield _sentence(block.sentence, notes)
    yield _table(block.table if isinstance(block, Chart) else block, notes)


def _sentence(line: Sentence, notes: Notes) -> str:
    return f"{MARKS[line.kind].sign} {escape(line.text)}{_links(line, notes)}"


def _links(item: Sentence | Row, notes: Notes) -> str:
    return "".join(f"[^{number}]" for number in notes.numbers(item.evidence))


def _table(table: Table, notes: Notes) -> str:
    numbered = notes.is_timeline(table)
    heads = [*(["No."] if numbered else []), *map(escape, table.columns), "Notes"]
    lines = [_line(heads), _line(["---"] * len(heads))]
    for number, row in enumerate(table.rows, start=1):
        first, *rest = map(escape, row.cells)
        lead = [str(number)] if numbered else []
        lines.append(_line([*lead, f"{MARKS[row.kind].sign} {first}", *rest, _links(row, notes)]))
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
