"""A CSV file as heads and rows of text, each with its line; nothing is taken for a number or for missing here."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from multivector.datasets._source import checksum, content
from multivector.errors import InputError

_DELIMITERS = "\t;,|"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file: its heads, and per row the line it begins on and its cells by head.

    `comma` says that the decimal sign may be a comma; `encoding` is what the file was read in.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    sha256: str
    comma: bool
    encoding: str


def read(file: Path) -> Table:
    """Return the table in a file separated by commas, semicolons, tabs or bars, plain or packed by gzip.

    Raises:
        InputError: The file can't be read, is a workbook, is empty, or a row has more cells than there are heads.
    """
    data = content(file)
    text, encoding = _text(data, file)
    delimiter = _delimiter(text)
    lines = _lines(text, delimiter, file.name)
    heads = tuple(head.strip() for head in next(lines, (0, []))[1])
    if not any(heads):
        raise InputError(f"{file.name!r} has no line of column heads", str(file), "the first line names the columns")
    twice = sorted({head for head in heads if head and heads.count(head) > 1})
    if twice:
        raise InputError(f"two columns are called {twice[0]!r}", str(file), "give each column its own head")
    rows = tuple((at, _row(heads, cells, at, file.name)) for at, cells in lines)
    return Table(
        name=file.name, heads=heads, rows=rows, sha256=checksum(data), comma=delimiter == ";", encoding=encoding
    )


def heads_of(file: Path) -> frozenset[str]:
    """Return the heads of a file alone (empty where it has none); errors as in `read`."""
    text, _ = _text(content(file), file)
    return frozenset(cell.strip() for cell in next(csv.reader([_first(text)], delimiter=_delimiter(text)), []))


def _text(data: bytes, file: Path) -> tuple[str, str]:
    """Return the characters of a file and its encoding: by its mark, UTF-8, or else Windows-1252."""
    if data.startswith(_WORKBOOKS):
        raise InputError(f"{file.name!r} is no CSV file", str(file), "save the sheet as CSV (UTF-8)")
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig"), "UTF-16" if wide else "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def _first(text: str) -> str:
    return text.lstrip("\r\n").partition("\n")[0].rstrip("\r")


def _delimiter(text: str) -> str:
    return max(_DELIMITERS, key=_first(text).count)


def _lines(text: str, delimiter: str, where: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        raise InputError(f"line {reader.line_num} is no CSV: {error}", where, "quote cells that hold quotes") from error


def _row(heads: tuple[str, ...], cells: list[str], at: int, where: str) -> Mapping[str, str]:
    if any(cell.strip() for cell in cells[len(heads) :]):
        what = f"line {at} has {len(cells)} cells under {len(heads)} heads"
        raise InputError(what, where, "quote cells that hold the separator")
    filled = [*cells, *[""] * (len(heads) - len(cells))]
    return {head: cell.strip() for head, cell in zip(heads, filled, strict=False)}
