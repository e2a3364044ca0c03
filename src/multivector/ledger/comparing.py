"""Follow likenesses from telling to telling: all that may belong to the same dealings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from multivector.ledger import same
from multivector.ledger.cluster import WEAK, Pair, clusters, components, pair
from multivector.ledger.index import Index
from multivector.ledger.profile import Profile
from multivector.ledger.standing import Standing

MOST = 2_000_000
"""Likenesses remembered, at about 100 bytes each."""


@dataclass(slots=True)
class Compared:
    """The tellings that hang together, and how alike each two of them are that may be one dealing."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    likeness: dict[Pair, float] = field(default_factory=dict)


class Comparer:
    """Compares tellings, and remembers how alike they are while nothing about them changes."""

    def __init__(self, index: Index, said: Standing) -> None:
        self._index, self._linked = index, _linked(said)
        self._likeness: dict[str, dict[str, float]] = {}
        self._number = 0

    def forget(self, ids: Iterable[str]) -> None:
        """Forget the likenesses of tellings that were read anew."""
        for id_ in ids:
            for other in self._likeness.pop(id_, {}):
                self._likeness.get(other, {}).pop(id_, None)

    def around(self, ids: Iterable[str]) -> Compared:
        """Compare tellings with all that may be one dealing with them, and on from those that are alike."""
        compared = Compared()
        waiting = sorted(self._index.get(ids), reverse=True)
        seen = set(waiting)
        while waiting:
            id_ = waiting.pop()
            friends = self._index.get(self._linked.get(id_, ()))
            for other, likeness in self._of(id_).items():
                compared.likeness[pair(id_, other)] = likeness
            near = {other for other, likeness in self._of(id_).items() if likeness > WEAK}
            for other in sorted((near | friends.keys()) - seen):
                seen.add(other)
                waiting.append(other)
        compared.likeness = {ends: found for ends, found in compared.likeness.items() if seen.issuperset(ends)}
        compared.profiles = dict(sorted(self._index.get(seen).items()))
        return compared

    def _of(self, id_: str) -> dict[str, float]:
        """Return the tellings that may be one dealing with this one, and how alike they are."""
        if id_ not in self._likeness:
            if self._number > MOST:
                self._likeness.clear()
                self._number = 0
            self._likeness[id_] = self._compare(self._index.get([id_])[id_])
        return self._likeness[id_]

    def _compare(self, profile: Profile) -> dict[str, float]:
        found = {}
        for other in self._index.near(profile):
            known = self._likeness.get(other.id)
            if known is not None and profile.id in known:
                found[other.id] = known[profile.id]
            elif not same.ruled_out(profile, other):
                found[other.id] = same.score(profile, other)
            if known is not None and other.id in found:
                known[profile.id] = found[other.id]
        self._number += len(found)
        return found


def group(compared: Compared, said: Standing) -> list[frozenset[str]]:
    """Return which of the tellings are one dealing each, people's words counting more than likenesses."""
    joined, parted = (_inside(pairs, compared.profiles) for pairs in (said.joined, said.parted))
    edges = [ends for ends, score in compared.likeness.items() if score > WEAK]
    parts = components(compared.profiles, {*edges, *joined})
    part_of = {id_: at for at, part in enumerate(parts) for id_ in part}
    near: list[dict[Pair, float]] = [{} for _ in parts]
    for (one, two), score in compared.likeness.items():
        if part_of[one] == part_of[two]:
            near[part_of[one]][one, two] = score
    found = [clusters(part, near[at], _inside(joined, part), _inside(parted, part)) for at, part in enumerate(parts)]
    return [cluster for clustered in found for cluster in clustered]


def _inside(pairs: Iterable[Pair], ids: Iterable[str]) -> set[Pair]:
    held = set(ids)
    return {ends for ends in pairs if held.issuperset(ends)}


def _linked(said: Standing) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, two in sorted(said.joined):
        found.setdefault(one, []).append(two)
        found.setdefault(two, []).append(one)
    return found
