"""Claims: checkable statements about parties that are no events."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from multivector.model.party import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A rank, share, amount, growth, membership, precedence, assessment or office, as one report claims it.

    Shares and growth are in percent (`unit` `percent`), amounts in units of `unit`; `period` is `2023`, `2023-Q1`,
    `1991/2024` or None; `scope` is the group, product or sector that the claim is limited to.
    """

    kind: str
    subject: str | None
    object: str | None
    measure: str
    value: Decimal | bool | str | None
    unit: str | None = None
    period: str | None = None
    scope: str | None = None
    citations: tuple[str, ...] = ()
    cites: tuple[int, ...] = ()
    anchor: str
    span: Span
    confidence: float = 1.0
