"""Every row of what the coder knows gives what its example says, with all other rows in force."""

import pytest

from multivector.coding import code
from multivector.coding.rows import Row, rows
from multivector.model import Report, Telling


def report(text: str, date: str = "2024-06-30") -> Report:
    """Return a report that is only this text."""
    return Report(name="example", text=text, sha256="", date=date, date_basis="given")


def told(event: Telling) -> str:
    """Return the codes of an event in the form of the column `gives`."""
    words = [event.type, *([event.mode] if event.mode else []), event.status]
    return f"{' '.join(words)} {','.join(event.actors)}>{','.join(event.recipients)}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_row_gives_what_its_example_says(row: Row) -> None:
    """The example gives exactly the events of its row: a row that disturbs another's sentence fails here."""
    assert "; ".join(told(event) for event in code(report(row.example)).events) == row.gives
