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
    """Return the table of figures, and of other claims; None where there are neither claims nor rows.

    What is claimed of one party's exports (say) stands together with what datasets count of them.
    """
    shown = flows.recent(material.flows, _PERIODS)
    figures = [(_topic(material, line), _claim(material, line)) for line in material.claims if _is_figure(line)]
    figures += [(_counted_topic(material, same[0]), _flows(material, same)) for same in flows.alike(shown)]
    others = [(_topic(material, line), _claim(material, line)) for line in material.claims if not _is_figure(line)]
    cut = f" (the {_PERIODS} newest periods of each series)" if len(shown) < len(material.flows) else ""
    tables = [
        Table(("Reading", "Value", "Period", "Source"), tuple(row for _, row in sorted(rows, key=_by_topic)), caption)
        for caption, rows in ((f"Figures: claimed and counted{cut}", figures), ("Other claims", others))
        if rows
    ]
    return Section("Figures by reading", (*tables, *shares.charts(material))) if tables else None


_Topic = tuple[str, str, int, str, str]
"""Whose, what, claimed (0) or counted (1), the reading, the period."""


def _by_topic(pair: tuple[_Topic, Row]) -> _Topic:
    return pair[0]


def _is_figure(line: ClaimLine) -> bool:
    return line.claim.kind in _FIGURES


def _topic(material: Material, line: ClaimLine) -> _Topic:
    claim = line.claim
    whose = claim.object if claim.kind in ("rank", "share") and claim.object else claim.subject
    reading = claims.reading(claim, material)
    return material.name(whose or ""), claim.measure, 0, reading, claim.period or ""


def _counted_topic(material: Material, line: FlowLine) -> _Topic:
    return material.name(line.whose), line.measure, 1, material.name(line.partner), line.period or ""


def _claim(material: Material, line: ClaimLine) -> Row:
    who = line.said.publisher or line.said.title or line.said.report
    date = f", {words.date(line.said.date, short=True)}" if line.said.date else ""
    cited = f", citing {words.listed(line.claim.citations)}" if line.claim.citations else ""
    cells = (
        claims.reading(line.claim, material),
        claims.value(line.claim),
        words.period(line.claim.period) if line.claim.period else "not told",
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
        words.period(line.period) if line.period else "not told",
        f"{line.dataset}, {flows.releases(lines)}",
    )
    return row("counted", cells, [flows.evidence(each, material) for each in lines])
