"""Draw events from tellings and judgements; what is drawn can be drawn anew at any time."""

from __future__ import annotations

from collections.abc import Sequence

from multivector.ledger.database import Database


def draw(database: Database, report: str, tellings: Sequence[str]) -> None:
    """Draw the events of a report's newest tellings anew."""
    old = "SELECT m.event FROM drawn.members AS m JOIN kept.tellings AS t ON t.id = m.telling WHERE t.report = ?"
    database.run(f"DELETE FROM drawn.events WHERE id IN ({old})", [report])  # noqa: S608
    stale = "SELECT id FROM kept.tellings WHERE report = ?"
    database.run(f"DELETE FROM drawn.members WHERE telling IN ({stale})", [report])  # noqa: S608
    for telling in tellings:
        event = "e" + telling[1:]
        columns = "type, mode, status, actors, recipients, people, date, place, count, value, unit, sectors, confidence"
        copy = f"INSERT INTO drawn.events SELECT ?, {columns} FROM kept.tellings WHERE id = ?"  # noqa: S608
        database.run(copy, [event, telling])
        database.insert("drawn.members", [[telling, event]])
