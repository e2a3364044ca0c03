"""The README and the pages of docs/ run as tests: Python blocks and shell blocks, each file in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parent


def run_shell(example: Example) -> None:
    """Run a shell block as a user would, with the installed command on the path; it must end with 0."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(  # noqa: S602 - the blocks of our own pages
        f"set -e\n{example.parsed}", shell=True, cwd=example.namespace["folder"], env=environment, text=True,
        capture_output=True, executable="/bin/bash", check=False,
    )  # fmt: skip
    if done.returncode:
        msg = f"exit {done.returncode}:\n{example.parsed}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        raise AssertionError(msg)


def set_up(namespace: dict[str, Any]) -> None:
    """Give a page a folder with the examples, and work in it."""
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    (folder / "examples").symlink_to(ROOT / "examples")
    namespace.update(folder=folder, before=Path.cwd())
    os.chdir(folder)


def tear_down(namespace: dict[str, Any]) -> None:
    """Go back."""
    os.chdir(namespace["before"])


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser(language="bash", evaluator=run_shell)],
    patterns=["README.md", "docs/*.md"],
    setup=set_up,
    teardown=tear_down,
).pytest()
