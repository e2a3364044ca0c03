"""The verb `brief` as it is typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from multivector import cli
from multivector.ledger import Store
from multivector.model import Coding, Report, Telling

Run = Callable[..., tuple[int, str, str]]
TEXT = "Norway visited Chile on 1 March 2024."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger of one report that tells one visit."""
    told = Telling(
        type="CONSULT", mode="visit", actors=("NOR",), recipients=("CHL",), date="2024-03-01", confidence=1.0,
        anchor="Norway visited Chile", spans=((0, 20),),
    )  # fmt: skip
    report = Report(name="wire", text=TEXT, sha256="0", date="2024-03-02", date_basis="given")
    path = tmp_path / "desk.duckdb"
    with Store.open(path, create=True) as store:
        store.add(Coding(report, (told,), (), (), "test"))
    return path


@pytest.fixture
def run(ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the verb and gives exit code, output and remarks."""

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["multivector", "brief", *words, "--ledger", str(ledger)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        out, err = capsys.readouterr()
        return int(stop.value.code or 0), out, err

    return call


def test_without_a_file_the_brief_is_printed(run: Run) -> None:
    """Countries are named in any usual way; the answer is Markdown."""
    code, out, err = run("norway", "CL")
    assert (code, err) == (0, "")
    assert out.startswith("# Norway and Chile\n")
    assert "Norway visited Chile." in out


@pytest.mark.parametrize(("name", "start"), [("b.html", "<!DOCTYPE html>"), ("b.md", "# Norway and Chile")])
def test_the_file_decides_the_look(run: Run, tmp_path: Path, name: str, start: str) -> None:
    """A page or Markdown by the ending, nothing on standard output, the same bytes each time."""
    code, out, err = run("NOR", "CHL", "-o", str(tmp_path / name))
    assert (code, out) == (0, "")
    assert name in err
    first = (tmp_path / name).read_bytes()
    run("NOR", "CHL", "-o", str(tmp_path / name))
    assert (tmp_path / name).read_bytes() == first
    assert first.decode().startswith(start)


def test_json_is_one_object_with_numbered_notes(run: Run) -> None:
    """Programs get the same sentences, and notes that their numbers lead to."""
    code, out, _ = run("NOR", "CHL", "--json")
    record = json.loads(out)
    assert code == 0
    assert [note["number"] for note in record["notes"]] == list(range(1, len(record["notes"]) + 1))
    timeline = next(section for section in record["sections"] if section["heading"] == "Timeline")
    (row,) = timeline["blocks"][0]["rows"]
    quoted = record["notes"][row["notes"][0] - 1]
    assert (row["kind"], quoted["kind"], quoted["quote"], quoted["span"]) == (
        "said",
        "said",
        "Norway visited Chile",
        [0, 20],
    )


def test_one_party_makes_the_brief_of_a_country(run: Run) -> None:
    """The form follows from the parties."""
    assert run("NOR")[1].startswith("# Norway\n")
    assert run("NOR", "--form", "country")[0] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("NOR", "CHL", "-o", "b.pdf"), "no look for 'b.pdf'"),
        (("NOR", "CHL", "--form", "visit"), "no form 'visit'"),
        (("NOR", "--form", "tie"), "'tie' does not fit 'NOR'"),
        (("NOR", "CHL", "--form", "country"), "'country' does not fit"),
        (("NOR", "NOR"), "'NOR' is given twice"),
        (("NOR", "Nowhereland"), "'Nowhereland'"),
        (("NOR", "CHL", "-o", "/no/such/folder/b.md"), "can't be written"),
    ],
)
def test_a_wrong_call_says_what_would_be_right(run: Run, words: tuple[str, ...], told: str) -> None:
    """Exit 2, two lines, nothing on standard output."""
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.strip().splitlines()) == 2
