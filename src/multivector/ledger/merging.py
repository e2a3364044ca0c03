"""Keep the events in step with tellings and judgements: find, judge, group, write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from multivector.ledger import judge, same
from multivector.ledger.cluster import WEAK, Pair
from multivector.ledger.comparing import Compared, Comparer, group
from multivector.ledger.database import Database
from multivector.ledger.drawn import Drawn
from multivector.ledger.index import Index
from multivector.ledger.judge import Judgement
from multivector.ledger.profile import Profile, Told, contexts
from multivector.ledger.reading import report_of, telling_from
from multivector.ledger.sequel import sequel
from multivector.ledger.standing import Standing, standing
from multivector.model import Report, Telling

_OLD = "SELECT m.telling FROM drawn.members AS m JOIN kept.tellings AS t ON t.id = m.telling WHERE t.report = ?"


@dataclass(slots=True)
class _State:
    """What a merger keeps in memory between reports."""

    standing: Standing
    index: Index
    comparer: Comparer
    drawn: Drawn


class Merger:
    """Draws events anew where something changed; all methods that write belong in a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._state: _State | None = None

    def reset(self) -> None:
        """Forget what was read, after a transaction that failed or a judgement that changed."""
        self._state = None

    def read(self, id_: str, report: Report, told: dict[str, Telling], *, again: bool) -> None:
        """Draw the events of a report that was read: its newest tellings in the place of its older ones.

        Args:
            id_: The report's id.
            report: The report.
            told: Its newest tellings by id.
            again: Whether it was read before.
        """
        old = [row[0] for row in self._database.tuples(_OLD, [id_])] if again else []
        if again and self._ready().standing.said():
            self.reset()
        state = self._ready()
        affected = state.drawn.companions(old)
        if again:
            state.index.drop([*old, *told])
            state.comparer.forget([*old, *told])
        found = contexts(report, list(told.values()))
        state.drawn.write_contexts(list(told), found, again=again)
        outlet = report.publisher or report.name
        for (telling_id, telling), context in zip(told.items(), found, strict=True):
            state.index.put(Told(telling_id, id_, outlet, report.date, telling), context)
        self._redraw({*told, *affected}, changed=set(told), fresh=set(told))

    def judged(self, ids: Iterable[str]) -> None:
        """Draw the events of these tellings anew, after a judgement about them."""
        self.reset()
        newest = {found for id_ in ids if (found := sequel(self._database, id_))}
        affected = newest | self._ready().drawn.companions(newest)
        self._redraw(set(affected), changed=affected, fresh=set())

    def all_anew(self) -> None:
        """Draw everything anew, contexts included: after a change in how merging judges."""
        for table in ("events", "members", "contexts", "merging"):
            self._database.run(f"DELETE FROM drawn.{table}")  # noqa: S608
        self.reset()
        drawn = self._ready().drawn
        everything: set[str] = set()
        for (report,) in self._database.tuples("SELECT id FROM reports ORDER BY id"):
            rows = self._database.tuples("SELECT id, detail FROM tellings WHERE report = ? ORDER BY id", [report])
            ids = [id_ for id_, _ in rows]
            found = contexts(report_of(self._database, report), [telling_from(detail) for _, detail in rows])
            drawn.write_contexts(ids, found, again=False)
            everything.update(ids)
        self._database.run("INSERT INTO drawn.merging VALUES (?)", [same.version()])
        self._redraw(set(everything), changed=everything, fresh=everything)

    def profiles(self, ids: Iterable[str]) -> dict[str, Profile]:
        """Return what merging knows of these tellings."""
        return self._ready().index.get(ids)

    def near(self, profile: Profile) -> list[Profile]:
        """Return the tellings that are compared with this one."""
        return self._ready().index.near(profile)

    def said(self) -> dict[Pair, str]:
        """Return people's standing words on two tellings: `same` or `different`."""
        told = self._ready().standing
        return dict.fromkeys(told.joined, "same") | dict.fromkeys(told.parted, "different")

    def stale(self) -> bool:
        """Whether the events were drawn by another version of merging."""
        return self._database.tuples("SELECT version FROM drawn.merging") != [(same.version(),)]

    def _redraw(self, ids: set[str], *, changed: set[str], fresh: set[str]) -> None:
        """Draw the events of these tellings, and of all that hang together with them.

        Args:
            ids: Tellings, the newest of their reports or not.
            changed: Those whose events must be written even if they hold the same tellings as before.
            fresh: Those whose likenesses are not yet in the log.
        """
        state = self._ready()
        compared = state.comparer.around(ids)
        while more := state.drawn.companions({*ids, *compared.profiles}) - compared.profiles.keys() - ids:
            ids |= more
            compared = state.comparer.around(ids)
        judge.append(self._database, _judgements(compared, fresh))
        groups = group(compared, state.standing)
        told = [[compared.profiles[id_].source for id_ in sorted(ids_)] for ids_ in groups]
        state.drawn.replace({*ids, *compared.profiles}, told, changed)

    def _ready(self) -> _State:
        if self._state is None:
            said = standing(self._database)
            index = Index(self._database, said.corrections)
            self._state = _State(said, index, Comparer(index, said), Drawn(self._database))
        return self._state


def _judgements(compared: Compared, fresh: set[str]) -> list[Judgement]:
    """Return the machine's judgements on pairs with a fresh telling that are alike."""
    return [
        _judgement(*(compared.profiles[id_] for id_ in ends))
        for ends, score in sorted(compared.likeness.items())
        if score > WEAK and fresh.intersection(ends)
    ]


def _judgement(one: Profile, two: Profile) -> Judgement:
    found = same.compare(one, two)
    features = dict(found.parts)
    return Judgement(kind="same", left=one.id, right=two.id, score=found.score, features=features, by=same.version())
