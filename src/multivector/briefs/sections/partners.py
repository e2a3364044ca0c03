"""The ties of one country: with whom it deals, how often and in which tone."""

from __future__ import annotations

from collections.abc import Sequence

from multivector.briefs import words
from multivector.briefs.dealings import TONE_SOURCE, happened, of_tone, sectors
from multivector.briefs.material import Material
from multivector.briefs.sentence import computed, row, sentence
from multivector.model import Bar, Chart, Event, Row, Section, Sentence, Table

_MOST = 12
"""Partners drawn as bars; the table has all."""


def section(material: Material) -> Section | None:
    """Return the partners of the one party that the brief is about; None in the brief of a tie."""
    if len(material.parties) != 1:
        return None
    by_partner = partners(material)
    if not by_partner:
        return None
    drawn = list(by_partner)[:_MOST]
    chart = Chart(
        title="Dealings by partner",
        unit="dealings",
        bars=tuple(Bar(words.capital(material.name(code)), float(len(by_partner[code]))) for code in drawn),
        sentence=_says(material, by_partner),
        table=Table(
            ("Partner", "Dealings", "Co-operative", "Conflictive", "Subjects", "Last"),
            tuple(_row(material, code, events) for code, events in by_partner.items()),
            "Dealings by partner",
        ),
    )
    return Section("Partners", (chart,))


def partners(material: Material) -> dict[str, list[Event]]:
    """Return the dealings that took place by partner, most first, then by name."""
    found: dict[str, list[Event]] = {}
    for event in happened(material.events):
        for code in dict.fromkeys((*event.actors, *event.recipients)):
            if code not in material.parties:
                found.setdefault(code, []).append(event)
    order = sorted(found, key=lambda code: (-len(found[code]), material.name(code)))
    return {code: found[code] for code in order}


def _says(material: Material, by_partner: dict[str, list[Event]]) -> Sentence:
    first = next(iter(by_partner))
    dealings = words.counted(len(by_partner[first]), "dealing")
    text = (
        f"Reports tell of dealings with {words.counted(len(by_partner), 'partner')}, most of all "
        f"{material.name(first)} with {dealings}; a dealing of several sides counts for each."
    )
    told = [event for event in happened(material.events) if any(event in events for events in by_partner.values())]
    return sentence("computed", text, [computed("dealings by partner", "count", told)])


def _row(material: Material, code: str, events: Sequence[Event]) -> Row:
    tones = (str(len(of_tone(events, tone))) for tone in ("co-operative", "conflictive"))
    last = max((event.date for event in events if event.date), default=None)
    cells = (
        words.capital(material.name(code)),
        str(len(events)),
        *tones,
        words.few([words.sector(each) for each in sectors(events)], 3) or "—",
        words.date(last, short=True) if last else "not told",
    )
    return row("computed", cells, [computed(f"dealings with {material.name(code)}", TONE_SOURCE, events)])
