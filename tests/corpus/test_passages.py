"""The corpus is of the form that its first page promises."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import passages  # noqa: E402

FILES = sorted((ROOT / "corpus" / "passages").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_annotations_stand_in_their_texts(path: Path) -> None:
    """Codes are known, dates exist, and all quotes stand in the passage."""
    assert list(passages.faults(passages.read(path), path.name)) == []


def test_size() -> None:
    """The corpus is large, and a fifth of its passages and more hold no event."""
    found = [passage for path in FILES for passage in passages.read(path)]
    assert len(found) > 3500
    assert sum(not passage.events for passage in found) > len(found) / 5


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("AGREE - occurred | KEN=Kenya > PER=Peru | - | - | - | signs | signs", "'signs' is not in the text"),
        ("AGREED - occurred | KEN=Kenya > PER=Peru | - | - | - | signed | signed", "type 'AGREED'"),
        ("AGREE - occurred | KEN=Kenya > PER=Peru | 2024-02-30 | - | - | signed | signed", "date '2024-02-30'"),
        (
            "AGREE - occurred | KEN=Kenya > PER=Peru | - | - | - | signed | inked",
            "trigger 'inked' is no word of the anchor",
        ),
        ("AGREE - occurred | KEN > PER=Peru | - | - | - | signed | signed", "a party without its words: ' KEN'"),
        ("AGREE - occurred | KEN=Kenya > PER=Peru", "2 fields instead of 7 to 8"),
    ],
)
def test_faults_are_named_with_file_and_line(tmp_path: Path, line: str, fault: str) -> None:
    """A wrong annotation is named with its file and line."""
    path = tmp_path / "some.txt"
    path.write_text(f"## 2024-05-06\nKenya signed with Peru.\n+ {line}\n", encoding="utf-8")
    assert f"some.txt:3: {fault}" in list(passages.faults(passages.read(path), path.name))
