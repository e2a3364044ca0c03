"""Make `datasets/editions/DATE.csv.gz` from the editions' trade partners (public domain: CIA World Factbook).

    python tools/make_factbook.py ../shared/data/factbook-partners.csv

Kept are the columns that are used: the country's name goes (its FIPS code stays), everything else as printed. Rows are
ordered by country and flow; within one list they keep the order of print. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections import defaultdict
from pathlib import Path

COLUMNS = ("fips", "flow", "data_year", "partner", "pct")
TARGET = Path(__file__).parents[1] / "src/multivector/datasets/editions"


def main(source: str) -> None:
    """Write a table an edition."""
    editions: dict[str, list[list[str]]] = defaultdict(list)
    with Path(source).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            editions[row["snapshot"]].append([row[name] for name in COLUMNS])
    for edition, rows in editions.items():
        rows.sort(key=lambda row: row[:2])
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([COLUMNS, *rows])
        packed = gzip.compress(text.getvalue().encode(), compresslevel=9, mtime=0)
        (TARGET / f"{edition}.csv.gz").write_bytes(packed)


if __name__ == "__main__":
    main(sys.argv[1])
