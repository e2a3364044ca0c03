"""Rows of datasets on what one party sells to or takes from the other, in words and as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from multivector.briefs import words
from multivector.briefs.material import FlowLine, Material
from multivector.model import Counted
from multivector.model.time import is_date

_VERBS: Final = {"exports": "took", "imports": "supplied"}
_ENDS: Final = {"exports": "went to", "imports": "came from"}
_USUAL: Final = frozenset({"partial list"})


def newest(lines: Iterable[FlowLine]) -> list[list[FlowLine]]:
    """Return the rows of the newest period, in its newest release, for each side, measure and dataset, by rank."""
    groups: dict[tuple[str, str, str, str], list[FlowLine]] = {}
    for line in lines:
        groups.setdefault((line.dataset, line.whose, line.measure, line.unit), []).append(line)
    tops = [(max((line.period or "", line.release) for line in groups[key]), groups[key]) for key in sorted(groups)]
    held = [[line for line in group if (line.period or "", line.release) == top] for top, group in tops]
    return [sorted(group, key=lambda line: (line.rank or 0, line.partner, line.row)) for group in held]


def by_period(lines: Iterable[FlowLine]) -> list[FlowLine]:
    """Return one row a period, of its newest release, by period."""
    held = sorted(lines, key=lambda line: (line.period or "", line.release, line.row))
    return list({line.period: line for line in held}.values())


def alike(lines: Iterable[FlowLine]) -> list[list[FlowLine]]:
    """Return the rows of one series that say the same of the same period in several releases, together."""
    groups: dict[object, list[FlowLine]] = {}
    for line in sorted(lines, key=lambda line: (series(line), line.period or "", line.release, line.row)):
        groups.setdefault((series(line), line.period, line.value, line.rank, line.listed, line.note), []).append(line)
    return list(groups.values())


def recent(lines: Iterable[FlowLine], most: int) -> list[FlowLine]:
    """Return the rows of the newest periods of each series, at most so many periods."""
    held = list(lines)
    periods: dict[object, set[str]] = {}
    for line in held:
        periods.setdefault(series(line), set()).add(line.period or "")
    kept = {key: set(sorted(found)[-most:]) for key, found in periods.items()}
    return [line for line in held if (line.period or "") in kept[series(line)]]


def series(line: FlowLine) -> tuple[str, str, str, str, str]:
    """Return what makes rows one series: whose, with whom, what, in which unit and by which dataset."""
    return line.whose, line.measure, line.partner, line.unit, line.dataset


def told(groups: Sequence[Sequence[FlowLine]], material: Material) -> str:
    """Return rows as one sentence, such as `By partners, release 2024, Norway took 4 per cent of Chile’s exports.`."""
    parts = []
    for head, of_one in groupby(groups, key=lambda group: (group[0].dataset, release(group[0]))):
        clauses = "; ".join(_share(group, material) for group in of_one)
        parts.append(f"by {material.dataset(head[0])}, {head[1]}, {clauses}")
    return words.capital("; ".join(parts)) + "."


def _share(lines: Sequence[FlowLine], material: Material) -> str:
    line = lines[0]
    period = f" of {line.period}" if line.period else ""
    whole = f"{words.possessive(material.name(line.whose))} {line.measure}{period}"
    verb = _VERBS.get(_way(line), "had")
    if len(lines) == 1:
        return f"{material.name(line.partner)} {verb} {value(line)} of {whole}{rank(line)}"
    shares = words.listed(f"{material.name(each.partner)} ({value(each)}{_doubt(each)})" for each in lines)
    return f"the largest shares of {whole} {_ENDS.get(_way(line), 'were those of')} {shares}"


def _doubt(line: FlowLine) -> str:
    """What the row's note says against it, to stand beside the figure wherever it is told."""
    return "".join(f"; {part}" for part in (line.note or "").split("; ") if part and part not in _USUAL)


def _way(line: FlowLine) -> str:
    """Return `exports` or `imports` for these and their parts, such as `exports of goods`."""
    return line.measure.split()[0]


def release(line: FlowLine) -> str:
    """Return the release in words: `release 2024`, `release of 27 June 2024`."""
    dated = is_date(line.release) and len(line.release) > 4
    return f"release of {words.date(line.release)}" if dated else f"release {line.release}"


def releases(lines: Sequence[FlowLine]) -> str:
    """Return the releases of rows alike, first and last: `4 releases, 30 Dec 2023 to 27 Jun 2024`."""
    names = [words.date(line.release, short=True) if is_date(line.release) else line.release for line in lines]
    return f"release {names[0]}" if len(names) == 1 else f"{len(names)} releases, {names[0]} to {names[-1]}"


def value(line: FlowLine, *, short: bool = False) -> str:
    """Return the value of a row in words, or in figures for a table."""
    if line.unit == "percent":
        return words.percent(line.value, short=short)
    return words.amount(line.value, line.unit)


def rank(line: FlowLine) -> str:
    """Return the place among the partners listed, with its comma; empty where it is not known."""
    if not line.rank:
        return ""
    return f", {words.ordinal(line.rank)} of {words.counted(line.listed, 'partner')} listed"


def remark(line: FlowLine) -> str:
    """Return what the source says against a row, in brackets; that a list is partial is said by its length."""
    said = [part for part in (line.note or "").split("; ") if part and part not in _USUAL]
    return f" ({'; '.join(said)})" if said else ""


def evidence(line: FlowLine, material: Material) -> Counted:
    """Return the row as evidence."""
    whose = f"{words.possessive(material.name(line.whose))} {line.measure}, {line.period or 'period not told'}"
    shown = f"{value(line, short=True)}{rank(line)}{f' ({line.note})' if line.note else ''}"
    return Counted(
        dataset=line.dataset,
        release=line.release,
        published=line.published,
        row=line.row,
        statement=words.capital(f"{whose}: {material.name(line.partner)} {shown}"),
    )
