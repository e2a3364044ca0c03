"""What the head of a column says: the field it holds, or the unit, scale and measure of the values below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from multivector.datasets._source import table
from multivector.grammar.currencies import currencies

_WORD = re.compile(r"[a-z]+\d*|\d+|[%$€£¥]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]|[A-Z]+$)|(?<=[A-Z])(?=[A-Z][a-z])")

_CORE = frozenset("value values val amount amounts obs primary figure flow flows".split())
_PERCENT = frozenset("percent percentage pct %".split())
_SHARE = frozenset({"share", "shares"})
_MEASURES: Mapping[str, str] = {
    "exports": "exports", "export": "exports", "imports": "imports", "import": "imports", "trade": "trade",
    "turnover": "trade",
}  # fmt: skip
_SCALES: Mapping[str, int] = {
    "thousand": 3, "thousands": 3, "000": 3, "th": 3, "k": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "mio": 6,
    "m": 6, "billion": 9, "billions": 9, "bn": 9, "bln": 9,
}  # fmt: skip
_SIGNS: Mapping[str, str] = {"$": "USD", "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "€": "EUR"}
_FILLERS = frozenset("in of the at us fob cif current prices nominal total and".split())
_HS = frozenset({"cmd code", "hs", "hs2", "hs4", "hs6"})
_TONNES = frozenset({"tonnes", "tons", "tonne", "kg"})


SHARE = "share"
"""Unit of a share of which only the values tell whether it is a fraction or percent."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A column of values: `unit` None where its head names none, `measure` None where it tells no direction."""

    header: str
    measure: str | None
    unit: str | None
    scale: Decimal = Decimal(1)


def words(header: str) -> str:
    """Return a head as plain words: `reporterISO`, `Reporter_ISO` and `reporter iso` alike."""
    return " ".join(_WORD.findall(_HUMP.sub(" ", header.strip()).lower()))


def field(header: str) -> str | None:
    """Return the field that a column holds by its head, or None."""
    return _fields().get(words(header), (None, 0))[0]


def harmonised(header: str) -> bool:
    """Whether a column holds codes of the Harmonised System, of which spreadsheets drop the leading zero."""
    return words(header) in _HS


def preference(header: str) -> int:
    """Return how plainly a head names its field, 0 the plainest; of two columns of one field the plainer is taken."""
    return _fields().get(words(header), (None, 0))[1]


def measured(header: str) -> Measured | None:
    """Return what a column of values counts: `exports_fob_usd`, `Trade Value (US$)`, `value_thousand_usd`; or None.

    Every word of the head must be one that such heads use; a head with another word is not guessed at.
    """
    parts = set(words(header).split())
    found = unit_of(header, also=_CORE | _MEASURES.keys())
    if found is None or not parts & (_CORE | _PERCENT | _SHARE | _MEASURES.keys()):
        return None
    return Measured(header, _measure(parts), *found)


def _measure(parts: set[str]) -> str | None:
    """Return what the words of a head say is counted; the trade of "trade value" says nothing."""
    told = {_MEASURES[part] for part in parts if part in _MEASURES}
    if told == {"trade"} and parts & _CORE:
        return None
    told -= {"trade"} if len(told) > 1 else set()
    return min(told) if len(told) == 1 else "trade" if told else None


def unit_of(text: str, also: frozenset[str] | set[str] = frozenset()) -> tuple[str | None, Decimal] | None:
    """Return the unit and scale that words tell (`USD million`: USD, 1000000), or None if a word is unknown."""
    unit, scale = None, 0
    for part in words(text).split():
        if part in _SCALES:
            scale += _SCALES[part]
        elif part in _codes() or part in _SIGNS:
            unit = _codes().get(part) or _SIGNS[part]
        elif part in _PERCENT:
            unit = "percent"
        elif part in _SHARE:
            unit = unit or SHARE
        elif part in _TONNES:
            unit = "kg" if part == "kg" else "tonnes"
        elif part not in _FILLERS and part not in also:
            return None
    return unit, Decimal(10) ** scale


def direction(text: str) -> tuple[str, str] | None:
    """Return the measure and direction (out, in or both) that the words of a flow tell: `Re-export`, `X`, or None."""
    return _directions().get(words(text))


@cache
def _fields() -> dict[str, tuple[str | None, int]]:
    return {one: (row["field"], at) for row in table("columns") for at, one in enumerate(row["words"].split("|"))}


@cache
def _directions() -> dict[str, tuple[str, str]]:
    return {one: (row["measure"], row["direction"]) for row in table("directions") for one in row["words"].split("|")}


@cache
def _codes() -> dict[str, str]:
    return {currency.code.lower(): currency.code for currency in currencies()}
