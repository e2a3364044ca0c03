"""Every measure keeps the same promises."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from multivector import measures
from multivector.errors import SetupError
from multivector.ledger import Store
from multivector.measures.catalogue import head_of
from multivector.model import Coding, Figure

NAMES = [head.name for head in measures.catalogue()]
SECTORS = ("energy", "trade", "culture")
REPORTS = {
    f"report{year}": (
        [
            {
                "type": type_,
                "date": f"{year}-0{at + 1}-1{at}",
                "sectors": (SECTORS[at % 3],),
                "value": value,
                "unit": unit,
            }
            for at, (type_, (value, unit)) in enumerate(
                zip(("AGREE", "AID", "ACCUSE", "COERCE", "SUPPORT"), (("5", "USD"), *[(None, None)] * 4), strict=True)
            )
        ],
        f"{year}-12-31",
    )
    for year in (2021, 2022, 2023)
}
TABLE = "reporter,partner,flow,year,value_usd\n" + "".join(
    f"{a},{b},{flow},{year},{value}\n"
    for (year, flow), (a, b, value) in product(
        product((2021, 2022), ("X", "M")), (("KAZ", "ITA", 5), ("KAZ", "CHN", 9), ("ITA", "KAZ", 4), ("ITA", "FRA", 60))
    )
)


def figures(store: Store, name: str) -> list[Figure]:
    """Return a measure by year."""
    return measures.measure(store, name, "KAZ", "ITA", by="year")


@pytest.fixture
def store(ledger: Store, count: Callable[..., Store], write: Callable[..., Coding]) -> Store:
    """A ledger that has something for each measure."""
    for name, (dealings, date) in REPORTS.items():
        ledger.add(write(name, dealings, date, None))
    return count(TABLE)


@pytest.mark.parametrize("name", NAMES)
def test_figures_say_what_they_are(name: str, store: Store) -> None:
    """Name, parties, unit, bounds around the value, why there are none, and evidence."""
    found = figures(store, name)
    assert any(one.value is not None for one in found)
    for one in found:
        assert one.measure.startswith(f"{name}.")
        assert set(one.of) <= {"KAZ", "ITA"}
        assert one.unit
        assert one.evidence
        assert one.value is not None or one.note
        assert one.interval or one.value is None
        if one.low is not None and one.high is not None:
            assert one.low <= one.high
            if one.value is not None and not one.measure.startswith("breadth.n"):  # small samples bias these downwards
                assert one.low <= one.value <= one.high


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_the_same_however_reports_came(
    name: str, store: Store, tmp_path: Path, write: Callable[..., Coding]
) -> None:
    """The order of reading leaves no trace, and asking twice gives the same."""
    first = figures(store, name)
    assert first == figures(store, name)
    if name in ("dependence", "concentration", "mirror"):
        return
    with Store.open(tmp_path / "other.duckdb", create=True) as other:
        for key in reversed(REPORTS):
            dealings, date = REPORTS[key]
            other.add(write(key, dealings, date, None))
        assert first == figures(other, name)


@pytest.mark.parametrize("name", NAMES)
def test_a_measure_writes_its_record(name: str, store: Store) -> None:
    """All fields of a figure, and its evidence if asked."""
    record = measures.to_record(figures(store, name)[0], why=True)
    assert record["measure"].startswith(name)
    assert record["kind"] in ("counted", "computed")
    assert {piece["kind"] for piece in record["evidence"]} <= {"counted", "computed"}


def test_a_head_without_its_lines_is_an_error() -> None:
    """The message names what is missing."""
    with pytest.raises(SetupError, match=r"the head of the measure 'x' lacks or adds .*formula"):
        head_of("x", "-- question: How much?\nSELECT 1")
