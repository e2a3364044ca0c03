"""Kill a process that writes a ledger, at random moments, and look whether what it reported as done is there.

    .venv/bin/python benchmarks/kill.py [--rounds 100] [--seed 1]

Each round starts a process that adds made-up reports and prints the id of each once it is stored, kills it (SIGKILL)
after a random while, opens the ledger and looks for every report that was printed, its telling, and its event. Ends
with 1 if anything is missing.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from multivector.ledger import Store
from multivector.model import Coding, Report, Telling


def made_up(number: int) -> Coding:
    """Return a report of one visit; every third tells what the one before told."""
    day = f"2024-{1 + number // 3 % 12:02}-{1 + number // 36 % 28:02}"
    text = f"Report {number}. The foreign minister of Norway visited Chile on {day} to speak of salmon and ships."
    start = text.index("visited")
    told = Telling(
        type="CONSULT", mode="visit", actors=("NOR",), recipients=("CHL",), date=day, anchor="visited Chile",
        spans=((start, start + len("visited Chile")),), confidence=0.9,
    )  # fmt: skip
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    report = Report(f"r{number}", text, sha256, publisher=f"Outlet {number % 7}", date=day)
    return Coding(report, (told,), (), (), "made up")


def write(path: Path, first: int) -> None:
    """Add reports without end, and print the number of each when it is stored."""
    with Store.open(path, create=True) as store:
        number = first
        while True:
            added = store.add(made_up(number))
            sys.stdout.write(f"{number} {added.report_id}\n")
            sys.stdout.flush()
            number += 1


def killed(chance: random.Random, path: Path, first: int) -> list[tuple[int, str]]:
    """Start a writer, kill it while it writes (one time in four while it starts), and return what it printed."""
    command = [sys.executable, __file__, "--write", str(path), "--first", str(first)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    if chance.random() < 0.25:
        begun = ""
        time.sleep(chance.uniform(0, 1.5))
    else:
        begun = process.stdout.readline() if process.stdout else ""
        time.sleep(chance.uniform(0, 0.6))
    process.kill()
    told = begun + process.communicate()[0]
    whole = told[: told.rfind("\n") + 1]
    return [(int(line.split()[0]), line.split()[1]) for line in whole.splitlines()]


def missing(path: Path, told: dict[int, str]) -> list[int]:
    """Return the numbers of the reports that were printed and are not whole in the ledger."""
    if not path.exists():
        return sorted(told)
    sql = """
        SELECT r.id FROM reports AS r JOIN tellings AS t ON t.report = r.id JOIN event_tellings AS m ON m.telling = t.id
        JOIN events AS e ON e.id = m.event"""
    with Store.open(path, read_only=True) as store:
        held = {row["id"] for row in store.query(sql)}
    return sorted(number for number, id_ in told.items() if id_ not in held)


def main() -> int:
    """Run the rounds and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--first", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        write(given.write, given.first)
    chance = random.Random(given.seed)  # noqa: S311
    told, lost = dict[int, str](), list[int]()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kill.duckdb"
        for _ in range(given.rounds):
            told |= dict(killed(chance, path, max(told, default=-1) + 1))
            lost += missing(path, told)
        left = sorted(file.name for file in Path(folder).iterdir())
    sys.stdout.write(
        f"{given.rounds} kills, {len(told)} reports reported as done, {len(set(lost))} lost; files {left}\n"
    )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
