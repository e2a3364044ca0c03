"""The timeline: all dealings by date, and a drawing of how many fell in each quarter or year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from multivector.briefs import buckets, words
from multivector.briefs.clauses import clause, dates
from multivector.briefs.dealings import TONE_SOURCE, Tone, happened, of_tone
from multivector.briefs.material import Material
from multivector.briefs.sentence import computed, row, sentence
from multivector.model import Bar, Chart, Event, Row, Section, Table

_BESIDE: Final = {"older": "before", "newer": "after"}
_SERIES: Final[tuple[Tone, ...]] = ("co-operative", "conflictive")


def section(material: Material) -> Section | None:
    """Return the chart of dealings in time and the list of them; None where no dealing is told."""
    if not material.events:
        return None
    chart = drawing(material)
    listed = Table(("Date", "Dealing", "Reports"), tuple(_row(material, event) for event in material.events))
    return Section("Timeline", (chart, listed) if chart else (listed,))


def _row(material: Material, event: Event) -> Row:
    reports = len({stored.report for stored in event.tellings})
    cells = (dates(event), clause(event, material.names, dated=False), str(reports))
    return row("said", cells, material.evidence([event]))


def drawing(material: Material) -> Chart | None:
    """Return the dealings by quarter or year, co-operative and conflictive; None with fewer than two that are dated."""
    done = [event for event in happened(material.events) if event.date]
    if len(done) < 2:
        return None
    spans, scale = buckets.counts(done, material.as_of), buckets.scale(done, material.as_of)
    bars = tuple(
        Bar(label, float(len(of_tone(events, tone))), tone) for tone in _SERIES for label, events in spans.items()
    )
    evidence = computed(f"dealings by {scale} and tone", TONE_SOURCE, done)
    return Chart(
        title=f"Dealings by {scale}",
        unit="dealings",
        bars=bars,
        sentence=sentence("computed", _says(spans, done, scale), [evidence]),
        table=_table(spans, scale),
        form="two-sided",
    )


def _says(spans: Mapping[str, Sequence[Event]], done: Sequence[Event], scale: str) -> str:
    tones = [(len(of_tone(done, tone)), tone) for tone in (*_SERIES, "neither")]
    told = words.listed(f"{words.number(n)} {'is' if n == 1 else 'are'} {tone}" for n, tone in tones if n)
    year = scale == "quarter" and any(label.isdigit() for label in spans)
    alone = "; a bar with a year alone holds those whose quarter is not told" if year else ""
    return (
        f"Of the {words.counted(len(done), 'dealing')} that took place on a date told, {told}"
        f"{_busiest(spans, scale)}{alone}."
    )


def _busiest(spans: Mapping[str, Sequence[Event]], scale: str) -> str:
    drawn = {label: len(events) for label, events in spans.items() if label not in _BESIDE}
    label = max(drawn, key=lambda each: drawn[each])
    beside = [
        f", {words.number(n)} lie{'s' * (n == 1)} {where} the quarters drawn"
        for key, where in _BESIDE.items()
        if (n := len(spans.get(key, ())))
    ]
    return f"; the busiest {scale} is {_spoken(label)} with {words.number(drawn[label])}{''.join(beside)}"


def _spoken(label: str) -> str:
    if label.startswith("Q"):
        return f"the {words.ordinal(int(label[1]))} of {label[3:]}"
    return f"the {label}" if label.endswith("s") else label


def _table(spans: Mapping[str, Sequence[Event]], scale: str) -> Table:
    rows = tuple(
        row("computed", (label, *_counts(events)), [computed(f"dealings by tone, {label}", TONE_SOURCE, events)])
        for label, events in spans.items()
        if events
    )
    return Table((scale.capitalize(), "Co-operative", "Conflictive", "Neither"), rows, f"Dealings by {scale}")


def _counts(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(str(len(of_tone(events, tone))) for tone in (*_SERIES, "neither"))
