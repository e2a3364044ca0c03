"""What the parties part hands out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "state", "organisation", "adjective", "people", "capital", "seat", "city", "company", "person", "office-body",
    "region", "nobody",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """Words that name a party in an English text.

    `words` stand as they are printed, capitals and accents included; an article in front is not part of them. More
    than one party means that the words alone can't tell which (`kind` `region`: all of them are meant). A `nobody`
    holds the name of a party and means none (`South America`): it keeps the shorter name inside it from being found.
    `person` is the full name of the office-holder that the words name, `office` the last office held; `first` and
    `last` bound the time in which the words had this meaning (for persons: the time in office), as ISO date prefixes.
    """

    words: str
    kind: Kind
    parties: tuple[str, ...]
    person: str | None = None
    office: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held for a party, from `first` to `last` (ISO prefixes; None: still, or not known)."""

    person: str
    party: str
    office: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a name stands for.

    `party` is None where nobody is meant or it can't be told; `candidates` are then those who may be meant. `why` is a
    sentence for people. `kind` says what the name was found as (`code` for a code), None where it was not found.
    """

    name: str
    party: str | None
    why: str
    candidates: tuple[str, ...] = ()
    kind: str | None = None
