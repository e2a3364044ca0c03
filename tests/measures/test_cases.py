"""The hard small cases of tables: what a load makes of them, and what is answered then."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from multivector import measures
from multivector.ledger import Store
from multivector.model import Figure

Answer = Callable[[Store], Any]


def sides(store: Store, *names: str) -> list[Any]:
    """Return parties of the only row."""
    (row,) = store.query("SELECT * FROM flows")
    return [row[name] for name in names]


def value(store: Store, a: str, b: str, **asked: str) -> Any:
    """Return the value of the one figure of what a sells to b in 2022, None where there is none."""
    found = [row for row in measures.figures(store, a, b, measure="exports", **asked) if row["period"] == "2022"]
    return found[0]["value"] if len(found) == 1 else None


def share(store: Store, a: str, b: str) -> float:
    """Return b's share of a's exports in percent."""
    (found,) = (one for one in dependence(store, a, b) if one.measure == "dependence.exports" and one.of[0] == a)
    return 100 * (found.value or 0.0)


def dependence(store: Store, a: str, b: str) -> list[Figure]:
    """Return the figures of dependence."""
    return measures.measure(store, "dependence", a, b)


def first(store: Store, a: str, b: str) -> list[str]:
    """Return b if it is the largest supplier of a."""
    ranks = [one.value for one in dependence(store, a, b) if one.measure == "dependence.imports-rank"]
    return [b] if ranks == [1] else []


CASES: dict[str, Answer] = {
    "SET-001": lambda store: sides(store, "exporter", "importer"),
    "SET-002": lambda store: sides(store, "exporter", "importer"),
    "SET-005": lambda store: sides(store, "importer"),
    "SET-007": lambda store: share(store, "DEU", "ITA"),
    "SET-009": lambda store: value(store, "DEU", "ITA"),
    "SET-011": lambda store: value(store, "NLD", "DEU"),
    "SET-012": lambda store: first(store, "CHN", "DEU"),
    "SET-013": lambda store: {row["reporter"]: row["value"] for row in measures.figures(store, "DEU", "KAZ")},
    "SET-014": lambda store: value(store, "KAZ", "MNG"),
    "SET-016": lambda store: value(store, "DEU", "ITA"),
    "SET-017": lambda store: value(store, "DEU", "ITA"),
    "SET-018": lambda store: value(store, "DEU", "ITA"),
    "SET-021": lambda store: sides(store, "exporter") != [None],
    "SET-023": lambda store: share(store, "NAM", "ZAF"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_hard_case(name: str, shared: Path, count: Callable[..., Store]) -> None:
    """Loaded as often and in as many releases as the case says, then asked."""
    lines = (shared / "cases" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    (case,) = (one for one in map(json.loads, lines) if one["id"] == name)
    for _ in range(case["file"].get("times", 1)):
        store = count(case["input"], release=case["file"].get("release"))
    if "data" in case:
        store = count(case["data"], release=case["data_release"])
    answer = CASES[name](store)
    expected = case["expected"]["answer"]
    assert answer == (pytest.approx(expected, rel=0.01) if isinstance(expected, float) else expected)
    for release, figure in case["expected"].get("answer_of_release", {}).items():
        assert value(store, "DEU", "ITA", release=release) == figure
