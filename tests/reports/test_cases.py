"""Hard small cases of reading, each with the text or head that must come out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from multivector.model import Report
from multivector.reports import Unread, open_reports

PARTS = {
    "ING-001": "Uzbekistan and Japan signed a water accord in Tashkent on 5 June 2023.",
    "ING-002": "a multi-vector policy",
    "ING-004": "Uzbekistan and Japan signed a water accord on 5 June 2023.",
    "ING-005": "The finance ministers of Fiji and Samoa met in Apia on 5 June 2023 and confirmed the official",
    "ING-006": "$2 billion.[3] The work began later.\n\n[3] Trend, 6 June 2023.",
    "ING-007": "In 2018[3] Uzbekistan",
    "ING-008": "signed a power purchase contract in Moyale",
    "ING-010": "Türkiye and Japan",
    "ING-011": "SERBIA AND CHINA SIGN FREE-TRADE DEAL",
    "ING-021": "Uzbekistan and Japan",
    "ING-023": "Uzbekistan and Japan",
    "ING-026": "China | 41%",
    "SEC-002": "Uzbekistan and Japan",
    "SEC-005": "Uzbekistan and Japan",
}
ABSENT = ("Iran", "Chile", "Mali ", "Kenya threatened", "2031")


@pytest.fixture(scope="module")
def cases(shared: Path) -> dict[str, dict[str, Any]]:
    """All cases by name."""
    records = map(json.loads, (shared / "cases/cases.jsonl").read_text().splitlines())
    return {record["id"]: record for record in records}


def read(case: dict[str, Any], folder: Path) -> list[Report | Unread]:
    """What becomes of a case's file."""
    file = folder / case.get("file", {}).get("name", "a.txt")
    file.write_text(case["input"], encoding="utf-8", newline="")
    return list(open_reports([file], date=case.get("report_date")))


@pytest.mark.parametrize("name", PARTS)
def test_the_words_come_out_whole(name: str, cases: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    """Repaired, and without what is beside the report."""
    [report] = read(cases[name], tmp_path)
    assert isinstance(report, Report)
    assert PARTS[name] in report.text
    assert name == "ING-008" or not any(word in report.text for word in ABSENT)
    assert report.language == "en"


@pytest.mark.parametrize("name", ["ING-015", "ING-016", "ING-017", "SEC-006", "SEC-007", "SEC-008"])
def test_records_are_all_read(name: str, cases: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    """Names as they stand; a broken line is named by its number."""
    results = read(cases[name], tmp_path)
    assert [result.name for result in results if isinstance(result, Report)] == cases[name]["expected"]["reports"]
    errors = [str(result.error) for result in results if isinstance(result, Unread)]
    assert ["line 2" in error for error in errors] == ([True] if name == "ING-017" else [])


@pytest.mark.parametrize("name", ["ING-021", "DAT-033", "DAT-032"])
def test_stated_dates(name: str, cases: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    """What the text does not state is left to the coder."""
    [report] = read(cases[name], tmp_path)
    assert isinstance(report, Report)
    expected = cases[name]["expected"]
    assert (report.date, report.date_stated) == ((expected["date"], True) if expected["date_stated"] else (None, False))


@pytest.mark.parametrize("name", ["ING-013", "SEC-003"])
def test_what_is_no_report_is_unread(name: str, cases: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    """An empty file and a feed."""
    [unread] = read(cases[name], tmp_path)
    assert isinstance(unread, Unread)
