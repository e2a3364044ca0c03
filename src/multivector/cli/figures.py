"""`multivector figures`: the counted rows themselves."""

from __future__ import annotations

from typing import Annotated

import typer

from multivector.cli import _console

_COLUMNS = ("exporter", "importer", "measure", "period", "value", "unit", "reporter", "dataset", "release", "note")


def figures(
    a: Annotated[str, typer.Argument(metavar="A", help="A country or organisation, by any usual name or code.")],
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The other side.")] = None,
    *,
    measure: Annotated[
        str | None,
        typer.Option(metavar="M", help="exports (of A), imports, trade, investment, ... as the source counts."),
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="P", help="2023, 2023-04, 2023-Q2.")] = None,
    dataset: Annotated[str | None, typer.Option(metavar="D", help="Only this dataset.")] = None,
    release: Annotated[
        str | None,
        typer.Option(metavar="R", help="Only this release; all: every one (else the newest of each figure)."),
    ] = None,
    ledger: _console.LedgerOption = None,
    as_json: _console.JsonOption = False,
) -> None:
    """Show what datasets count between two parties, row by row, each with its source, release and reporter.

    What the exporter counts and what the importer counts stand side by side and are never added or averaged.

        multivector figures Kazakhstan Italy

        multivector figures KAZ --measure exports --period 2023
    """
    from multivector import measures, parties
    from multivector.ledger import Store

    codes = parties.require(a), parties.require(b) if b else None
    with Store.open(_console.ledger_path(ledger), read_only=True) as store:
        rows = measures.figures(store, *codes, measure=measure, period=period, dataset=dataset, release=release)
    _console.emit(rows, as_json=as_json, columns=_COLUMNS)
    if not rows:
        _console.note("no dataset in the ledger counts this: that is unknown, not zero")
