"""Codes and memberships."""

import pytest

from multivector import parties
from multivector.errors import UsageError


@pytest.mark.parametrize(
    ("org", "on", "state", "member"),
    [
        ("EU", "2020-01-31", "GBR", True), ("EU", "2020-02-01", "GBR", False), ("EU", "2020", "GBR", True),
        ("EU", None, "GBR", False), ("EU", "2013-06", "HRV", False), ("EU", None, "UKR", False),
        ("NATO", "2024-03-06", "SWE", False), ("NATO", "2024-03-07", "SWE", True), ("EAEU", None, "UZB", False),
        ("EAEU", "2015-01-01", "ARM", False), ("CSTO", None, "UZB", False), ("SCO", "2023", "IRN", True),
        ("OTS", None, "TKM", False), ("OTS", None, "UZB", True), ("CIS", "2008-08", "GEO", True),
        ("CIS", None, "GEO", False), ("ASEAN", "2025-10", "TLS", True), ("ASEAN", "2025-09", "TLS", False),
        ("OPEC", None, "AGO", False), ("OPEC", "2012", "IDN", False), ("OPEC", "2016-06", "IDN", True),
        ("ECOWAS", None, "MLI", False), ("ECOWAS", "2024", "MLI", True), ("WTO", "2015-11-30", "KAZ", True),
        ("WTO", "2014", "KAZ", False), ("G20", None, "AU", True), ("UN", "1970", "TWN", True),
        ("UN", None, "TWN", False), ("UN", "1970", "CHN", False),
    ],
)  # fmt: skip
def test_member(org: str, on: str | None, state: str, member: bool) -> None:
    """A state is a member from its accession to its exit; observers and candidates are none."""
    assert (state in parties.members(org, on)) is member


@pytest.mark.parametrize(
    ("org", "size"),
    [
        ("UN", 193), ("EU", 27), ("NATO", 32), ("EAEU", 5), ("SCO", 10), ("ASEAN", 11), ("AU", 55), ("GCC", 6),
        ("OSCE", 57), ("WTO", 166), ("COE", 46), ("OECD", 38), ("OIC", 57), ("LAS", 22), ("CELAC", 33), ("SADC", 16),
        ("ECOWAS", 12), ("CARICOM", 15), ("APEC", 21), ("G7", 7), ("G8", 0),
    ],
)  # fmt: skip
def test_size(org: str, size: int) -> None:
    """The rosters have the published number of members."""
    assert len(parties.members(org)) == size


@pytest.mark.parametrize(
    ("org", "on", "named"),
    [("ITA", None, "ITA"), ("XYZ", None, "XYZ"), ("EU", "2020-13", "2020-13"), ("IMF", None, "IMF")],
)
def test_wrong_call(org: str, on: str | None, named: str) -> None:
    """A state, an unknown code, a date that is none and an unknown roster are errors that name the value."""
    with pytest.raises(UsageError, match=named):
        parties.members(org, on)


def test_get() -> None:
    """A code gives its party; is_state tells states from organisations and from what is no code."""
    assert parties.get("KAZ") == parties.Party("KAZ", "Kazakhstan", "state")
    assert parties.get("EAEU").kind == "organisation"
    assert [parties.is_state(code) for code in ("KAZ", "EAEU", "XYZ")] == [True, False, False]
    with pytest.raises(UsageError, match="XYZ"):
        parties.get("XYZ")
