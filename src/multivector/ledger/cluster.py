"""Which tellings are one dealing: the likeliest pairs first, as long as nothing rules a group out.

The outcome depends on the tellings and their likenesses alone, never on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

Pair = tuple[str, str]
"""Two ids, the smaller first."""

WEAK = 0.5
"""Likeness above which two groups may be joined."""
STRONG = 1.5
"""Likeness from which two groups are joined whatever else one of them is like."""
MARGIN = 0.75
"""By how much a weaker likeness must exceed that to any rival."""
_FORCED = 1000.0


def pair(one: str, two: str) -> Pair:
    """Return two ids in order."""
    return (one, two) if one < two else (two, one)


def clusters(
    ids: Iterable[str],
    likeness: Mapping[Pair, float],
    apart: Iterable[Pair] = (),
    joined: Iterable[Pair] = (),
) -> list[frozenset[str]]:
    """Group tellings into dealings.

    Args:
        ids: The tellings.
        likeness: How alike two tellings are (log-odds); pairs left out were not compared and say nothing.
        apart: Pairs that can't be one dealing.
        joined: Pairs that a person called one; they hold even where `apart` names them.

    Returns:
        The groups, ordered by their smallest id.
    """
    state = _State(ids, likeness, apart, joined)
    while (best := state.best()) is not None:
        state.join(*best)
    return sorted((frozenset(group) for group in state.groups.values()), key=min)


class _State:
    """Groups under their smallest id, and the links between them: sum, number and best of the likenesses."""

    def __init__(
        self, ids: Iterable[str], likeness: Mapping[Pair, float], apart: Iterable[Pair], joined: Iterable[Pair]
    ) -> None:
        self.groups: dict[str, set[str]] = {id_: {id_} for id_ in sorted(ids)}
        self.links: dict[str, dict[str, tuple[float, int, float]]] = {id_: {} for id_ in self.groups}
        self.barred: dict[str, set[str]] = {id_: set() for id_ in self.groups}
        forced = set(joined)
        for one, two in set(apart) - forced:
            self.barred[one].add(two)
            self.barred[two].add(one)
        for (one, two), score in likeness.items():
            self._link(one, two, (score, 1, score))
        for one, two in forced:
            self._link(one, two, (_FORCED, 1, _FORCED))

    def best(self) -> Pair | None:
        """Return the two groups to join next, or None."""
        found = sorted(self._candidates(), key=lambda row: (-row[0], row[1]))
        return next((pair_ for score, pair_ in found if score >= STRONG or self._unrivalled(score, *pair_)), None)

    def join(self, one: str, two: str) -> None:
        """Make one group of two; `one` is the smaller id."""
        self.groups[one] |= self.groups.pop(two)
        self.barred[one] |= self.barred.pop(two)
        for other in self.barred[one]:
            self.barred[other] = {one if id_ == two else id_ for id_ in self.barred[other]}
        for other, link in self.links.pop(two).items():
            del self.links[other][two]
            if other != one:
                mine = self.links[one].get(other, (0.0, 0, -_FORCED))
                self._link(one, other, (mine[0] + link[0], mine[1] + link[1], max(mine[2], link[2])))

    def _link(self, one: str, two: str, link: tuple[float, int, float]) -> None:
        self.links[one][two] = self.links[two][one] = link

    def _score(self, one: str, two: str) -> float:
        total, number, best = self.links[one][two]
        return round((total / number + best) / 2, 6)

    def _candidates(self) -> list[tuple[float, Pair]]:
        return [
            (score, (one, two))
            for one, links in self.links.items()
            for two in links
            if one < two and two not in self.barred[one] and (score := self._score(one, two)) > WEAK
        ]

    def _unrivalled(self, score: float, one: str, two: str) -> bool:
        """Whether no third group, which can't be the same, is nearly as like to one of the two."""
        for mine, other in ((one, two), (two, one)):
            for rival in self.links[mine]:
                if rival == other or rival in self.barred[mine] or not self._parted(rival, other):
                    continue
                if self._score(mine, rival) > score - MARGIN:
                    return False
        return True

    def _parted(self, one: str, two: str) -> bool:
        return two in self.barred[one] or (two in self.links[one] and self._score(one, two) <= 0)


def components(ids: Iterable[str], edges: Iterable[Pair]) -> list[list[str]]:
    """Return the sets of ids that edges connect, each sorted, ordered by their first id."""
    parent = {id_: id_ for id_ in sorted(ids)}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = id_ = parent[parent[id_]]
        return id_

    for one, two in edges:
        first, second = sorted((root(one), root(two)))
        parent[second] = first
    found: dict[str, list[str]] = {}
    for id_ in parent:
        found.setdefault(root(id_), []).append(id_)
    return list(found.values())


def pairs(ids: Iterable[str]) -> list[Pair]:
    """Return all pairs of ids."""
    return list(combinations(sorted(ids), 2))
