"""A brief as JSON types, for programs: the same sentences, with the numbers of their notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from multivector.briefs.notes import Note, Notes
from multivector.model import Brief, Chart, Row, Section, Sentence, Table

Record = dict[str, Any]


def to_record(brief: Brief) -> Record:
    """Return the brief as one JSON object: `bottom_line`, `sections` with their `blocks`, and numbered `notes`.

    Raises:
        EvidenceError: A sentence of the brief has no evidence.
    """
    notes = Notes(brief)
    return {
        "title": brief.title,
        "as_of": brief.as_of,
        "ledger": brief.ledger,
        "basis": _sentence(brief.basis, notes) if brief.basis else None,
        "bottom_line": [_sentence(line, notes) for line in brief.bottom_line],
        "sections": [_section(section, notes) for section in brief.sections],
        "notes": [_note(note) for note in notes],
    }


def _section(section: Section, notes: Notes) -> Record:
    return {"heading": section.heading, "blocks": [_block(block, notes) for block in section.blocks]}


def _block(block: Sentence | Table | Chart, notes: Notes) -> Record:
    if isinstance(block, Sentence):
        return {"block": "sentence", **_sentence(block, notes)}
    if isinstance(block, Table):
        return {"block": "table", **_table(block, notes)}
    bars = [{"label": bar.label, "value": bar.value, "series": bar.series} for bar in block.bars]
    says, table = _sentence(block.sentence, notes), _table(block.table, notes)
    return {"block": "chart", "title": block.title, "unit": block.unit, "bars": bars, "sentence": says, "table": table}


def _sentence(line: Sentence, notes: Notes) -> Record:
    return {"text": line.text, "kind": line.kind, "notes": notes.numbers(line.evidence)}


def _table(table: Table, notes: Notes) -> Record:
    rows = [_row(row, notes) for row in table.rows]
    return {"caption": table.caption, "columns": list(table.columns), "rows": rows}


def _row(row: Row, notes: Notes) -> Record:
    return {"cells": list(row.cells), "kind": row.kind, "notes": notes.numbers(row.evidence)}


def _note(note: Note) -> Record:
    piece = note.evidence
    held = {field.name: _plain(getattr(piece, field.name)) for field in fields(piece)}
    return {"number": note.number, "kind": type(piece).__name__.lower(), **held}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(sorted(value.items()))
    return list(value) if isinstance(value, tuple) else value
