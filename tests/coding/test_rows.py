"""Every row of what the coder knows gives what its example says, with all other rows in force."""

import pytest

from multivector.coding.rows import Row, rows
from tests.coding.helpers import rows_give


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_row_gives_what_its_example_says(row: Row) -> None:
    """The example gives exactly the events of its row: a row that disturbs another's sentence fails here."""
    assert "; ".join(rows_give(row.example)) == row.gives
