"""Breadth, dimensions and agreements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from multivector import measures
from multivector.ledger import Store
from multivector.measures.numerics import diversity
from multivector.model import Figure

Tell = Callable[..., Store]


def by_name(figures: list[Figure], period: str | None = None) -> dict[str, Figure]:
    """Return the figures of a period by the last part of their names."""
    return {figure.measure.partition(".")[2]: figure for figure in figures if figure.period == period}


def dealings(*sectors: tuple[str, ...], year: int = 2023) -> list[dict[str, object]]:
    """Return dealings with these sectors, far enough apart to be several."""
    types = ("SUPPORT", "AID", "CONCEDE", "ACCUSE", "REJECT", "THREATEN", "COERCE", "PROTEST", "RETREAT")
    return [
        {"type": types[at % 9], "date": f"{year}-{at % 12 + 1:02d}-{1 + at % 28:02d}", "sectors": kept, "place": "ITA"}
        for at, kept in enumerate(sectors)
    ]


def test_breadth_of_enough_dealings(tell: Tell) -> None:
    """A dealing of two sectors gives half to each in the shares, and one mention to both in the estimates."""
    sectors = [("energy",)] * 6 + [("trade",)] * 4 + [("energy", "trade"), ("culture",)]
    found = by_name(measures.measure(tell(*dealings(*sectors)), "breadth", "KAZ", "ITA"))
    assert found["n1"].value == pytest.approx(diversity.hill1([6.5, 4.5, 1]))
    assert found["n2"].value == pytest.approx(diversity.hill2([6.5, 4.5, 1]))
    assert found["coverage"].value == pytest.approx(diversity.coverage([7, 5, 1]))
    assert found["chao1"].value == pytest.approx(diversity.chao1([7, 5, 1]))
    assert found["outside"].value == pytest.approx(5.5 / 12)
    assert found["n1"].note == "energy 7, trade 5, culture 1"
    assert found["n1"].low is not None
    assert found["n1"].high is not None
    assert found["n1"].low < (found["n1"].value or 0) <= found["n1"].high


def test_few_dealings_are_listed_and_not_measured(tell: Tell) -> None:
    """Below ten dealings there is a list and no index."""
    found = by_name(measures.measure(tell(*dealings(*[("energy",)] * 5, ("trade",))), "breadth", "KAZ", "ITA"))
    assert found["n1"].value is None
    assert found["n1"].note == "no index: 6 dealings, coverage 1.00; sectors: energy 5, trade 1"


def test_low_coverage_gives_no_index(tell: Tell) -> None:
    """Ten dealings in ten sectors say that most sectors are unseen."""
    names = ("energy", "trade", "law", "water", "space", "health", "tourism", "defence", "finance", "culture")
    found = by_name(measures.measure(tell(*dealings(*[(name,) for name in names])), "breadth", "KAZ", "ITA"))
    assert found["n1"].value is None
    assert (found["coverage"].value or 0) < 0.6


def test_periods_are_compared_at_the_smaller_sample(tell: Tell) -> None:
    """Each year also gets the sectors to be expected among as many mentions as the poorer year has."""
    rich = [("energy",)] * 8 + [("trade",)] * 7 + [("culture",)] * 3
    tell(*dealings(*rich, year=2022), name="a", date="2022-12-31")
    store = tell(*dealings(*rich[3:], ("law",), year=2023), name="b", date="2023-12-31")
    figures = measures.measure(store, "breadth", "KAZ", "ITA", by="year")
    first, second = by_name(figures, "2022"), by_name(figures, "2023")
    assert (second["rarefied"].value or 0) == pytest.approx(4)
    assert (first["rarefied"].value or 0) == pytest.approx(diversity.rarefied([8, 7, 3], 16))


def test_dimensions(tell: Tell) -> None:
    """By sectors, else by type; a dealing in two dimensions gives half to each."""
    store = tell(
        {"type": "AGREE", "date": "2024-01", "sectors": ("energy", "trade")},
        {"type": "AID", "date": "2024-02", "sectors": ("health", "finance")},
        {"type": "ASSAULT", "date": "2024-03"},
        {"type": "SUPPORT", "date": "2023-05"},
    )
    found = by_name(measures.measure(store, "dimensions", "KAZ", "ITA"))
    assert {name: figure.value for name, figure in found.items()} == {
        "politics": 0.25, "economy": 0.375, "security": 0.25, "transport": 0, "people": 0.125,
    }  # fmt: skip


def test_agreements_and_their_sums(tell: Tell) -> None:
    """Sums of one currency are added, others stand beside them; a set of documents counts as told."""
    store = tell(
        {"type": "AGREE", "date": "2024-01-18", "count": 18, "value": "1500000000", "unit": "USD"},
        {"type": "AGREE", "date": "2023-05-02", "value": "200000000", "unit": "USD"},
        {"type": "AGREE", "date": "2022-05-02", "value": "70000000", "unit": "EUR"},
        {"type": "AGREE", "date": "2021-05-02"},
        {"type": "AGREE", "date": "2025-05-02", "status": "planned", "value": "9", "unit": "USD"},
    )
    figures = measures.measure(store, "agreements", "KAZ", "ITA")
    assert [(figure.measure, figure.unit, figure.value) for figure in figures] == [
        ("agreements.agreements", "agreements", 4),
        ("agreements.documents", "documents", 21),
        ("agreements.sum", "EUR", 70e6),
        ("agreements.sum", "USD", 1.7e9),
    ]
    assert figures[3].note == "1 of 4 agreements tell no sum"


def test_sums_told_apart_make_a_range(tell: Tell) -> None:
    """One dealing, two reports, two sums: the better supported with the range of both."""
    accord = {"type": "AGREE", "date": "2024-01-18", "sectors": ("energy",), "place": "ITA", "unit": "USD"}
    tell({**accord, "value": "1500000000"}, name="a", publisher="A")
    store = tell({**accord, "value": "1600000000"}, name="b", publisher="B")
    sums = [figure for figure in measures.measure(store, "agreements", "KAZ", "ITA") if figure.measure.endswith("sum")]
    assert [(figure.low, figure.high, figure.n) for figure in sums] == [(1.5e9, 1.6e9, 1)]


def test_the_catalogue_says_what_can_be_measured() -> None:
    """Every measure has its head, and a question in it."""
    names = [head.name for head in measures.catalogue()]
    assert names == [
        "agreements", "breadth", "concentration", "dependence", "dimensions", "intensity", "mirror", "quads",
    ]  # fmt: skip
    assert all(head.question.endswith("?") and head.source and head.formula for head in measures.catalogue())
