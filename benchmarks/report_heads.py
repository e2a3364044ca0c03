"""How often title, publisher and stated date of reports are read rightly.

    .venv/bin/python benchmarks/report_heads.py GOLD_DIR [--part train|dev|test] [--misses]

GOLD_DIR holds NAME.txt and NAME.gold.json. A publisher or title counts as right if it is the gold's, case and signs
aside; a date if it is equal where the gold says that it is stated, and if there is none where it says that it is not.
`invented` counts publishers and dates that were given where the gold has none.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from _parts import gold_of, options_of
from multivector.model import Report
from multivector.reports import open_reports

FIELDS = ("title", "publisher", "date")


def bare(text: str | None) -> str:
    """Return the letters and digits of a text, small."""
    return re.sub(r"[\W_]+", " ", text or "").strip().casefold()


def pairs(folder: Path, part: str | None) -> Iterator[tuple[Report, dict[str, str | None]]]:
    """Yield each report as read with the head that the gold gives it."""
    for name, gold in gold_of(folder, part).items():
        head = gold["report"]
        if not head.get("date_stated", True):
            head["date"] = None
        for report in open_reports([folder / f"{name}.txt"]):
            if isinstance(report, Report):
                yield report, head


def main() -> None:
    """Print right, given and gold counts of each field."""
    parser = options_of(__doc__)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    n: Counter[str] = Counter()
    for report, head in pairs(options.gold_dir, options.part):
        n["reports"] += 1
        for field in FIELDS:
            read, gold = bare(getattr(report, field)), bare(head.get(field))
            n[f"{field} right"] += read == gold
            n[f"{field} invented"] += bool(read) and not gold
            n[f"{field} wrong"] += bool(read) and bool(gold) and read != gold
            n[f"{field} missed"] += bool(gold) and not read
            if options.misses and read != gold:
                sys.stdout.write(f"{report.name}\t{field}\tread {getattr(report, field)!r}\tgold {head.get(field)!r}\n")
    for field in FIELDS:
        share = n[f"{field} right"] / n["reports"] if n["reports"] else 0.0
        counts = ", ".join(f"{n[f'{field} {kind}']} {kind}" for kind in ("right", "wrong", "missed", "invented"))
        sys.stdout.write(f"{field:10}{share:7.3f}   {counts} of {n['reports']}\n")


if __name__ == "__main__":
    main()
