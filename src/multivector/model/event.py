"""Dealings: as one report tells them, and as one event judged from many tellings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from multivector.model.party import PartyMention, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A dealing as one report tells it; never changed once stored.

    `type`, `mode`, `status`, `sectors` come from `model.codes`; `date` is an ISO prefix as precise as told; `place`
    is an ISO alpha-3 code; `value` is money in whole units of `unit` (ISO 4217). `spans[0]` cuts `anchor` out of the
    report's text; `told` has the span of each attribute that was told, by attribute name; `cites` are indices into
    the citations of the coding. `why` names, by attribute, the rule that gave it.
    """

    type: str
    mode: str | None = None
    status: str = "occurred"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    count: int | None = None
    value: Decimal | None = None
    unit: str | None = None
    sectors: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    cites: tuple[int, ...] = ()
    anchor: str
    spans: tuple[Span, ...]
    told: Mapping[str, Span] = field(default_factory=dict)
    parties: tuple[PartyMention, ...] = ()
    confidence: float
    why: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTelling:
    """A telling in the ledger, with the report it stands in; `id` is made from its content."""

    id: str
    report: str
    publisher: str | None
    report_date: str | None
    telling: Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldValue:
    """A sum of money as one report tells it."""

    value: Decimal
    unit: str | None
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The tellings judged to be one dealing. Attributes are the best-supported ones; `told_values` keeps all sums."""

    id: str
    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    people: tuple[str, ...]
    date: str | None
    place: str | None
    count: int | None
    value: Decimal | None
    unit: str | None
    sectors: tuple[str, ...]
    confidence: float
    tellings: tuple[StoredTelling, ...]
    told_values: tuple[ToldValue, ...] = ()
