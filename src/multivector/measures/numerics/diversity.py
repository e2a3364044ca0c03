"""Over how many classes things are spread, and how much of the classes a sample has seen.

Counts are numbers of things by class. Estimators: Hill 1973; Chao 1984; Chao & Jost 2012; Chao, Wang & Jost 2013;
Hurlbert 1971.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def hill1(shares: Sequence[float]) -> float:
    """Return the effective number of classes, exp of Shannon's entropy; shares need not add up to 1."""
    total = math.fsum(shares)
    return math.exp(-math.fsum(x / total * math.log(x / total) for x in shares if x > 0)) if total else 0.0


def hill2(shares: Sequence[float]) -> float:
    """Return the effective number of classes by Simpson: 1 / sum of squared shares."""
    total = math.fsum(shares)
    return total * total / math.fsum(x * x for x in shares) if total else 0.0


def coverage(counts: Sequence[int]) -> float:
    """Return the sample coverage 0..1: the part of all things whose class the sample has seen (Chao & Jost 2012)."""
    n, f1, f2 = sum(counts), _times(counts, 1), _times(counts, 2)
    if f1 == 0:
        return 1.0
    rare, twice = (f1, 2 * f2) if f2 else (f1 - 1, 2)
    return 1 - f1 / n * ((n - 1) * rare / ((n - 1) * rare + twice))


def chao1(counts: Sequence[int]) -> float:
    """Return the least number of classes there are, seen and unseen (Chao 1984, bias-corrected where f2 is 0)."""
    n, f1, f2 = sum(counts), _times(counts, 1), _times(counts, 2)
    seen = sum(1 for x in counts if x)
    unseen = f1 * f1 / (2 * f2) if f2 else f1 * (f1 - 1) / 2
    return seen + (n - 1) / n * unseen if n else 0.0


def hill1_chao(counts: Sequence[int]) -> float:
    """Return the effective number of classes with the unseen ones estimated (Chao, Wang & Jost 2013)."""
    n, f1, f2 = sum(counts), _times(counts, 1), _times(counts, 2)
    if n == 0:
        return 0.0
    seen = math.fsum(x / n * math.fsum(1 / k for k in range(x, n)) for x in counts if 0 < x < n)
    a = 2 * f2 / ((n - 1) * f1 + 2 * f2) if f2 else 2 / ((n - 1) * (f1 - 1) + 2) if f1 else 1.0
    if f1 == 0 or a == 1.0:
        return math.exp(seen)
    return math.exp(seen + f1 / n * _tail(a, n))


def _tail(a: float, n: int) -> float:
    """Return (1-a)^(1-n) (-log a - sum of (1-a)^r/r for r < n), which is the sum of (1-a)^j/(n-1+j) for j >= 1."""
    if (1 - n) * math.log1p(-a) < 300:
        return (1 - a) ** (1 - n) * (-math.log(a) - math.fsum((1 - a) ** r / r for r in range(1, n)))
    terms = math.ceil(40 / a)  # beyond them nothing is left that a float can hold
    return math.fsum((1 - a) ** j / (n - 1 + j) for j in range(1, terms))


def hill2_unbiased(counts: Sequence[int]) -> float | None:
    """Return n(n-1) / sum x(x-1), or None where every class was seen once."""
    n, pairs = sum(counts), sum(x * (x - 1) for x in counts)
    return n * (n - 1) / pairs if pairs else None


def rarefied(counts: Sequence[int], m: int) -> float:
    """Return how many classes m of these things would show on average (Hurlbert 1971); m is at most their number."""
    n = sum(counts)
    return math.fsum(1 - math.comb(n - x, m) / math.comb(n, m) for x in counts if x)


def _times(counts: Sequence[int], times: int) -> int:
    return sum(1 for x in counts if x == times)
