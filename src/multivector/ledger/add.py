"""Write one coding into the ledger: what is new is added, nothing is ever changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal

from multivector.codec import claim_record, telling_record
from multivector.errors import LedgerError
from multivector.ledger.database import Database
from multivector.ledger.ids import content_id
from multivector.ledger.sentence import passage, sentences
from multivector.model import Claim, Coding, Report, Telling

_LARGEST = Decimal(10) ** 30


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding a coding: the report's id, whether anything was new, and how many tellings it holds."""

    report_id: str
    new: bool
    tellings: int


def report_id(report: Report) -> str:
    """Return the id of a report: made of its name and text."""
    return content_id("r", report.name, report.sha256, report.text)


def coding_id(coding: Coding) -> str:
    """Return the id of a reading: the coder, and the head that the report had for it."""
    report = coding.report
    head = [report.title, report.publisher, report.date, report.date_basis, report.language, report.url]
    return content_id("c", report_id(report), coding.coder, head)


def telling_ids(report: str, tellings: tuple[Telling, ...]) -> list[str]:
    """Return the tellings' ids: made of the report and all that is told; a twin within the report is counted."""
    seen: dict[str, int] = {}
    ids = []
    for telling in tellings:
        plain = content_id("t", report, telling_record(telling))
        seen[plain] = seen.get(plain, 0) + 1
        ids.append(plain if seen[plain] == 1 else content_id("t", plain, seen[plain]))
    return ids


def write_coding(database: Database, coding: Coding) -> tuple[Added, dict[str, Telling], bool]:
    """Write a coding; call it in a transaction.

    Returns:
        What came of it, the tellings of the report by id, and whether the report was read before.
    """
    report, reading = report_id(coding.report), coding_id(coding)
    told = dict(zip(telling_ids(report, coding.events), coding.events, strict=True))
    newest = database.tuples("SELECT arg_max(coding, seq) FROM kept.readings WHERE report = ?", [report])[0][0]
    if newest == reading:
        return Added(report, False, len(told)), told, True
    if newest is None:
        _write_report(database, report, coding.report)
    if newest is None or not database.tuples("SELECT 1 FROM kept.codings WHERE id = ?", [reading]):
        _write_reading(database, report, reading, coding)
        _write_tellings(database, report, reading, told, coding.report.text)
    number = "SELECT coalesce(max(seq), 0) + 1 FROM kept.readings"
    database.run(f"INSERT INTO kept.readings VALUES (({number}), ?, ?)", [report, reading])  # noqa: S608
    return Added(report, True, len(told)), told, newest is not None


def _write_report(database: Database, id_: str, report: Report) -> None:
    row = [id_, report.name, report.sha256, report.text, report.format, list(report.pages)]
    database.insert("kept.reports", [row])


def _write_reading(database: Database, report: str, reading: str, coding: Coding) -> None:
    head = coding.report
    row = [reading, report, coding.coder, head.path, head.url, head.title, head.publisher, head.date, head.date_basis]
    database.insert("kept.codings", [[*row, head.language]])
    cited = [[reading, at, cite.outlet, cite.date, *cite.span] for at, cite in enumerate(coding.citations)]
    database.insert("kept.citations", cited)
    database.insert("kept.claims", [_claim_row(reading, at, report, claim) for at, claim in enumerate(coding.claims)])


def _write_tellings(database: Database, report: str, reading: str, told: dict[str, Telling], text: str) -> None:
    known = {row[0] for row in database.tuples("SELECT id FROM kept.tellings WHERE report = ?", [report])}
    spans = sentences(text)
    rows = []
    for id_, telling in told.items():
        if id_ not in known:
            quote = text[slice(*passage(text, spans, telling.spans[0]))]
            rows.append(_telling_row(id_, telling, report, quote))
    database.insert("kept.tellings", rows)
    database.insert("kept.coded", [[reading, at, id_] for at, id_ in enumerate(told)])


def _telling_row(id_: str, telling: Telling, report: str, quote: str) -> list[object]:
    lists = [list(part) for part in (telling.actors, telling.recipients, telling.people)]
    head: list[object] = [id_, report, telling.type, telling.mode, telling.status, *lists, telling.date, telling.place]
    money = [telling.count, _sum(telling.value, telling.anchor), telling.unit]
    where = [telling.anchor, *telling.spans[0], " ".join(quote.split())]
    kept = [json.dumps(telling_record(telling), ensure_ascii=False), telling.confidence]
    return [*head, *money, list(telling.sectors), list(telling.citations), *where, *kept]


def _claim_row(reading: str, at: int, report: str, claim: Claim) -> list[object]:
    record = claim_record(claim)
    number = _sum(claim.value, claim.anchor) if isinstance(claim.value, Decimal) else None
    head = [reading, at, content_id("m", report, at, record), claim.kind, claim.subject, claim.object, claim.measure]
    tail = [claim.unit, claim.period, claim.scope, claim.anchor, *claim.span, json.dumps(record, ensure_ascii=False)]
    return [*head, _word(record["value"]), number, *tail]


def _word(value: object) -> str | None:
    return value if isinstance(value, str) or value is None else json.dumps(value)


def _sum(value: Decimal | None, anchor: str) -> str | None:
    if value is None:
        return None
    if not (value.is_finite() and abs(value) < _LARGEST):
        raise LedgerError(f"the number {str(value)!r} is too large to keep", f"told by {anchor!r}", "is it one?")
    return f"{value:f}"
