"""How well tellings are merged into events, apart from how well they are coded.

    .venv/bin/python benchmarks/merging.py FOLDER [--misses]

FOLDER holds reports.jsonl (id, title, publisher, date, text) and gold.json (events, each with its tellings). Takes the
gold tellings as if a perfect coder had coded them (type, mode, parties, date, status, sum; no people, sectors or
places, which the gold lacks), adds their reports to a new ledger one by one, and compares the pairs of tellings in one
event with those of the gold. The weights were reasoned and tried on the dealings listed in `SEEN` (half of all pairs)
and on the made-up reports of `tests/ledger/merging_cases.toml`; the others were counted, not read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from multivector.ledger import Store
from multivector.model import Coding, Report, Telling

SEEN = frozenset(f"E{n:02}" for n in (1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 23, 28, 29, 30, 31, 35, 36))


def codings(folder: Path) -> list[tuple[Coding, list[str]]]:
    """Return each report with its gold tellings, and the keys of their dealings."""
    events = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["events"]
    told: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        for telling in event["tellings"]:
            codes = {name: event.get(name) for name in ("type", "mode", "actors", "recipients")}
            told.setdefault(telling["report"], []).append({**codes, **telling, "key": event["key"]})
    lines = (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    reports = [json.loads(line) for line in lines if line.strip()]
    return [_coding(report, told.get(report["id"], [])) for report in reports]


def _coding(report: dict[str, Any], rows: list[dict[str, Any]]) -> tuple[Coding, list[str]]:
    text = report["text"]
    made = Report(
        name=report["id"],
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=report.get("title"),
        publisher=report.get("publisher"),
        date=report.get("date"),
        date_basis="given",
    )
    return Coding(made, tuple(_telling(text, row) for row in rows), (), (), "gold"), [row["key"] for row in rows]


def _telling(text: str, row: dict[str, Any]) -> Telling:
    start = text.index(row["anchor"])
    return Telling(
        type=row["type"],
        mode=row["mode"],
        status=row["status"],
        actors=tuple(row["actors"]),
        recipients=tuple(row["recipients"]),
        date=row.get("date"),
        count=row.get("count"),
        value=None if row.get("value") is None else Decimal(row["value"]),
        unit=row.get("unit"),
        anchor=row["anchor"],
        spans=((start, start + len(row["anchor"])),),
        confidence=1.0,
    )


def merged(rows: Iterable[tuple[Coding, list[str]]], path: Path) -> dict[tuple[str, str], str]:
    """Return the event of each telling, by (key of the dealing, report)."""
    keys = {
        (coding.report.name, t.anchor): key
        for coding, names in rows
        for t, key in zip(coding.events, names, strict=True)
    }
    with Store.open(path, create=True) as store:
        for coding, _ in rows:
            store.add(coding)
        return {
            (keys[told.report, told.telling.anchor], told.report): event.id
            for event in store.events()
            for told in event.tellings
        }


def score(events: dict[tuple[str, str], str], keys: set[str]) -> dict[str, float]:
    """Return precision, recall and f1 over the pairs of tellings of the dealings named."""
    tellings = sorted(telling for telling in events if telling[0] in keys)
    gold = {(a, b) for a, b in combinations(tellings, 2) if a[0] == b[0]}
    coded = {(a, b) for a, b in combinations(tellings, 2) if events[a] == events[b]}
    p = len(gold & coded) / len(coded) if coded else 1.0
    r = len(gold & coded) / len(gold) if gold else 1.0
    return {
        "p": round(p, 3),
        "r": round(r, 3),
        "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
        "pairs": len(gold),
    }


def main() -> None:
    """Print the figures of all dealings, of those seen while weighing, and of the others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    rows = codings(given.folder)
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        events = merged(rows, Path(folder) / "merging.duckdb")
    seconds = time.perf_counter() - begin
    every = {key for _, names in rows for key in names}
    parts = (("all", every), ("seen", every & SEEN), ("not seen", every - SEEN))
    for name, keys in parts:
        sys.stdout.write(f"{name:9} {score(events, keys)}\n")
    sys.stdout.write(f"{len(set(events.values()))} events of {len(every)}, {seconds:.1f} s\n")
    if given.misses:
        for a, b in combinations(sorted(events), 2):
            if (a[0] == b[0]) != (events[a] == events[b]):
                sys.stdout.write(f"{'torn' if a[0] == b[0] else 'merged'}  {' '.join(a)}  {' '.join(b)}\n")


if __name__ == "__main__":
    main()
