"""Rows of datasets on what one party sells to or takes from the other, in words and as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from multivector.briefs import words
from multivector.briefs.material import FlowLine, Material
from multivector.model import Counted

_VERBS: Final = {"exports": "took", "imports": "supplied"}


def newest(lines: Iterable[FlowLine]) -> list[FlowLine]:
    """Return the newest period, in its newest release, of each series."""
    groups = groupby(sorted(lines, key=series), key=series)
    return [by_period(group)[-1] for _, group in groups]


def by_period(lines: Iterable[FlowLine]) -> list[FlowLine]:
    """Return one row a period, of its newest release, by period."""
    held = sorted(lines, key=lambda line: (line.period, line.release, line.row))
    return list({line.period: line for line in held}.values())


def series(line: FlowLine) -> tuple[str, str, str, str]:
    """Return what makes rows one series: whose, with whom, what, and by which dataset."""
    return line.whose, line.partner, line.measure, line.dataset


def told(line: FlowLine, material: Material) -> str:
    """Return a row as a clause: `by factbook, release 2024, Italy took 13 per cent of Kazakhstan’s exports of 2022`."""
    partner, whose = material.name(line.partner), words.possessive(material.name(line.whose))
    verb = _VERBS.get(line.measure, "had")
    return (
        f"by {line.dataset}, release {line.release}, {partner} {verb} {value(line)} of {whose} {line.measure} "
        f"of {line.period}{rank(line)}"
    )


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


def evidence(line: FlowLine, material: Material) -> Counted:
    """Return the row as evidence."""
    whose = f"{words.possessive(material.name(line.whose))} {line.measure}, {line.period}"
    statement = words.capital(f"{whose}: {material.name(line.partner)} {value(line, short=True)}{rank(line)}")
    return Counted(
        dataset=line.dataset, release=line.release, published=line.published, row=line.row, statement=statement
    )
