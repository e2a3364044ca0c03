"""Pair what was coded with what is gold: as many pairs as can be, and of those the greatest weight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")
Edge = tuple[int, int]

_FAR = float("inf")
_TINY = 1e-9


def assign(
    left: Sequence[Left],
    right: Sequence[Right],
    fits: Callable[[Left, Right], bool],
    weight: Callable[[Left, Right], float],
) -> list[Edge]:
    """Return pairs of indices, each index at most once: as many as can be, then of the greatest weight together.

    Successive shortest augmenting paths (Ford and Fulkerson 1962; Edmonds and Karp 1972) over the pairs that fit. Of
    equal paths the one found first in the order of the indices is taken, so that the result is always the same.
    """
    cost = {(i, j): -weight(one, two) for i, one in enumerate(left) for j, two in enumerate(right) if fits(one, two)}
    partner: dict[int, int] = {}
    while (path := _path(cost, partner, len(left))) is not None:
        partner.update(path)
    return sorted(partner.items())


def _path(cost: Mapping[Edge, float], partner: Mapping[int, int], size: int) -> dict[int, int] | None:
    """Return the new partners along the cheapest path from a free left index to a free right one, or None."""
    owner = {j: i for i, j in partner.items()}
    best, back = _distances(cost, partner, owner, size)
    ends = [j for j in best if j not in owner]
    if not ends:
        return None
    step: int | None = min(ends, key=lambda j: (best[j], j))
    changed = {}
    while step is not None:
        i = back[step]
        changed[i], step = step, partner.get(i)
    return changed


def _distances(
    cost: Mapping[Edge, float], partner: Mapping[int, int], owner: Mapping[int, int], size: int
) -> tuple[dict[int, float], dict[int, int]]:
    """Return the cost of reaching each right index, and from which left index (Bellman and Ford)."""
    reached = {i: 0.0 for i in range(size) if i not in partner}
    best: dict[int, float] = {}
    back: dict[int, int] = {}
    moved = True
    while moved:
        moved = False
        for (i, j), price in cost.items():
            if i not in reached or partner.get(i) == j or reached[i] + price >= best.get(j, _FAR) - _TINY:
                continue
            best[j], back[j], moved = reached[i] + price, i, True
            if j in owner:
                reached[owner[j]] = best[j] - cost[owner[j], j]
    return best, back
