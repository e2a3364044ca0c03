"""What part of one side's exports or imports the other has, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from multivector.briefs import flows, words
from multivector.briefs.material import FlowLine, Material
from multivector.briefs.sentence import row, sentence
from multivector.model import Bar, Chart, Table


def charts(material: Material) -> tuple[Chart, ...]:
    """Return a chart for each series of shares over three or more periods in one dataset."""
    lines = sorted((line for line in material.flows if line.unit == "percent" and line.period), key=flows.series)
    drawn = (_chart(material, flows.by_period(group)) for _, group in groupby(lines, key=flows.series))
    return tuple(chart for chart in drawn if chart)


def _chart(material: Material, lines: Sequence[FlowLine]) -> Chart | None:
    if len(lines) < 3:
        return None
    first = lines[0]
    whose = f"{words.possessive(material.name(first.whose))} {first.measure}"
    title = f"{words.capital(material.name(first.partner))} in {whose}"
    evidence = [flows.evidence(line, material) for line in lines]
    rows = tuple(
        row("counted", (line.period or "", flows.value(line, short=True) + flows.remark(line), line.release), [piece])
        for line, piece in zip(lines, evidence, strict=True)
    )
    return Chart(
        title=title,
        unit="per cent",
        bars=tuple(Bar(line.period or "", float(line.value)) for line in lines),
        sentence=sentence("counted", _says(material, lines, whose), evidence),
        table=Table(("Period", "Share", "Release"), rows, title),
        form="columns",
    )


def _says(material: Material, lines: Sequence[FlowLine], whose: str) -> str:
    low, high = (pick(lines, key=lambda line: (line.value, line.period or "")) for pick in (min, max))
    partner, dataset = words.possessive(material.name(lines[0].partner)), material.dataset(lines[0].dataset)
    ends = [f"{words.percent(line.value)} ({line.period})" for line in (low, high)]
    return (
        f"By {dataset}, {partner} share of {whose} lay between {ends[0]} and {ends[1]} in the "
        f"{words.number(len(lines))} periods that list it."
    )
