"""What an event shows where its tellings disagree."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from multivector.ledger.attributes import attributes, founder_of
from multivector.ledger.profile import Told
from multivector.model import Telling


def told(*rows: dict[str, Any]) -> list[Told]:
    """Return tellings by outlets A, B, C ... of the first, second, third of March 2025 unless a row says otherwise."""
    made = []
    for at, row in enumerate(rows):
        outlet, on = row.pop("outlet", "ABCDEF"[at]), row.pop("on", f"2025-03-0{at + 1}")
        given = {"type": "AGREE", "actors": ("PER",), "recipients": ("GHA",), "anchor": "x", "confidence": 0.8, **row}
        made.append(Told(f"t{at}", f"r{at}", outlet, on, Telling(spans=((0, 1),), **given)))
    return made


TURNED = {"actors": ("GHA",), "recipients": ("PER",)}


def dollars(amount: str) -> dict[str, Any]:
    """Return a sum of dollars."""
    return {"value": Decimal(amount), "unit": "USD"}


@pytest.mark.parametrize(
    ("rows", "name", "value"),
    [
        ([{"date": "2025-03-03"}, {"date": "2025-03"}, {"date": "2025-03"}], "date", "2025-03-03"),
        ([{"date": "2025-03-03"}, {"date": "2025-03-04"}, {"date": "2025-03-04"}], "date", "2025-03-04"),
        ([{"date": "2025-01-30"}, {"date": "2025-03"}, {"date": "2025-03"}, {"date": "2025-03"}], "date", "2025-03"),
        ([{"date": "2025-03-03", "status": "planned"}, {"date": "2025-03-04"}], "date", "2025-03-04"),
        ([{"date": None}, {"date": None}], "date", None),
        ([{"status": "planned"}, {"status": "ongoing"}, {"status": "occurred"}], "status", "occurred"),
        ([{"status": "occurred"}, {"status": "planned", "on": "2025-02-01"}], "status", "occurred"),
        ([{"status": "planned", "on": "2025-03-01"}, {"status": "occurred", "on": "2025-03-01"}], "status", "occurred"),
        ([{"type": "SUPPORT"}, {}, {}], "type", "AGREE"),
        ([{"place": "PER"}, {"place": None}, {"place": "GHA"}, {"place": "PER"}], "place", "PER"),
        ([{"count": 18}, {"count": 18, "outlet": "A"}, {"count": 20}, {"count": 20}], "count", 20),
        ([{"sectors": ("trade",)}, {"sectors": ("trade", "energy")}, {"sectors": ("trade",)}], "sectors", ("trade",)),
        ([{"sectors": ("trade",)}, {"sectors": ("energy",)}, {}], "sectors", ("energy", "trade")),
        ([{"people": ("Pham Hung",)}, {"people": ("Phạm Hưng", "Do Anh")}], "people", ("Pham Hung", "Do Anh")),
        ([dollars("2000000"), dollars("1980000")], "value", Decimal(1980000)),
        ([dollars("2"), dollars("2"), dollars("1.98")], "value", Decimal(2)),
        ([{}, TURNED, TURNED], "actors", ("GHA",)),
        ([{"confidence": 0.5}, {"confidence": 0.5}], "confidence", 0.75),
        ([{"confidence": 0.5}, {"confidence": 0.5, "outlet": "A"}], "confidence", 0.5),
    ],
)
def test_the_best_supported_value_is_shown(rows: list[dict[str, Any]], name: str, value: object) -> None:
    """Most outlets first, then the more precise, then the newest report."""
    assert getattr(attributes(told(*[dict(row) for row in rows])), name) == value


def test_a_visit_is_dated_by_its_first_day() -> None:
    """Arrival told by one and main day by another."""
    visit = {"type": "CONSULT", "mode": "visit"}
    assert attributes(told({**visit, "date": "2025-03-03"}, {**visit, "date": "2025-03-04"})).date == "2025-03-03"


def test_the_founder_is_the_telling_of_the_first_report() -> None:
    """Undated reports come last; ids settle the rest."""
    assert founder_of(told({"on": None}, {"on": "2025-03-02"}, {"on": "2025-03-02"})) == "t1"
