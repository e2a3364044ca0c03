"""Claims: every row gives what its example says, and sentences of many kinds give exactly what stands beside them.

The sentences of `claims.tsv` are composed: they tell nothing about the world.
"""

import csv
from pathlib import Path

import pytest

from multivector.coding.claims.rows import TABLES, ClaimRow, rows
from tests.coding.claims import gives


def sentences() -> list[tuple[str, str]]:
    """Return the sentences of the table, each with what it gives (`-`: no claim)."""
    with Path(__file__).with_name("claims.tsv").open(encoding="utf-8") as lines:
        return [
            (row["sentence"], row["gives"]) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


@pytest.mark.parametrize(
    "row", [row for table in TABLES for row in rows(table)], ids=lambda row: f"{row.table}-{row.id}"
)
def test_row_gives_what_its_example_says(row: ClaimRow) -> None:
    """The example gives exactly the claims of its row: a row that disturbs another's sentence fails here."""
    assert "; ".join(gives(row.example)) == row.gives


@pytest.mark.parametrize(("sentence", "expected"), sentences())
def test_sentence_gives_its_claims_and_no_others(sentence: str, expected: str) -> None:
    """What is denied, planned, asked, aimed at or no figure of a tie gives no claim."""
    assert ("; ".join(gives(sentence)) or "-") == expected
