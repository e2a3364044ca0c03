"""No real person's name stands in the reports and sentences of the corpus, and the annotations fit their texts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import invent_names  # noqa: E402
from invent_names import Names, Record, TableError  # noqa: E402

NAMES = invent_names.read_names()
REPORTS = sorted((ROOT / "corpus" / "reports").glob("*.txt"))
SENTENCES = sorted((ROOT / "corpus" / "sentences").glob("*.jsonl"))


def texts(path: Path) -> Iterator[tuple[str, str, Record]]:
    """The texts of a file: name, text, annotation."""
    if path.suffix == ".txt":
        gold = path.with_suffix(".gold.json")
        yield path.stem, path.read_text(encoding="utf-8"), json.loads(gold.read_text(encoding="utf-8"))
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield record["id"], record["text"], record


def table(folder: Path, *rows: str) -> Names:
    """The names of a table with these rows."""
    path = folder / "names.tsv"
    path.write_text("\n".join(("real\tinvented\tshort forms", *rows, "")), encoding="utf-8")
    return invent_names.read_names(path)


def test_size() -> None:
    """All reports have their annotation, and no part is missing."""
    assert len(REPORTS) == len(list((ROOT / "corpus" / "reports").glob("*.gold.json"))) == 60
    assert sum(len(list(texts(path))) for path in SENTENCES) == 1294


@pytest.mark.parametrize("path", [*REPORTS, *SENTENCES], ids=lambda path: path.stem)
def test_quotes_stand_in_their_texts(path: Path) -> None:
    """Anchors, words of parties, persons and office-holders are quotes of the text."""
    for name, text, record in texts(path):
        assert [quote for quote in invent_names.quotes(record) if quote not in text] == [], name


@pytest.mark.parametrize("path", [*REPORTS, *SENTENCES], ids=lambda path: path.stem)
def test_no_real_name_stands(path: Path) -> None:
    """Neither text nor annotation holds a real name of the table, in any of its forms."""
    for name, text, record in texts(path):
        assert NAMES.real(text) == [], name
        assert NAMES.real(json.dumps(record, ensure_ascii=False)) == [], name


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Adam Reed’s aide and Mr. Reed's wife", "Ivan Holm’s aide and Mr. Holm's wife"),
        ("ADAM REED spoke; REED left", "IVAN HOLM spoke; HOLM left"),
        ("Adam\nReed", "Ivan Holm"),
        ("Reeds and reed in Reedham", "Reeds and reed in Reedham"),
        ("Reed met Bo Li in Reed Town", "Holm met Ko An in Reed Town"),
        ("Dr. Li of the LI", "Dr. An of the LI"),
    ],
)
def test_forms(tmp_path: Path, text: str, copy: str) -> None:
    """Full names, short forms and capitals are replaced; words that hold a name and what stays are not."""
    names = table(tmp_path, "Adam Reed\tIvan Holm\t", "Bo Li\tKo An\tDr. Li=Dr. An", "Reed Town\tReed Town\t-")
    assert names.replace(text) == copy
    assert names.real(copy) == []


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (("Adam Reed\tIvan Holm\t", "Eve Reed\tAnn Berg\t"), "Reed: 'Holm' and 'Berg'"),
        (("Adam Reed\tIvan Holm\t", "Eve Poe\tAnn Reed\t-"), "Eve Poe: the invented name 'Ann Reed' holds a real one"),
    ],
)
def test_table_is_checked(tmp_path: Path, rows: tuple[str, ...], fault: str) -> None:
    """A form stands for one name, and no invented name holds a real one."""
    with pytest.raises(TableError, match=fault):
        table(tmp_path, *rows)


def test_what_a_copy_lost_is_named() -> None:
    """A quote that is gone, an event too few and a real name that is left are faults."""
    claim = {"anchor": "Xi came", "words": {}, "citations": []}
    before = "Xi came", {"events": [claim], "claims": []}
    after = "Gao went", {"events": [claim], "claims": []}
    assert list(invent_names.faults(before, after, NAMES)) == [
        "'Xi came' is not in the text, where 'Xi came' was",
        "'Xi' is a real name",
    ]
    assert list(invent_names.faults(before, ("Gao came", {"events": [], "claims": []}), NAMES)) == [
        "events, claims, listed and told citations: [0, 0, 0, 0] instead of [1, 0, 0, 0]"
    ]
