"""Take from the ledger what a brief is made from; the only file of briefs that asks the store."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import Any, TypeVar

from multivector import measures, parties
from multivector.briefs.material import ClaimLine, DatasetLine, FlowLine, Material, ReportLine
from multivector.codec import claim_of
from multivector.errors import EvidenceError
from multivector.ledger import Store
from multivector.ledger.reading import place_of
from multivector.model import Event, Figure, Report, Said, Span

_MEASURES = ("intensity", "breadth", "dimensions", "dependence")

Record = TypeVar("Record", ReportLine, DatasetLine, FlowLine)


def gather(store: Store, a: str, b: str | None = None) -> Material:
    """Return what the ledger holds on the tie of two parties, or on all ties of one.

    Args:
        store: The ledger, open.
        a: Code of one party.
        b: Code of the other; None for all that deal with the first.

    Raises:
        EvidenceError: A report does not hold what it is quoted with.
    """
    asked = (a, b) if b else (a,)
    events = tuple(store.events(a, b))
    claims = _rows(store, "claims", {"parties": asked})
    lines = _claim_lines(store, claims)
    flows = tuple(_record(FlowLine, row, rank=row["place"]) for row in _rows(store, "flows", {"parties": asked}))
    used = sorted({f"{line.dataset} {line.release}" for line in flows})
    ids = {"events": [event.id for event in events], "claims": [row["id"] for row in claims]}
    reports = _rows(store, "reports", ids)
    return Material(
        parties=asked,
        names=names(asked, events, lines, flows),
        as_of=_as_of(store),
        ledger=store.content_hash(),
        events=events,
        said=_passages(store, events),
        reports=tuple(_record(ReportLine, row) for row in reports),
        claims=lines,
        flows=flows,
        datasets=tuple(_record(DatasetLine, row) for row in _rows(store, "datasets", {"used": used})),
        held=_held(store),
        figures=_figures(store, a, b) if b else (),
        coders=tuple(sorted({str(row["coder"]) for row in reports})),
    )


def _record(kind: type[Record], row: Mapping[str, Any], **more: object) -> Record:
    """Return a row as a record: the columns that it has fields for."""
    return kind(**{name: row[name] for name in kind.__dataclass_fields__ if name in row} | more)


def names(
    asked: Sequence[str], events: Iterable[Event], claims: Iterable[ClaimLine], flows: Iterable[FlowLine]
) -> dict[str, str]:
    """Return the words for every party that a brief may name, with the article where English wants one."""
    codes = set(asked)
    for event in events:
        codes.update((*event.actors, *event.recipients, *filter(None, [event.place])))
        codes.update(mention.party for stored in event.tellings for mention in stored.telling.parties if mention.party)
    for line in claims:
        codes.update(filter(None, [line.claim.subject, line.claim.object]))
    codes.update(code for line in flows for code in (line.whose, line.partner))
    return {code: _name(code) for code in sorted(codes)}


def _name(code: str) -> str:
    party = parties.get(code)
    body = party.kind == "organisation" and " " in party.name
    return f"the {party.name}" if body or party.name in _with_article() else party.name


@functools.cache
def _with_article() -> frozenset[str]:
    text = (resources.files(__package__) / "wording" / "articles.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())


def _rows(store: Store, name: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
    sql = (resources.files(__package__) / "queries" / f"{name}.sql").read_text(encoding="utf-8")
    return store.query(sql, parameters)


def _figures(store: Store, a: str, b: str) -> tuple[Figure, ...]:
    return tuple(figure for name in _MEASURES for figure in measures.measure(store, name, a, b))


def _held(store: Store) -> int:
    (row,) = store.query("SELECT count(*) AS held FROM reports")
    return int(row["held"])


def _as_of(store: Store) -> str | None:
    (row,) = store.query("SELECT max(date) AS newest FROM reports")
    return None if row["newest"] is None else str(row["newest"])


def _passages(store: Store, events: Sequence[Event]) -> dict[str, Said]:
    rows = _rows(store, "passages", {"events": [event.id for event in events]})
    reports = {id_: store.report(id_) for id_ in dict.fromkeys(row["report"] for row in rows)}
    return {
        row["telling"]: dataclasses.replace(
            _said(reports[row["report"]], row["anchor"], (row["span_start"], row["span_end"])),
            event=row["event"],
            telling=row["telling"],
            context=row["sentence"],
        )
        for row in rows
    }


def _claim_lines(store: Store, rows: Sequence[Mapping[str, Any]]) -> tuple[ClaimLine, ...]:
    reports = {id_: store.report(id_) for id_ in dict.fromkeys(row["report"] for row in rows)}
    pairs = [(claim_of(json.loads(row["detail"])), reports[row["report"]]) for row in rows]
    return tuple(ClaimLine(claim=claim, said=_said(report, claim.anchor, claim.span)) for claim, report in pairs)


def _said(report: Report, quote: str, span: Span) -> Said:
    """Return a passage of a report; the quote is looked up again, so that none stands that the report lacks."""
    if report.text[span[0] : span[1]] != quote:
        raise EvidenceError(f"the report {report.name!r} does not hold {quote!r} at {span}", "brief", "read it again")
    return Said(
        report=report.name,
        title=report.title,
        publisher=report.publisher,
        date=report.date,
        quote=quote,
        span=span,
        place=place_of(report, span[0]),
    )
