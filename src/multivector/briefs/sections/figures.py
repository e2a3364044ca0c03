"""Figures by reading: what reports claim beside what datasets count, each in a row of its own."""

from __future__ import annotations

from typing import Final

from multivector.briefs import claims, flows, words
from multivector.briefs.material import ClaimLine, FlowLine, Material
from multivector.briefs.sentence import row
from multivector.model import Row, Section, Table

_FIGURES: Final = frozenset({"rank", "share", "amount", "growth"})


def section(material: Material) -> Section | None:
    """Return the table of figures, and of other claims; None where there are neither claims nor rows."""
    by_reading = claims.by_reading(material.claims, material)
    lines = [line for held in by_reading.values() for line in held]
    figures = [_claim(material, line) for line in lines if line.claim.kind in _FIGURES]
    figures += [_flow(material, line) for line in material.flows]
    others = [_claim(material, line) for line in lines if line.claim.kind not in _FIGURES]
    tables = [
        Table(("Reading", "Value", "Period", "Source"), tuple(rows), caption)
        for caption, rows in (("Figures: claimed and counted", figures), ("Other claims", others))
        if rows
    ]
    return Section("Figures by reading", tuple(tables)) if tables else None


def _claim(material: Material, line: ClaimLine) -> Row:
    who = line.said.publisher or line.said.title or line.said.report
    date = f", {words.date(line.said.date, short=True)}" if line.said.date else ""
    cited = f", citing {words.listed(line.claim.citations)}" if line.claim.citations else ""
    cells = (
        claims.reading(line.claim, material),
        claims.value(line.claim),
        line.claim.period or "not told",
        f"{who}{date}{cited}",
    )
    return row("said", cells, [line.said])


def _flow(material: Material, line: FlowLine) -> Row:
    whose = words.possessive(material.name(line.whose))
    reading = words.capital(f"{material.name(line.partner)} in {whose} {line.measure}")
    published = f", published {words.date(line.published, short=True)}" if line.published else ""
    cells = (
        reading,
        flows.value(line, short=True) + flows.rank(line),
        line.period,
        f"{line.dataset}, release {line.release}{published}",
    )
    return row("counted", cells, [flows.evidence(line, material)])
