"""Keep the events in step with tellings and judgements: find, judge, group, write."""

from __future__ import annotations

from collections.abc import Iterable

from multivector.ledger import judge, same
from multivector.ledger.cluster import WEAK, Pair
from multivector.ledger.comparing import Compared, compare, group
from multivector.ledger.database import Database
from multivector.ledger.drawn import Drawn
from multivector.ledger.index import Index
from multivector.ledger.judge import Judgement
from multivector.ledger.profile import Told, contexts
from multivector.ledger.reading import report_of, telling_from
from multivector.ledger.same import Likeness
from multivector.ledger.standing import Standing, standing
from multivector.model import Report, Telling

_OLD = "SELECT m.telling FROM drawn.members AS m JOIN kept.tellings AS t ON t.id = m.telling WHERE t.report = ?"


class Merger:
    """Draws events anew where something changed; all methods that write belong in a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._index: Index | None = None
        self._drawn: Drawn | None = None
        self._standing = Standing()

    def reset(self) -> None:
        """Forget what was read, after a transaction that failed or a judgement that changed."""
        self._index = self._drawn = None

    def read(self, id_: str, report: Report, told: dict[str, Telling], *, again: bool) -> None:
        """Draw the events of a report that was read: its newest tellings in the place of its older ones.

        Args:
            id_: The report's id.
            report: The report.
            told: Its newest tellings by id.
            again: Whether it was read before.
        """
        old = [row[0] for row in self._database.tuples(_OLD, [id_])] if again else []
        if again and self._standing.said():
            self.reset()
        index, drawn = self._ready()
        affected = drawn.companions(old)
        index.drop([*old, *told])
        found = contexts(report, list(told.values()))
        drawn.write_contexts(list(told), found, again=again)
        outlet = report.publisher or report.name
        for (telling_id, telling), context in zip(told.items(), found, strict=True):
            index.put(Told(telling_id, id_, outlet, report.date, telling), context)
        self._redraw({*told, *affected}, fresh=set(told))

    def judged(self, ids: Iterable[str]) -> None:
        """Draw the events of these tellings anew, after a judgement about them."""
        self.reset()
        self._redraw({*ids, *self._ready()[1].companions(ids)}, fresh=set())

    def all_anew(self) -> None:
        """Draw everything anew, contexts included: after a change in how merging judges."""
        for table in ("events", "members", "contexts", "merging"):
            self._database.run(f"DELETE FROM drawn.{table}")  # noqa: S608
        self.reset()
        drawn = self._ready()[1]
        everything: set[str] = set()
        for (report,) in self._database.tuples("SELECT id FROM reports ORDER BY id"):
            rows = self._database.tuples("SELECT id, detail FROM tellings WHERE report = ? ORDER BY id", [report])
            ids = [id_ for id_, _ in rows]
            found = contexts(report_of(self._database, report), [telling_from(detail) for _, detail in rows])
            drawn.write_contexts(ids, found, again=False)
            everything.update(ids)
        self._database.run("INSERT INTO drawn.merging VALUES (?)", [same.version()])
        self._redraw(everything, fresh=everything)

    def compare(self, ids: Iterable[str]) -> Compared:
        """Compare these tellings with all that may be one dealing with them, and on from those that are alike."""
        index, _ = self._ready()
        return compare(index, self._standing, ids)

    def said(self) -> dict[Pair, str]:
        """Return people's standing words on two tellings: `same` or `different`."""
        self._ready()
        told = self._standing
        return dict.fromkeys(told.joined, "same") | dict.fromkeys(told.parted, "different")

    def stale(self) -> bool:
        """Whether the events were drawn by another version of merging."""
        return self._database.tuples("SELECT version FROM drawn.merging") != [(same.version(),)]

    def _redraw(self, ids: set[str], *, fresh: set[str]) -> None:
        """Draw the events of these tellings, and of all that hang together with them.

        Args:
            ids: Tellings, the newest of their reports or not.
            fresh: Those whose likenesses are not yet in the log.
        """
        _, drawn = self._ready()
        compared = self.compare(ids)
        while more := drawn.companions({*ids, *compared.profiles}) - compared.profiles.keys() - ids:
            ids |= more
            compared = self.compare(ids)
        drawn.erase({*ids, *compared.profiles})
        judge.append(self._database, _judgements(compared, fresh))
        groups = group(compared, self._standing)
        drawn.write([[compared.profiles[id_].source for id_ in sorted(ids_)] for ids_ in groups])

    def _ready(self) -> tuple[Index, Drawn]:
        if self._index is None or self._drawn is None:
            self._standing = standing(self._database)
            self._index = Index(self._database, self._standing.corrections)
            self._drawn = Drawn(self._database)
        return self._index, self._drawn


def _judgements(compared: Compared, fresh: set[str]) -> list[Judgement]:
    """Return the machine's judgements on pairs with a fresh telling: alike, or alike but ruled out."""
    return [
        _judgement(ids, found)
        for ids, found in sorted(compared.pairs.items())
        if found.score > WEAK and fresh.intersection(ids)
        if compared.profiles[ids[0]].report != compared.profiles[ids[1]].report
    ]


def _judgement(ids: Pair, found: Likeness) -> Judgement:
    return Judgement(
        kind="different" if found.veto else "same",
        left=ids[0],
        right=ids[1],
        score=found.score,
        features=dict(found.parts),
        by=same.version(),
        why=found.veto,
    )
