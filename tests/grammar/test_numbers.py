"""Numbers in digits and words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.grammar.numbers import Number, find_numbers


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("1,500 men", "1,500", "1500"),
        ("1.500 men", "1.500", "1500"),
        ("1 500 men", "1 500", "1500"),
        ("1\u202f500 men", "1\u202f500", "1500"),
        ("3'400'000 men", "3'400'000", "3400000"),
        ("1,5 metres", "1,5", "1.5"),
        ("7.125 percent", "7.125", "7.125"),
        ("€1.250.000 paid", "1.250.000", "1250000"),
        ("$1,234.56 paid", "1,234.56", "1234.56"),
        ("2½ million seats", "2½ million", "2500000"),
        ("two and a half years", "two and a half", "2.5"),
        ("twenty-six envoys", "twenty-six", "26"),
        ("a dozen envoys", "a dozen", "12"),
        ("half a dozen envoys", "half a dozen", "6"),
        ("half a billion people", "half a billion", "500000000"),
        ("three and a quarter million", "three and a quarter million", "3250000"),
        ("three hundred and fifty thousand tonnes", "three hundred and fifty thousand", "350000"),
        ("one thousand two hundred and fifty", "one thousand two hundred and fifty", "1250"),
        ("3 lakh crore", "3 lakh crore", "3000000000000"),
        ("10 bln tonnes", "10 bln", "10000000000"),
        ("1,5 Mrd Kubikmeter", "1,5 Mrd", "1500000000"),
        ("a 400-million line", "400-million", "400000000"),
        ("13 009 million", "13 009 million", "13009000000"),
        ("five million and two ministers", "five million", "5000000"),
    ],
)
def test_values(text: str, words: str, value: str) -> None:
    """A number is read whole, with its magnitude, whatever marks its thousands."""
    first = find_numbers(text)[0]
    assert (text[slice(*first.span)], first.value) == (words, Decimal(value))


@pytest.mark.parametrize("text", ["several million", "hundreds of millions", "M23, F-16, COVID-19", "no one", "Often"])
def test_no_numbers(text: str) -> None:
    """Indefinite counts, names with digits and pronouns are no numbers."""
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("some 40 men", "about"),
        ("about 40 men", "about"),
        ("almost 40 men", "almost"),
        ("more than 40 men", "more than"),
        ("in excess of 40 men", "more than"),
        ("at least 40 men", "at least"),
        ("up to 40 men", "up to"),
        ("under 40 men", "less than"),
        ("nearly $40", "almost"),
        ("40 men", None),
    ],
)
def test_hedges(text: str, approx: str | None) -> None:
    """Words of approximation are told with the number, outside its span."""
    assert find_numbers(text)[0].approx == approx


def test_ordinals() -> None:
    """Ordinals are numbers that say so."""
    assert [(int(n.value), n.ordinal) for n in find_numbers("the 19th, twenty-first and third round, 5 rounds")] == [
        (19, True),
        (21, True),
        (3, True),
        (5, False),
    ]


def test_list_of_words_stays_a_list() -> None:
    """`Between two and five` holds two numbers."""
    assert [n.value for n in find_numbers("between two and five")] == [2, 5]


@given(st.text(alphabet="0123456789 .,'’-½abdehilmnorstu\n", max_size=60))
def test_any_text(text: str) -> None:
    """Any text is read; spans lie in order inside it and do not touch one another's words."""
    found = find_numbers(text)
    assert all(isinstance(n, Number) and 0 <= n.span[0] < n.span[1] <= len(text) for n in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))


@given(st.integers(0, 10**12))
def test_thousands_round_trip(n: int) -> None:
    """A number written with commas is read back."""
    assert [found.value for found in find_numbers(f"They bought {n:,} tonnes.")] == [n]
