"""Names and codes → parties."""

import pytest

from multivector import parties


@pytest.mark.parametrize(
    ("name", "party"),
    [("Congo, Dem. Rep.", "COD"), ("Uk", "GBR"), ("it", "ITA"), ("Congo", None), ("laws", None), ("Tokayev", "KAZ")],
)
def test_name(name: str, party: str | None) -> None:
    """A name stands for its party, or for none where it can't be told."""
    assert parties.resolve(name).party == party
