"""The brief: blocks of sentences, tables and charts, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from multivector.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the evidence that it rests on; `kind` tells said, counted and computed apart."""

    text: str
    kind: Literal["said", "counted", "computed"]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with its evidence."""

    cells: tuple[str, ...]
    kind: Literal["said", "counted", "computed"]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `columns` are its heads, `caption` says what it lists."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: label, value, and the series it belongs to."""

    label: str
    value: float
    series: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, the sentence that says what they show, and the table that holds the same numbers.

    `form` is how they are drawn: `bars` lie, one a label; `columns` stand, one a label, in the order of time;
    `two-sided` columns stand above the line for the first of two series and below it for the second.
    """

    title: str
    unit: str
    bars: tuple[Bar, ...]
    sentence: Sentence
    table: Table
    form: Literal["bars", "columns", "two-sided"] = "bars"


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the brief."""

    heading: str
    blocks: tuple[Sentence | Table | Chart, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief. `as_of` is the date of the newest report in the ledger, `ledger` its content hash.

    `basis` says what the brief rests on: how many reports, dealings and rows.
    """

    title: str
    as_of: str | None
    ledger: str
    bottom_line: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    basis: Sentence | None = None
