"""Open promises: announced, due or overdue, and nothing reported since."""

from __future__ import annotations

from multivector.briefs import words
from multivector.briefs.clauses import clause
from multivector.briefs.material import Material
from multivector.briefs.promises import RULE, STATES, Promise, open_promises
from multivector.briefs.sentence import computed, row
from multivector.model import Row, Section, Table


def section(material: Material) -> Section | None:
    """Return the open promises, oldest first; None where there is none."""
    promises = open_promises(material.events, material.as_of)
    if not promises:
        return None
    table = Table(("Promised", "What", "For", "State"), tuple(_row(material, promise) for promise in promises))
    return Section("Open promises", (table,))


def _row(material: Material, promise: Promise) -> Row:
    event = promise.event
    cells = (
        words.date(promise.told, short=True) if promise.told else "not told",
        clause(event, material.names, dated=False),
        words.date(event.date, short=True) if event.date else "not told",
        STATES[promise.state],
    )
    state = computed("state of the promise", "rule", [event], {"rule": RULE, **_as_of(material)})
    return row("said", cells, [*material.evidence([event]), state])


def _as_of(material: Material) -> dict[str, str]:
    return {"as of": material.as_of} if material.as_of else {}
