"""What merging knows: the tables of the folder knowledge/, read once."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

from multivector.errors import SetupError
from multivector.ledger.ids import digest

Rows = tuple[dict[str, str], ...]


def text_of(name: str) -> str:
    """Return a table as it stands in its file."""
    return (files("multivector.ledger") / "knowledge" / name).read_text(encoding="utf-8")


def table(name: str) -> Rows:
    """Return the rows of a table (`.tsv` by tabs, `.csv` by commas), each by column name."""
    mark = "\t" if name.endswith(".tsv") else ","
    return tuple(csv.DictReader(text_of(name).splitlines(), delimiter=mark, quoting=csv.QUOTE_NONE))


@cache
def checksum() -> str:
    """Return the checksum of all tables, so that a changed row makes another version of merging."""
    names = sorted(file.name for file in (files("multivector.ledger") / "knowledge").iterdir())
    return digest({name: text_of(name) for name in names if name.endswith((".tsv", ".csv"))})[:12]


@cache
def concepts() -> Mapping[str, tuple[str, float]]:
    """Return word to (concept, weight): `ferry` to (`ship`, 1); a weight of 0 says that the word tells no subject.

    Raises:
        SetupError: A word stands in two rows.
    """
    found: dict[str, tuple[str, float]] = {}
    for row in table("words.tsv"):
        for word in row["words"].split("|"):
            if word in found:
                raise SetupError(
                    f"the word {word!r} stands in two rows", "words.tsv", f"take it from {row['concept']!r}"
                )
            found[word] = row["concept"], float(row["weight"])
    return found


@cache
def stop() -> frozenset[str]:
    """Return the words of grammar, which tell no subject."""
    return frozenset(row["word"] for row in table("stop.tsv"))


@cache
def phrases(name: str, column: str) -> tuple[tuple[str, str], ...]:
    """Return (phrase, label) of a table of phrases, longest phrase first."""
    found = [(phrase, row[column]) for row in table(name) for phrase in row["words"].split("|")]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


@cache
def rates() -> Mapping[str, tuple[Decimal, Decimal]]:
    """Return currency to the lowest and highest number of its units that a US dollar bought in a year.

    Annual averages of 2020 to 2024 from the CIA World Factbook (public domain); currencies whose rate moved threefold
    in that time are left out.
    """
    return {row["unit"]: (Decimal(row["low"]), Decimal(row["high"])) for row in table("rates.csv")}


@cache
def kin() -> Mapping[frozenset[str], float]:
    """Return pairs of types that may tell one dealing, and how near kin they are (0 to 1)."""
    return {frozenset((row["one"], row["other"])): float(row["kin"]) for row in table("kin.tsv")}


@cache
def kin_of(type_: str) -> tuple[str, ...]:
    """Return a type and those that are its kin, by name."""
    return tuple(sorted({type_}.union(*(pair for pair in kin() if type_ in pair))))
