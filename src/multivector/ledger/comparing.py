"""Follow likenesses from telling to telling: all that may belong to the same dealings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from multivector.ledger import same
from multivector.ledger.cluster import WEAK, Pair, clusters, components, pair
from multivector.ledger.index import Index
from multivector.ledger.profile import Profile
from multivector.ledger.same import Likeness
from multivector.ledger.standing import Standing


@dataclass(slots=True)
class Compared:
    """The tellings that hang together, and how alike each two of them are."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    pairs: dict[Pair, Likeness] = field(default_factory=dict)


def compare(index: Index, said: Standing, ids: Iterable[str]) -> Compared:
    """Compare tellings with all that may be one dealing with them, and on from those that are alike."""
    compared, linked = Compared(), _linked(said)
    waiting = sorted(index.get(ids).values(), key=lambda profile: profile.id, reverse=True)
    seen = {profile.id for profile in waiting}
    pairs = compared.pairs
    while waiting:
        profile = waiting.pop()
        compared.profiles[profile.id] = profile
        friends = index.get(linked.get(profile.id, ()))
        for other in (*index.near(profile), *friends.values()):
            ids_ = pair(profile.id, other.id)
            found = pairs[ids_] = pairs.get(ids_) or same.compare(profile, other)
            alike = found.veto is None and found.score > WEAK
            if other.id not in seen and (alike or other.id in friends):
                seen.add(other.id)
                waiting.append(other)
    compared.pairs = {ids_: found for ids_, found in pairs.items() if compared.profiles.keys() >= set(ids_)}
    return compared


def group(compared: Compared, said: Standing) -> list[frozenset[str]]:
    """Return which of the tellings are one dealing each, people's words counting more than likenesses."""
    joined = _inside(said.joined, compared.profiles)
    vetoed = {ids for ids, found in compared.pairs.items() if found.veto is not None}
    apart = (vetoed | _inside(said.parted, compared.profiles)) - joined
    likeness = {ids: found.score for ids, found in compared.pairs.items() if ids not in apart}
    edges = [ids for ids, score in likeness.items() if score > WEAK]
    parts = components(compared.profiles, [*edges, *joined])
    part_of = {id_: at for at, part in enumerate(parts) for id_ in part}
    near: list[dict[Pair, float]] = [{} for _ in parts]
    for (one, two), score in likeness.items():
        if part_of[one] == part_of[two]:
            near[part_of[one]][one, two] = score
    found = [clusters(part, near[at], _inside(apart, part), _inside(joined, part)) for at, part in enumerate(parts)]
    return [cluster for clustered in found for cluster in clustered]


def _inside(pairs: Iterable[Pair], ids: Iterable[str]) -> set[Pair]:
    held = set(ids)
    return {ids_ for ids_ in pairs if held.issuperset(ids_)}


def _linked(said: Standing) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, two in sorted(said.joined):
        found.setdefault(one, []).append(two)
        found.setdefault(two, []).append(one)
    return found
