"""Heads of many kinds: wires, press, ministries, accords, cables, mail, digests, institutes, parliaments, interviews.

The table `heads.txt` holds, between lines of `====`, title, publisher and date of a text and the text; `{BODY}` stands
for a paragraph of prose, an empty field for what the text does not state.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.reports.head import read_head

BODY = (
    "Kazakhstan and Italy agreed on Monday to widen their trade in metals, an official said, after two days of talks "
    "in which both sides had spoken of little else. He expects the ministers to meet again before the end of the year."
)
RECORDS = (Path(__file__).parent / "heads.txt").read_text(encoding="utf-8").rstrip("\n").split("\n====\n")


def letters(text: str | None) -> str:
    """Return the letters and digits of a text, small."""
    return re.sub(r"[\W_]+", " ", text or "").strip().casefold()


@pytest.mark.parametrize("record", RECORDS, ids=range(len(RECORDS)))
def test_heads_of_many_kinds(record: str) -> None:
    """Title, publisher and date are those of the table; letter case and signs aside."""
    *fields, text = record.split("\n", 3)
    title, publisher, date = (field.partition(":")[2].strip() for field in fields)
    head = read_head(text.replace("{BODY}", BODY))
    assert (letters(head.title), letters(head.publisher), head.date or "") == (letters(title), letters(publisher), date)


PIECES = [
    "From: ",
    "Source: ",
    "https://a.example",
    " | ",
    " — ",
    "5 March 2024",
    "No. 12",
    "PRESS RELEASE",
    "The Steppe Post",
    "By Amy Example",
    "Ministry of Trade",
    "(ASTANA, ",
    ") - ",
    ": ",
    "Published in ",
    "©",
    "\n",
    "\n\n",
    "1. ",
    "@",
    "“Why?”",
    ", ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_head(pieces: list[str]) -> None:
    """Any text has a head, and what it states stands in it."""
    text = "".join(pieces)
    head = read_head(text)
    for told in (head.publisher, head.title):
        assert letters(told) in letters(text)
