"""Figures by reading: what reports claim beside what datasets count, each in a row of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from multivector.briefs import claims, flows, shares, words
from multivector.briefs.material import ClaimLine, FlowLine, Material
from multivector.briefs.sentence import row
from multivector.model import Row, Section, Table

_FIGURES: Final = frozenset({"rank", "share", "amount", "growth"})

_PERIODS: Final = 12
"""Periods of a series that are listed; years of months would bury the claims."""


def section(material: Material) -> Section | None:
    """Return the table of figures, and of other claims; None where there are neither claims nor rows."""
    by_reading = claims.by_reading(material.claims, material)
    lines = [line for held in by_reading.values() for line in held]
    figures = [_claim(material, line) for line in lines if line.claim.kind in _FIGURES]
    shown = flows.recent(material.flows, _PERIODS)
    figures += [_flows(material, same) for same in flows.alike(shown)]
    cut = f" (the {_PERIODS} newest periods of each series)" if len(shown) < len(material.flows) else ""
    others = [_claim(material, line) for line in lines if line.claim.kind not in _FIGURES]
    tables = [
        Table(("Reading", "Value", "Period", "Source"), tuple(rows), caption)
        for caption, rows in ((f"Figures: claimed and counted{cut}", figures), ("Other claims", others))
        if rows
    ]
    return Section("Figures by reading", (*tables, *shares.charts(material))) if tables else None


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


def _flows(material: Material, lines: Sequence[FlowLine]) -> Row:
    """Return a row for what one or several releases of a dataset count alike."""
    line = lines[0]
    whose = words.possessive(material.name(line.whose))
    cells = (
        words.capital(f"{material.name(line.partner)} in {whose} {line.measure}"),
        flows.value(line, short=True) + flows.rank(line) + flows.remark(line),
        line.period or "not told",
        f"{line.dataset}, {flows.releases(lines)}",
    )
    return row("counted", cells, [flows.evidence(each, material) for each in lines])
