"""How well reports are coded, how fast, and in how much memory.

    .venv/bin/python benchmarks/coder.py GOLD_DIR [--part train|dev|test] [--json]

Codes each NAME.txt of GOLD_DIR through the public interface and compares it with NAME.gold.json by the rules of
`multivector evaluate`: events (type, parties, no contradicting date), exact (their attributes right too), dyads
(parties and time alone), claims, claims_exact and citations. `start` is the time of reading the first report, the
loading of the language model included; it is read again with the others, and `seconds` counts from there. `peak` is the
most memory that the process held, in MiB.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import multivector
from _parts import gold_of, held, options_of, show
from multivector.codec import coding_record
from multivector.evaluation import by_name, score

SCORES = ("events", "exact", "dyads", "claims", "claims_exact", "citations")


def main() -> int:
    """Print the figures of a gold folder."""
    parser = options_of(__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    gold = gold_of(given.gold_dir, given.part)
    if not gold:
        parser.error(f"no report of {str(given.gold_dir)!r} is of the part {given.part!r}")
    texts = [given.gold_dir / f"{name}.txt" for name in gold]
    cost, coded = timed(texts)
    figures, _ = score(gold, coded)
    lines = [
        f"{figures['reports']} reports, {figures['report_date']:.1%} dated rightly",
        *(f"{name:13}{'  '.join(f'{key} {value}' for key, value in figures[name].items())}" for name in SCORES),
        "  ".join(f"{name} {value}" for name, value in cost.items()),
    ]
    show({**figures, **cost}, lines, as_json=given.json)
    return 0


def timed(texts: list[Path]) -> tuple[dict[str, float], dict[str, dict[str, Any]]]:
    """Code texts and return what it cost, and the records by name."""
    begin = time.perf_counter()
    for _ in multivector.read(*texts[:1]):
        start = time.perf_counter() - begin
    begin = time.perf_counter()
    codings = list(multivector.read(*texts))
    seconds = time.perf_counter() - begin
    words = sum(len(coding.report.text.split()) for coding in codings)
    cost = {
        "words": words,
        "start": round(start, 2),
        "seconds": round(seconds, 2),
        "words_a_second": round(words / seconds),
        "peak": round(held()),
    }
    return cost, by_name(map(coding_record, codings))


if __name__ == "__main__":
    sys.exit(main())
