"""Measures of a tie: values with their ranges, what went in, and why there is none where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from multivector.briefs import flows, words
from multivector.briefs.dealings import happened
from multivector.briefs.material import Material
from multivector.briefs.sentence import computed, row
from multivector.model import Computed, Counted, Evidence, Figure, Row, Section, Table

DEPENDENCE: Final = "dependence."
_RANK: Final = "-rank"


def section(material: Material) -> Section | None:
    """Return the measures that `wording/measures.tsv` names, and dependence by each dataset's newest period."""
    names = {line["measure"]: line["words"] for line in words.rows("measures.tsv")}
    by_name = {figure.measure: figure for figure in material.figures}
    chosen = [(label, by_name[name]) for name, label in names.items() if name in by_name]
    chosen += [(_dependence(material, figure), figure) for figure in newest(material.figures)]
    rows = tuple(_row(material, label, figure) for label, figure in chosen if _says_something(figure))
    if not rows:
        return None
    return Section("Measures", (Table(("Measure", "Value", "Range", "From"), rows),))


def newest(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures on dependence of the newest period of each list."""
    found: dict[tuple[str, tuple[str, ...]], Figure] = {}
    for figure in figures:
        key = figure.measure, figure.of
        if figure.measure.startswith(DEPENDENCE) and (figure.period or "") >= (
            (found[key].period or "") if key in found else ""
        ):
            found[key] = figure
    return list(found.values())


def _dependence(material: Material, figure: Figure) -> str:
    whose, partner = figure.of
    counted = figure.measure.removeprefix(DEPENDENCE)
    what = f"{words.possessive(material.name(whose))} {counted.removesuffix(_RANK).replace('-', ' ')}"
    period = f", {figure.period}" if figure.period else ""
    head = "rank" if counted.endswith(_RANK) else "share"
    return words.capital(f"{words.possessive(material.name(partner))} {head} in {what}{period}")


def _says_something(figure: Figure) -> bool:
    """Whether a figure has a value, a range, or dealings that give a reason; a rank that is not listed has none."""
    return figure.value is not None or (figure.unit != "rank" and bool(figure.n or figure.low is not None))


def _row(material: Material, label: str, figure: Figure) -> Row:
    """Return a row; a share or an interval rests on all dealings, not on those of its kind alone."""
    shown = _FORMATS.get(figure.unit, _plain)
    value = shown(figure.value) if figure.value is not None else "—"
    cells = (label, value, _range(figure, shown), _basis(figure))
    if figure.measure.startswith(DEPENDENCE):
        evidence = [_as_told(material, piece) for piece in figure.evidence]
        counted = not any(isinstance(piece, Computed) for piece in evidence)
        return row("counted" if counted else "computed", cells, evidence)
    over = computed("dealings that the measures are taken over", "all that took place", happened(material.events))
    return row("computed", cells, [*figure.evidence, over])


def _as_told(material: Material, piece: Evidence) -> Evidence:
    """Return a row of a dataset in the words of the other sections, so that one row has one note."""
    if not isinstance(piece, Counted):
        return piece
    same = (line for line in material.flows if (line.dataset, line.release, line.row) == _place(piece))
    return next((flows.evidence(line, material) for line in same), piece)


def _place(piece: Counted) -> tuple[str, str, str]:
    return piece.dataset, piece.release, piece.row


def _range(figure: Figure, shown: Callable[[float], str]) -> str:
    method = f" ({figure.interval})" if figure.interval else ""
    if figure.low is not None and figure.high is not None:
        return f"{shown(figure.low)} to {shown(figure.high)}{method}"
    if figure.low is not None:
        return f"{shown(figure.low)} or later{method}"
    return figure.interval or "—"


def _basis(figure: Figure) -> str:
    unit = "row" if figure.measure.startswith(DEPENDENCE) else "dealing"
    said = figure.note if figure.value is None or unit == "row" else ""
    return "; ".join(part for part in (words.counted(figure.n, unit) if figure.n else "", said) if part) or "—"


def _plain(value: float) -> str:
    return words.figure(value, places=1)


def _percent(value: float) -> str:
    return words.percent(Decimal(str(value)) * 100, short=True)


_FORMATS: Final[dict[str, Callable[[float], str]]] = {
    "share": _percent,
    "ratio": lambda value: words.figure(value, places=2),
    "PLOVER points": lambda value: words.figure(value, places=0),
    "rank": lambda value: words.ordinal(int(value)),
}
