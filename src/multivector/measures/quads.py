"""Dealings by the four classes of PLOVER, and how many publishers tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from multivector.measures.ask import Ask, Row
from multivector.measures.catalogue import MeasureHead
from multivector.measures.figure import Maker
from multivector.measures.scores import QUADS, quads
from multivector.model import Figure


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return the count of each class and the publishers as a whole; by period the counts, also per 1,000 reports."""
    rows = ask.rows("quads.sql")
    maker = Maker(ask=ask, head=head)
    (_, whole), *parts = ask.parts(rows)
    found = [*_counts(maker, whole, None), _publishers(maker, whole)]
    for period, placed in parts:
        for figure in _counts(maker, placed, period):
            found.append(replace(figure, note=figure.note or ask.unplaced(rows)))
            if figure.value is not None:
                found.append(maker.per_thousand(figure, period or ""))
    return found


def _counts(maker: Maker, rows: Sequence[Row], period: str | None) -> list[Figure]:
    why = maker.silence(rows, period)
    found = []
    for quad in QUADS:
        name = quad.replace("co-operation", "cooperation").replace(" ", "-")
        kept = [row for row in rows if quads()[row["type"]] == quad]
        if why:
            found.append(maker.make(name, None, "dealings", (), period, concept=quad, note=why))
        else:
            found.append(maker.count(name, kept, period, "dealings", quad))
    return found


def _publishers(maker: Maker, rows: Sequence[Row]) -> Figure:
    names = sorted({name for row in rows for name in row["publishers"]})
    told = {
        "interval": "none: all are counted",
        "concept": "distinct publishers; a report without one counts for itself",
    }
    note = maker.silence(rows, None) or ", ".join(names)
    return maker.make(
        "publishers", len(names) if rows else None, "publishers", rows, None, bounds=None, note=note, **told
    )
