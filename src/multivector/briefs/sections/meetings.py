"""Who met whom: visits, meetings and calls with the people and offices that reports name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from multivector.briefs import people, words
from multivector.briefs.clauses import dates
from multivector.briefs.dealings import happened
from multivector.briefs.material import Material
from multivector.briefs.sentence import computed, row, sentence
from multivector.model import Event, Row, Section, Sentence, Table

_FORMS: Final = {
    "visit": "visit",
    "meet": "meeting",
    "multilateral": "meeting of several sides",
    "phone": "telephone call",
    "third-party": "mediation",
    None: "talks",
}


def section(material: Material) -> Section | None:
    """Return the consultations that took place and name people, one a row, with each side's people in a column."""
    met = [event for event in happened(material.events) if event.type == "CONSULT" and event.people]
    if not met:
        return None
    heads = tuple(words.capital(material.name(code)) for code in material.parties)
    table = Table(("Date", "Form", *heads, "Others"), tuple(_row(material, event) for event in met))
    return Section("Who met whom", (_says(met), table))


def _says(met: Sequence[Event]) -> Sentence:
    """Say how many people are named, and who most often."""
    times = Counter(person for event in met for person in people.named(event))
    most = max(times.values())
    often = sorted(person for person, count in times.items() if count == most)
    who = f", most often {words.few(often)} ({words.times(most)}{' each' * (len(often) > 1)})" if most > 1 else ""
    meetings = words.counted(len(met), "meeting or visit", "meetings and visits")
    text = f"Reports name {words.counted(len(times), 'person', 'people')} in {meetings}{who}."
    return sentence("computed", text, [computed("people named in meetings", "count", met)])


def _row(material: Material, event: Event) -> Row:
    sides = people.sides(event)
    mine = [_cell(event, [person for person, side in sides.items() if side == code]) for code in material.parties]
    others = [person for person, side in sides.items() if side not in material.parties]
    return row("said", (dates(event), _form(material, event), *mine, _cell(event, others)), material.evidence([event]))


def _cell(event: Event, persons: list[str]) -> str:
    return "; ".join(people.told_as(event, person) for person in persons) or "—"


def _form(material: Material, event: Event) -> str:
    form = _FORMS.get(event.mode, "talks")
    if event.mode == "visit" and event.recipients:
        return words.capital(f"{form} to {words.listed(material.name(code) for code in event.recipients)}")
    return words.capital(f"{form} in {material.name(event.place)}" if event.place else form)
