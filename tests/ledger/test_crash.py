"""Killed at any moment, the ledger opens with everything that was reported as done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_reported_as_done_is_lost_to_a_kill() -> None:
    """Twelve kills of a writer at random moments; `benchmarks/kill.py` does a hundred."""
    command = [sys.executable, str(ROOT / "benchmarks" / "kill.py"), "--rounds", "12"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "12 kills" in done.stdout
    assert " 0 lost" in done.stdout
