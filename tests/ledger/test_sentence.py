"""Sentences by punctuation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.ledger.sentence import covering, passage, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Mr. Smith met Gen. Diaz in St. Louis.", 1),
        ("The U.S. Senate sat. It rose.", 2),
        ("It cost $1.5 billion. He paid.", 2),
        ("“It is done.” She left.", 2),
        ("Title\n\nBody goes on\nin lines.", 2),
        ("- first point\n- second point", 2),
        ("", 0),
        ("  \n\n ", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """Stops end a sentence, abbreviations and decimals don't; so do blank lines and list items."""
    assert len(sentences(text)) == count


def test_a_passage_is_the_sentence_around_a_span() -> None:
    """Or the sentences that it touches."""
    text = "He came. They signed it. He left."
    spans = sentences(text)
    assert text[slice(*passage(text, spans, (14, 20)))] == "They signed it."
    assert text[slice(*passage(text, spans, (3, 20)))] == "He came. They signed it."


def test_a_passage_without_stops_is_cut_around_the_span() -> None:
    """A page without a full stop is no sentence."""
    text = "word " * 1000 + "signed " + "word " * 1000
    at = text.index("signed")
    start, end = passage(text, sentences(text), (at, at + 6))
    assert end - start <= 600
    assert start < at < end


@given(text=st.text("aA. \n-“”?!…é", max_size=60), cut=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_sentences_lie_in_order_and_cover_all_words(text: str, cut: tuple[int, int]) -> None:
    """No word is lost, and a passage holds its span's words."""
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    held = {at for start, end in spans for at in range(start, end)}
    assert all(at in held for at, sign in enumerate(text) if not sign.isspace())
    span = (min(cut), min(max(cut), len(text)))
    if covering(spans, span):
        start, end = passage(text, spans, span)
        assert start <= max(span[0], start)
        assert end <= len(text)
