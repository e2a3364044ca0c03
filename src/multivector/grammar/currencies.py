"""Which currency a sign, code or name stands for; several share a name, and the text decides between them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from multivector.tables import read_table, several


@dataclass(frozen=True, slots=True)
class Currency:
    """A row of `currencies.csv`: ISO 4217 code, how it is written, and the words that point to its country.

    `default` says that a name or sign shared with others means this one where nothing points elsewhere.
    """

    code: str
    symbols: tuple[str, ...]
    names: tuple[str, ...]
    short: tuple[str, ...]
    context: tuple[str, ...]
    default: bool


@cache
def currencies() -> tuple[Currency, ...]:
    """Return all currencies, in the order of the table."""
    return tuple(
        Currency(
            row["code"], several(row["symbols"]), several(row["names"]), several(row["short"]), several(row["context"]),
            row["default"] == "yes",
        )
        for row in read_table("multivector.grammar", "currencies.csv")
    )  # fmt: skip


@cache
def by_form() -> dict[str, tuple[Currency, ...]]:
    """Return the currencies by their written form; names in lower case, singular and plural."""
    found: dict[str, list[Currency]] = defaultdict(list)
    for currency in currencies():
        for form in (*currency.symbols, *currency.short):
            found[form].append(currency)
        for name in currency.names:
            for form in _numbers_of(name.lower()):
                found[form].append(currency)
    return {form: tuple(dict.fromkeys(rows)) for form, rows in found.items()}


def _numbers_of(name: str) -> tuple[str, ...]:
    plural = name[:-1] + "ies" if name.endswith("y") else name + "s"
    return (name, plural)


def which(form: str, text: str, at: int) -> str | None:
    """Return the ISO 4217 code that a sign or name stands for at an offset of a text, or None where it can't be told.

    A form of one currency is that one. Else the currency decides whose country is named nearest in the text, and
    where none is, the usual one.
    """
    rows = by_form().get(form) or by_form().get(form.lower()) or ()
    if len(rows) == 1:
        return rows[0].code
    near = [(gap, row.code) for row in rows if (gap := _gap(row, text, at)) is not None]
    if near:
        return min(near)[1]
    return next((row.code for row in rows if row.default), None)


def _gap(row: Currency, text: str, at: int) -> int | None:
    pattern = _context(row.code)
    return min((abs(match.start() - at) for match in pattern.finditer(text)), default=None) if pattern else None


@cache
def _context(code: str) -> re.Pattern[str] | None:
    words = next(row.context for row in currencies() if row.code == code)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None
