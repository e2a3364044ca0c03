"""Agreements told: how many, of how many documents, for how much in each currency."""

from __future__ import annotations

from collections.abc import Sequence

from multivector.measures.ask import Ask, Row
from multivector.measures.catalogue import MeasureHead
from multivector.measures.figure import Maker
from multivector.model import Figure


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return agreements, documents and a sum for each currency, as a whole and by period."""
    maker = Maker(ask=ask, head=head)
    parts = ask.parts(ask.rows("agreements.sql"))
    return [figure for period, placed in parts for figure in _figures(maker, placed, period)]


def _figures(maker: Maker, rows: Sequence[Row], period: str | None) -> list[Figure]:
    if why := maker.silence(rows, period):
        return [maker.make("agreements", None, "agreements", (), period, note=why)]
    concept = "dealings in which something was signed or agreed"
    documents = sum(row["count"] or 1 for row in rows)
    told = {"interval": "none: as told", "concept": "documents named, one where no number is told"}
    currencies = sorted({row["unit"] for row in rows if row["value"] is not None and row["unit"]})
    return [
        maker.count("agreements", rows, period, "agreements", concept),
        maker.make("documents", documents, "documents", rows, period, bounds=None, **told),
        *(_sum(maker, currency, rows, period) for currency in currencies),
    ]


def _sum(maker: Maker, currency: str, rows: Sequence[Row], period: str | None) -> Figure:
    """Return the sum in one currency; currencies are never added to each other."""
    kept = [row for row in rows if row["unit"] == currency and row["value"] is not None]
    low, high = (float(sum(row[bound] for row in kept)) for bound in ("low", "high"))
    silent = sum(row["value"] is None for row in rows)
    told = {
        "interval": "range of the sums told" if low != high else "none: all tell the same sums",
        "concept": "values of agreements as signed, not as paid",
        "note": f"{silent} of {len(rows)} agreements tell no sum" if silent else "",
    }
    value, bounds = float(sum(row["value"] for row in kept)), (low, high) if low != high else None
    return maker.make("sum", value, currency, kept, period, bounds=bounds, **told)
