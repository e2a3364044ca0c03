"""Shares and ranks in lists of partners, whole or partial, printed to so many digits."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

CIF_FOB = 1.06
"""What importers count over what exporters do, for freight and insurance (Marini, Dippelsman & Stanger 2018)."""


def rounding(values: Sequence[Decimal]) -> Decimal:
    """Return half a unit of the last digit that any of the values is printed with."""
    digits = max((-int(value.normalize().as_tuple().exponent) for value in values), default=0)
    return Decimal(1).scaleb(-max(digits, 0)) / 2


def rank(values: Mapping[str, float], name: str, half: float = 0.0) -> tuple[int, int, int]:
    """Return the rank of a name, and the best and worst it can have if each value is off by up to `half`.

    Equal values share the better rank.
    """
    own = values[name]
    others = [value for other, value in values.items() if other != name]
    best = sum(value - half > own + half for value in others)
    worst = sum(value + half > own - half for value in others) if half else sum(value > own for value in others)
    return 1 + sum(value > own for value in others), 1 + best, 1 + worst


def concentration(shares: Sequence[float]) -> tuple[float, float]:
    """Return the bounds of the Herfindahl-Hirschman index (0..1) of shares (0..1), listed in whole or in part.

    What is not listed is infinitely fine (low), or comes in pieces of the smallest listed share (high): no unlisted
    partner can be larger. Of a whole list both are the index.
    """
    listed = math.fsum(share * share for share in shares)
    rest = max(0.0, 1 - math.fsum(shares))
    smallest = min((share for share in shares if share > 0), default=1.0)
    pieces = math.floor(rest / smallest + 1e-9)
    left = max(0.0, rest - pieces * smallest)
    return listed, listed + pieces * smallest**2 + left**2


def mirror_gap(exported: float, imported: float, cif_fob: float = CIF_FOB) -> float:
    """Return 2(M - X)/(M + X), -2..2, of what the exporter counts (X, FOB) and the importer (M, CIF, put at FOB)."""
    fob = imported / cif_fob
    return 2 * (fob - exported) / (fob + exported) if fob + exported else 0.0
