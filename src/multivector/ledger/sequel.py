"""Follow a telling of an older coding to the one that tells the same in the newest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from multivector.ledger.database import Database

_NEARBY = """
WITH old AS (SELECT * FROM kept.tellings WHERE id = $id)
SELECT
    t.id,
    t.anchor = old.anchor AS quoted,
    t.type = old.type AND t.mode IS NOT DISTINCT FROM old.mode AS coded,
    (least(t.span_end, old.span_end) - greatest(t.span_start, old.span_start))
        / greatest(1, least(t.span_end - t.span_start, old.span_end - old.span_start)) AS share
FROM tellings AS t JOIN old ON t.report = old.report
"""


def sequel(database: Database, id_: str) -> str | None:
    """Return the newest telling that tells what this one told: itself, or the one of the newest coding in its place.

    The same quote counts, or a span that overlaps by half with the same type and mode; None where there is no such
    telling, or two are equally near.
    """
    if database.tuples("SELECT 1 FROM tellings WHERE id = ?", [id_]):
        return id_
    rows = [row for row in database.rows(_NEARBY, {"id": id_}) if _fits(row)]
    rows.sort(key=lambda row: (-_nearness(row), row["id"]))
    if not rows or (len(rows) > 1 and _nearness(rows[0]) == _nearness(rows[1])):
        return None
    return str(rows[0]["id"])


def _fits(row: Mapping[str, Any]) -> bool:
    return bool(row["quoted"] or (row["coded"] and row["share"] >= 0.5))


def _nearness(row: Mapping[str, Any]) -> float:
    return float(row["share"] + 2 * row["quoted"] + row["coded"])
