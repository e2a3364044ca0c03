"""Events are found by parties, type, time and words."""

from __future__ import annotations

from typing import Any

import pytest
from tests.ledger.samples import report, telling

from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.model import Coding

TEXT = "They met. They signed a 100% 'treaty'. They will train. They quarrelled once."


@pytest.fixture
def four(store: Store) -> Store:
    """A ledger of four events of Peru with others."""
    told = (
        telling(TEXT, "They met", "CONSULT", mode="meet", actors=("PER", "GHA"), recipients=(), date="2024-02-29"),
        telling(TEXT, "signed a 100% 'treaty'", actors=("PER",), recipients=("GHA",), date="2024-03"),
        telling(TEXT, "will train", "COOPERATE", actors=("PER",), recipients=("BOL",), date="2025", status="planned"),
        telling(TEXT, "quarrelled", "ACCUSE", mode="allege", actors=("BOL",), recipients=("PER",), date=None),
    )
    store.add(Coding(report(TEXT), told, (), (), "0.1"))
    return store


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ({}, ["CONSULT", "AGREE", "COOPERATE", "ACCUSE"]),
        ({"a": "GHA"}, ["CONSULT", "AGREE"]),
        ({"a": "BOL", "b": "PER"}, ["COOPERATE", "ACCUSE"]),
        ({"a": "GHA", "b": "BOL"}, []),
        ({"type": "AGREE"}, ["AGREE"]),
        ({"type": "agree"}, ["AGREE"]),
        ({"since": "2024-03-15"}, ["AGREE", "COOPERATE"]),
        ({"until": "2024-02"}, ["CONSULT"]),
        ({"since": "2024", "until": "2024"}, ["CONSULT", "AGREE"]),
        ({"since": "2025-12-31"}, ["COOPERATE"]),
        ({"text": "TREATY"}, ["AGREE"]),
        ({"text": "treaty 100%"}, ["AGREE"]),
        ({"text": "treaty train"}, []),
        ({"text": "'treaty'."}, ["AGREE"]),
        ({"text": "'; DROP TABLE"}, []),
        ({"a": "'; DROP TABLE reports; --"}, []),
    ],
)
def test_events_are_found(four: Store, asked: dict[str, Any], types: list[str]) -> None:
    """Every condition given must hold; a date that may lie in the time asked for counts; undated last."""
    assert [event.type for event in four.events(**asked)] == types


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"type": "MEET"}, "unknown type 'MEET'"),
        ({"since": "May"}, "'May' is no date"),
        ({"until": "2024-13"}, "'2024-13' is no date"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(four: Store, asked: dict[str, Any], message: str) -> None:
    """It names what was given; it is no empty answer."""
    with pytest.raises(UsageError, match=message):
        four.events(**asked)


def test_the_view_of_events_counts_who_tells(four: Store) -> None:
    """Parties of both sides, first and last day, and the number of tellings, reports and publishers."""
    sql = "SELECT parties, first_day, last_day, n_tellings, n_reports, n_publishers FROM events WHERE type = 'AGREE'"
    (row,) = four.query(sql)
    assert row["parties"] == ["GHA", "PER"]
    assert (str(row["first_day"]), str(row["last_day"])) == ("2024-03-01", "2024-03-31")
    assert (row["n_tellings"], row["n_reports"], row["n_publishers"]) == (1, 1, 1)
