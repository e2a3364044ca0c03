"""The counted rows of datasets on a party, or between two, as they were loaded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.measures.ask import query

TRADE = tuple(
    f"{way}{what}" for way in ("exports", "imports", "trade")
    for what in ("", " of goods", " of services", " of goods and services", " in goods", " in services")
)  # fmt: skip
"""What counts as trade as a whole; re-exports and domestic exports are parts of it and stand apart."""


def figures(
    store: Store,
    a: str,
    b: str | None = None,
    *,
    measure: str | None = None,
    period: str | None = None,
    dataset: str | None = None,
    release: str | None = None,
) -> list[dict[str, Any]]:
    """Return the counted rows of a party, or between two, each reporter's by itself.

    Args:
        store: The ledger.
        a: Code of a party.
        b: Code of the other side.
        measure: `exports` (of `a`, by whoever counts them), `imports`, `trade` (both), or a measure as a source has it.
        period: A period or the start of one: `2022` finds its months too.
        dataset: Name of a dataset; those of its sources (`trade/Central Bank`) too.
        release: A release, or `all`; else each figure in the newest release that has it.

    Returns:
        Rows with `reporter, exporter, importer, measure, value, unit, period, product, dataset, release, published`,
        `row` and `note`; a party is None where the source names the world, a part of the total or nobody known.

    Raises:
        UsageError: The dataset or release is not in the ledger.
    """
    asked = {"measure": measure, "period": period, "dataset": dataset, "release": release}
    _check(store, dataset, release)
    rows = query(store, "queries/figures.sql", {"a": a, "b": b, "trade": list(TRADE), **asked})
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: object) -> object:
    """Return a number as Python's own, whole where it is whole."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _check(store: Store, dataset: str | None, release: str | None) -> None:
    held = store.query("SELECT name, release FROM datasets ORDER BY name, release")
    names = [row["name"] for row in held]
    if dataset is not None and not any(name == dataset or name.startswith(f"{dataset}/") for name in names):
        hint = f"loaded are {', '.join(dict.fromkeys(names))}" if names else "multivector load brings one in"
        raise UsageError(f"no dataset {dataset!r} in the ledger", "--dataset", hint)
    releases = dict.fromkeys(row["release"] for row in held)
    if release not in (None, "all", *releases):
        raise UsageError(f"no release {release!r} in the ledger", "--release", f"one of {', '.join(releases)}, or all")
