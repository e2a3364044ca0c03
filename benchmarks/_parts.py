"""What the benchmarks on gold folders share: their options, and which part of the corpus a report belongs to."""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from multivector.evaluation import load_gold

_PARTS = {0: "test", 1: "dev"}


def options_of(about: str | None) -> argparse.ArgumentParser:
    """Return a parser that takes GOLD_DIR and --part."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold_dir", type=Path, metavar="GOLD_DIR", help="folder of NAME.txt and NAME.gold.json")
    parser.add_argument("--part", choices=("train", "dev", "test"), help="only the reports of this part")
    return parser


def part_of(name: str) -> str:
    """Return the part of a report: SHA-256 of its name, first eight hex digits, modulo 5: 0 test, 1 dev, else train."""
    return _PARTS.get(int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 5, "train")


def gold_of(folder: Path, part: str | None) -> dict[str, dict[str, Any]]:
    """Return the gold records of a folder, or of one part of it, by name.

    Raises:
        InputError: The folder holds no gold, or a file is none.
    """
    return {name: record for name, record in load_gold(folder).items() if part in (None, part_of(name))}


def held() -> float:
    """Return the most memory that this process held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def show(figures: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Print the figures as one JSON object, or the lines that tell them."""
    sys.stdout.writelines(f"{line}\n" for line in ([json.dumps(figures)] if as_json else lines))
