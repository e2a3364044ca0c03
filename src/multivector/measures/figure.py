"""Figures of a measure, with the evidence they are computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from multivector.measures.ask import Ask, Row
from multivector.measures.catalogue import MeasureHead
from multivector.measures.numerics.intervals import Interval, garwood, wilson
from multivector.model import Computed, Figure

NOTHING = "no dealing of the two is told: that is unknown, not zero"
UNREAD = "no dealing is told and no report of this period was read"
BOOTSTRAP = "95 %, bootstrap by report, 2,000 draws"


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Makes the figures of one measure for one tie; `parameters` go into the evidence of each."""

    ask: Ask
    head: MeasureHead
    parameters: Mapping[str, str] = field(default_factory=dict)

    def make(
        self,
        name: str,
        value: float | None,
        unit: str,
        rows: Sequence[Row],
        period: str | None,
        *,
        bounds: Interval | None = None,
        interval: str = "",
        concept: str = "",
        note: str = "",
    ) -> Figure:
        """Return a figure.

        Args:
            name: What of the measure: `cooperation` of `intensity` becomes `intensity.cooperation`.
            value: The value, or None where nothing can be said; `note` says why.
            unit: Its unit.
            rows: The rows that went in, each with the `id` of its dealing.
            period: The period; None for the span that was asked.
            bounds: Low and high.
            interval: What the bounds are, or why there are none.
            concept: What exactly is counted.
            note: What the reader must know.
        """
        ids = tuple(row["id"] for row in rows)
        low, high = bounds or (None, None)
        full = f"{self.head.name}.{name}"
        computed = Computed(measure=full, source=self.head.source, parameters=self.parameters, inputs=ids)
        return Figure(
            measure=full, of=self.ask.of, period=period or self.ask.span, value=value, unit=unit, low=low, high=high,
            interval=interval, n=len(ids), concept=concept, note=note, evidence=(computed,),
        )  # fmt: skip

    def silence(self, rows: Sequence[Row], period: str | None) -> str:
        """Say why nothing can be said where there is no row, or return nothing where the absence says something.

        A period of which reports were read and that tell of no dealing is a zero; one of which none was read is not.
        """
        if rows:
            return ""
        if period is None:
            return NOTHING
        return "" if self.ask.reports.get(period) else UNREAD

    def count(self, name: str, rows: Sequence[Row], period: str | None, unit: str, concept: str) -> Figure:
        """Return how many rows there are, as a Poisson count with its interval."""
        told = {"interval": "95 %, Garwood", "concept": concept}
        return self.make(name, len(rows), unit, rows, period, bounds=garwood(len(rows)), **told)

    def share(
        self, name: str, part: float, rows: Sequence[Row], period: str | None, concept: str, of: Sequence[Row]
    ) -> Figure:
        """Return which share of the rows `of` the part is that `rows` are, with its interval."""
        told = {"interval": "95 %, Wilson", "concept": concept}
        return self.make(name, part / len(of), "share", rows, period, bounds=wilson(part, len(of)), **told)

    def per_thousand(self, figure: Figure, period: str) -> Figure:
        """Return a figure of a period for each 1,000 reports read of it, so that periods can be compared."""
        read = self.ask.reports.get(period, 0)
        factor = 1000 / read if read else None
        value, low, high = (
            None if factor is None or one is None else one * factor for one in (figure.value, figure.low, figure.high)
        )
        note = f"{read} reports of this period were read" if read else "no report of this period was read"
        return replace(
            figure, measure=f"{figure.measure}-per-1000", value=value, low=low, high=high, note=note,
            concept=f"{figure.concept}, per 1,000 reports read that are dated in the period",
        )  # fmt: skip
