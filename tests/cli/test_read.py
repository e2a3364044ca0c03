"""`multivector read`: what is stored, what is printed, what is said of bad input."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done

Run = Callable[..., Done]
TEXT = "Kenya and Uganda signed an agreement on rail transport on 5 June 2023."


def test_reading_stores_and_reading_again_adds_nothing(run: Run, tmp_path: Path) -> None:
    """The summary tells what was read; the second time the report is known already."""
    (tmp_path / "a.txt").write_text(TEXT)
    first, second = run("read", "a.txt"), run("read", "a.txt")
    assert (first.code, second.code) == (0, 0)
    assert "1 reports read: 1 dealings" in first.err
    assert "1 of them known already" in second.err
    assert len(json.loads(run("events", "--json").out)["tellings"]) == 1


def test_json_without_a_ledger_only_prints(run: Run, tmp_path: Path) -> None:
    """`--json` prints one line a report and leaves no ledger behind."""
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("read", "--json", "a.txt", "--date", "2023-06-06")
    record = json.loads(done.out)
    assert (done.code, list(tmp_path.glob("*.duckdb"))) == (0, [])
    assert record["report"]["date"] == "2023-06-06"
    assert record["report"]["date_basis"] == "given"
    assert [(event["type"], event["actors"], event["recipients"]) for event in record["events"]] == [
        ("AGREE", ["KEN"], ["UGA"])
    ]


def test_json_with_a_ledger_stores_too(run: Run, tmp_path: Path) -> None:
    """A ledger that is named is written, with or without `--json`."""
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("read", "--json", "a.txt", "--ledger", "l.duckdb").code == 0
    assert run("events", "--ledger", "l.duckdb").out.count("\n") == 1


def test_why_shows_words_and_rows(run: Run, tmp_path: Path) -> None:
    """`--why` names the words of each attribute and the row behind the type."""
    (tmp_path / "a.txt").write_text(TEXT)
    out = run("read", "a.txt", "--why").out
    assert "actor: 'Kenya' -> KEN" in out
    assert "date: '5 June 2023'" in out
    assert "type by: sign" in out


def test_one_bad_file_stops_nothing(run: Run, tmp_path: Path) -> None:
    """The bad one is named with the reason, the others are read, and the command ends with 1."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    done = run("read", "missing.txt", "b.pdf", "a.txt")
    assert done.code == 1
    assert "missing.txt" in done.err
    assert "b.pdf" in done.err
    assert "1 reports read: 1 dealings" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("read", "a.txt", "--date", "31 September"), ("'31 September'", "2024-03-11")),
        (("events", "Kazakhstn"), ("'Kazakhstn'", "Kazakhstan")),
        (("events", "--ledger", "none.duckdb"), ("none.duckdb",)),
        (("brief", "Kazakhstan", "Italy", "-o", "x.docx"), ("x.docx", ".html")),
    ],
)
def test_an_error_names_the_value_and_the_remedy(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Wrong input ends with 1 or 2, two lines on standard error, nothing on standard output and no traceback."""
    (tmp_path / "a.txt").write_text(TEXT)
    if "none.duckdb" not in arguments:
        run("read", "a.txt")
    done = run(*arguments)
    assert done.code in (1, 2)
    assert all(word in done.err for word in words), done.err
    assert done.out == ""
    assert "Traceback" not in done.err


def test_a_file_that_is_no_ledger_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    """Reading into some other file is refused, and the file keeps its content."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "notes.duckdb").write_text("my notes")
    done = run("read", "a.txt", "--ledger", "notes.duckdb")
    assert done.code == 1
    assert "notes.duckdb" in done.err
    assert (tmp_path / "notes.duckdb").read_text() == "my notes"


@pytest.mark.parametrize("verb", ["read", "events", "party", "load", "figures", "measures", "tie", "brief", "evaluate"])
def test_every_verb_teaches_itself(run: Run, verb: str) -> None:
    """`--help` says what the verb does and shows an example."""
    done = run(verb, "--help")
    assert done.code == 0
    assert f"multivector {verb}" in done.out


def test_plover_only_prints(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manual's types are printed and not stored, whether or not the environment names a ledger."""
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setenv("MULTIVECTOR_LEDGER", "l.duckdb")
    done = run("read", "--json", "--ontology", "plover", "a.txt")
    record = json.loads(done.out)
    assert (done.code, list(tmp_path.glob("*.duckdb"))) == (0, [])
    assert [event["type"] for event in record["events"]] == ["SUPPORT"]
    assert {(party["side"], party["words"]) for party in record["events"][0]["parties"]} == {
        ("actor", "Kenya"), ("recipient", "Uganda"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--ontology", "plover"), ("'plover'", "--json")),
        (("--json", "--ontology", "plover", "--ledger", "l.duckdb"), ("'plover'", "l.duckdb", "one ontology")),
        (("--json", "--ontology", "cameo"), ("'cameo'", "multivector, plover")),
    ],
)
def test_codings_by_another_ontology_are_never_stored(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Refused before anything is read, with the reason and the remedy."""
    (tmp_path / "a.txt").write_text(TEXT)
    done = run("read", "a.txt", *arguments)
    assert (done.code, done.out, list(tmp_path.glob("*.duckdb"))) == (2, "", [])
    assert all(word in done.err for word in words), done.err
