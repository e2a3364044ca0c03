"""`multivector evaluate`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from multivector import cli
from multivector.errors import InputError
from multivector.evaluation import load_coded, load_gold
from multivector.ledger import Store
from multivector.model import Coding, Report, Telling

GOLD: dict[str, Any] = {
    "report": {"date": "2024-03-11"},
    "events": [
        {
            "type": "AGREE",
            "actors": ["CHL"],
            "recipients": ["NOR"],
            "date": "2024-03-10",
            "status": "occurred",
            "mode": None,
            "anchor": "signed an accord",
        }
    ],
    "claims": [],
    "citations": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one gold text, and what was coded of it."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "salmon.gold.json").write_text(json.dumps(GOLD))
    (folder / "salmon.txt").write_text("OSLO, 11 March 2024. Chile and Norway signed an accord on salmon on Sunday.\n")
    coded = {**GOLD, "report": {"name": "salmon", "date": "2024-03-11"}}
    (tmp_path / "coded.jsonl").write_text(json.dumps(coded) + "\n\n")
    return folder


def run(*words: str | Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the command; return its exit code."""
    monkeypatch.setattr(sys, "argv", ["multivector", "evaluate", *map(str, words)])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    return int(caught.value.code or 0)


def test_a_coded_file_is_scored(
    gold: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One JSON object with the figures."""
    assert run(gold, gold.parent / "coded.jsonl", "--json", monkeypatch=monkeypatch) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["events"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "found": 1, "coded": 1, "gold": 1}
    assert told["report_date"] == 1.0


def test_misses_are_listed_before_the_figures(
    gold: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """False alarms too."""
    (gold.parent / "coded.jsonl").write_text("")
    assert run(gold, gold.parent / "coded.jsonl", "--misses", monkeypatch=monkeypatch) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "salmon | missed | AGREE |  | ['CHL'] | ['NOR'] | 2024-03-10 | signed an accord"
    assert any(line.startswith("events       p 0.0  r 0.0") for line in lines)


@pytest.mark.parametrize(
    ("text", "told"), [("{", "no JSON"), ("[1]", "no record"), ('{"report": {}}', "neither name nor path")]
)
def test_a_line_that_is_no_record_is_named(tmp_path: Path, text: str, told: str) -> None:
    """The error says which line."""
    (tmp_path / "c.jsonl").write_text(text)
    with pytest.raises(InputError, match=told):
        load_coded(tmp_path / "c.jsonl")


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    """So is a gold file that lacks a part."""
    with pytest.raises(InputError, match="no gold in"):
        load_gold(tmp_path)
    (tmp_path / "x.gold.json").write_text('{"report": {}}')
    with pytest.raises(InputError, match="'events' is missing"):
        load_gold(tmp_path)


def test_a_path_names_a_report_too(tmp_path: Path) -> None:
    """As in records of other coders."""
    (tmp_path / "c.jsonl").write_text('{"report": {"path": "some/where/salmon.txt"}}')
    assert list(load_coded(tmp_path / "c.jsonl")) == ["salmon"]


def test_what_a_ledger_holds_is_scored(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports of the gold's names; those that it lacks count as missed."""
    text = (gold / "salmon.txt").read_text()
    told = Telling(
        type="AGREE",
        actors=("CHL",),
        recipients=("NOR",),
        date="2024-03-10",
        anchor="signed",
        spans=((0, 6),),
        confidence=1,
    )
    with Store.open(tmp_path / "l.duckdb", create=True) as store:
        store.add(Coding(Report("salmon", text, "hash", date="2024-03-11"), (told,), (), (), "0.1"))
        store.add(Coding(Report("herring", text, "hash"), (told,), (), (), "0.1"))
    (gold / "cod.gold.json").write_text(json.dumps(GOLD))
    assert run(gold, "--json", "--ledger", tmp_path / "l.duckdb", monkeypatch=monkeypatch) == 0
    assert json.loads(capsys.readouterr().out)["exact"] == {
        "p": 1.0,
        "r": 0.5,
        "f1": 0.667,
        "found": 1,
        "coded": 1,
        "gold": 2,
    }
