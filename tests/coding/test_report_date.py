"""The date that a report implies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from multivector.coding.citations import find_citations
from multivector.coding.report_date import explain_date, infer_date


def inferred(text: str) -> str | None:
    """Return the date implied by a text."""
    return infer_date(text, find_citations(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "The presidents of Kenya and Angola met on January 18 in Luanda (Daily Nation, January 23, 2024). "
            "They will meet again on May 2.",
            "2024-01-23",
        ),
        ("Kenya and Angola signed an accord on 2 November 2023. A review is due on 1 June 2026.", "2023-11-02"),
        ("Kenya and Angola signed an accord in September 2023.", "2023-09"),
        ("By March 1957, relations had recovered; in January 1957 he had resigned.", "1957-03"),
        ("The envoy came in 2002. The talks opened the following year.", "2003"),
        ("On March 11 they met (Trend, March 12). Last year they signed (Reuters, November 3, 2023).", "2024-03-12"),
        ("On November 20 they met (Trend, November 21). He came in January (FT, January 24). "
         "He left in September (Xinhua, September 15, 2023).", "2023-11-21"),
        ("They met on January 18 (Trend, January 19). They met again on March 4 (Trend, March 5). "
         "The treaty came earlier (Reuters, November 3, 2022).", "2023-03-05"),
        ("The plant is to open by 2030.", None),
        ("They met on May 4 (Reuters, May 5).", None),
    ],
)  # fmt: skip
def test_latest_thing_told(text: str, date: str | None) -> None:
    """It is the latest date on which the text says that something had happened or come out; targets say nothing."""
    assert inferred(text) == date


INFERRED = (Path(__file__).parent / "inferred_dates.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", INFERRED)
def test_inferred_dates_of_many_kinds(row: str) -> None:
    """The date that a text implies is that of the table."""
    text, date = row.split("\t")
    assert inferred(text) == date


def test_what_it_rests_on() -> None:
    """The words that tell the date are named."""
    text = "They met on January 18 in Luanda (Daily Nation, January 23, 2024)."
    found = explain_date(text, find_citations(text))
    assert found is not None
    assert (found.told_in, found.words) == ("citation", "Daily Nation, January 23, 2024")


def test_pattern_text(shared: Path) -> None:
    """The brief that is the project's pattern implies 11 March 2024, and its sources are all found with their dates."""
    folder = shared / "gold" / "dev"
    text = (folder / "italy-kazakhstan-2024.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "italy-kazakhstan-2024.gold.json").read_text(encoding="utf-8"))
    date = inferred(text)
    assert date == gold["report"]["date"]
    found = [(place.citation.outlet, place.citation.date) for place in find_citations(text, date)]
    assert found == [(citation["outlet"], citation["date"]) for citation in gold["citations"]]


@pytest.mark.parametrize("kind", ["CIT"])
def test_cases(shared: Path, kind: str) -> None:
    """The hard small cases on citations give exactly their answers."""
    for line in (shared / "cases" / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["id"].startswith(kind):
            found = find_citations(case["input"], case.get("report_date"))
            wanted = [(citation["outlet"], citation["date"]) for citation in case["expected"]["citations"]]
            assert [(place.citation.outlet, place.citation.date) for place in found] == wanted, case["id"]
