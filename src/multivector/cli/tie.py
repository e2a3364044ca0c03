"""`multivector tie`: all that is measured of a tie."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from multivector.cli import _console

if TYPE_CHECKING:
    from multivector.briefs.promises import Promise
    from multivector.measures import Tie

_COLUMNS = ("kind", "measure", "of", "period", "value", "low", "high", "unit", "n", "concept", "note")


def tie(
    a: Annotated[str, typer.Argument(metavar="A", help="A country or organisation, by any usual name or code.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other side.")],
    *,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")] = None,
    by: Annotated[str | None, typer.Option(metavar="month|quarter|year", help="Also figures for each period.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Formulas, sources, events and rows behind each figure.")] = False,
    ledger: _console.LedgerOption = None,
    as_json: _console.JsonOption = False,
) -> None:
    """Measure a tie: co-operation and conflict, breadth, dependence either way, last dealings, open promises.

    Each figure is marked: ▪ told by reports, ▫ counted by a dataset, ƒ computed; and comes with its interval, what it
    rests on, and its source. What nobody tells or counts is left open and never taken for zero.

        multivector tie Kazakhstan Italy

        multivector tie KAZ ITA --since 2022 --by quarter --why
    """
    from multivector import measures, parties
    from multivector.briefs.promises import open_promises
    from multivector.ledger import Store

    codes = parties.require(a), parties.require(b)
    with Store.open(_console.ledger_path(ledger), read_only=True) as store:
        found = measures.tie(store, *codes, since=since, until=until, by=by)
        promises = open_promises(store.events(*codes, since=since), found.as_of)
    if as_json:
        _console.emit_object(_record(found, promises, why=why))
    elif sys.stdout.isatty():
        from multivector.cli import _tie

        _tie.show(found, promises, why=why)
    else:
        _console.emit(_lines(found, promises), as_json=False, columns=_COLUMNS)


def _record(found: Tie, promises: tuple[Promise, ...], *, why: bool) -> dict[str, Any]:
    """Return a tie as one JSON object."""
    from multivector import codec, measures

    names = ("of", "since", "until", "by", "as_of", "reports")
    heads = {"measures": [asdict(head) for head in measures.catalogue()]} if why else {}
    return {
        **{name: getattr(found, name) for name in names},
        **heads,
        "figures": [measures.to_record(figure, why=why) for figure in found.figures],
        "latest": [codec.event_record(event) for event in found.latest],
        "promises": [
            {"state": one.state, "told": one.told, "event": codec.event_record(one.event)} for one in promises
        ],
    }


def _lines(found: Tie, promises: tuple[Promise, ...]) -> Iterator[dict[str, Any]]:
    """Yield figures, latest dealings and open promises as rows of one shape, for a pipe."""
    from multivector import codec, measures

    yield from (measures.to_record(figure) for figure in found.figures)
    told = [("latest", "", event) for event in found.latest]
    told += [("promise", one.state, one.event) for one in promises]
    for measure, state, event in told:
        yield {
            "kind": "told", "measure": f"{measure}.{event.type}{f' {event.mode}' if event.mode else ''}",
            "of": [",".join(event.actors), ",".join(event.recipients)], "period": event.date,
            "value": codec.number(event.value), "unit": event.unit, "n": len(event.tellings), "concept": state,
            "note": event.tellings[0].telling.anchor,
        }  # fmt: skip
