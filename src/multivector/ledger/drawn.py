"""The events as they are drawn: the tables of the schema `drawn`, and in memory which telling is in which event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from multivector.ledger.attributes import attributes, founder_of
from multivector.ledger.database import Database
from multivector.ledger.profile import Context, Told, pack
from multivector.model import Telling

_IN = "IN (SELECT unnest($ids::VARCHAR[]))"


class Drawn:
    """Reads and writes the events; what it remembers holds as long as nobody else writes them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        rows = database.tuples("SELECT telling, event FROM drawn.members")
        self._event: dict[str, str] = dict(rows)
        self._members: dict[str, set[str]] = {}
        for telling, event in rows:
            self._members.setdefault(event, set()).add(telling)

    def companions(self, ids: Iterable[str]) -> set[str]:
        """Return all tellings of the events that these tellings are in."""
        events = {self._event[id_] for id_ in ids if id_ in self._event}
        return {id_ for event in events for id_ in self._members[event]}

    def replace(self, ids: Iterable[str], groups: Sequence[Sequence[Told]], changed: set[str]) -> None:
        """Write an event for each group in the place of the events that these tellings were in.

        Args:
            ids: The tellings, those that are told no more too.
            groups: The groups; one that is an event already stays as it is, unless a telling in it changed.
            changed: The tellings that are new, or that a person judged.
        """
        kept = [told for told in groups if self._is_event(told, changed)]
        staying = {one.id for told in kept for one in told}
        self._erase(set(ids) - staying)
        self._write([told for told in groups if told[0].id not in staying])

    def _is_event(self, told: Sequence[Told], changed: set[str]) -> bool:
        members = {one.id for one in told}
        return not members & changed and self._members.get(self._event.get(told[0].id, "")) == members

    def _erase(self, ids: set[str]) -> None:
        events = sorted({self._event[id_] for id_ in ids if id_ in self._event})
        if not events:
            return
        members = sorted(id_ for event in events for id_ in self._members.pop(event))
        for id_ in members:
            del self._event[id_]
        self._database.run(f"DELETE FROM drawn.events WHERE id {_IN}", {"ids": events})  # noqa: S608
        self._database.run(f"DELETE FROM drawn.members WHERE telling {_IN}", {"ids": members})  # noqa: S608

    def _write(self, groups: Sequence[Sequence[Told]]) -> None:
        events, members = [], []
        for told in groups:
            event = "e" + founder_of(told)[1:]
            events.append(_row(event, attributes(told)))
            members += [(one.id, event) for one in told]
            self._members[event] = {one.id for one in told}
        self._event |= dict(members)
        self._database.insert("drawn.events", events)
        self._database.insert("drawn.members", members)

    def write_contexts(self, ids: Sequence[str], contexts: Sequence[Context], *, again: bool) -> None:
        """Write the words around tellings; `again` says that some of them may have been written before."""
        if again:
            self._database.run(f"DELETE FROM drawn.contexts WHERE telling {_IN}", {"ids": list(ids)})  # noqa: S608
        self._database.insert("drawn.contexts", [(id_, pack(one)) for id_, one in zip(ids, contexts, strict=True)])


def _row(id_: str, told: Telling) -> list[object]:
    sides = [list(told.actors), list(told.recipients), list(told.people)]
    money = [told.count, None if told.value is None else f"{told.value:f}", told.unit]
    head = [id_, told.type, told.mode, told.status, *sides, told.date, told.place]
    return [*head, *money, list(told.sectors), told.confidence]
