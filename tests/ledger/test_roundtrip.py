"""What goes into the ledger comes out as it was, whatever the text is written in."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.samples import coding, report

from multivector import codec
from multivector.errors import InputError
from multivector.ledger import Store
from multivector.ledger.ids import digest
from multivector.model import Citation, Claim, Coding, PartyMention, Telling
from multivector.model.codes import MODES, SECTORS, STATUSES

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MAYBE = st.none() | WORDS
DATES = st.none() | st.sampled_from(["2024", "2024-02", "2024-02-29", "1999-12-31"])
CODES = st.lists(st.sampled_from(["KAZ", "ITA", "EU", "CHN"]), unique=True, max_size=3).map(tuple)
SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair)))
SUMS = st.decimals(-(10**12), 10**12, places=2) | st.integers(-(10**29), 10**29).map(Decimal)
TYPES = st.sampled_from([(type_, mode) for type_, modes in MODES.items() for mode in (None, *modes)])

TELLINGS = TYPES.flatmap(
    lambda codes: st.builds(
        Telling,
        type=st.just(codes[0]),
        mode=st.just(codes[1]),
        status=st.sampled_from(STATUSES),
        actors=CODES,
        recipients=CODES,
        people=st.lists(WORDS, max_size=3).map(tuple),
        date=DATES,
        place=st.none() | st.just("KAZ"),
        count=st.none() | st.integers(0, 10**15),
        value=st.none() | SUMS,
        unit=st.none() | st.just("USD"),
        sectors=st.lists(st.sampled_from(SECTORS), max_size=3, unique=True).map(tuple),
        citations=st.lists(WORDS, max_size=2).map(tuple),
        cites=st.lists(st.integers(0, 5), max_size=2).map(tuple),
        anchor=WORDS,
        spans=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
        told=st.dictionaries(st.sampled_from(["date", "value"]), SPANS),
        parties=st.lists(
            st.builds(PartyMention, st.sampled_from(["actor", "recipient"]), st.none() | st.just("ITA"), WORDS, SPANS),
            max_size=2,
        ).map(tuple),
        confidence=st.floats(0, 1),
        why=st.dictionaries(WORDS, WORDS, max_size=2),
    )
)
CLAIMS = st.builds(
    Claim,
    kind=st.sampled_from(["rank", "share", "membership", "office"]),
    subject=MAYBE,
    object=MAYBE,
    measure=WORDS,
    value=st.none() | st.booleans() | WORDS | st.decimals(-(10**9), 10**9, places=3),
    unit=MAYBE,
    period=MAYBE,
    scope=MAYBE,
    citations=st.lists(WORDS, max_size=2).map(tuple),
    cites=st.lists(st.integers(0, 5), max_size=2).map(tuple),
    anchor=WORDS,
    span=SPANS,
    confidence=st.floats(0, 1),
)
REPORTS = st.builds(
    report, WORDS, WORDS, title=MAYBE, publisher=MAYBE, date=DATES, date_basis=st.sampled_from(["text", "given", None]),
    url=MAYBE, language=st.just("en"),
)  # fmt: skip
CODINGS = st.builds(
    Coding,
    report=REPORTS,
    events=st.lists(TELLINGS, max_size=4).map(tuple),
    claims=st.lists(CLAIMS, max_size=3).map(tuple),
    citations=st.lists(st.builds(Citation, MAYBE, DATES, SPANS), max_size=3).map(tuple),
    coder=WORDS,
)


@pytest.fixture(scope="module")
def growing() -> Iterator[Store]:
    """One ledger for all examples, since making one takes longer than filling it."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "l.duckdb", create=True) as store:
        yield store


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(coding=CODINGS)
def test_a_coding_comes_back_as_it_was(growing: Store, coding: Coding) -> None:
    """Every field survives, and adding it again adds nothing."""
    coding = replace(coding, coder=digest(codec.coding_record(coding)))
    added = growing.add(coding)
    assert growing.coding(added.report_id) == coding
    assert not growing.add(coding).new
    shown = growing.query("SELECT count(*) AS n FROM event_tellings AS m JOIN tellings AS t ON t.id = m.telling "
                          "WHERE t.report = ?", [added.report_id])  # fmt: skip
    assert shown == [{"n": len(coding.events)}]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(coding=CODINGS)
def test_a_record_is_json_and_leads_back(coding: Coding) -> None:
    """`read --json` and its reader are inverse, through JSON text."""
    line = json.dumps(codec.coding_record(coding), ensure_ascii=False, allow_nan=False)
    assert codec.coding_of(json.loads(line)) == coding


def test_numbers_are_json_numbers() -> None:
    """Whole sums are integers, however they were told."""
    assert [codec.number(Decimal(told)) for told in ("1.5E+9", "2.50", "-3.00")] == [1500000000, 2.5, -3]


def test_text_that_is_no_unicode_is_an_error_that_says_so(store: Store) -> None:
    """A lone surrogate can't be stored; the ledger goes on."""
    with pytest.raises(Exception, match="no Unicode can't be stored"):
        store.add(coding(text="half a sign: \ud83d signed a salmon accord"))
    assert store.add(coding()).new


@pytest.mark.parametrize("record", [{}, {"report": {}}, {"report": {"name": 3}, "events": [], "claims": []}])
def test_what_is_no_record_is_refused(record: dict[str, object]) -> None:
    """The message says what is missing or wrong."""
    with pytest.raises(InputError, match="no record of a coding"):
        codec.coding_of(record)
