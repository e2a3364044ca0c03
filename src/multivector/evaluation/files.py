"""Gold and coded records from their files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from multivector.errors import InputError

ENDING = ".gold.json"


def load_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the gold record of each NAME.gold.json in a folder, by name.

    Raises:
        InputError: There is no such folder, it holds no gold, or a file is none.
    """
    files = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
    if not files:
        raise InputError(f"no gold in {str(folder)!r}", "", f"a folder with files NAME{ENDING} beside NAME.txt")
    found = {}
    for file in files:
        record = _json(file.read_text(encoding="utf-8"), str(file))
        lacking = [key for key in ("report", "events", "claims", "citations") if key not in record]
        if lacking:
            raise InputError(f"no gold record: {lacking[0]!r} is missing", str(file), "see the annotation guidelines")
        found[file.name.removesuffix(ENDING)] = record
    return found


def load_coded(file: Path) -> dict[str, dict[str, Any]]:
    """Return the records of a file that `read --json` wrote, by the report's name.

    Raises:
        InputError: The file can't be read, or a line is no record.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"can't read {str(file)!r}: {error}", "", "name what `read --json` wrote") from error
    return by_name(_json(line, f"{file}, line {at}") for at, line in enumerate(lines, 1) if line.strip())


def by_name(records: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return records by the name of their report, or the stem of its path."""
    found = {}
    for record in records:
        report = record.get("report") or {}
        name = report.get("name") or Path(report.get("path") or "").stem
        if not name:
            raise InputError("a record whose report has neither name nor path", "", "a line of `read --json` has both")
        found[name] = record
    return found


def _json(text: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except ValueError as error:
        raise InputError(f"no JSON: {error}", where) from error
    if not isinstance(record, dict):
        raise InputError(f"no record: {text[:40]!r}", where, "a JSON object")
    return record
