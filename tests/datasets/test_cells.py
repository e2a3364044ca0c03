"""Heads and cells, one by one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.datasets._cells import number, period
from multivector.datasets._headers import direction, field, measured, unit_of


@pytest.mark.parametrize(
    ("head", "expected"),
    [("reporterISO", "reporter"), ("Reporter", "reporter"), ("COUNTERPART_COUNTRY", "partner"), ("Trade Flow", "flow"),
     ("refYear", "year"), ("TIME_PERIOD", "period"), ("Country of origin", "exporter"), ("value_usd", None),
     ("colour", None)],
)  # fmt: skip
def test_heads_name_fields(head: str, expected: str | None) -> None:
    """Humps, bars and capitals make no difference."""
    assert field(head) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [("value_usd", (None, "USD", 1)), ("Trade Value (US$)", (None, "USD", 1)), ("primaryValue", (None, None, 1)),
     ("value_thousand_usd", (None, "USD", 1000)), ("Exports (USD mn)", ("exports", "USD", 10**6)),
     ("turnover, bn EUR", ("trade", "EUR", 10**9)), ("trade", ("trade", None, 1)),
     ("exports_and_imports_usd", ("trade", "USD", 1)), ("share_percent", (None, "percent", 1)),
     ("Share of exports, %", ("exports", "percent", 1)), ("share", (None, "share", 1)), ("netWgt", None),
     ("usd", None), ("value of colour", None)],
)  # fmt: skip
def test_heads_tell_measure_unit_and_scale(head: str, expected: tuple[str | None, str | None, int] | None) -> None:
    """A head with a word that such heads do not use is not guessed at."""
    found = measured(head)
    assert (found and (found.measure, found.unit, int(found.scale))) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("X", ("exports", "out")), ("Import", ("imports", "in")), ("Re-Export", ("re-exports", "out")),
     ("Trade turnover", ("trade", "both")), ("inward investment flow", ("investment", "in")), ("up", None)],
)  # fmt: skip
def test_words_of_flows(words: str, expected: tuple[str, str] | None) -> None:
    """What is counted, and which way it goes seen from the reporter."""
    assert direction(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("USD million", ("USD", 10**6)), ("thousand US dollars", ("USD", 1000)), ("EUR", ("EUR", 1)),
     ("%", ("percent", 1)), ("tonnes", ("tonnes", 1)), ("barrels", None)],
)  # fmt: skip
def test_words_of_units(words: str, expected: tuple[str, int] | None) -> None:
    """A unit with its scale, or nothing."""
    found = unit_of(words)
    assert (found and (found[0], int(found[1]))) == expected


@pytest.mark.parametrize(
    ("cell", "comma", "expected"),
    [("1234.5", False, "1234.5"), ("1,234,567", False, "1234567"), ("1 234", False, "1234"),
     ("1\u202f234", False, "1234"), ("1'234", False, "1234"),
     ("4.6E9", False, "4.6E9"), ("-3", False, "-3"), ("12.5%", False, "12.5"), ("1.234,5", True, "1234.5"),
     ("1,5", True, "1.5"), ("1.5", True, "1.5"), ("1,5", False, None), ("12,34", False, None), ("ten", False, None),
     ("1-2", False, None), ("", False, None), ("NaN", False, None), ("Infinity", False, None)],
)  # fmt: skip
def test_numbers(cell: str, comma: bool, expected: str | None) -> None:
    """Groups and decimal signs of offices; what is doubtful is no number."""
    assert number(cell, comma=comma) == (None if expected is None else Decimal(expected))


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12), st.booleans()
)
def test_a_number_written_plainly_is_read_back(value: Decimal, comma: bool) -> None:
    """Grouped or not."""
    assert number(f"{value:f}") == value
    assert number(f"{value:,f}") == value
    if comma:
        assert number(f"{value:f}".replace(".", ","), comma=True) == value


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("2023", "2023"), ("2023.0", "2023"), ("2023-04", "2023-04"), ("202304", "2023-04"), ("2023M04", "2023-04"),
     ("2023-M04", "2023-04"), ("2023-Q2", "2023-Q2"), ("2023Q2", "2023-Q2"), ("Q2 2023", "2023-Q2"),
     ("2022/2023", "2022/2023"), ("2023-04-15", "2023-04-15"), ("202313", None), ("23", None), ("2023-Q5", None),
     ("last year", None), ("", None)],
)  # fmt: skip
def test_periods(cell: str, expected: str | None) -> None:
    """Months and quarters stay what they are."""
    assert period(cell) == expected
