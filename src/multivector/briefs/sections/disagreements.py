"""Where sources disagree: all values of a dealing or a claim side by side, each with the report that tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from multivector.briefs import claims, words
from multivector.briefs.clauses import clause
from multivector.briefs.material import Material
from multivector.briefs.sentence import row
from multivector.model import Event, Row, Said, Section, StoredTelling, Table
from multivector.model.time import compatible, first_day, last_day


def section(material: Material) -> Section | None:
    """Return each point on which tellings of one dealing, or claims of one reading, differ, with all values."""
    rows = (*_of_events(material), *_of_claims(material))
    columns = ("On", "Dealing or claim", "Told")
    return Section("Where sources disagree", (Table(columns, rows),)) if rows else None


def _of_events(material: Material) -> Iterator[Row]:
    for event in material.events:
        for name, told, differ in _ATTRIBUTES:
            values = [(value, stored) for stored in event.tellings if (value := told(stored, event))]
            if differ({value for value, _ in values}):
                yield _row(material, event, name, values)


def _row(material: Material, event: Event, name: str, values: list[tuple[str, StoredTelling]]) -> Row:
    what = clause(event, material.names, dated=False, others=False, sums=False)
    told = {value: [material.said[stored.id] for each, stored in values if each == value] for value, _ in values}
    shown = {(words.date(value) if name == "Date" else value): told[value] for value in sorted(told)}
    return row("said", (name, what, _told(shown)), [piece for said in shown.values() for piece in said])


def _of_claims(material: Material) -> Iterator[Row]:
    for (reading, period), lines in claims.by_reading(material.claims, material).items():
        told: dict[str, list[Said]] = {}
        for line in lines:
            told.setdefault(claims.value(line.claim), []).append(line.said)
        if len(told) > 1:
            what = f"{reading}, {period}" if period else reading
            yield row("said", (words.capital(lines[0].claim.kind), what, _told(told)), [line.said for line in lines])


def _told(told: Mapping[str, Iterable[Said]]) -> str:
    """Return values side by side: `1.2 billion euros (Andes Review); 1.5 billion euros (Fjord Wire)`."""
    return "; ".join(f"{value} ({_tellers(said)})" for value, said in told.items())


def _tellers(said: Iterable[Said]) -> str:
    return words.listed(dict.fromkeys(piece.publisher or piece.title or piece.report for piece in said))


def _date(stored: StoredTelling, _: Event) -> str | None:
    return stored.telling.date


def _sum(stored: StoredTelling, _: Event) -> str | None:
    told = stored.telling
    return None if told.value is None else words.amount(told.value, told.unit)


def _count(stored: StoredTelling, _: Event) -> str | None:
    return None if stored.telling.count is None else str(stored.telling.count)


def _status(stored: StoredTelling, event: Event) -> str | None:
    """Return whether it took place; none for a plan told before its day, which what came of it does not contradict."""
    if stored.telling.status in ("occurred", "ongoing"):
        return "took place"
    before = not (event.date and stored.report_date) or first_day(stored.report_date) <= last_day(event.date)
    return None if before else stored.telling.status


def _several(values: set[str]) -> bool:
    return len(values) > 1


def _apart(values: set[str]) -> bool:
    return any(not compatible(one, other) for one in values for other in values)


_ATTRIBUTES: Final[tuple[tuple[str, Callable[[StoredTelling, Event], str | None], Callable[[set[str]], bool]], ...]] = (
    ("Date", _date, _apart),
    ("Sum", _sum, _several),
    ("Number", _count, _several),
    ("Status", _status, _several),
)
