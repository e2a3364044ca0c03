"""`multivector read`: reports into coded, sourced dealings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from multivector.cli import _console
from multivector.errors import UsageError

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
    ontology: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="multivector: dealings between states, by our guidelines; plover: types by the PLOVER manual's own "
            "conventions and every actor a side, domestic and armed ones too (only with --json, never stored).",
        ),
    ] = "multivector",
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

    A ledger holds codings by one ontology, so --ontology plover needs --json and is refused with --ledger.

        multivector read --json --ontology plover note.txt
    """
    from multivector import api, codec
    from multivector.coding.many import default_processes

    if ontology != "multivector":
        _only_prints(ontology, ledger, as_json=as_json)
    stores = ontology == "multivector" and (ledger or _console.ledger_named() or not as_json)
    path = _console.ledger_path(ledger) if stores else None
    outcomes = api.outcomes(
        sources, date=date, ledger=path, ontology=ontology, processes=processes or default_processes()
    )
    tally: Counter[str] = Counter()
    failed = 0
    for outcome in _console.progress(outcomes, total=None, label="reading"):
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


def _only_prints(ontology: str, ledger: Path | None, *, as_json: bool) -> None:
    """Refuse to store what another ontology than the ledger's gives.

    Raises:
        UsageError: The ontology is unknown, a ledger is named, or `--json` is missing.
    """
    from multivector.coding import coder_version

    coder_version(ontology)
    if ledger or not as_json:
        where = f"--ledger {ledger}" if ledger else "--ontology"
        hint = "a ledger holds codings by one ontology; print these with --json and no --ledger"
        raise UsageError(f"codings by {ontology!r} are never stored", where, hint)


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
