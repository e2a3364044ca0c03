"""How well the sources that reports cite are found.

    .venv/bin/python benchmarks/citations.py GOLD_DIR [--part train|dev|test] [--misses]

GOLD_DIR holds NAME.txt and NAME.gold.json. A citation is right where outlet (without case, accents, article) and date
are those of the gold. A report whose gold says `date_stated` is read with its date, another with the inferred one,
which is compared with the gold's too. `--part` takes the reports of one part: sha256 of the name, first eight hex
digits, modulo 5: 0 test, 1 dev, else train.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from multivector.coding.citations import find_citations
from multivector.coding.report_date import infer_date

Keys = Counter[tuple[str, str | None]]


def main() -> int:
    """Print precision, recall and F1 of the citations, and how many report dates were inferred as in the gold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--part", choices=("train", "dev", "test"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    right = found = wanted = dates = inferred = reports = 0
    for path in sorted(options.gold_dir.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if options.part and part_of(name) != options.part:
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
        date = gold["report"]["date"]
        if not gold["report"]["date_stated"]:
            told, date = date, infer_date(text, find_citations(text))
            inferred, dates = inferred + 1, dates + (date == told)
            if options.misses and date != told:
                sys.stdout.write(f"{name}: report date {date}, gold {told}\n")
        ours = Counter((norm(c.citation.outlet), c.citation.date) for c in find_citations(text, date))
        theirs = Counter((norm(c["outlet"]), c["date"]) for c in gold["citations"])
        reports, right = reports + 1, right + (ours & theirs).total()
        found, wanted = found + ours.total(), wanted + theirs.total()
        if options.misses:
            show(name, ours, theirs)
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    sys.stdout.write(f"reports {reports}  citations: right {right}, found {found}, gold {wanted}\n")
    sys.stdout.write(
        f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  inferred dates right {dates} of {inferred}\n"
    )
    return 0


def part_of(name: str) -> str:
    """Return the part of the corpus that a report belongs to."""
    return {0: "test", 1: "dev"}.get(int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 5, "train")


def norm(outlet: str | None) -> str:
    """Return the outlet as the scorer compares it."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", outlet or "") if not unicodedata.combining(c)).casefold()
    return re.sub(r"^the ", "", re.sub(r"[\W_]+", " ", bare).strip())


def show(name: str, ours: Keys, theirs: Keys) -> None:
    """Print what was missed and what was found beyond the gold."""
    for label, keys in (("missed", theirs - ours), ("wrong", ours - theirs)):
        for outlet, date in sorted(keys.elements(), key=str):
            sys.stdout.write(f"{name}: {label} {outlet} {date}\n")


if __name__ == "__main__":
    sys.exit(main())
