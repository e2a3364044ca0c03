"""The tables of who is who: CSV files, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from anyascii import anyascii

from multivector.model import Party

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """Return the rows of `tables/NAME.csv`, a mapping of column to cell each."""
    with (files("multivector.parties") / "tables" / f"{table}.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


def several(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list: `Kyiv|Kiev`."""
    return tuple(cell.split("|")) if cell else ()


@cache
def known() -> dict[str, Party]:
    """Return every party by its code: states in the order of their codes, then organisations."""
    states = [Party(row["code"], row["name"], "state") for row in rows("states")]
    bodies = [Party(row["code"], row["name"], "organisation") for row in rows("organisations")]
    return {party.code: party for party in (*states, *bodies)}


def plain(words: str) -> str:
    """Return words in Latin letters without accents: `Chișinău` → `Chisinau`."""
    return words if words.isascii() else anyascii(words)
