"""Sources → reports: what is read, what is named as unread, and what holds for both."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from multivector.errors import UsageError
from multivector.model import Report
from multivector.reports import Limits, Unread, open_reports, text_hash

ACCORD = "Uzbekistan and Japan signed a water accord on 5 June 2023."


def split(results: object) -> tuple[list[Report], list[Unread]]:
    """Reports and unread sources apart."""
    held = list(results)  # type: ignore[call-overload]
    return [r for r in held if isinstance(r, Report)], [r for r in held if isinstance(r, Unread)]


def test_a_text_file_becomes_a_report_named_after_it(tmp_path: Path) -> None:
    """Name, path, format, language and identity are set."""
    file = tmp_path / "accord.txt"
    file.write_text(ACCORD)
    [report], unread = split(open_reports([file]))
    assert not unread
    assert (report.name, report.path, report.format, report.language) == ("accord", str(file), "text", "en")
    assert report.sha256 == text_hash(report.text)


def test_a_folder_is_read_in_order_and_other_files_are_named_once(tmp_path: Path) -> None:
    """Files of unknown ending in a folder are a note, not a failure; hidden ones are left alone."""
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "z.csv", "y.gold.json"):
        (tmp_path / name).write_text(f"{ACCORD} {name}")
    reports, [note] = split(open_reports([tmp_path]))
    assert [report.name for report in reports] == ["a", "b", "c"]
    assert note.skipped
    assert "z.csv" in str(note.error)
    assert "y.gold.json" in str(note.error)


@pytest.mark.parametrize("name", ["figures.csv", "feed.xml", "noending"])
def test_a_named_file_of_unknown_ending_is_an_error(tmp_path: Path, name: str) -> None:
    """What the user named is not skipped in silence."""
    (tmp_path / name).write_text(ACCORD)
    reports, [unread] = split(open_reports([tmp_path / name]))
    assert not reports
    assert not unread.skipped
    assert name in str(unread.error)
    assert ".txt" in unread.error.hint


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """A missing file is named, the next is read."""
    (tmp_path / "a.txt").write_text(ACCORD)
    reports, [unread] = split(open_reports([tmp_path / "none.txt", tmp_path / "a.txt"]))
    assert [report.name for report in reports] == ["a"]
    assert "none.txt" in unread.error.what


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what stands beside it is read."""
    (tmp_path / "locked").mkdir()
    (tmp_path / "z.txt").write_text(ACCORD)
    listing = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    reports, [unread] = split(open_reports([tmp_path]))
    assert [report.name for report in reports] == ["z"]
    assert "locked" in unread.error.what
    assert "Permission denied" in unread.error.what


@pytest.mark.parametrize("name", ["a" * 5000 + ".txt", "none/a.txt", "a\0b.txt"])
def test_a_path_that_can_be_none_is_unread(name: str) -> None:
    """Whatever the system says about it."""
    [unread] = open_reports([name])
    assert isinstance(unread, Unread)


def test_standard_input_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads it, in any encoding."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ACCORD.encode("utf-16"))))
    [report], _ = split(open_reports(["-"]))
    assert (report.name, report.path, report.text) == ("stdin", None, ACCORD)


@pytest.mark.parametrize("text", ["", " \n\n ", "\ufeff"])
def test_a_file_without_text_is_unread(tmp_path: Path, text: str) -> None:
    """Empty is an answer, not a stack trace."""
    (tmp_path / "a.txt").write_text(text)
    reports, [unread] = split(open_reports([tmp_path / "a.txt"]))
    assert not reports
    assert "no text" in unread.error.what


def test_the_date_from_outside_holds_where_none_is_given(tmp_path: Path) -> None:
    """A record's date goes before --date."""
    records = [{"id": "a", "text": "X met Y.", "date": "2024-03"}, {"id": "b", "text": "X met Z."}]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, records)))
    reports, _ = split(open_reports([tmp_path / "r.jsonl"], date="2023-01-02"))
    assert [(r.date, r.date_basis) for r in reports] == [("2024-03", "given"), ("2023-01-02", "given")]


@pytest.mark.parametrize("date", ["2024-13", "yesterday", "2023-02-30", ""])
def test_a_date_that_is_none_is_refused_at_once(date: str) -> None:
    """Before anything is read."""
    with pytest.raises(UsageError, match=repr(date)):
        open_reports([], date=date)


def test_names_stay_unique_and_nothing_is_dropped(tmp_path: Path) -> None:
    """The second report of a name gets a suffix."""
    (tmp_path / "r.jsonl").write_text(
        "\n".join(json.dumps({"id": i, "text": f"{ACCORD} {n}"}) for n, i in enumerate("aaba"))
    )
    reports, _ = split(open_reports([tmp_path / "r.jsonl"]))
    assert [report.name for report in reports] == ["a", "a-2", "b", "a-3"]


def test_what_is_over_a_limit_is_named_with_the_limit(tmp_path: Path) -> None:
    """Nothing is cut short in silence."""
    (tmp_path / "a.txt").write_text(ACCORD)
    reports, [unread] = split(open_reports([tmp_path / "a.txt"], limits=Limits(bytes=10)))
    assert not reports
    assert "58 bytes" in unread.error.what
    assert "10" in unread.error.what
