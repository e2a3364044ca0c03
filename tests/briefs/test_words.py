"""Dates, sums, names and lists in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.briefs import words
from multivector.model.codes import SECTORS


@pytest.mark.parametrize(
    ("iso", "long", "short", "when"),
    [
        ("2024-01-18", "18 January 2024", "18 Jan 2024", "on 18 January 2024"),
        ("2023-09", "September 2023", "Sep 2023", "in September 2023"),
        ("2009", "2009", "2009", "in 2009"),
        ("0999-12-01", "1 December 0999", "1 Dec 0999", "on 1 December 0999"),
    ],
)
def test_a_date_is_as_precise_as_told(iso: str, long: str, short: str, when: str) -> None:
    """A year stays a year, a month a month, and each takes its preposition."""
    assert (words.date(iso), words.date(iso, short=True), words.when(iso)) == (long, short, when)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2022", "2022"),
        ("2023-Q1", "Q1 2023"),
        ("2023-01/2023-11", "Jan 2023 to Nov 2023"),
        ("1991/2024", "1991/2024"),
        ("2024-03", "Mar 2024"),
        ("last winter", "last winter"),
    ],
)
def test_a_period_is_read_out(told: str, shown: str) -> None:
    """Parts of years are told in words, whole years as they are."""
    assert words.period(told) == shown


def test_no_date_has_no_words() -> None:
    """An unknown date adds nothing to a sentence; what lasts is told since its first day."""
    assert words.when(None) == ""
    assert words.when("2022-02-24", since=True) == "since 24 February 2022"


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("1500000000", "USD", "1.5 billion US dollars"),
        ("1000000", "EUR", "1 million euros"),
        ("1", "EUR", "1 euro"),
        ("250000", "KZT", "250,000 Kazakh tenge"),
        ("1234567", "USD", "1,234,567 US dollars"),
        ("2.5", "GBP", "2.5 pounds sterling"),
        ("3200000000000", "JPY", "3.2 trillion Japanese yen"),
        ("-5000000", "USD", "-5 million US dollars"),
        ("7000000", None, "7 million"),
        ("4000000", "XYZ", "4 million XYZ"),
        ("0", "USD", "0 US dollars"),
    ],
)
def test_a_sum_is_told_exactly(value: str, unit: str | None, told: str) -> None:
    """Large sums are scaled only where that rounds nothing away; unknown currencies keep their code."""
    assert words.amount(Decimal(value), unit) == told


@given(st.integers(min_value=1, max_value=10**15))
def test_a_sum_in_words_reads_back(value: int) -> None:
    """No sum is rounded: the figure times its scale is the value."""
    scales = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    figure, *rest = words.amount(Decimal(value), "USD").split()
    assert Decimal(figure.replace(",", "")) * scales.get(rest[0], 1) == value


@pytest.mark.parametrize(
    ("items", "told"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_a_list_ends_in_and(items: list[str], told: str) -> None:
    """A list is joined as it is read out."""
    assert words.listed(items) == told


def test_a_long_list_is_cut_with_its_rest_counted() -> None:
    """What is left out of a list is counted, not dropped."""
    assert words.few(["A", "B", "C", "D", "E", "F"]) == "A, B, C, D and two more"


def test_counts_are_words_to_ten() -> None:
    """Small counts are words, large ones figures; nouns follow the number."""
    assert words.counted(0, "dealing") == "no dealings"
    assert words.counted(1, "dealing") == "one dealing"
    assert words.counted(1200, "dealing") == "1,200 dealings"
    assert (words.none(0), words.times(2), words.times(4)) == ("none", "twice", "four times")


@pytest.mark.parametrize(
    ("rank", "told"), [(1, "first"), (10, "tenth"), (11, "11th"), (22, "22nd"), (101, "101st"), (112, "112th")]
)
def test_a_rank_is_read_out(rank: int, told: str) -> None:
    """Ranks are ordinals."""
    assert words.ordinal(rank) == told


def test_percentages_keep_their_decimals() -> None:
    """A percentage is told as given, to one place, in words or with its sign."""
    assert words.percent(Decimal("13")) == "13 per cent"
    assert words.percent(Decimal("17.94")) == "17.9 per cent"
    assert words.percent(Decimal("4.0"), short=True) == "4 %"


def test_every_sector_has_words() -> None:
    """No sector of the ontology shows its code with a hyphen."""
    assert all("-" not in words.sector(code) for code in SECTORS)
    assert words.sector("of a later list") == "of a later list"


def test_the_possessive_follows_the_name() -> None:
    """A name that ends in s takes the apostrophe alone."""
    assert words.possessive("Italy") == "Italy’s"
    assert words.possessive("the Netherlands") == "the Netherlands’"
