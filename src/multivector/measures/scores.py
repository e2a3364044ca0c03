"""The PLOVER scores and classes of types and modes, as rows of `plover.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from multivector.tables import read_table

QUADS = ("verbal co-operation", "material co-operation", "verbal conflict", "material conflict")


@cache
def rows() -> tuple[dict[str, str], ...]:
    """Return the rows: type, mode (empty: the type), score, quad, and the basis where the manual has no score."""
    return read_table("multivector.measures", "plover.csv")


def parameters() -> Mapping[str, object]:
    """Return types, modes and scores as lists for SQL."""
    return {
        "types": [row["type"] for row in rows()],
        "modes": [row["mode"] for row in rows()],
        "scores": [Decimal(row["score"]) for row in rows()],
    }


@cache
def quads() -> Mapping[str, str]:
    """Return the class of each type."""
    return {row["type"]: row["quad"] for row in rows() if not row["mode"]}
