"""Which tellings may be one dealing with which: those with two parties in common, kin types and near days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from multivector.ledger import profile as profiles
from multivector.ledger.database import Database
from multivector.ledger.profile import Profile
from multivector.ledger.reading import telling_from
from multivector.model import Telling

_SLACK, _BUCKET = 15, 30
_MANY = 4
_GROUPS = {
    "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "CONCEDE": "AGREE", "RETREAT": "AGREE",
    "COERCE": "SANCTION", "THREATEN": "SANCTION", "ACCUSE": "REQUEST", "MOBILIZE": "ASSAULT",
}  # fmt: skip
"""Types under the name of a group, such that types that are kin (knowledge/kin.tsv) share a group."""

Dyad = tuple[str, str]
Key = tuple[Dyad, str, int | None]

_LOAD = """
SELECT t.id, t.report, r.date, t.detail, c.context
FROM tellings AS t
JOIN reports AS r ON r.id = t.report
JOIN drawn.contexts AS c ON c.telling = t.id
"""
_OF_DYAD = _LOAD + "WHERE list_has_all(list_concat(t.actors, t.recipients), [$one, $two])"
_OF_IDS = _LOAD + "WHERE t.id IN (SELECT unnest($ids::VARCHAR[]))"


class Index:
    """The profiles of the newest tellings, loaded as they are asked for, and where to find them.

    `corrections` holds what people said of tellings: another telling in its place, or None where it is wrong.
    """

    def __init__(self, database: Database, corrections: Mapping[str, Telling | None]) -> None:
        self._database, self._corrections = database, corrections
        self._profiles: dict[str, Profile] = {}
        self._blocks: dict[Key, set[str]] = defaultdict(set)
        self._loaded: set[Dyad] = set()

    def get(self, ids: Iterable[str]) -> dict[str, Profile]:
        """Return the profiles of tellings; ids of tellings that are wrong, or not the newest, are left out."""
        wanted = list(ids)
        missing = [id_ for id_ in wanted if id_ not in self._profiles]
        if missing:
            self._load(_OF_IDS, {"ids": missing})
        return {id_: self._profiles[id_] for id_ in wanted if id_ in self._profiles}

    def near(self, profile: Profile) -> list[Profile]:
        """Return the other tellings that may be one dealing with this one, in the order of their ids."""
        found: set[str] = set()
        for key in keys(profile):
            self._ensure(key[0])
            found |= self._blocks.get(key, set())
        return [self._profiles[id_] for id_ in sorted(found - {profile.id})]

    def drop(self, ids: Iterable[str]) -> None:
        """Forget tellings that are no longer the newest of their report."""
        for id_ in ids:
            known = self._profiles.pop(id_, None)
            for key in keys(known) if known else ():
                self._blocks[key].discard(id_)

    def _ensure(self, dyad: Dyad) -> None:
        if dyad not in self._loaded:
            self._loaded.add(dyad)
            self._load(_OF_DYAD, {"one": dyad[0], "two": dyad[1]})

    def _load(self, sql: str, parameters: Mapping[str, object]) -> None:
        for id_, report, date, detail, context in self._database.tuples(sql, parameters):
            if id_ not in self._profiles:
                telling = self._corrections.get(id_, ...)
                told = telling_from(detail) if telling is ... else telling
                if told is not None:
                    self._put(profiles.profile(id_, report, date, told, profiles.unpack(context)))

    def _put(self, profile: Profile) -> None:
        self._profiles[profile.id] = profile
        for key in keys(profile):
            self._blocks[key].add(profile.id)


def keys(profile: Profile) -> Iterator[Key]:
    """Yield the keys under which a telling is found: two of its parties, its group of types, a month it may be in.

    Of more than four parties only neighbours by name make a key, so that a summit of thirty has few.
    """
    group = _GROUPS.get(profile.type, profile.type)
    for dyad in _dyads(sorted(profile.parties)):
        for bucket in _buckets(profile.days):
            yield dyad, group, bucket


def _dyads(parties: list[str]) -> list[Dyad]:
    if len(parties) == 1:
        return [(parties[0], parties[0])]
    return list(combinations(parties, 2) if len(parties) <= _MANY else pairwise(parties))


def _buckets(days: tuple[int, int] | None) -> Iterable[int | None]:
    if days is None:
        return [None]
    return range((days[0] - _SLACK) // _BUCKET, (days[1] + _SLACK) // _BUCKET + 1)
