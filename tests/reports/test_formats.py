"""The promises that every format keeps."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.makers import column, make_docx, make_pdf

from multivector.errors import InputError
from multivector.reports import Draft, Limits, make_report
from multivector.reports.formats import endings, formats

WORDS = (
    "Kazakhstan’s Foreign Minister met his counterpart in Łódź on 5 June 2023, and both praised the accord on water."
)
PLAIN = WORDS.replace("’", "'").replace("Łódź", "Lodz")
TEXTS: dict[str, Callable[[str, str], bytes]] = {
    "text": lambda text, encoding: text.encode(encoding),
    "markdown": lambda text, encoding: text.encode(encoding),
    "jsonl": lambda text, encoding: f'{{"text": "{text}"}}\n'.encode(encoding),
    "html": lambda text, encoding: (
        f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p></body></html>'.encode(encoding)
    ),
}
PACKED: dict[str, Callable[[str], bytes]] = {
    "docx": lambda text: make_docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"),
    "eml": lambda text: f"Subject:\nContent-Type: text/plain; charset=utf-8\n\n{text}\n".encode(),
    "pdf": lambda text: make_pdf([column(text, width=60)]),
}


def texts(name: str, data: bytes, limits: Limits | None = None) -> list[str]:
    """The repaired texts that a format draws from bytes."""
    drafts = list(formats()[name].read(data, f"a.{name}", limits or Limits()))
    assert all(isinstance(draft, Draft) for draft in drafts)
    return [make_report(draft, name="a").text.strip() for draft in drafts if isinstance(draft, Draft)]


def test_each_format_declares_its_endings_and_has_a_sample_here() -> None:
    """A new format is held to the same promises."""
    assert set(formats()) == {*TEXTS, *PACKED}
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings())
    assert len(endings()) == sum(len(format_.ENDINGS) for format_ in formats().values())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", TEXTS)
def test_encodings(name: str, encoding: str) -> None:
    """Declared or not, the words come out as they were."""
    words = WORDS if encoding != "cp1252" else WORDS.replace("Łódź", "Córdoba")
    assert texts(name, TEXTS[name](words, encoding)) == [words]


@pytest.mark.parametrize("name", [*TEXTS, *PACKED])
def test_no_word_is_lost_and_twice_is_the_same(name: str) -> None:
    """Every word in its order; the same bytes give the same draft."""
    data = TEXTS[name](PLAIN, "utf-8") if name in TEXTS else PACKED[name](PLAIN)
    assert texts(name, data) == [PLAIN] == texts(name, data)


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf", b"\x00\x01\x02\xff\xfe\xfd" * 50, b"\xff\xfe\x00"])
@pytest.mark.parametrize("name", [*TEXTS, *PACKED])
def test_nothing_and_nonsense_end_in_no_stack_trace(name: str, data: bytes) -> None:
    """Only an InputError that names the source may come out."""
    try:
        drafts = list(formats()[name].read(data, f"a.{name}", Limits()))
    except InputError as error:
        drafts = []
        assert f"a.{name}" in str(error)  # noqa: PT017 - that there may be an error is the point
    assert all(isinstance(draft, Draft | InputError) for draft in drafts)


@pytest.mark.parametrize("name", [*TEXTS, *PACKED])
@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=8), st.integers(0, 30)), min_size=1, max_size=5))
def test_broken_bytes_give_a_report_or_an_input_error(name: str, breaks: list[tuple[int, bytes, int]]) -> None:
    """Whatever was overwritten, put in or cut out."""
    data = bytearray(TEXTS[name](PLAIN, "utf-8") if name in TEXTS else PACKED[name](PLAIN))
    for place, new, gone in breaks:
        at = place % (len(data) + 1)
        data[at : at + gone] = new
    with suppress(InputError):
        for draft in formats()[name].read(bytes(data), "a", Limits()):
            assert isinstance(draft, Draft | InputError)
            if isinstance(draft, Draft):
                assert make_report(draft, name="a").text


@pytest.mark.parametrize("name", [*TEXTS, *PACKED])
def test_limits(name: str) -> None:
    """More characters than the limit are refused with both figures, never cut short."""
    data = TEXTS[name](PLAIN, "utf-8") if name in TEXTS else PACKED[name](PLAIN)
    try:
        [result] = formats()[name].read(data, f"a.{name}", Limits(characters=50))
    except InputError as error:
        result = error
    assert isinstance(result, InputError)
    assert "limit of 50" in result.what
    assert f"a.{name}" in result.where


def test_spans_are_code_points() -> None:
    """A sign outside the basic plane is one."""
    [text] = texts("text", "𝔸 Łódź 🕊 met".encode())
    assert text.index("met") == 9
