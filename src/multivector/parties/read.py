"""The tables of who is who: CSV files, read once."""

from __future__ import annotations

from functools import cache

from anyascii import anyascii

from multivector.model import Party
from multivector.tables import Row, read_table


@cache
def rows(table: str) -> tuple[Row, ...]:
    """Return the rows of `tables/NAME.csv`, a mapping of column to cell each."""
    return read_table("multivector.parties", "tables", f"{table}.csv")


@cache
def known() -> dict[str, Party]:
    """Return every party by its code: states in the order of their codes, then organisations."""
    states = [Party(row["code"], row["name"], "state") for row in rows("states")]
    bodies = [Party(row["code"], row["name"], "organisation") for row in rows("organisations")]
    return {party.code: party for party in (*states, *bodies)}


def plain(words: str) -> str:
    """Return words in Latin letters without accents: `Chișinău` → `Chisinau`."""
    return words if words.isascii() else anyascii(words)
