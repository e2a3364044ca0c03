"""Tie intensity: scored dealings, co-operation and conflict apart, each aged by its distance from the day asked."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Sequence

from multivector.measures import scores
from multivector.measures.ask import Ask, Row
from multivector.measures.catalogue import MeasureHead
from multivector.measures.figure import BOOTSTRAP, Maker
from multivector.measures.numerics.intervals import percentiles
from multivector.measures.numerics.resample import by_report
from multivector.model import Figure

HALF_LIFE = 365
"""Days after which a dealing counts half."""
UNIT = "PLOVER points"
_SIDES = (("cooperation", 1), ("conflict", -1))
Draws = Sequence[tuple[float, ...]]


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return co-operation, conflict and tone as a whole, and by period both sides and each per 1,000 reports."""
    rows = ask.rows("intensity.sql", **scores.parameters())
    told = {"half-life": f"{HALF_LIFE} days", "as of": str(ask.as_of or "not known")}
    maker = Maker(ask=ask, head=head, parameters=told)
    (_, whole), *parts = ask.parts(rows)
    found = _whole(maker, whole)
    for period, placed in parts:
        found += _period(maker, placed, period or "", ask.unplaced(rows))
    return found


def weight(score: float, first: dt.date, last: dt.date, as_of: dt.date) -> float:
    """Return |score| halved for each 365 days between the day asked and the dealing (the middle of its date)."""
    day = first + (last - first) / 2
    return abs(score) * 2 ** (-max((as_of - day).days, 0) / HALF_LIFE)


def tone(cooperation: float, conflict: float) -> float | None:
    """Return the balance of both, -1 to 1; None where there is neither."""
    both = cooperation + conflict
    return (cooperation - conflict) / both if both else None


def _whole(maker: Maker, rows: Sequence[Row]) -> list[Figure]:
    as_of = maker.ask.as_of
    dated = [row for row in rows if as_of and row["first_day"]]
    note = f"{len(rows) - len(dated)} dealings without a date are left out" if len(dated) < len(rows) else ""
    if not as_of or not dated:
        units = (("cooperation", UNIT), ("conflict", UNIT), ("tone", "ratio"))
        return [maker.make(name, None, unit, (), None, note=note or maker.silence(rows, None)) for name, unit in units]
    weights = [weight(float(row["score"]), row["first_day"], row["last_day"], as_of) for row in dated]
    draws = by_report(_by_report(dated, weights))
    concept = f"PLOVER scores of dealings, halved for each {HALF_LIFE} days before {as_of}"
    sides = _sides(maker, dated, weights, draws, None, concept, note)
    return [*sides, _tone(maker, dated, sides, draws, concept, note)]


def _period(maker: Maker, rows: Sequence[Row], period: str, note: str) -> list[Figure]:
    if why := maker.silence(rows, period):
        return [maker.make(name, None, UNIT, (), period, note=why) for name, _ in _SIDES]
    weights = [abs(float(row["score"])) for row in rows]
    draws = by_report(_by_report(rows, weights))
    sides = _sides(maker, rows, weights, draws, period, "PLOVER scores of the dealings of the period, not aged", note)
    return [figure for side in sides for figure in (side, maker.per_thousand(side, period))]


def _sides(
    maker: Maker,
    rows: Sequence[Row],
    weights: Sequence[float],
    draws: Draws,
    period: str | None,
    concept: str,
    note: str,
) -> list[Figure]:
    """Return both sums with their intervals; a side without a dealing is 0 and has none."""
    found = []
    for at, (name, sign) in enumerate(_SIDES):
        kept = [(row, each) for row, each in zip(rows, weights, strict=True) if row["score"] * sign > 0]
        bounds = percentiles([draw[at] for draw in draws]) if kept else None
        interval = BOOTSTRAP if kept else f"none: no such dealing among {len(rows)}"
        value, used = math.fsum(each for _, each in kept), [row for row, _ in kept]
        told = {"interval": interval, "concept": concept, "note": note}
        found.append(maker.make(name, value, UNIT, used, period, bounds=bounds, **told))
    return found


def _tone(maker: Maker, rows: Sequence[Row], sides: Sequence[Figure], draws: Draws, concept: str, note: str) -> Figure:
    value = tone(*(side.value or 0.0 for side in sides))
    tones = [each for draw in draws if (each := tone(*draw)) is not None]
    bounds = percentiles(tones) if value is not None else None
    told = {"interval": BOOTSTRAP, "concept": concept, "note": note if bounds else "no dealing has a score but 0"}
    return maker.make("tone", value, "ratio", [row for row in rows if row["score"]], None, bounds=bounds, **told)


def _by_report(rows: Sequence[Row], weights: Sequence[float]) -> dict[str, tuple[float, float]]:
    """Return what each report contributes to both sides; a dealing's weight is shared by the reports that tell it."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for row, each in zip(rows, weights, strict=True):
        for report in row["reports"]:
            sums[report][0 if row["score"] > 0 else 1] += each / len(row["reports"])
    return {report: (parts[0], parts[1]) for report, parts in sums.items()}
