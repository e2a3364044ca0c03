"""Measured figures of a tie."""

from __future__ import annotations

from dataclasses import dataclass

from multivector.model.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured value, or the reason why there is none.

    `low` and `high` bound the 95 % interval (or the possible range, as `interval` says); where there is no interval,
    `interval` says why. `n` counts the events or rows used. `value` is None where nothing can be said, and `note`
    then says why: no data is not zero.
    """

    measure: str
    of: tuple[str, ...]
    period: str | None
    value: float | None
    unit: str
    low: float | None = None
    high: float | None = None
    interval: str = ""
    n: int = 0
    concept: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
