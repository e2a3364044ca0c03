"""The made-up reports of merging_cases.toml as codings, with the key of each telling's dealing."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.ledger.samples import report

from multivector.ledger import Store
from multivector.model import Coding, Telling

Case = list[tuple[Coding, list[str]]]
Pairs = set[tuple[str, str]]


def cases() -> dict[str, Case]:
    """Return the cases by name."""
    text = (Path(__file__).parent / "merging_cases.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)["case"]
    return {case["name"]: [_coding(at, row) for at, row in enumerate(case["report"])] for case in found}


def merged(store: Store, case: Case) -> tuple[Pairs, Pairs]:
    """Add the reports of a case; return the pairs of tellings that are one dealing, and those that are one event."""
    key: dict[tuple[str, str], str] = {}
    for coding, keys in case:
        store.add(coding)
        key |= {(coding.report.name, told.anchor): name for told, name in zip(coding.events, keys, strict=True)}
    event: dict[str, str] = {}
    dealing: dict[str, str] = {}
    for found in store.events():
        for told in found.tellings:
            name = f"{told.report}: {told.telling.anchor}"
            event[name], dealing[name] = found.id, key[told.report, told.telling.anchor]
    return _pairs(dealing), _pairs(event)


def _pairs(group: dict[str, str]) -> Pairs:
    return {(a, b) for a, b in combinations(sorted(group), 2) if group[a] == group[b]}


def _coding(at: int, row: dict[str, Any]) -> tuple[Coding, list[str]]:
    plain, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", row["text"]):
        if part.startswith("["):
            spans.append((len(plain), len(plain) + len(part) - 2))
        plain += part.strip("[]")
    told = [(line.split(), span) for line, span in zip(row["tellings"], spans, strict=True) if not line.startswith("-")]
    tellings = tuple(_telling(plain, cells, span) for cells, span in told)
    made = report(plain, f"r{at}", publisher=row["publisher"], date=row["date"])
    return Coding(made, tellings, (), (), "made up"), [cells[0] for cells, _ in told]


def _telling(text: str, cells: list[str], span: tuple[int, int]) -> Telling:
    _, type_, mode, actors, _, recipients, date, status, *money = cells
    return Telling(
        type=type_,
        mode=None if mode == "-" else mode,
        status=status,
        actors=tuple(actors.split(",")),
        recipients=() if recipients == "-" else tuple(recipients.split(",")),
        date=date,
        value=Decimal(money[0]) if money else None,
        unit=money[1] if money else None,
        anchor=text[slice(*span)],
        spans=(span,),
        confidence=0.9,
    )
