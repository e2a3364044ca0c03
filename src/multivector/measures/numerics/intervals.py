"""Intervals for counts and shares."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from statistics import NormalDist

Interval = tuple[float, float]


def wilson(k: float, n: float, level: float = 0.95) -> Interval:
    """Return the interval of a share k/n, 0..1 (Wilson 1927); the whole range where n is 0."""
    if n <= 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = k / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return 0.0 if k <= 0 else max(0.0, middle - half), 1.0 if k >= n else min(1.0, middle + half)


def garwood(k: int, level: float = 0.95) -> Interval:
    """Return the exact interval of the mean of a Poisson count k (Garwood 1936)."""
    tail = (1 - level) / 2
    low = _root(lambda mean: poisson_below(k - 1, mean) - (1 - tail), k) if k else 0.0
    return low, _root(lambda mean: poisson_below(k, mean) - tail, k)


def poisson_below(k: int, mean: float) -> float:
    """Return the chance of a Poisson count of at most k."""
    if mean == 0:
        return 1.0
    logs = (i * math.log(mean) - mean - math.lgamma(i + 1) for i in range(k + 1))
    return min(1.0, math.fsum(math.exp(log) for log in logs))


def quantile(sorted_values: Sequence[float], share: float) -> float:
    """Return a quantile of sorted values, linear between neighbours (Hyndman & Fan 1996, type 7)."""
    at = share * (len(sorted_values) - 1)
    low = math.floor(at)
    high = min(low + 1, len(sorted_values) - 1)
    return sorted_values[low] + (at - low) * (sorted_values[high] - sorted_values[low])


def percentiles(values: Sequence[float], level: float = 0.95) -> Interval:
    """Return the middle part of values: the percentile interval of a bootstrap (Efron 1979)."""
    ordered = sorted(values)
    return quantile(ordered, (1 - level) / 2), quantile(ordered, (1 + level) / 2)


def _root(falling: Callable[[float], float], near: int) -> float:
    """Return where a falling function of a mean is 0, by halving."""
    low, high = 0.0, near + 10 * math.sqrt(near + 1) + 10
    for _ in range(100):
        middle = (low + high) / 2
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2
