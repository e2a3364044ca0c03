"""Rows of a table of flows, read by its columns; a cell that its column can't hold is an error that names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from multivector.datasets._cells import MISSING, number, period
from multivector.datasets._columns import Columns
from multivector.datasets._csv import Table
from multivector.datasets._headers import SHARE, Measured, direction, harmonised, unit_of
from multivector.datasets._names import Named, named
from multivector.errors import InputError

_WHOLE = frozenset({"", "total", "all", "all products", "all commodities", "tot", "ag0"})
_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One figure of a table; `source`, `release` and `published` are what its row says, empty where it says nothing."""

    reporter: str | None
    exporter: str | None
    importer: str | None
    measure: str
    value: Decimal
    unit: str
    period: str
    product: str | None
    row: str
    note: str | None
    source: str
    release: str
    published: str


@dataclass(frozen=True, slots=True)
class _Sides:
    reporter: Named | None
    exporter: Named
    importer: Named
    measure: str | None


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self._table, self._columns = table, columns
        self._shares = {value.header: self._factor(value) for value in columns.values}

    def flows(self) -> Iterator[Flow]:
        """Yield every figure; cells without one are passed over."""
        for line, row in self._table.rows:
            for value in self._columns.values:
                cell = row[value.header]
                if cell.casefold() not in MISSING:
                    yield self._flow(line, row, value, cell)

    def _flow(self, line: int, row: Mapping[str, str], value: Measured, cell: str) -> Flow:
        figure = number(cell, comma=self._table.comma)
        if figure is None:
            raise self._error(line, value.header, cell, "a number such as 1234.5")
        sides = self._sides(line, row, value)
        unit, scale = self._unit(line, row, value)
        notes = [side.note for side in (sides.exporter, sides.importer, sides.reporter) if side and side.note]
        product = self._product(row)
        many = f", {value.header}" if len(self._columns.values) > 1 else ""
        return Flow(
            reporter=sides.reporter.party if sides.reporter else None,
            exporter=sides.exporter.party,
            importer=sides.importer.party,
            measure=sides.measure or "exports",
            value=(figure * scale).quantize(_PLACES),
            unit=unit,
            period=self._period(line, row),
            product=None if product.casefold() in _WHOLE else product,
            row=f"line {line}{many}",
            note="; ".join(dict.fromkeys([*notes, *filter(None, [self._cell(row, "note")])])) or None,
            source=self._cell(row, "source"),
            release=self._cell(row, "release"),
            published=self._cell(row, "published"),
        )

    def _cell(self, row: Mapping[str, str], name: str) -> str:
        return row[self._columns.fields[name]] if name in self._columns.fields else ""

    def _product(self, row: Mapping[str, str]) -> str:
        """Return the product; a code of the Harmonised System has its digits in pairs."""
        code = self._cell(row, "product")
        odd = code.isdecimal() and len(code) % 2 == 1
        return f"0{code}" if odd and harmonised(self._columns.fields["product"]) else code

    def _sides(self, line: int, row: Mapping[str, str], value: Measured) -> _Sides:
        """Return who exports to whom: by their own columns, or by reporter, partner and flow."""
        has = self._columns.fields
        told = self._cell(row, "reporter")
        reporter = named(told) if told else None
        measure, way = self._direction(line, row, value)
        if "exporter" in has and "importer" in has:
            return _Sides(reporter, named(self._cell(row, "exporter")), named(self._cell(row, "importer")), measure)
        if reporter is None:
            raise self._error(line, has["reporter"], told, "a country")
        partner = named(self._cell(row, "partner"))
        first, second = (partner, reporter) if way == "in" else (reporter, partner)
        return _Sides(reporter, first, second, measure)

    def _direction(self, line: int, row: Mapping[str, str], value: Measured) -> tuple[str | None, str]:
        """Return what is counted and which way it goes: as the row says, else as the head of the values says."""
        words = self._cell(row, "flow") or value.measure
        if not words:
            return None, "out"
        found = direction(words)
        if found is None:
            raise self._error(line, self._columns.fields.get("flow", value.header), words, "exports, imports or trade")
        return found

    def _unit(self, line: int, row: Mapping[str, str], value: Measured) -> tuple[str, Decimal]:
        if value.unit is not None:
            return ("percent" if value.unit == SHARE else value.unit), self._shares[value.header]
        told = self._cell(row, "unit")
        found = unit_of(told)
        if not told or found is None or found[0] is None:
            raise self._error(line, self._columns.fields["unit"], told, "a currency such as USD million, or percent")
        return found[0], found[1] * value.scale

    def _period(self, line: int, row: Mapping[str, str]) -> str:
        """Return the period: of its own column, or the year with its month or quarter."""
        name = next(name for name in ("period", "year", "month") if name in self._columns.fields)
        cell = self._cell(row, name)
        found = period(cell)
        if found is None:
            raise self._error(line, self._columns.fields[name], cell, "2023, 2023-04 or 2023-Q2")
        month, quarter = self._cell(row, "month"), self._cell(row, "quarter").upper().removeprefix("Q")
        if len(found) == 4 and name != "month":
            if month.isdecimal() and 1 <= int(month) <= 12:
                return f"{found}-{int(month):02d}"
            if quarter in ("1", "2", "3", "4"):
                return f"{found}-Q{quarter}"
        return found

    def _factor(self, value: Measured) -> Decimal:
        """Return what to multiply values by; a share of which no value is above 1 is a fraction, not percent."""
        if value.unit != SHARE:
            return value.scale
        cells = (row[value.header] for _, row in self._table.rows)
        found = [figure for cell in cells if (figure := number(cell, comma=self._table.comma)) is not None]
        return Decimal(100) if found and max(found) <= 1 else Decimal(1)

    def _error(self, line: int, head: str, cell: str, right: str) -> InputError:
        return InputError(f"{cell!r} in column {head!r}", f"{self._table.name}, line {line}", f"it should be {right}")


def flows(table: Table, columns: Columns) -> Iterator[Flow]:
    """Yield the figures of a table in its order.

    Raises:
        InputError: A cell holds no number, period, flow or unit where its column needs one.
    """
    return _Reader(table, columns).flows()
