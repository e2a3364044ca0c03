"""Breadth: over how many sectors a tie is spread, with what reports have not shown estimated and said."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from multivector.measures.ask import Ask, Row
from multivector.measures.catalogue import MeasureHead
from multivector.measures.figure import Maker
from multivector.measures.numerics import diversity
from multivector.measures.numerics.intervals import percentiles
from multivector.measures.numerics.resample import multinomial
from multivector.model import Figure

LEAST = 10
"""Fewest dealings for an index."""
COVERED = 0.6
"""Least sample coverage for an index."""
ONE = "energy"
"""The sector that the share outside one sector leaves out."""
_BOOTSTRAP = "95 %, multinomial bootstrap, 2,000 draws, of the value as observed"
_ESTIMATE = "none: an estimate from the sectors mentioned once and twice"


@dataclass(frozen=True)
class Spread:
    """Dealings by sector: `shares` of 1/k for each of the k sectors of a dealing, `mentions` of 1 each."""

    rows: Sequence[Row]

    @cached_property
    def shares(self) -> dict[str, float]:
        """The dealings of each sector, in the order of names."""
        sums: dict[str, float] = defaultdict(float)
        for row in self.rows:
            for sector in row["sectors"]:
                sums[sector] += 1 / len(row["sectors"])
        return dict(sorted(sums.items()))

    @cached_property
    def mentions(self) -> dict[str, int]:
        """The mentions of each sector, in the order of names."""
        return {sector: sum(sector in row["sectors"] for row in self.rows) for sector in self.shares}

    @property
    def coverage(self) -> float:
        """The part of all mentions whose sector has been seen."""
        return diversity.coverage(list(self.mentions.values()))

    @property
    def enough(self) -> bool:
        """Whether an index may be given."""
        return len(self.rows) >= LEAST and self.coverage >= COVERED

    @property
    def listed(self) -> str:
        """The sectors with their numbers of mentions, the most mentioned first."""
        ordered = sorted(self.mentions.items(), key=lambda item: (-item[1], item[0]))
        return ", ".join(f"{sector} {count}" for sector, count in ordered)


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return the indices as a whole, and by period each with the sectors to be expected at the smallest sample."""
    rows = ask.rows("breadth.sql")
    maker = Maker(ask=ask, head=head, parameters={"outside": ONE})
    parts = [(period, Spread(placed)) for period, placed in ask.parts(rows)]
    sizes = [sum(part.mentions.values()) for period, part in parts if period and part.enough]
    found = []
    for period, part in parts:
        found += _indices(maker, part, period)
        if period and part.enough and len(sizes) > 1:
            found.append(_rarefied(maker, part, period, min(sizes)))
    return found


def _indices(maker: Maker, part: Spread, period: str | None) -> list[Figure]:
    if not part.rows:
        note = maker.silence(part.rows, period) or "no dealing with a sector is told"
        units = (("coverage", "share"), ("n1", "sectors"), ("n2", "sectors"), ("outside", "share"))
        return [maker.make(name, None, unit, (), period, note=note) for name, unit in units]
    told = {"concept": f"sectors of {len(part.rows)} dealings", "interval": _ESTIMATE, "note": part.listed}
    found = [maker.make("coverage", part.coverage, "share", part.rows, period, bounds=None, **told)]
    if part.enough:
        found += [*_effective(maker, part, period), *_estimates(maker, part, period)]
    else:
        why = f"no index: {len(part.rows)} dealings, coverage {part.coverage:.2f}; sectors: {part.listed}"
        found += [maker.make(name, None, "sectors", part.rows, period, note=why) for name in ("n1", "n2")]
    outside = [row for row in part.rows if set(row["sectors"]) - {ONE}]
    value = len(part.rows) - part.shares.get(ONE, 0.0)
    return [*found, maker.share("outside", value, outside, period, f"dealings outside the sector {ONE}", part.rows)]


def _effective(maker: Maker, part: Spread, period: str | None) -> list[Figure]:
    shares = list(part.shares.values())
    draws = _resampled(part)
    told = {"interval": _BOOTSTRAP, "concept": f"effective number of sectors of {len(part.rows)} dealings"}
    return [
        maker.make(
            name, index(shares), "sectors", part.rows, period, bounds=percentiles([index(draw) for draw in draws]),
            note=part.listed, **told,
        )
        for name, index in (("n1", diversity.hill1), ("n2", diversity.hill2))
    ]  # fmt: skip


def _resampled(part: Spread) -> list[list[float]]:
    """Return the shares of sectors in resampled dealings; a dealing stays whole, with all its sectors."""
    kinds = Counter(tuple(row["sectors"]) for row in part.rows)
    sets = sorted(kinds)
    draws = multinomial([kinds[one] for one in sets], len(part.rows))
    halves = [[1 / len(one) if sector in one else 0.0 for sector in part.shares] for one in sets]
    return [
        [
            math.fsum(times * weight for times, weight in zip(draw, column, strict=True))
            for column in zip(*halves, strict=True)
        ]
        for draw in draws
    ]


def _estimates(maker: Maker, part: Spread, period: str | None) -> list[Figure]:
    counts = list(part.mentions.values())
    estimates = (
        ("chao1", diversity.chao1(counts), "sectors, unseen ones included"),
        ("n1-chao", diversity.hill1_chao(counts), "effective number of sectors, unseen ones included"),
        ("n2-unbiased", diversity.hill2_unbiased(counts), "effective number by Simpson, without bias"),
    )
    return [
        maker.make(name, value, "sectors", part.rows, period, interval=_ESTIMATE, concept=concept)
        for name, value, concept in estimates
    ]


def _rarefied(maker: Maker, part: Spread, period: str, m: int) -> Figure:
    value = diversity.rarefied(list(part.mentions.values()), m)
    concept = f"sectors to be expected among {m} mentions, the fewest of any period compared"
    why = "none: an expectation over all samples of that size"
    return maker.make("rarefied", value, "sectors", part.rows, period, concept=concept, interval=why)
