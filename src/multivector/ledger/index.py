"""Which tellings may be one dealing with which: those with two parties in common, kin types and near days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from multivector.ledger import knowledge
from multivector.ledger.database import Database
from multivector.ledger.profile import Context, Profile, Told, profile, unpack
from multivector.ledger.reading import telling_from
from multivector.model import Telling

_SLACK, _BUCKET = 15, 30
_MANY = 4

Dyad = tuple[str, str]
Key = tuple[Dyad, str, int | None]

_LOAD = """
SELECT t.id, t.report, coalesce(r.publisher, r.name), r.date, t.detail, c.context
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
        self._profiles: dict[str, Profile | None] = {}
        self._blocks: dict[Key, set[str]] = defaultdict(set)
        self._loaded: set[Dyad] = set()

    def get(self, ids: Iterable[str]) -> dict[str, Profile]:
        """Return the profiles of tellings; ids of tellings that are wrong, or not the newest, are left out."""
        wanted = list(ids)
        missing = [id_ for id_ in wanted if id_ not in self._profiles]
        if missing:
            self._load(_OF_IDS, {"ids": missing})
        found = ((id_, self._profiles.get(id_)) for id_ in wanted)
        return {id_: held for id_, held in found if held is not None}

    def near(self, profile: Profile) -> list[Profile]:
        """Return the other tellings that may be one dealing with this one, in the order of their ids."""
        found: set[str] = set()
        for key in keys(profile, knowledge.kin_of(profile.type)):
            self._ensure(key[0])
            found |= self._blocks.get(key, set())
        return list(self.get(sorted(found - {profile.id})).values())

    def put(self, told: Told, context: Context) -> None:
        """Take in a telling, or what a person put in its place."""
        if told.id in self._profiles:
            return
        corrected = self._corrections.get(told.id, told.telling)
        self._profiles[told.id] = None
        if corrected is not None:
            fixed = Told(told.id, told.report, told.outlet, told.date, corrected)
            self._profiles[told.id] = held = profile(fixed, context)
            for key in keys(held, [held.type]):
                self._blocks[key].add(told.id)

    def drop(self, ids: Iterable[str]) -> None:
        """Forget tellings that are no longer the newest of their report, or whose words were read anew."""
        for id_ in ids:
            held = self._profiles.pop(id_, None)
            for key in keys(held, [held.type]) if held else ():
                self._blocks[key].discard(id_)

    def _ensure(self, dyad: Dyad) -> None:
        if dyad not in self._loaded:
            self._loaded.add(dyad)
            self._load(_OF_DYAD, {"one": dyad[0], "two": dyad[1]})

    def _load(self, sql: str, parameters: Mapping[str, object]) -> None:
        for id_, report, outlet, date, detail, context in self._database.tuples(sql, parameters):
            if id_ not in self._profiles:
                self.put(Told(id_, report, outlet, date, telling_from(detail)), unpack(context))


def keys(profile: Profile, types: Iterable[str]) -> Iterator[Key]:
    """Yield the keys under which a telling is found: two of its parties, a type, a month it may be in.

    Of more than four parties only neighbours by name make a key, so that a summit of thirty has few.
    """
    buckets = list(_buckets(profile.days))
    for dyad in _dyads(sorted(profile.parties)):
        for type_ in types:
            for bucket in buckets:
                yield dyad, type_, bucket


def _dyads(parties: list[str]) -> list[Dyad]:
    if len(parties) == 1:
        return [(parties[0], parties[0])]
    return list(combinations(parties, 2) if len(parties) <= _MANY else pairwise(parties))


def _buckets(days: tuple[int, int] | None) -> Iterable[int | None]:
    if days is None:
        return [None]
    return range((days[0] - _SLACK) // _BUCKET, (days[1] + _SLACK) // _BUCKET + 1)
