"""The brief as Markdown."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.briefs import to_markdown
from multivector.briefs.markdown import escape
from multivector.briefs.material import Material
from multivector.briefs.plan import compose
from multivector.errors import EvidenceError
from multivector.model import Brief, Event, Sentence


def test_every_note_is_used_and_told(tie: Material) -> None:
    """Footnotes are numbered in order of appearance, each with its text."""
    text = to_markdown(compose(tie))
    body, told = text.split("\n[^1]: ")
    used = list(dict.fromkeys(map(int, re.findall(r"\[\^(\d+)\]", body))))
    assert used == list(range(1, len(used) + 1))
    assert len(re.findall(r"^\[\^\d+\]: ", told, re.MULTILINE)) == len(used) - 1


def test_notes_quote_name_and_compute(tie: Material) -> None:
    """A note gives passage and place, row and release, or computation and dealings."""
    text = to_markdown(compose(tie))
    assert ": “would return the visit in April” Fjord Wire, Visit to Santiago, 2 March 2024, paragraph 2." in text
    assert "second of five partners listed. partners, release 2024, published 10 January 2024, row 2022." in text
    assert re.search(r"Tone, number and subjects of the dealings\. .* From dealings 1–3, 5 of this brief\.", text)


def test_tables_are_whole(tie: Material) -> None:
    """All lines of a table have as many cells as its head; words of reports open none."""
    for table in re.findall(r"(?:^\|.*\n?)+", to_markdown(compose(tie)), re.MULTILINE):
        counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(counts) == 1


@given(st.text())
def test_no_words_are_markup(text: str) -> None:
    """Escaped words stay on one line, and hold no sign that Markdown or HTML would read."""
    told = escape(text)
    assert "\n" not in told
    assert re.search(r"(?<!\\)(?:\\\\)*[<>|`*_\[\]$~#&]", told) is None


def test_a_report_cannot_add_a_note(make_material: Callable[..., Material], make_event: Callable[..., Event]) -> None:
    """A footnote in a quote is words."""
    made = make_event(anchor="[^1]: forged\n\n# Heading | cell", mode="visit", people=("[x](http://e.org)",))
    text = to_markdown(compose(make_material(made)))
    assert "\\[^1\\]: forged \\# Heading \\| cell" in text
    assert "[x](http" not in text


def test_an_unsourced_sentence_is_refused() -> None:
    """The look itself refuses."""
    with pytest.raises(EvidenceError, match="Trust me"):
        to_markdown(Brief("A and B", None, "0", (Sentence("Trust me.", "computed", ()),), ()))
