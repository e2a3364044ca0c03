"""How a tie divides over the five dimensions."""

from __future__ import annotations

import math
from collections.abc import Sequence

from multivector.measures.ask import Ask, Row
from multivector.measures.catalogue import MeasureHead
from multivector.measures.figure import Maker
from multivector.model import Figure
from multivector.model.codes import DIMENSION_OF, DIMENSIONS


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return the share of each dimension as a whole and by period."""
    rows = ask.rows("dimensions.sql", sectors=list(DIMENSION_OF), dimensions=list(DIMENSION_OF.values()))
    maker = Maker(ask=ask, head=head)
    parts = ask.parts(rows)
    return [_share(maker, dimension, placed, period) for period, placed in parts for dimension in DIMENSIONS]


def _share(maker: Maker, dimension: str, rows: Sequence[Row], period: str | None) -> Figure:
    if not rows:
        note = maker.silence(rows, period) or "no dealing is told"
        return maker.make(dimension, None, "share", (), period, note=note)
    kept = [row for row in rows if dimension in row["dimensions"]]
    part = math.fsum(1 / len(row["dimensions"]) for row in kept)
    return maker.share(dimension, part, kept, period, f"of {len(rows)} dealings", rows)
