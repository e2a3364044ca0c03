"""What part of one side's exports or imports the other has, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from multivector.briefs import flows, words
from multivector.briefs.material import FlowLine, Material
from multivector.briefs.sentence import row, sentence
from multivector.model import Bar, Chart, Section, Table


def section(material: Material) -> Section | None:
    """Return a chart for each series of three or more periods in one dataset; None where there is none."""
    lines = sorted((line for line in material.flows if line.unit == "percent"), key=flows.series)
    charts = [_chart(material, flows.by_period(group)) for _, group in groupby(lines, key=flows.series)]
    drawn = tuple(chart for chart in charts if chart)
    return Section("Shares over time", drawn) if drawn else None


def _chart(material: Material, lines: Sequence[FlowLine]) -> Chart | None:
    if len(lines) < 3:
        return None
    first = lines[0]
    whose = f"{words.possessive(material.name(first.whose))} {first.measure}"
    title = f"{words.capital(material.name(first.partner))} in {whose}"
    evidence = [flows.evidence(line, material) for line in lines]
    rows = tuple(
        row("counted", (line.period, flows.value(line, short=True), line.release), [piece])
        for line, piece in zip(lines, evidence, strict=True)
    )
    return Chart(
        title=title,
        unit="per cent",
        bars=tuple(Bar(line.period, float(line.value)) for line in lines),
        sentence=sentence("counted", _says(material, lines, whose), evidence),
        table=Table(("Period", "Share", "Release"), rows, title),
        form="columns",
    )


def _says(material: Material, lines: Sequence[FlowLine], whose: str) -> str:
    low, high = (pick(lines, key=lambda line: (line.value, line.period)) for pick in (min, max))
    partner = words.capital(material.name(lines[0].partner))
    return (
        f"{partner} stands in {whose} of {words.number(len(lines))} periods by {lines[0].dataset}, with "
        f"{words.percent(low.value)} of {low.period} as the smallest share and {words.percent(high.value)} of "
        f"{high.period} as the largest; other periods list no such share or are not loaded."
    )
