"""Tone, periods, spans of time and open promises."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.briefs import buckets
from multivector.briefs.dealings import happened, quarter, tone, within, year_before, year_to
from multivector.briefs.promises import open_promises
from multivector.model import Event
from multivector.model.codes import MODES

Maker = Callable[..., Event]


def test_tone_follows_the_scores_of_plover(make_event: Maker) -> None:
    """Seven types score above zero, eight below; a mode's own score goes before that of its type."""
    tones = {type_: tone(make_event(type=type_)) for type_ in MODES}
    assert [type_ for type_, held in tones.items() if held == "neither"] == ["REQUEST"]
    assert sum(held == "co-operative" for held in tones.values()) == 7
    modes = {mode: tone(make_event(type="REQUEST", mode=mode)) for mode in MODES["REQUEST"]}
    assert modes == {"assist": "co-operative", "change": "conflictive", "yield": "conflictive", "meet": "neither"}


def test_plans_have_not_happened(make_event: Maker) -> None:
    """Only what took place or lasts is counted."""
    events = [make_event(status=status) for status in ("occurred", "ongoing", "planned", "hypothetical")]
    assert len(happened(events)) == 2


@pytest.mark.parametrize(
    ("as_of", "this", "before"),
    [
        ("2024-03-11", ("2023-03-12", "2024-03-11"), ("2022-03-12", "2023-03-11")),
        ("2024-02-29", ("2023-03-01", "2024-02-29"), ("2022-03-01", "2023-02-28")),
        ("2024", ("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")),
    ],
)
def test_two_years_meet_without_gap(as_of: str, this: tuple[str, str], before: tuple[str, str]) -> None:
    """The twelve months end with the date and begin the day after the twelve before."""
    assert tuple(map(str, year_to(as_of))) == this
    assert tuple(map(str, year_before(as_of))) == before


def test_a_date_that_straddles_a_border_falls_in_neither_period(make_event: Maker) -> None:
    """A year alone is not put on one side of a day in that year."""
    events = [make_event(date="2023"), make_event(date="2023-09"), make_event()]
    assert within(events, dt.date(2023, 3, 12), dt.date(2024, 3, 11)) == (events[1],)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2009", "2023-09-01", "2024-01-18", "2024-03"], {"older": 1, "Q3 2023": 1, "Q4 2023": 0, "Q1 2024": 2}),
        (["2023", "2023-11", "2024-02"], {"2023": 1, "Q4 2023": 1, "Q1 2024": 1}),
        (["2009", "2011", "2012"], {"2009": 1, "2010": 0, "2011": 1, "2012": 1}),
        (["1961", "1994", "2012"], {"1960s": 1, "1970s": 0, "1980s": 0, "1990s": 1, "2000s": 0, "2010s": 1}),
    ],
)
def test_the_span_suits_the_dates(make_event: Maker, dates: list[str], expected: dict[str, int]) -> None:
    """Quarters where most are recent, years or decades else; empty spans are shown, years alone stand apart."""
    counted = buckets.counts([make_event(date=date) for date in dates])
    assert {label: len(events) for label, events in counted.items()} == expected


@given(st.lists(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), min_size=1, max_size=30), st.data())
def test_every_dated_dealing_is_drawn_once(days: list[dt.date], data: st.DataObject) -> None:
    """Whatever the precision, no dealing is lost and none is counted twice."""
    isos = [day.isoformat()[: data.draw(st.sampled_from([4, 7, 10]))] for day in days]
    events = [_event(iso) for iso in isos]
    assert sum(map(len, buckets.counts(events).values())) == len(events)


def _event(date: str) -> Event:
    plain: dict[str, Any] = dict.fromkeys(("mode", "place", "count", "value", "unit"))
    return Event(
        id="e", type="AGREE", status="occurred", actors=("NOR",), recipients=("CHL",), people=(), date=date,
        sectors=(), confidence=1.0, tellings=(), **plain,
    )  # fmt: skip


def test_a_quarter_needs_a_month(make_event: Maker) -> None:
    """A year alone is in no quarter."""
    assert quarter(make_event(date="2024-09")) == (2024, 3)
    assert quarter(make_event(date="2024")) is None


VISIT = {"mode": "visit", "status": "planned"}


@pytest.mark.parametrize(
    ("plan", "states"),
    [
        ({"date": "2024-04", **VISIT}, ["overdue"]),
        ({"date": "2025", **VISIT}, ["ahead"]),
        (VISIT, ["open"]),
        ({"date": "2024-04", "mode": "visit", "status": "hypothetical"}, ["overdue"]),
        ({"date": "2025", "mode": "visit", "status": "hypothetical"}, []),
        ({"date": "2024-04", "mode": "visit", "status": "occurred"}, []),
    ],
)
def test_which_promises_are_open(make_event: Maker, plan: dict[str, Any], states: list[str]) -> None:
    """Plans are open until kept; a mere possibility counts once its date has passed."""
    assert [promise.state for promise in open_promises([make_event(**plan)], "2024-05-31")] == states


def test_a_promise_is_kept_by_a_later_dealing_of_its_kind(make_event: Maker) -> None:
    """The same kind between the same sides after the promise closes it; an earlier or reverse one does not."""
    plan = make_event(anchor="would come", date="2024-04", **VISIT)
    kept = make_event(anchor="came", mode="visit", date="2024-04-20")
    earlier = make_event(anchor="had come", mode="visit", date="2023")
    reverse = make_event(anchor="went", mode="visit", date="2024-04-20", actors=("CHL",), recipients=("NOR",))
    assert open_promises([plan, kept], "2024-05") == ()
    assert len(open_promises([plan, earlier, reverse], "2024-05")) == 1
