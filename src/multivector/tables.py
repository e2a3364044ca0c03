"""The tables of knowledge that ship beside the code, all read alike."""

from __future__ import annotations

import csv
from importlib.resources import files

Row = dict[str, str]


class _Tabs(csv.excel_tab):
    quoting = csv.QUOTE_NONE


def read_table(package: str, *path: str) -> tuple[Row, ...]:
    """Return the rows of a table in a package's folder, a mapping of column to cell each.

    Args:
        package: Dotted name of the package that owns the table.
        path: Folders and file name; `.tsv` is split at tabs and quotes are letters in it, `.csv` at commas.
    """
    dialect = _Tabs if path[-1].endswith(".tsv") else csv.excel
    with files(package).joinpath(*path).open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines, dialect=dialect))


def several(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list: `Kyiv|Kiev`."""
    return tuple(part for part in cell.split("|") if part)
