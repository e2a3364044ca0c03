"""Small ledgers for the tests of measures: dealings as rows, flows as a table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from multivector import datasets
from multivector.datasets import Request
from multivector.ledger import Store
from multivector.model import Coding, Report, Telling

Told = dict[str, Any]


def coding(name: str, dealings: list[Told], date: str | None, publisher: str | None) -> Coding:
    """Return a report that tells these dealings, a sentence each with words of its own."""
    words = [f"Sentence {name} number {at} tells of matter {name}{at}." for at, _ in enumerate(dealings)]
    text = " ".join(words)
    tellings = []
    for at, told in enumerate(dealings):
        start = text.index(words[at])
        given = {"actors": ("KAZ",), "recipients": ("ITA",), "confidence": 0.9, **told}
        if given.get("value") is not None:
            given["value"] = Decimal(given["value"])
        tellings.append(Telling(anchor=words[at], spans=((start, start + len(words[at])),), **given))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    report = Report(
        name=name, text=text, sha256=sha256, publisher=publisher, date=date, date_basis="given" if date else None
    )
    return Coding(report, tuple(tellings), (), (), "test")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Store]:
    """An empty ledger."""
    with Store.open(tmp_path / "l.duckdb", create=True) as store:
        yield store


@pytest.fixture
def write() -> Callable[..., Coding]:
    """Return `coding`, for tests that keep ledgers of their own."""
    return coding


@pytest.fixture
def tell(ledger: Store) -> Callable[..., Store]:
    """Return a function that adds a report with its dealings to the ledger."""

    def add(*dealings: Told, name: str = "one", date: str | None = "2024-03-31", publisher: str | None = None) -> Store:
        ledger.add(coding(name, list(dealings), date, publisher))
        return ledger

    return add


@pytest.fixture
def count(ledger: Store, tmp_path: Path) -> Callable[..., Store]:
    """Return a function that loads a table of flows into the ledger."""

    def add(text: str, name: str = "trade", release: str | None = None) -> Store:
        file = tmp_path / f"{name}.csv"
        file.write_text(text, encoding="utf-8")
        for batch in datasets.batches("table", Request(files=(file,), release=release, name=name)):
            if batch.select is None:
                ledger.load_rows(batch.head, batch.table, batch.rows, batch.sha256)
            else:
                ledger.load_table(batch.head, batch.table, batch.select, batch.file)
        return ledger

    return add
