"""Draw events from tellings: find what may be one dealing, judge it, group it, and write what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from multivector.ledger import judge, same
from multivector.ledger.attributes import Told, attributes, founder_of
from multivector.ledger.cluster import WEAK, Pair, clusters, components, pair
from multivector.ledger.database import Database
from multivector.ledger.index import Index
from multivector.ledger.judge import Judgement
from multivector.ledger.profile import Profile, contexts, pack
from multivector.ledger.reading import report_of, telling_from
from multivector.ledger.same import Likeness
from multivector.ledger.standing import Standing, standing
from multivector.model import Report, Telling

_EVENTS = "SELECT event FROM drawn.members WHERE telling IN (SELECT unnest($ids::VARCHAR[]))"
_MEMBERS = f"SELECT telling FROM drawn.members WHERE event IN ({_EVENTS})"  # noqa: S608
_OLD = "SELECT m.telling FROM drawn.members AS m JOIN kept.tellings AS t ON t.id = m.telling WHERE t.report = ?"
_TOLD = """
SELECT t.id, coalesce(r.publisher, r.name), r.date, t.detail
FROM tellings AS t JOIN reports AS r ON r.id = t.report
WHERE t.id IN (SELECT unnest($ids::VARCHAR[]))
"""


@dataclass(slots=True)
class Compared:
    """The tellings that hang together, and how alike each two of them are."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    pairs: dict[Pair, Likeness] = field(default_factory=dict)

    def likeness(self) -> dict[Pair, float]:
        """Return the likeness of the pairs that nothing rules out."""
        return {ids: found.score for ids, found in self.pairs.items() if found.veto is None}

    def apart(self) -> list[Pair]:
        """Return the pairs that something rules out."""
        return [ids for ids, found in self.pairs.items() if found.veto is not None]


class Merger:
    """Keeps the drawn events in step with the tellings and judgements; all methods belong in a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index: Index | None = None
        self._standing = Standing()

    def reset(self) -> None:
        """Forget what was read, after a transaction that failed or a judgement that changed."""
        self._index = None

    def read(self, id_: str, report: Report, ids: Sequence[str], tellings: Sequence[Telling]) -> None:
        """Draw the events of a report that was read: its newest tellings in the place of its older ones.

        Args:
            id_: The report's id.
            report: The report.
            ids: The ids of its newest tellings.
            tellings: These tellings.
        """
        old = [row[0] for row in self._database.tuples(_OLD, [id_])]
        self._write_contexts(report, ids, tellings)
        affected = self._members(old)
        if old:
            self.reset()
        self.redraw({*ids, *affected}, fresh=set(ids))

    def judged(self, ids: Iterable[str]) -> None:
        """Draw the events of these tellings anew, after a judgement about them."""
        self.reset()
        self.redraw({*ids, *self._members(ids)}, fresh=set())

    def all_anew(self) -> None:
        """Draw everything anew, contexts included: after a change in how merging judges."""
        self.reset()
        for table in ("events", "members", "contexts", "merging"):
            self._database.run(f"DELETE FROM drawn.{table}")  # noqa: S608
        everything: set[str] = set()
        for (report,) in self._database.tuples("SELECT id FROM reports ORDER BY id"):
            told = self._database.tuples("SELECT id, detail FROM tellings WHERE report = ? ORDER BY id", [report])
            ids, tellings = [id_ for id_, _ in told], [telling_from(detail) for _, detail in told]
            self._write_contexts(report_of(self._database, report), ids, tellings)
            everything.update(ids)
        self._database.run("INSERT INTO drawn.merging VALUES (?)", [same.version()])
        self.redraw(everything, fresh=everything)

    def redraw(self, ids: set[str], *, fresh: set[str]) -> None:
        """Draw the events of these tellings, and of all that hang together with them.

        Args:
            ids: Tellings, the newest of their reports or not.
            fresh: Those whose likenesses are not yet in the log.
        """
        compared = self.compare(ids)
        while more := set(self._members({*ids, *compared.profiles})) - set(compared.profiles) - ids:
            ids |= more
            compared = self.compare(ids)
        self._erase({*ids, *compared.profiles})
        self._write_log(compared, fresh)
        self._write_events(self.group(compared))

    def compare(self, ids: Iterable[str]) -> Compared:
        """Compare these tellings with all that may be one dealing with them, and on from those that are alike."""
        index, compared = self._ready(), Compared()
        waiting = sorted(index.get(ids).values(), key=lambda profile: profile.id, reverse=True)
        linked = self._linked()
        seen = {profile.id for profile in waiting}
        while waiting:
            profile = waiting.pop()
            compared.profiles[profile.id] = profile
            near = {other.id: other for other in index.near(profile)}
            near |= index.get(linked.get(profile.id, ()))
            for other in near.values():
                found = compared.pairs.get(pair(profile.id, other.id)) or same.compare(profile, other)
                compared.pairs[pair(profile.id, other.id)] = found
                alike = found.veto is None and found.score > WEAK
                if other.id not in seen and (alike or other.id in linked.get(profile.id, ())):
                    seen.add(other.id)
                    waiting.append(other)
        compared.pairs = {ids: found for ids, found in compared.pairs.items() if compared.profiles.keys() >= set(ids)}
        return compared

    def group(self, compared: Compared) -> list[frozenset[str]]:
        """Return which of the tellings are one dealing each, people's words counting more than likenesses."""
        likeness = compared.likeness()
        told = self._standing
        joined = {ids for ids in told.joined if compared.profiles.keys() >= set(ids)}
        apart = {*compared.apart(), *(ids for ids in told.parted if compared.profiles.keys() >= set(ids))} - joined
        edges = [ids for ids, score in likeness.items() if score > WEAK and ids not in apart]
        found = []
        for part in components(compared.profiles, [*edges, *joined]):
            inside = set(part)
            here = {ids: score for ids, score in likeness.items() if inside.issuperset(ids) and ids not in apart}
            found += clusters(part, here, _within(apart, inside), _within(joined, inside))
        return found

    def said(self) -> dict[Pair, str]:
        """Return people's standing words on two tellings: `same` or `different`."""
        self._ready()
        told = self._standing
        return dict.fromkeys(told.joined, "same") | dict.fromkeys(told.parted, "different")

    def stale(self) -> bool:
        """Whether the events were drawn by another version of merging."""
        return self._database.tuples("SELECT version FROM drawn.merging") != [(same.version(),)]

    def _ready(self) -> Index:
        if self._index is None:
            self._standing = standing(self._database)
            self._index = Index(self._database, self._standing.corrections)
        return self._index

    def _linked(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one, two in sorted(self._standing.joined):
            found.setdefault(one, []).append(two)
            found.setdefault(two, []).append(one)
        return found

    def _members(self, ids: Iterable[str]) -> list[str]:
        return [row[0] for row in self._database.tuples(_MEMBERS, {"ids": sorted(ids)})]

    def _erase(self, ids: set[str]) -> None:
        names = {"ids": sorted(ids)}
        self._database.run(f"DELETE FROM drawn.events WHERE id IN ({_EVENTS})", names)  # noqa: S608
        self._database.run("DELETE FROM drawn.members WHERE telling IN (SELECT unnest($ids::VARCHAR[]))", names)

    def _write_contexts(self, report: Report, ids: Sequence[str], tellings: Sequence[Telling]) -> None:
        self._database.run("DELETE FROM drawn.contexts WHERE telling IN (SELECT unnest($ids::VARCHAR[]))", {"ids": ids})
        packed = [pack(context) for context in contexts(report, tellings)]
        self._database.insert("drawn.contexts", list(zip(ids, packed, strict=True)))

    def _write_log(self, compared: Compared, fresh: set[str]) -> None:
        rows = []
        for (left, right), found in sorted(compared.pairs.items()):
            within = compared.profiles[left].report == compared.profiles[right].report
            if found.score > WEAK and not within and fresh & {left, right}:
                rows.append(_judged(left, right, found))
        judge.append(self._database, rows)

    def _write_events(self, groups: Sequence[frozenset[str]]) -> None:
        ids = sorted(id_ for group in groups for id_ in group)
        rows = self._database.tuples(_TOLD, {"ids": ids})
        fixed = self._standing.corrections
        told = {id_: Told(id_, by, on, fixed.get(id_) or telling_from(detail)) for id_, by, on, detail in rows}
        events, members = [], []
        for group in groups:
            tellings = [told[id_] for id_ in sorted(group)]
            event = "e" + founder_of(tellings)[1:]
            events.append(_event_row(event, attributes(tellings)))
            members += [[id_, event] for id_ in sorted(group)]
        self._database.insert("drawn.events", events)
        self._database.insert("drawn.members", members)


def _judged(left: str, right: str, found: Likeness) -> Judgement:
    return Judgement(
        kind="different" if found.veto else "same",
        left=left,
        right=right,
        score=found.score,
        features=dict(found.parts),
        by=same.version(),
        why=found.veto,
    )


def _within(pairs: Iterable[Pair], inside: set[str]) -> list[Pair]:
    return [ids for ids in pairs if inside.issuperset(ids)]


def _event_row(id_: str, told: Telling) -> list[object]:
    sides = [list(told.actors), list(told.recipients), list(told.people)]
    money = [told.count, None if told.value is None else f"{told.value:f}", told.unit]
    head = [id_, told.type, told.mode, told.status, *sides, told.date, told.place]
    return [*head, *money, list(told.sectors), told.confidence]
