"""Sums of money and their currencies."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.grammar.currencies import by_form, currencies
from multivector.grammar.money import find_money

SUMS = [
    ("some $10 bln", "10000000000", "USD"),
    ("half a billion euros", "500000000", "EUR"),
    ("two and a half billion dollars", "2500000000", "USD"),
    ("€1,5 billion", "1500000000", "EUR"),
    ("EUR 1,5 Mrd", "1500000000", "EUR"),
    ("€1.250.000", "1250000", "EUR"),
    ("CHF 3'400'000", "3400000", "CHF"),
    ("$13 009 million", "13009000000", "USD"),
    ("USD34.6 million", "34600000", "USD"),
    ("VND4,927 billion", "4927000000000", "VND"),
    ("$250MM", "250000000", "USD"),
    ("3 lakh crore rupees", "3000000000000", "INR"),
    ("A$600 million", "600000000", "AUD"),
    ("HK$30 million", "30000000", "HKD"),
    ("a 400-million-euro loan", "400000000", "EUR"),
    ("1.2 trillion won", "1200000000000", "KRW"),
    ("about $3.1bn", "3100000000", "USD"),
    ("5 million Australian dollars", "5000000", "AUD"),
    ("10 billion U.S. dollars", "10000000000", "USD"),
    ("100 million tenge", "100000000", "KZT"),
    ("₸4.5 billion", "4500000000", "KZT"),
    ("5bn USD", "5000000000", "USD"),
    ("£300m", "300000000", "GBP"),
    ("$5 m", "5000000", "USD"),
    ("20 million €", "20000000", "EUR"),
    ("a billion-dollar pipeline", "1000000000", "USD"),
    ("300 million Swiss francs", "300000000", "CHF"),
    ("50 million Kuwaiti dinars", "50000000", "KWD"),
    ("R500 million", "500000000", "ZAR"),
    ("230 dollars", "230", "USD"),
    ("10 pounds sterling", "10", "GBP"),
    ("Egyptian pounds 50 million", "50000000", "EGP"),
    ("Dh500 million", "500000000", "AED"),
    ("3 Mrd. Euro", "3000000000", "EUR"),
    ("a $2bn-a-year deal", "2000000000", "USD"),
]


@pytest.mark.parametrize(("sum_", "value", "unit"), SUMS)
def test_sums(sum_: str, value: str, unit: str) -> None:
    """A sum has its value in whole units and its ISO 4217 code, and the words around it change neither."""
    text = f"Kenya and Japan signed a contract worth {sum_} in Nairobi on 9 August 2023."
    (money,) = find_money(text)
    assert (money.value, money.unit) == (Decimal(value), unit)
    assert text[slice(*money.span)] in sum_


@pytest.mark.parametrize(
    "text",
    [
        "Turkish builders won three hospital contracts from Libya.",
        "In 2023 won Kenya the tender.",
        "500 pounds of explosives and a 500-pound bomb",
        "K2, COP28 and COP 28",
        "two thousand won medals",
        "dollars",
        "500 rupees",
        "2 billion som",
    ],
)
def test_no_sums(text: str) -> None:
    """Verbs, weights and names are no money; neither is a sum whose currency the text leaves open."""
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Tashkent paid 2 billion som.", "UZS"),
        ("Bishkek paid 2 billion som.", "KGS"),
        ("Pakistan paid 500 rupees.", "PKR"),
        ("Sri Lanka asked India, and India paid 500 rupees.", "INR"),
        ("Japan lent ¥300 billion.", "JPY"),
        ("China lent ¥300 billion.", "CNY"),
        ("Senegal got 10 million CFA francs.", "XOF"),
        ("Moldova paid 100 lei.", "MDL"),
    ],
)
def test_context_decides(text: str, unit: str) -> None:
    """A name or sign of several currencies is that of the country named nearest."""
    assert [money.unit for money in find_money(text)] == [unit]


def test_indefinite_sum() -> None:
    """`Hundreds of millions of dollars` has a currency and no value."""
    (money,) = find_money("worth hundreds of millions of dollars")
    assert (money.value, money.unit) == (None, "USD")


@pytest.mark.parametrize(
    "text",
    [
        "$2-3 billion",
        "$2 billion to $3 billion",
        "2 to 3 billion dollars",
        "$2 or 3 billion",
        "between $2 and $3 billion",
    ],
)
def test_range_gives_its_lower_end(text: str) -> None:
    """Of a range the lower end is the value, the upper one is kept."""
    (money,) = find_money(text)
    assert (money.value, money.high) == (Decimal(2 * 10**9), Decimal(3 * 10**9))


@pytest.mark.parametrize(
    "text", ["$5 million (€4.6 million)", "$5 million, or about 4.6 million euros", "$5 million [€4.6 million]"]
)
def test_one_sum_in_two_currencies(text: str) -> None:
    """A sum told twice is the first."""
    assert [money.unit for money in find_money(text)] == ["USD"]


def test_two_sums_stay_two() -> None:
    """A list of sums is no restatement."""
    for text in ("Spain gave $5 million and Italy €4 million.", "He won 5 million dollars and $4 million."):
        assert [money.value for money in find_money(text)] == [Decimal(5 * 10**6), Decimal(4 * 10**6)]


def test_hedge() -> None:
    """`Almost $10 billion` says that it is less."""
    assert find_money("has invested almost $10 billion")[0].approx == "almost"


def test_table_of_currencies() -> None:
    """Each currency has a code of three capitals, once; a shared form has at most one default."""
    codes = [row.code for row in currencies()]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert all(sum(row.default for row in rows) <= 1 for form, rows in by_form().items() if form not in "¥￥")


@given(st.text(alphabet="$€£¥0123456789 .,-()abdeilmnorswuUSDEURCHF\n", max_size=60))
def test_any_text(text: str) -> None:
    """Any text is read; spans lie in order inside it."""
    found = find_money(text)
    assert all(0 <= money.span[0] < money.span[1] <= len(text) for money in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
