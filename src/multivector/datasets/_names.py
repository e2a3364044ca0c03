"""Whom the name or code of a reporter or partner in a table stands for; what is no party keeps its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from multivector import parties
from multivector.datasets._source import table

WORLD, PART, UNKNOWN = "world", "part of the total", "unknown name"
"""How the note of a row begins whose party is null: the total itself, a part of it, or nobody known."""

_PART = re.compile(
    r"\b(?:n\.?\s?e\.?\s?s\.?|n\.?\s?i\.?\s?e\.?|unspecified|not specified|not elsewhere|bunkers?|free zones?|"
    r"special categories|others?|rest of|confidential|secret|unallocated|ship stores)\b",
    re.IGNORECASE,
)
_WORLD = re.compile(r"(?:the )?(?:whole )?(?:world|grand total|total|all (?:countries|partners|areas))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A party, or None with the reason in `note`; `note` may also say what a party of the source takes in."""

    party: str | None
    note: str = ""


@cache
def named(words: str) -> Named:
    """Return whom a name or code stands for: `Italy`, `ITA`, `it`, `World`, `Areas, nes`; a number is one of UN M49.

    `NA` is Namibia, as in ISO 3166, and never a missing value.
    """
    text = " ".join(words.split())
    if text.isdecimal():
        return m49(text)
    if found := _own().get(text.casefold()):
        return found
    if _WORLD.fullmatch(text):
        return Named(None, f"{WORLD}: {text}")
    party = parties.resolve(text).party
    if party:
        return Named(party)
    kind = PART if _PART.search(text) else UNKNOWN
    return Named(None, f"{kind}: {text}")


@cache
def m49(code: str) -> Named:
    """Return whom a number of UN M49, as Comtrade and BACI write it, stands for: 251 is France, 0 the world."""
    number = code.strip().lstrip("0") or "0"
    return _numbers().get(number, Named(None, f"{UNKNOWN}: {code.strip()}"))


@cache
def fips(code: str) -> Named:
    """Return whom a FIPS 10-4 code, as the World Factbook files by, stands for: gm is Germany, ch China."""
    return _fips().get(code.strip().casefold(), Named(None, f"{UNKNOWN}: {code.strip()}"))


@cache
def _own() -> dict[str, Named]:
    return {row["words"].casefold(): Named(row["party"] or None, row["note"]) for row in table("names")}


@cache
def _numbers() -> dict[str, Named]:
    return {row["code"]: Named(row["party"] or None, row["note"]) for row in table("m49")}


@cache
def _fips() -> dict[str, Named]:
    return {row["fips"]: Named(row["party"] or None, row["note"]) for row in table("fips")}
