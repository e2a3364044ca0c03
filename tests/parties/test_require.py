"""Names that must be one party."""

import pytest

from multivector import parties
from multivector.errors import UsageError


def test_known() -> None:
    """A usual name gives its code."""
    assert parties.require("Italy") == "ITA"
    assert parties.require("Nazarbayev", on="2015") == "KAZ"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("Itlay", "Italy (ITA)"), ("Kazakstn", "Kazakhstan (KAZ)"), ("Uzbekstan", "Uzbekistan (UZB)"), ("EEAU", "EAEU")],
)
def test_unknown_names_the_nearest(name: str, nearest: str) -> None:
    """A mistyped name is never taken for the nearest one, but the nearest is offered."""
    with pytest.raises(UsageError) as raised:
        parties.require(name)
    assert repr(name) in raised.value.what
    assert nearest in raised.value.hint


@pytest.mark.parametrize(
    ("name", "named"), [("Congo", "DR Congo (COD), Republic of the Congo (COG)"), ("Central Asia", "Tajikistan (TJK)")]
)
def test_several_are_named(name: str, named: str) -> None:
    """Where several may be meant, the reader is asked which."""
    with pytest.raises(UsageError) as raised:
        parties.require(name)
    assert repr(name) in raised.value.what
    assert named in raised.value.hint


def test_nothing_near() -> None:
    """Where nothing is near, the hint says what a name may be."""
    with pytest.raises(UsageError) as raised:
        parties.require("xqzzv")
    assert "KAZ" in raised.value.hint
