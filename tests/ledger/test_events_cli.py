"""`multivector events`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.ledger.cases import cases

from multivector import cli
from multivector.ledger import Store

CALLS = "two calls in a week, the first on two dates by time zone"
ORDERS = "two contracts of one day with several sums"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of calls of Portugal and Brazil and of orders of Peru."""
    path = tmp_path / "cli.duckdb"
    with Store.open(path, create=True) as store:
        for name in (CALLS, ORDERS):
            for coding, _ in cases()[name]:
                store.add(coding)
    return path


def run(*words: str | Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["multivector", *map(str, words)])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    return int(caught.value.code or 0)


def test_a_line_an_event(ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Date, type, parties, status, sum, who tells it, id."""
    assert run("events", "Czech Republic", "Peru", "--ledger", ledger, monkeypatch=monkeypatch) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [line[:6] for line in lines] == [
        ["2024-11-06", "AGREE", "PER,CZE", "occurred", "2,400,000,000 CZK", "3 reports, 2 outlets"],
        ["2024-11-19", "AGREE", "CZE,PER", "occurred", "", "1 report, 1 outlet"],
    ]


def test_json_holds_every_telling(
    ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its report, words and span, and all sums told."""
    run("events", "CZE", "--until", "2024-11-10", "--json", "--ledger", ledger, monkeypatch=monkeypatch)
    (event,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert event["values"] == [2400000000]
    assert event["told_values"][0] == {"value": 2400000000, "unit": "CZK", "report": "r0"}
    first = event["tellings"][0]
    assert (first["report"], first["publisher"], first["report_date"]) == ("r0", "Andes Business", "2024-11-06")
    assert first["anchor"].startswith("ordered 40 tram cars")
    assert first["span"] == first["spans"][0]
    assert event["id"] == "e" + first["id"][1:]


def test_why_explains(ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In words and as JSON: what was put together, and what came near it and was kept apart."""
    with Store.open(ledger, read_only=True) as store:
        id_ = store.events("PRT", "BRA")[0].id
    assert run("events", "--why", id_, "--ledger", ledger, monkeypatch=monkeypatch) == 0
    assert "date +3" in capsys.readouterr().out
    run("events", "--why", id_, "--json", "--ledger", ledger, monkeypatch=monkeypatch)
    reasons = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    joined = [reason for reason in reasons if reason["together"]]
    assert joined
    assert all(reason["score"] > 0 for reason in joined)
    assert all(reason["score"] == pytest.approx(sum(reason["features"].values())) for reason in reasons)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["events", "Wakanda"], 2, "'Wakanda' names no party"),
        (["events", "Brasil", "Portugul"], 2, "Portugal (PRT)"),
        (["events", "--type", "DANCE"], 2, "unknown type 'DANCE'"),
        (["events", "--since", "soon"], 2, "'soon' is no date"),
        (["events", "Japan"], 0, "no event found"),
        (["events", "--why", "e12"], 2, "no event 'e12'"),
    ],
)
def test_what_is_not_there(
    ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    words: list[str], code: int, told: str,
) -> None:  # fmt: skip
    """An unknown name is a wrong call, nothing found an answer."""
    assert run(*words, "--ledger", ledger, monkeypatch=monkeypatch) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err


def test_a_missing_ledger_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And none is made."""
    assert run("events", "--ledger", tmp_path / "x.duckdb", monkeypatch=monkeypatch) == 1
    assert "there is no ledger" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
