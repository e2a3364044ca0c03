"""Follow likenesses from telling to telling: all that may belong to the same dealings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from multivector.ledger import same
from multivector.ledger.cluster import WEAK, Pair, clusters, components, pair
from multivector.ledger.index import Index
from multivector.ledger.profile import Profile
from multivector.ledger.standing import Standing

MOST = 1_000_000
"""Likenesses remembered, at about 150 bytes each."""


@dataclass(slots=True)
class Compared:
    """The tellings that hang together, and how alike each two of them are that may be one dealing."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    likeness: dict[Pair, float] = field(default_factory=dict)


class Comparer:
    """Compares tellings, and remembers how alike they are while nothing about them changes."""

    def __init__(self, index: Index, said: Standing) -> None:
        self._index, self._linked = index, _linked(said)
        self._known: dict[Pair, float] = {}

    def forget(self, ids: Iterable[str]) -> None:
        """Forget all likenesses if any is of tellings that were read anew."""
        gone = set(ids)
        if any(gone.intersection(ends) for ends in self._known):
            self._known.clear()

    def around(self, ids: Iterable[str]) -> Compared:
        """Compare tellings with all that may be one dealing with them, and on from those that are alike."""
        compared = Compared()
        waiting = sorted(self._index.get(ids).values(), key=lambda profile: profile.id, reverse=True)
        seen = {profile.id for profile in waiting}
        while waiting:
            profile = waiting.pop()
            compared.profiles[profile.id] = profile
            friends = self._index.get(self._linked.get(profile.id, ()))
            for other in (*self._index.near(profile), *friends.values()):
                likeness = self._likeness(profile, other)
                if likeness is not None:
                    compared.likeness[pair(profile.id, other.id)] = likeness
                if other.id not in seen and ((likeness or 0.0) > WEAK or other.id in friends):
                    seen.add(other.id)
                    waiting.append(other)
        inside = compared.profiles.keys()
        compared.likeness = {ends: found for ends, found in compared.likeness.items() if inside >= set(ends)}
        return compared

    def _likeness(self, one: Profile, two: Profile) -> float | None:
        if same.ruled_out(one, two):
            return None
        ends = pair(one.id, two.id)
        if ends not in self._known:
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[ends] = same.score(one, two)
        return self._known[ends]


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
