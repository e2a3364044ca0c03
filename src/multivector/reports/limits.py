"""How much of a source is read at most. What is over a limit is refused by name, never cut short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from multivector.errors import InputError

_WORDS: Final = {"nesting": "levels of nesting"}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one source.

    `bytes` of the file or answer, also of what a packed file unfolds to; `pages` of a PDF; `characters` of the text
    drawn out of it; `nesting` of elements in HTML; `records` of a JSON Lines file; `seconds` for fetching an address.
    """

    bytes: int = 50_000_000
    pages: int = 2_000
    characters: int = 5_000_000
    nesting: int = 500
    records: int = 1_000_000
    seconds: float = 30.0

    def check(self, name: str, value: float, where: str) -> None:
        """Raise InputError if the value is above the limit of that name; the message names both."""
        limit = getattr(self, name)
        if value > limit:
            msg = f"{value:,} {_WORDS.get(name, name)} are more than the limit of {limit:,}"
            raise InputError(msg, where, "split the source, or raise the limit in multivector.reports.Limits")
