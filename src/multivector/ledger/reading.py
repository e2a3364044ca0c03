"""Rows of the ledger as records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from multivector.codec import claim_of, telling_of
from multivector.errors import UsageError
from multivector.ledger.database import Database
from multivector.ledger.sequel import sequel
from multivector.model import Citation, Coding, Event, Report, Said, StoredTelling, Telling, ToldValue

_TELLINGS = """
SELECT t.id, r.id AS report_id, r.name AS report, r.publisher, r.date AS report_date, t.detail, m.event
FROM drawn.members AS m
JOIN tellings AS t ON t.id = m.telling
JOIN reports AS r ON r.id = t.report
WHERE m.event IN (SELECT unnest(?))
ORDER BY r.date NULLS LAST, r.name, r.id, t.span_start, t.id
"""


_CODING = (
    "SELECT t.detail FROM kept.coded AS c JOIN kept.tellings AS t ON t.id = c.telling WHERE c.coding = ? "
    "ORDER BY c.position",
    "SELECT detail FROM kept.claims WHERE coding = ? ORDER BY position",
    "SELECT outlet, date, span_start, span_end FROM kept.citations WHERE coding = ? ORDER BY position",
    "SELECT coder FROM kept.codings WHERE id = ?",
)


def telling_from(detail: str) -> Telling:
    """Return the telling that a row's `detail` holds."""
    return telling_of(json.loads(detail))


def report_of(database: Database, key: str) -> Report:
    """Return the report with this id, or else the one with this name.

    Raises:
        UsageError: There is none, or several reports have this name.
    """
    return _found(database, key)[1]


def _found(database: Database, key: str) -> tuple[str, Report]:
    columns = ", ".join(Report.__dataclass_fields__)
    rows = database.rows(f"SELECT id, {columns} FROM reports WHERE id = $key OR name = $key ORDER BY id", {"key": key})  # noqa: S608
    named = [row for row in rows if row["id"] == key] or rows
    if not named:
        raise UsageError(f"no report {key!r} in the ledger", str(database.path), "give its name or id")
    if len(named) > 1:
        ids = ", ".join(row["id"] for row in named)
        raise UsageError(f"{len(named)} reports are called {key!r}", str(database.path), f"name one by its id: {ids}")
    fields = {name: named[0][name] for name in Report.__dataclass_fields__}
    return named[0]["id"], Report(**{**fields, "pages": tuple(fields["pages"])})


def coding_of(database: Database, key: str) -> Coding:
    """Return the newest coding of the report with this id or name, as it was added."""
    id_, report = _found(database, key)
    coding = database.tuples("SELECT coding FROM newest WHERE report = ?", [id_])[0]
    told, claims, cited, coder = (database.tuples(sql, coding) for sql in _CODING)
    return Coding(
        report=report,
        events=tuple(telling_from(detail) for (detail,) in told),
        claims=tuple(claim_of(json.loads(detail)) for (detail,) in claims),
        citations=tuple(Citation(outlet, date, (start, end)) for outlet, date, start, end in cited),
        coder=coder[0][0],
    )


def events_of(database: Database, ids: Iterable[str]) -> list[Event]:
    """Return the events with these ids, with their tellings, ordered by date, then id."""
    wanted = list(ids)
    told: dict[str, list[dict[str, Any]]] = {}
    for row in database.rows(_TELLINGS, [wanted]):
        told.setdefault(row["event"], []).append(row)
    sql = "SELECT * FROM drawn.events WHERE id IN (SELECT unnest(?)) ORDER BY date NULLS LAST, id"
    return [_event(row, told[row["id"]]) for row in database.rows(sql, [wanted])]


def event_id(database: Database, id_: str) -> str:
    """Return the id of the event that an id of an event or telling leads to.

    An event has the id of its first telling, with another letter; so an id of former days leads to where that telling
    is now, or the telling that a newer coding put in its place.

    Raises:
        UsageError: It leads nowhere.
    """
    telling = sequel(database, "t" + id_[1:])
    rows = database.tuples("SELECT event FROM drawn.members WHERE telling = ?", [telling]) if telling else []
    if not rows:
        raise UsageError(f"no event {id_!r} in the ledger", str(database.path), "`multivector events` lists them")
    return str(rows[0][0])


def telling_id(database: Database, id_: str) -> str:
    """Return the id of a telling, given as such or by the event that is named after it (UsageError: there is none)."""
    telling = "t" + id_[1:]
    if not database.tuples("SELECT 1 FROM kept.tellings WHERE id = ?", [telling]):
        raise UsageError(f"no telling or event {id_!r} in the ledger", str(database.path), "`events` lists them")
    return telling


def telling_of_id(database: Database, id_: str) -> Telling:
    """Return the telling with this id, as it was stored."""
    ((detail,),) = database.tuples("SELECT detail FROM kept.tellings WHERE id = ?", [id_])
    return telling_from(detail)


def said(database: Database, telling: str) -> Said:
    """Return the passage that a telling rests on, with the paragraph (and page) it stands in.

    Raises:
        UsageError: There is no such telling.
    """
    sql = """
        SELECT t.id, t.anchor, t.span_start, t.span_end, t.report, m.event
        FROM kept.tellings AS t LEFT JOIN drawn.members AS m ON m.telling = t.id WHERE t.id = ?"""
    rows = database.rows(sql, [telling])
    if not rows:
        raise UsageError(f"no telling {telling!r} in the ledger", str(database.path), "ids of tellings start with `t`")
    row = rows[0]
    report = report_of(database, row["report"])
    return Said(
        report=report.name,
        title=report.title,
        publisher=report.publisher,
        date=report.date,
        quote=row["anchor"],
        span=(row["span_start"], row["span_end"]),
        place=place_of(report, row["span_start"]),
        event=row["event"],
        telling=row["id"],
    )


def place_of(report: Report, offset: int) -> str:
    """Return where an offset stands: "paragraph 3", or "page 2, paragraph 1" in a report with pages."""
    page = sum(start <= offset for start in report.pages)
    begin = report.pages[page - 1] if page else 0
    before = [part for part in report.text[begin:offset].split("\n\n") if part.strip()]
    fresh = report.text[begin:offset].rstrip(" \t").endswith("\n\n")
    paragraph = f"paragraph {len(before) + 1 if fresh or not before else len(before)}"
    return f"page {page}, {paragraph}" if page else paragraph


def _event(row: dict[str, Any], told: list[dict[str, Any]]) -> Event:
    tellings = tuple(_stored(one) for one in told)
    values = tuple(
        ToldValue(value=one.telling.value, unit=one.telling.unit, report=one.report)
        for one in tellings
        if one.telling.value is not None
    )
    lists = {name: tuple(row[name]) for name in ("actors", "recipients", "people", "sectors")}
    return Event(**{**row, **lists, "tellings": tellings, "told_values": values})


def _stored(row: dict[str, Any]) -> StoredTelling:
    telling = telling_from(row["detail"])
    head = {name: row[name] for name in ("id", "report", "publisher", "report_date")}
    return StoredTelling(**head, telling=telling)
