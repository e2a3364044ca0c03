"""`multivector events`: what the ledger holds, one line an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from multivector.cli import _console

if TYPE_CHECKING:
    from multivector.ledger import Reason, Store
    from multivector.model import Event

_COLUMNS = ("date", "type", "parties", "status", "sum", "told", "id")


def events(
    a: Annotated[
        str | None, typer.Argument(metavar="[A]", help="A country or organisation, as usually called.")
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="Another one: only what both are part of.")] = None,
    type_: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="A type: AGREE, CONSULT ...")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that a sentence telling it holds.")] = None,
    why: Annotated[str | None, typer.Option(metavar="ID", help="Why the tellings of this event are one.")] = None,
    ledger: _console.LedgerOption = None,
    as_json: _console.JsonOption = False,
) -> None:
    """List the dealings that the ledger holds, by date: each once, however many reports tell it.

    A line gives date, type and mode, parties, status, sum, how many reports and outlets tell it, and the event's id.
    With --json each event comes with all its tellings, their words and places, and every sum told.

        multivector events Kazakhstan Italy --since 2023

        multivector events --type AGREE --text railway --json

        multivector events --why e0f3a2b9c41d7e58
    """
    from multivector import api, codec

    with api.Ledger(_console.ledger_path(ledger), read_only=True) as opened:
        if why is not None:
            _explain(opened.store, why, as_json=as_json)
            return
        found = opened.events(a, b, type=type_, since=since, until=until, text=text)
    if as_json:
        _console.emit((codec.event_record(event) for event in found), as_json=True)
        return
    _console.emit((_line(event) for event in found), as_json=False, columns=_COLUMNS)
    _console.note(f"{len(found)} events" if found else "no event found")


def _several(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _line(event: Event) -> dict[str, Any]:
    from multivector import codec

    reports = {told.report for told in event.tellings}
    outlets = {told.publisher or told.report for told in event.tellings}
    sides = [",".join(side) for side in (event.actors, event.recipients) if side]
    return {
        "date": event.date or "no date",
        "type": f"{event.type} {event.mode}" if event.mode else event.type,
        "parties": " > ".join(sides),
        "status": event.status,
        "sum": "" if event.value is None else f"{codec.number(event.value):,} {event.unit or ''}".strip(),
        "told": f"{_several(len(reports), 'report')}, {_several(len(outlets), 'outlet')}",
        "id": event.id,
    }


def _explain(store: Store, id_: str, *, as_json: bool) -> None:
    event, reasons = store.event(id_), store.why(id_)
    if as_json:
        _console.emit((_reason(reason) for reason in reasons), as_json=True)
        return
    _console.say("  ".join(str(value) for value in _line(event).values() if value))
    for told in event.tellings:
        anchor = " ".join(told.telling.anchor.split())
        head = (told.id, told.report_date or "no date", told.publisher or told.report, told.telling.date or "no date")
        _console.say(f"  {'  '.join(head)}  {told.telling.status}  “{anchor}”")
    for reason in reasons:
        _console.say(_sentence(reason))


def _sentence(reason: Reason) -> str:
    verb = "one with" if reason.together else "apart from"
    parts = ", ".join(f"{name} {weight:+g}" for name, weight in reason.parts)
    person = f"; a person says {reason.person}" if reason.person else ""
    veto = f"; ruled out: {reason.veto}" if reason.veto else ""
    return f"  {reason.left} {verb} {reason.right}: {reason.score:+g} ({parts}){veto}{person}"


def _reason(reason: Reason) -> dict[str, Any]:
    names = ("left", "right", "together", "score", "veto", "person")
    return {**{name: getattr(reason, name) for name in names}, "features": dict(reason.parts)}
