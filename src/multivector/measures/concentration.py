"""Concentration of trade on few partners: the Herfindahl-Hirschman index, with its bounds for partial lists."""

from __future__ import annotations

from multivector.measures.ask import Ask
from multivector.measures.catalogue import MeasureHead
from multivector.measures.numerics.lists import concentration
from multivector.measures.partners import Partners, lists
from multivector.model import Computed, Figure

_CLOSE = 1e-9


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return the index for each list of either party."""
    return [_figure(held, head) for held in lists(ask, "concentration.sql") if held.total and held.values]


def _figure(held: Partners, head: MeasureHead) -> Figure:
    low, high = concentration([value / held.total for value in held.values.values()])
    whole = high - low < _CLOSE
    name = f"{head.name}.{held.counted.replace(' ', '-')}"
    listed = sum(held.values.values()) / held.total
    computed = Computed(measure=name, source=head.source, inputs=tuple(held.place(row) for row in held.rows))
    return Figure(
        measure=name, of=(held.whose,), period=held.period, value=low if whole else None, unit="index",
        low=None if whole else low, high=None if whole else min(1.0, high),
        interval="none: the whole list" if whole else "possible range: the rest infinitely fine, or as the last",
        n=len(held.values), concept=f"{held.counted} of {held.whose}, {held.count}",
        note="" if whole else f"{len(held.values)} partners listed, {100 * listed:.4g} % of the total",
        evidence=(computed,),
    )  # fmt: skip
