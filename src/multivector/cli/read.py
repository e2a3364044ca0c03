"""`multivector read`: reports into coded, sourced dealings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from multivector.cli import _console

if TYPE_CHECKING:
    from multivector.api import Outcome
    from multivector.model import Coding


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL|-...", help="Files, folders, addresses (http, https), or - for standard input."
        ),
    ],
    date: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Date of the reports that state none: 2024-03-11, 2024-03 or 2024."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show which words and which rule gave each attribute.")] = False,
    processes: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="How many processes code at once: 2 where there are two cores."),
    ] = None,
    ledger: _console.LedgerOption = None,
    as_json: _console.JsonOption = False,
) -> None:
    """Code reports: who dealt with whom, when, where, for how much, and which source says so.

    What is read is stored in the ledger, and reading a report again adds nothing. With --json and no ledger named it is
    only printed, one report a line.

        multivector read reports/ --ledger desk.duckdb

        multivector read --json note.txt | jq .events
    """
    from multivector import api, codec
    from multivector.coding.many import default_processes

    path = _console.ledger_path(ledger) if ledger or _console.ledger_named() or not as_json else None
    tally: Counter[str] = Counter()
    failed = 0
    read_ = api.outcomes(sources, date=date, ledger=path, processes=processes or default_processes())
    for outcome in _console.progress(read_, total=None, label="reading"):
        if outcome.error is not None:
            _console.note(f"{'skipped' if outcome.notice else 'error'}: {outcome.error}")
            failed += not outcome.notice
        if outcome.coding is None:
            continue
        _count(tally, outcome)
        if as_json:
            _console.emit_object(codec.coding_record(outcome.coding))
        elif why:
            _explain(outcome.coding)
    _console.note(_summary(tally, path))
    if failed:
        _console.note(f"{failed} could not be read")
        raise typer.Exit(1)


def _count(tally: Counter[str], outcome: Outcome) -> None:
    coding = outcome.coding
    assert coding is not None  # noqa: S101 - the caller has seen to it
    tally["reports"] += 1
    tally["known"] += not outcome.new
    tally["dealings"] += len(coding.events)
    tally["claims"] += len(coding.claims)
    tally["sources"] += len(coding.citations)
    if coding.report.language != "en":
        _console.note(f"not coded: {outcome.source} is in the language {coding.report.language!r}, not in English")


def _summary(tally: Counter[str], path: Path | None) -> str:
    told = ", ".join(f"{tally[name]} {name}" for name in ("dealings", "claims", "sources"))
    known = f", {tally['known']} of them known already" if tally["known"] else ""
    return f"{tally['reports']} reports read{known}: {told}" + (f"; ledger {path}" if path else "")


def _explain(coding: Coding) -> None:
    """Print each dealing with the words of every attribute and the rule behind it."""
    text = coding.report.text
    _console.say(f"{coding.report.name}  {coding.report.date} ({coding.report.date_basis})")
    for event in coding.events:
        sides = f"{','.join(event.actors)} > {','.join(event.recipients)}"
        _console.say(f"  {event.type} {event.mode or ''} {event.status}  {sides}  {event.date or ''}")
        _console.say(f"    words: {' '.join(event.anchor.split())}")
        for mention in event.parties:
            _console.say(f"    {mention.side}: {mention.words!r} -> {mention.party}")
        for name, (start, end) in sorted(event.told.items()):
            _console.say(f"    {name}: {text[start:end]!r}")
        for name, rule in sorted(event.why.items()):
            _console.say(f"    {name} by: {rule}")
