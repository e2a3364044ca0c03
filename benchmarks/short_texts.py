"""How well short passages are coded, how often empty ones raise an alarm, and whether confidence is honest.

    .venv/bin/python benchmarks/short_texts.py corpus [--part train|dev|test] [--json]

Codes the annotated sentences (`sentences/*.jsonl`) and passages (`passages/*.txt`) of the corpus. `events` and `exact`
are counted as `multivector evaluate` counts them. `alarms` is the share of the texts without an event in which one is
seen. Then the events seen by tenths of their confidence: how many, the mean confidence, and the share that is right;
`ece` is the mean difference of the two, weighted by the number, over tenths of at least 50 events (expected calibration
error; Naeini, Cooper and Hauskrecht 2015).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import passages

from _parts import part_of, show
from multivector.codec import coding_record
from multivector.coding import code
from multivector.evaluation import compare, score
from multivector.evaluation.matching import assign
from multivector.model import Report

Record = dict[str, Any]
LEAST = 50
"""Events that a tenth must have to count for the calibration error."""


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder with sentences/ and passages/")
    parser.add_argument("--part", choices=("train", "dev", "test"), default="dev", help="texts of this part (dev)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    groups = {"sentences": sentences(given.corpus), "passages": of_files(given.corpus)}
    shown = {name: figures([row for row in rows if part_of(row["id"]) == given.part]) for name, rows in groups.items()}
    show(shown, told(shown), as_json=given.json)
    return 0


def told(shown: dict[str, Record]) -> Iterator[str]:
    """Yield the lines that tell the figures."""
    for name, found in shown.items():
        yield f"{name}: {found['texts']} texts, {found['empty']} without event"
        yield from (f"  {key:8}{found[key]}" for key in ("events", "exact", "alarms", "ece"))
        yield from ("  held {held:.2f} right {right:.2f} of {n}".format(**tenth) for tenth in found["tenths"])


def sentences(corpus: Path) -> Iterator[Record]:
    """Yield the annotated sentences."""
    for path in sorted((corpus / "sentences").glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def of_files(corpus: Path) -> Iterator[Record]:
    """Yield the annotated passages."""
    for path in sorted((corpus / "passages").glob("*.txt")):
        yield from (passage.record() for passage in passages.read(path))


def figures(rows: list[Record]) -> Record:
    """Code texts and return the figures."""
    gold: dict[str, Record] = {}
    coded: dict[str, Record] = {}
    held: list[tuple[float, bool]] = []
    for row in rows:
        name = row["id"]
        gold[name] = {"report": {"date": row["date"]}, "events": row["events"], "claims": [], "citations": []}
        coding = code(Report(name, row["text"].replace(" ¶ ", "\n"), "", date=row["date"], date_basis="given"))
        coded[name] = coding_record(coding) | {"claims": [], "citations": []}
        held += judged(row["events"], coded[name]["events"])
    empty = [name for name, record in gold.items() if not record["events"]]
    counted, _ = score(gold, coded)
    tenths = by_tenths(held)
    whole = [tenth for tenth in tenths if tenth["n"] >= LEAST]
    return {
        "texts": len(rows), "empty": len(empty), "events": counted["events"], "exact": counted["exact"],
        "alarms": round(sum(bool(coded[name]["events"]) for name in empty) / max(1, len(empty)), 3), "tenths": tenths,
        "ece": round(sum(t["n"] * abs(t["held"] - t["right"]) for t in whole) / max(1, sum(t["n"] for t in whole)), 3),
    }  # fmt: skip


def judged(gold: list[Record], coded: list[Record]) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each coded event, and whether it is one of the gold."""
    right = {j for _, j in assign(gold, coded, compare.same_event, compare.likeness)}
    for n, event in enumerate(coded):
        yield event["confidence"], n in right


def by_tenths(held: list[tuple[float, bool]]) -> list[dict[str, float]]:
    """Return number, mean confidence and share right of the events in each tenth of confidence that has any."""
    found = []
    for tenth in range(10):
        inside = [(sure, right) for sure, right in held if tenth <= sure * 10 < tenth + 1 or (tenth == 9 and sure == 1)]
        if inside:
            n = len(inside)
            found.append({"n": n, "held": sum(s for s, _ in inside) / n, "right": sum(r for _, r in inside) / n})
    return found


if __name__ == "__main__":
    sys.exit(main())
