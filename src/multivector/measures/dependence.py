"""Direct dependence: the other party's part of what one sells and buys, and its rank, by each count."""

from __future__ import annotations

from collections.abc import Iterator

from multivector.measures.ask import Ask
from multivector.measures.catalogue import MeasureHead
from multivector.measures.numerics.lists import rank
from multivector.measures.partners import PERCENT, Partners, lists
from multivector.model import Computed, Figure


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return for each list of either party the share and the rank of the other."""
    other = {ask.a: ask.b, ask.b: ask.a}
    return [figure for held in lists(ask, "dependence.sql") for figure in _figures(held, other[held.whose], head)]


def _figures(held: Partners, partner: str, head: MeasureHead) -> Iterator[Figure]:
    value = held.value(partner)
    if value is None:
        yield from _unlisted(held, partner, head)
        return
    half, total = held.half, held.total
    interval = "possible range by rounding" if half else "none: one count"
    notes = {row["note"] for row in held.of(partner) if row["note"]}
    share = value / total if total else None
    bounds = (max(0.0, value - half) / total, min(total, value + half) / total) if half else (None, None)
    yield _figure(held, partner, head, "", share, "share", bounds, interval, "; ".join(sorted(notes)))
    if partner in held.values:
        place, best, worst = rank(held.values, partner, half)
        interval = "possible range by rounding" if half else "none: one count"
        note = f"of {len(held.values)} partners listed"
        yield _figure(held, partner, head, "-rank", place, "rank", (best, worst), interval, note)


def _unlisted(held: Partners, partner: str, head: MeasureHead) -> Iterator[Figure]:
    """Say what a list tells of a partner that it does not name: of a partial one that it lies below the last."""
    if not held.partial or not held.values or not held.total:
        note = "not in the list: unknown, not zero"
        yield _figure(held, partner, head, "", None, "share", (None, None), "none: no figure", note)
        return
    last = min(held.values.values())
    count = len(held.values)
    note = (
        f"not among the {count} partners listed: below the last, {last:g} {'%' if held.unit == PERCENT else held.unit}"
    )
    high = (last + held.half) / held.total
    yield _figure(
        held, partner, head, "", None, "share", (0.0, high), "possible range: not above the last listed", note
    )
    low_rank = "possible range: behind all that are listed"
    yield _figure(held, partner, head, "-rank", None, "rank", (count + 1, None), low_rank, note)


def _figure(
    held: Partners, partner: str, head: MeasureHead, kind: str, value: float | None, unit: str,
    bounds: tuple[float | None, float | None], interval: str, note: str,
) -> Figure:  # fmt: skip
    name = f"{head.name}.{held.counted.replace(' ', '-')}{kind}"
    own = held.of(partner)
    used = held.rows if kind else [*own, *(row for row in held.rows if row["world"])]
    printed = held.unit == PERCENT and not kind and len(own) == 1
    computed = Computed(
        measure=name, source=head.source, parameters={"total": f"{held.total:.10g} {held.unit}"},
        inputs=tuple(held.place(row) for row in used),
    )  # fmt: skip
    what = f"{partner} in the {held.counted} of {held.whose}, {held.count}"
    return Figure(
        measure=name, of=(held.whose, partner), period=held.period, value=value, unit=unit, low=bounds[0],
        high=bounds[1], interval=interval, n=len(used), concept=what, note=note,
        evidence=(*map(held.statement, own), *([] if printed else [computed])),
    )  # fmt: skip
