"""Ways to cite of many kinds, a table: text (line ends written out), and `outlet|date` of each source."""

from __future__ import annotations

from pathlib import Path

import pytest

from multivector.coding.citations import find_citations

REPORT = "2024-03-11"
ROWS = (Path(__file__).parent / "cited.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", ROWS)
def test_ways_of_many_kinds(row: str) -> None:
    """Outlet and date of each source are those of the table, in order; an empty list where nothing is cited."""
    text, wanted = row.split("\t")
    found = find_citations(text.replace("\\n", "\n"), REPORT)
    told = [f"{place.citation.outlet or ''}|{place.citation.date or ''}" for place in found]
    assert told == [source for source in wanted.split("; ") if source]
