"""How well the sources that reports cite are found.

    .venv/bin/python benchmarks/citations.py GOLD_DIR [--part train|dev|test] [--misses]

GOLD_DIR holds NAME.txt and NAME.gold.json. A citation is right where outlet (without case, accents, article) and date
are those of the gold. A report whose gold says `date_stated` is read with its date, another with the inferred one,
which is compared with the gold's too.
"""

from __future__ import annotations

import sys
from collections import Counter

from _parts import gold_of, options_of
from multivector.coding.citations import find_citations
from multivector.coding.report_date import infer_date
from multivector.evaluation.compare import norm
from multivector.evaluation.score import rates

Keys = Counter[tuple[str, str | None]]


def main() -> int:
    """Print precision, recall and F1 of the citations, and how many report dates were inferred as in the gold."""
    parser = options_of(__doc__)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    right = found = wanted = dates = inferred = reports = 0
    for name, gold in gold_of(options.gold_dir, options.part).items():
        text = (options.gold_dir / f"{name}.txt").read_text(encoding="utf-8")
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
    told = "  ".join(f"{key} {value}" for key, value in rates(right, found, wanted).items())
    sys.stdout.write(f"{reports} reports  {told}  inferred dates right {dates} of {inferred}\n")
    return 0


def show(name: str, ours: Keys, theirs: Keys) -> None:
    """Print what was missed and what was found beyond the gold."""
    for label, keys in (("missed", theirs - ours), ("wrong", ours - theirs)):
        for outlet, date in sorted(keys.elements(), key=str):
            sys.stdout.write(f"{name}: {label} {outlet} {date}\n")


if __name__ == "__main__":
    sys.exit(main())
