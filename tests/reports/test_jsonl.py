"""JSON Lines: many reports in one file."""

from __future__ import annotations

import pytest

from multivector.errors import InputError
from multivector.reports import Draft, Limits
from multivector.reports.formats import jsonl

A, B = '{"id":"a","text":"One."}', '{"id":"b","text":"Two."}'


def read(content: str) -> list[Draft | InputError]:
    """All that the format makes of the content."""
    return list(jsonl.read(content.encode(), "r.jsonl", Limits()))


@pytest.mark.parametrize("content", [f"{A}\n{B}\n", f"\ufeff{A}\n{B}", f"{A}\n\n   \n{B}", f"{A}\r\n{B}\r\n"])
def test_each_record_is_a_report(content: str) -> None:
    """Byte order mark, blank lines and line ends of other systems lose nothing."""
    assert read(content) == [Draft("One.", name="a"), Draft("Two.", name="b")]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('{"id":"x","text":"broken', "broken"),
        ('["text"]', "object"),
        ('{"id":"x"}', "text is None"),
        ('{"text":"x","date":"2023-02-30"}', "'2023-02-30'"),
        ('{"text":"x","date":20230230}', "20230230"),
        ('{"text":"x","title":["a"]}', "title"),
        ("[" * 100_000, "object"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(line: str, word: str) -> None:
    """The message holds the file, the line and the value."""
    first, error, last = read(f"{A}\n{line}\n{B}")
    assert isinstance(error, InputError)
    assert error.where == "r.jsonl, line 2"
    assert word in error.what
    assert [d.name for d in (first, last) if isinstance(d, Draft)] == ["a", "b"]


def test_all_fields_are_kept_as_they_are() -> None:
    """Names that look like paths or SQL are names; an address is not fetched; unknown keys are the sender's own."""
    [draft] = read(
        '{"id":"../../outside/evil","text":"One.","title":"T","publisher":"x\' OR 1=1 --","date":"2024","url":"file:///etc/hostname",'
        '"language":"fr","mood":"good"}'
    )
    assert draft == Draft(
        "One.", "../../outside/evil", "T", "x' OR 1=1 --", "2024", "given", "file:///etc/hostname", "fr"
    )
