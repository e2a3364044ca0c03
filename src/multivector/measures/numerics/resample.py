"""Resampling with a fixed seed: the same evidence gives the same interval, on every machine and in every release.

Only `random()` and what Python derives from it in its own documented way is used, never the clock.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random

DRAWS = 2000
SEED = 20240311


def by_report(sums: Mapping[str, Sequence[float]], draws: int = DRAWS, seed: int = SEED) -> list[tuple[float, ...]]:
    """Return resampled totals of what each report contributes, several sums at once.

    Reports are drawn with replacement, and how many there are is drawn too (Poisson): the limit of drawing from all
    reports read, most of which say nothing of the tie. So the interval does not depend on what else was read.

    Args:
        sums: Report to its contributions, all of one length.
        draws: How many totals to draw.
        seed: Start of the random numbers.
    """
    rng = Random(seed)  # noqa: S311 - no secret: the same numbers every time are the point
    rows = [tuple(sums[name]) for name in sorted(sums)]
    width = len(rows[0]) if rows else 0
    sizes = rng.choices(range(len(_chances(len(rows)))), cum_weights=_chances(len(rows)), k=draws) if rows else []
    return [tuple(math.fsum(column) for column in _columns(rng.choices(rows, k=size), width)) for size in sizes]


def multinomial(shares: Sequence[float], n: int, draws: int = DRAWS, seed: int = SEED) -> list[list[int]]:
    """Return resampled counts of n things that fall into classes with these shares."""
    rng = Random(seed)  # noqa: S311 - as above
    classes, weights = range(len(shares)), list(accumulate(shares))
    found = (Counter(rng.choices(classes, cum_weights=weights, k=n)) for _ in range(draws))
    return [[counts[at] for at in classes] for counts in found]


def _columns(rows: Sequence[tuple[float, ...]], width: int) -> list[tuple[float, ...]]:
    return list(zip(*rows, strict=True)) if rows else [()] * width


def _chances(mean: int) -> list[float]:
    """Return the cumulative chances of a Poisson count, from 0 to far beyond its mean."""
    most = mean + 10 * math.isqrt(mean) + 20
    return list(accumulate(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(most)))
