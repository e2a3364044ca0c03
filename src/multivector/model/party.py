"""Parties: states and organisations, and the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Start and end offset in code points of a report's text."""


@dataclass(frozen=True, slots=True)
class Party:
    """A state (ISO 3166-1 alpha-3, `XKX` for Kosovo) or an organisation (`EU`, `EAEU`, ...)."""

    code: str
    name: str
    kind: Literal["state", "organisation"]


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words of a report on one side of a dealing, and the party they stand for (`None`: no state or organisation)."""

    side: Literal["actor", "recipient"]
    party: str | None
    words: str
    span: Span
