"""Claims of reports in words: what is measured, of whom, and the value."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from multivector.briefs import words
from multivector.briefs.material import ClaimLine, Material
from multivector.model import Claim

_LINKS: Final = {
    "investment": "in", "investment-stock": "in", "projects": "in", "companies": "in", "influence": "in", "aid": "to",
    "exports": "to", "visits": "to", "debt": "to", "imports": "from", "dependence": "on", "energy-supply": "to",
    "balance": "towards", "breadth": "towards", "alignment": "with", "intensity": "with",
}  # fmt: skip
"""The word between a measure and the other side; `with` where none is named."""


def by_reading(lines: Iterable[ClaimLine], material: Material) -> dict[tuple[str, str], list[ClaimLine]]:
    """Return claims by what they measure and the period, in the order of the words for it."""
    found: dict[tuple[str, str], list[ClaimLine]] = {}
    for line in lines:
        found.setdefault((reading(line.claim, material), line.claim.period or ""), []).append(line)
    return dict(sorted(found.items()))


def reading(claim: Claim, material: Material) -> str:
    """Return what a claim measures, without its period: `Italy’s rank in Kazakhstan’s trade (EU)`."""
    mine = words.possessive(material.name(claim.subject) if claim.subject else "one side")
    other = material.name(claim.object) if claim.object else ""
    scope = f" ({material.name(claim.scope)})" if claim.scope else ""
    measure = claim.measure.replace("-", " ")
    if claim.measure == "other":
        measure, scope = claim.scope or "figures", ""
    return words.capital(_head(claim, mine, other, measure)) + scope


def _head(claim: Claim, mine: str, other: str, measure: str) -> str:
    whose = f"{words.possessive(other)} " if other else ""
    link = f" {_LINKS.get(claim.measure, 'with')} {other}" if other else ""
    return {
        "rank": f"{mine} rank in {whose}{measure}",
        "share": f"{mine} share of {whose}{measure}",
        "growth": f"growth of {mine} {measure}{link}",
        "membership": f"{mine} membership of {other or 'a body'}",
        "precedence": f"first or last of {mine} {measure}{link} since",
        "office": f"{mine} {measure}{' to ' + other if other else ''}",
    }.get(claim.kind, f"{mine} {measure}{link}")


def value(claim: Claim) -> str:
    """Return the value of a claim for a table: `third`, `13 %`, `1.5 billion US dollars`, `yes`."""
    held = claim.value
    if isinstance(held, bool):
        return "yes" if held else "no"
    if not isinstance(held, Decimal):
        return str(held) if held is not None else "not told"
    if claim.kind == "rank":
        return words.ordinal(int(held))
    if claim.unit == "percent":
        return f"{words.figure(held)} %"
    return str(int(held)) if claim.unit == "year" else words.amount(held, _unit(claim.unit))


def _unit(unit: str | None) -> str | None:
    return None if unit == "items" else unit
