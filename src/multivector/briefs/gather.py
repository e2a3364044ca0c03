"""Take from the ledger what a brief is made from; the only file of briefs that asks the store."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import resources
from typing import Any

from multivector import parties
from multivector.briefs.material import ClaimLine, Material, ReportLine
from multivector.codec import claim_of
from multivector.ledger import Store
from multivector.ledger.reading import place_of
from multivector.model import Event, Said


def gather(store: Store, a: str, b: str) -> Material:
    """Return what the ledger holds on the tie of two parties.

    Args:
        store: The ledger, open.
        a: Code of one party.
        b: Code of the other.
    """
    events = tuple(store.events(a, b))
    claims = _rows(store, "claims", {"parties": [a, b]})
    asked = {"events": [event.id for event in events], "claims": [row["id"] for row in claims]}
    reports = _rows(store, "reports", asked)
    lines = tuple(_claim_line(store, row) for row in claims)
    return Material(
        parties=(a, b),
        names=names((a, b), events, lines),
        as_of=_as_of(store),
        ledger=store.content_hash(),
        events=events,
        said=_passages(store, events),
        reports=tuple(_report(row) for row in reports),
        claims=lines,
        coders=tuple(sorted({str(row["coder"]) for row in reports})),
    )


def names(asked: Sequence[str], events: Iterable[Event], claims: Iterable[ClaimLine]) -> dict[str, str]:
    """Return the words for every party that a brief may name, with the article where English wants one."""
    codes = set(asked)
    for event in events:
        codes.update((*event.actors, *event.recipients, *filter(None, [event.place])))
        codes.update(mention.party for stored in event.tellings for mention in stored.telling.parties if mention.party)
    for line in claims:
        codes.update(filter(None, [line.claim.subject, line.claim.object]))
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


def _as_of(store: Store) -> str | None:
    (row,) = store.query("SELECT max(date) AS newest FROM reports")
    return None if row["newest"] is None else str(row["newest"])


def _passages(store: Store, events: Sequence[Event]) -> dict[str, Said]:
    around = {row["telling"]: row["sentence"] for row in _rows(store, "sentences", {"events": [e.id for e in events]})}
    return {
        stored.id: dataclasses.replace(store.quote(stored.id), context=around.get(stored.id, ""))
        for event in events
        for stored in event.tellings
    }


def _claim_line(store: Store, row: Mapping[str, Any]) -> ClaimLine:
    claim, report = claim_of(json.loads(row["detail"])), store.report(row["report"])
    said = Said(
        report=report.name,
        title=report.title,
        publisher=report.publisher,
        date=report.date,
        quote=claim.anchor,
        span=claim.span,
        place=place_of(report, claim.span[0]),
    )
    return ClaimLine(claim=claim, said=said)


def _report(row: Mapping[str, Any]) -> ReportLine:
    return ReportLine(**{name: row[name] for name in ReportLine.__dataclass_fields__})
