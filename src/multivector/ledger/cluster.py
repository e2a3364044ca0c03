"""Which tellings are one dealing: the likeliest first, as long as every two of a group may be one.

The outcome depends on the tellings and their likenesses alone, never on the order in which they came.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

Pair = tuple[str, str]
"""Two ids, the smaller first."""

WEAK = 0.5
"""Likeness above which two groups may be joined."""
STRONG = 1.5
"""Likeness from which two groups are joined whatever else one of them is like."""
MARGIN = 0.75
"""By how much a weaker likeness must exceed that to any rival."""


def pair(one: str, two: str) -> Pair:
    """Return two ids in order."""
    return (one, two) if one < two else (two, one)


def clusters(
    ids: Iterable[str],
    likeness: Mapping[Pair, float],
    joined: Collection[Pair] = (),
    parted: Collection[Pair] = (),
) -> list[frozenset[str]]:
    """Group tellings into dealings.

    Args:
        ids: The tellings.
        likeness: How alike two tellings are (log-odds); pairs left out can't be one dealing.
        joined: Pairs that a person called one, whatever the likeness.
        parted: Pairs that a person called two; where that contradicts `joined` by way of a third, they stay two.

    Returns:
        The groups, ordered by their smallest id.
    """
    state = _Groups(_joined(ids, joined, set(parted)), likeness, parted)
    while (best := state.best()) is not None:
        state.join(*best)
    return sorted((frozenset(group) for group in state.members.values()), key=min)


def components(ids: Iterable[str], edges: Iterable[Pair]) -> list[list[str]]:
    """Return the sets of ids that edges connect, each sorted, ordered by their first id."""
    found = _joined(ids, sorted(edges), set())
    return [sorted(found[id_]) for id_ in sorted(found)]


def _joined(ids: Iterable[str], edges: Iterable[Pair], parted: set[Pair]) -> dict[str, set[str]]:
    """Return groups under their smallest id: what edges connect, except where it would bring a parted pair together."""
    of = {id_: id_ for id_ in ids}
    groups = {id_: {id_} for id_ in of}
    for edge in sorted(edges):
        one, two = pair(of[edge[0]], of[edge[1]])
        if one == two or (parted and any(pair(a, b) in parted for a in groups[one] for b in groups[two])):
            continue
        for id_ in groups[two]:
            of[id_] = one
        groups[one] |= groups.pop(two)
    return groups


class _Link(NamedTuple):
    """The likenesses between two groups: their sum, number and greatest in thousandths, so that sums are exact.

    `score` is the mean of the average and the greatest likeness: one clear pair outweighs vague ones.
    """

    total: int
    number: int
    most: int
    score: float


def _link(total: int, number: int, most: int) -> _Link:
    return _Link(total, number, most, (total / number + most) / 2000)


class _Groups:
    """Groups under their smallest id. Two groups without a link can't be joined."""

    def __init__(self, members: dict[str, set[str]], likeness: Mapping[Pair, float], parted: Iterable[Pair]) -> None:
        self.members = members
        self._links: dict[str, dict[str, _Link]] = {id_: {} for id_ in members}
        self._heap: list[tuple[float, Pair]] = []
        self._aside: dict[str, list[tuple[float, Pair]]] = {}  # rivalled, until something beside them changes
        of = {id_: name for name, group in members.items() for id_ in group}
        barred = {pair(of[a], of[b]) for a, b in parted}
        for ends, score in likeness.items():
            one, two = of[ends[0]], of[ends[1]]
            if one != two and pair(one, two) not in barred:
                points = round(score * 1000)
                self._set(one, two, self._sum(self._links[one].get(two), _link(points, 1, points)))

    def best(self) -> Pair | None:
        """Return the two groups to join next: the likeliest if clear, else the likeliest without rival; or None."""
        while self._heap:
            cost, ends = heapq.heappop(self._heap)
            if not self._stands(cost, ends):
                continue
            if -cost >= STRONG or self._unrivalled(*ends):
                return ends
            for name in ends:
                self._aside.setdefault(name, []).append((cost, ends))
        return None

    def join(self, one: str, two: str) -> None:
        """Make one group of two, linked to those that both were linked to."""
        self.members[one] |= self.members.pop(two)
        mine, other = self._links.pop(one), self._links.pop(two)
        self._links[one] = {}
        for name in mine.keys() | other.keys():
            for entry in self._aside.pop(name, ()):
                heapq.heappush(self._heap, entry)
            if name not in (one, two):
                self._links[name].pop(one, None)
                self._links[name].pop(two, None)
        for name in mine.keys() & other.keys():
            self._set(one, name, self._sum(mine[name], other[name]))

    def _sum(self, one: _Link | None, two: _Link) -> _Link:
        if one is None:
            return two
        return _link(one.total + two.total, one.number + two.number, max(one.most, two.most))

    def _set(self, one: str, two: str, link: _Link) -> None:
        self._links[one][two] = self._links[two][one] = link
        if link.score > WEAK:
            heapq.heappush(self._heap, (-link.score, pair(one, two)))

    def _stands(self, cost: float, ends: Pair) -> bool:
        link = self._links.get(ends[0], {}).get(ends[1])
        return link is not None and link.score == -cost

    def _unrivalled(self, one: str, two: str) -> bool:
        """Whether no third group, which can't be the same, is nearly as like to one of the two."""
        least = self._links[one][two].score - MARGIN
        return not any(
            rival != other and link.score > least and not self._alike(rival, other)
            for mine, other in ((one, two), (two, one))
            for rival, link in self._links[mine].items()
        )

    def _alike(self, one: str, two: str) -> bool:
        link = self._links[one].get(two)
        return link is not None and link.score > 0
