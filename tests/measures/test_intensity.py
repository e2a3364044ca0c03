"""Intensity and counts of dealings, on ledgers of a few dealings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from multivector import measures
from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.measures.intensity import tone, weight
from multivector.measures.scores import quads, rows
from multivector.model import Computed, Figure
from multivector.model.codes import MODES

Tell = Callable[..., Store]


def by_name(figures: list[Figure], period: str | None = None) -> dict[str, Figure]:
    """Return the figures of a period by the last part of their names."""
    return {figure.measure.partition(".")[2]: figure for figure in figures if figure.period == period}


def test_the_vector_of_intensity(tell: Tell) -> None:
    """A visit and an accord of January, a rebuke and sanctions of years before, a plan that does not count."""
    store = tell(
        {"type": "CONSULT", "mode": "visit", "date": "2024-01-18"},
        {"type": "AGREE", "date": "2024-01-18"},
        {"type": "ACCUSE", "mode": "disapprove", "date": "2023-07-01"},
        {"type": "COOPERATE", "status": "planned", "date": "2024-06-01"},
        {"type": "SANCTION", "date": "2022-03-15"},
    )
    found = by_name(measures.measure(store, "intensity", "KAZ", "ITA", until="2024-03-31"), "../2024-03-31")
    assert found["cooperation"].value == pytest.approx(5.658578661, rel=1e-8)
    assert found["conflict"].value == pytest.approx(2.640990639, rel=1e-8)
    assert found["tone"].value == pytest.approx(0.3635836888, rel=1e-8)
    assert [found[name].n for name in ("cooperation", "conflict", "tone")] == [2, 2, 4]


def test_a_dealing_told_by_many_counts_once(tell: Tell) -> None:
    """The intensity of two reports on one visit is that of one."""
    visit = {"type": "CONSULT", "mode": "visit", "date": "2024-01-18", "people": ("Ana Prova",), "place": "ITA"}
    one = by_name(measures.measure(tell(visit, name="one"), "intensity", "KAZ", "ITA"))["cooperation"]
    two = by_name(measures.measure(tell(visit, name="two"), "intensity", "KAZ", "ITA"))["cooperation"]
    assert (one.value, one.n) == (two.value, two.n)


def test_the_half_life_is_a_year() -> None:
    """A dealing dated by its month stands in its middle; nothing ahead of the day asked weighs more than all."""
    day = dt.date(2024, 3, 31)
    assert weight(-4, day - dt.timedelta(365), day - dt.timedelta(365), day) == pytest.approx(2)
    assert weight(4, day + dt.timedelta(30), day + dt.timedelta(30), day) == 4
    middle = dt.date(2023, 3, 16)
    assert weight(4, dt.date(2023, 3, 1), dt.date(2023, 3, 31), day) == weight(4, middle, middle, day)


@pytest.mark.parametrize(("plus", "minus", "expected"), [(3, 1, 0.5), (0, 2, -1), (2, 0, 1), (0, 0, None)])
def test_tone(plus: float, minus: float, expected: float | None) -> None:
    """From conflict alone to co-operation alone; of nothing there is none."""
    assert tone(plus, minus) == expected


def test_every_type_and_mode_has_a_score() -> None:
    """Co-operation scores above 0, conflict not above it but for a request of help; ours say whose score they have."""
    scored = {(row["type"], row["mode"]): float(row["score"]) for row in rows()}
    assert scored.keys() == {(type_, mode) for type_, modes in MODES.items() for mode in ("", *modes)}
    assert quads().keys() == MODES.keys()
    for (type_, mode), score in scored.items():
        assert (score > 0) == ("co-operation" in quads()[type_]) or (type_, mode) == ("REQUEST", "assist") or not score
    ours = {("CONSULT", "meet"), ("RETREAT", "return"), ("COERCE", "ban"), ("THREATEN", "ban")}
    assert all(row["basis"] for row in rows() if (row["type"], row["mode"]) in ours)


@pytest.mark.parametrize(
    ("dealing", "counts"),
    [
        ({"type": "SANCTION", "actors": ("KAZ",), "recipients": ("ITA",)}, True),
        ({"type": "SANCTION", "actors": ("ITA",), "recipients": ("KAZ", "UZB")}, True),
        ({"type": "SANCTION", "actors": ("KAZ", "ITA"), "recipients": ("RUS",)}, False),
        ({"type": "CONSULT", "mode": "visit", "actors": ("KAZ", "ITA"), "recipients": ("USA",)}, False),
        ({"type": "CONSULT", "mode": "multilateral", "actors": ("KAZ", "ITA", "USA"), "recipients": ()}, True),
        ({"type": "AGREE", "actors": ("KAZ",), "recipients": ("ITA", "FRA")}, True),
        ({"type": "ASSAULT", "actors": ("KAZ", "ITA"), "recipients": ()}, True),
        ({"type": "AGREE", "status": "planned"}, False),
        ({"type": "AGREE", "status": "hypothetical"}, False),
        ({"type": "AGREE", "status": "ongoing"}, True),
    ],
)
def test_which_dealings_are_between_two(dealing: dict[str, object], counts: bool, tell: Tell) -> None:
    """Who acts together on a third does not deal with the other by that."""
    found = measures.measure(tell({"date": "2024-01", **dealing}), "quads", "KAZ", "ITA")
    assert (sum(figure.n for figure in found if "publishers" not in figure.measure) == 1) == counts


def test_no_dealing_is_unknown_and_not_zero(tell: Tell) -> None:
    """The note says so; no value, no bounds."""
    store = tell({"type": "AGREE", "actors": ("KAZ",), "recipients": ("FRA",), "date": "2024"})
    for name in ("intensity", "quads", "breadth", "dimensions", "agreements"):
        for figure in measures.measure(store, name, "KAZ", "ITA"):
            assert (figure.value, figure.low, figure.n) == (None, None, 0)
            assert "not zero" in figure.note


def test_a_side_without_a_dealing_is_zero_among_others(tell: Tell) -> None:
    """Nothing to resample, so no interval, and that is said."""
    found = by_name(measures.measure(tell({"type": "AGREE", "date": "2024-01-02"}), "intensity", "KAZ", "ITA"))
    assert (found["conflict"].value, found["conflict"].low) == (0, None)
    assert found["conflict"].interval == "none: no such dealing among 1"
    assert found["tone"].value == 1


def test_undated_dealings_are_left_out_and_counted(tell: Tell) -> None:
    """Their age is not known."""
    store = tell({"type": "AGREE", "date": "2024-01-02"}, {"type": "SUPPORT", "date": None})
    found = by_name(measures.measure(store, "intensity", "KAZ", "ITA"))
    assert (found["cooperation"].n, found["cooperation"].note) == (1, "1 dealings without a date are left out")


def test_periods_stand_apart(tell: Tell) -> None:
    """Sums are not aged; a year's date falls in no quarter; a quarter of which nothing was read is unknown."""
    tell({"type": "AGREE", "date": "2023-08-10"}, {"type": "AID", "date": "2023"}, date="2023-08-12", name="a")
    store = tell({"type": "ACCUSE", "date": "2024-02-01"}, date="2024-02-02", name="b")
    figures = measures.measure(store, "intensity", "KAZ", "ITA", by="quarter")
    summer, autumn, winter = (by_name(figures, quarter) for quarter in ("2023-Q3", "2023-Q4", "2024-Q1"))
    assert summer["cooperation"].value == 2.5
    assert summer["cooperation"].note == "1 dealings stand in no quarter: their date is not told so precisely"
    assert summer["cooperation-per-1000"].value == 2500
    assert (autumn["cooperation"].value, "no report" in autumn["cooperation"].note) == (None, True)
    assert (winter["cooperation"].value, winter["conflict"].value) == (0, 3)


def test_counts_by_class_and_publishers(tell: Tell) -> None:
    """Words and deeds, with exact intervals; a report without a publisher counts for itself."""
    tell({"type": "AGREE", "date": "2024-01"}, {"type": "AID", "date": "2024-02"}, publisher="The Post", name="a")
    store = tell({"type": "COERCE", "date": "2024-03"}, name="b")
    found = by_name(measures.measure(store, "quads", "ITA", "KAZ"))
    assert {name: figure.value for name, figure in found.items()} == {
        "verbal-cooperation": 1, "material-cooperation": 1, "verbal-conflict": 0, "material-conflict": 1,
        "publishers": 2,
    }  # fmt: skip
    assert (found["verbal-conflict"].low, found["verbal-conflict"].high) == pytest.approx((0, 3.688879), abs=1e-5)
    assert found["publishers"].note == "The Post, b"


def test_a_figure_leads_to_its_dealings(tell: Tell) -> None:
    """The evidence names the measure, its source and the events."""
    store = tell({"type": "AGREE", "date": "2024-01-02"})
    (evidence,) = by_name(measures.measure(store, "intensity", "KAZ", "ITA"))["cooperation"].evidence
    assert isinstance(evidence, Computed)
    assert [store.event(one).type for one in evidence.inputs] == ["AGREE"]
    assert evidence.parameters == {"half-life": "365 days", "as of": "2024-03-31"}
    assert "PLOVER" in evidence.source


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"name": "grandeur"}, "no measure 'grandeur'"),
        ({"b": "KAZ"}, "'KAZ' is named twice"),
        ({"since": "lately"}, "'lately' is no date"),
        ({"since": "2024", "until": "2023"}, "'2024' is after '2023'"),
        ({"by": "week"}, "no period 'week'"),
    ],
)
def test_wrong_questions(asked: dict[str, str], message: str, ledger: Store) -> None:
    """Each names what was given."""
    with pytest.raises(UsageError, match=message):
        measures.measure(ledger, **{"name": "intensity", "a": "KAZ", "b": "ITA", **asked})
