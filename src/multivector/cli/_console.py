"""Tables, progress and notes on a terminal; plain lines when piped."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

Item = TypeVar("Item")

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON Lines and nothing else on standard output.")]
LedgerOption = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger (else MULTIVECTOR_LEDGER, else ./multivector.duckdb)."),
]


def ledger_path(given: Path | None) -> Path:
    """Return the ledger's file: as given, else by the environment, else in the current folder."""
    return given or Path(os.environ.get("MULTIVECTOR_LEDGER") or "multivector.duckdb")


def ledger_named() -> bool:
    """Whether the environment names a ledger."""
    return bool(os.environ.get("MULTIVECTOR_LEDGER"))


def emit(rows: Iterable[Mapping[str, Any]], *, as_json: bool, columns: Sequence[str] = ()) -> None:
    """Print rows: JSON Lines with `as_json`, else a table on a terminal and tab-separated lines in a pipe.

    Args:
        rows: One mapping a row; JSON prints all of it, the table only `columns` (all keys where none are named).
        as_json: Whether to print JSON Lines.
        columns: The keys to show in a table, in order.
    """
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    held = list(rows)
    names = list(columns) or list(dict.fromkeys(key for row in held for key in row))
    if sys.stdout.isatty():
        _table(held, names)
        return
    for row in held:
        sys.stdout.write("\t".join(_cell(row.get(name)) for name in names) + "\n")


def emit_object(value: Mapping[str, Any]) -> None:
    """Print one JSON object."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def say(text: str = "") -> None:
    """Print a line of the answer on standard output."""
    sys.stdout.write(text + "\n")


def note(text: str) -> None:
    """Print a remark on standard error, where it does not disturb a pipe."""
    sys.stderr.write(text + "\n")


def progress(items: Iterable[Item], *, total: int | None, label: str) -> Iterator[Item]:
    """Yield the items under a progress bar where standard error is a terminal, plainly where it is none."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=label, total=total, console=Console(stderr=True), transient=True)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ",".join(map(str, value))
    return " ".join(str(value).split())


def _table(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name)
    for row in rows:
        table.add_row(*(Text(_cell(row.get(name))) for name in names))
    Console().print(table)
