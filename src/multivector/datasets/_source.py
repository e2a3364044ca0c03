"""What every source declares, what it is asked for, and what it hands to the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from multivector.errors import InputError, UsageError
from multivector.model.dataset import DatasetHead
from multivector.tables import read_table

Row = Mapping[str, object]

UNNAMED = "unnamed"
"""Release of a file that names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The declaration of a statistical source.

    `about` says in a line what it counts; `columns` are the heads by which a file of it is known (none: it ships with
    the package); a release gives `least` to `most` rows, or is refused.
    """

    name: str
    about: str
    publisher: str
    licence: str
    url: str | None = None
    kind: str = "flow"
    columns: frozenset[str] = frozenset()
    least: int = 1
    most: int | None = None

    def head(self, *, release: str, name: str | None = None, published: str | None = None) -> DatasetHead:
        """Return the head of one release."""
        return DatasetHead(
            name=name or self.name, release=release, kind=self.kind, publisher=self.publisher, licence=self.licence,
            url=self.url, published=published, least=self.least, most=self.most,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a load asks for: files, the release and name they are kept under, and columns to take for a field."""

    files: tuple[Path, ...] = ()
    release: str | None = None
    name: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def file(self, source: Source) -> Path:
        """Return the one file named (UsageError where none or several are)."""
        if len(self.files) != 1:
            what = f"{source.name!r} takes one file, {len(self.files)} are named"
            raise UsageError(what, "load", f"multivector load {source.name} FILE.csv")
        return self.files[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One release, ready for the ledger's table `flows`: a SELECT over `file`, or rows that were read from it.

    `remarks` are for the reader: which column was taken for what, what names nobody.
    """

    head: DatasetHead
    file: Path
    select: str | None = None
    rows: tuple[Row, ...] = ()
    sha256: str = ""
    remarks: tuple[str, ...] = ()
    table: str = "flows"


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table of this part: `tables/NAME.csv`."""
    return read_table("multivector.datasets", "tables", f"{name}.csv")


def values(rows: Iterable[Iterable[str | None]]) -> str:
    """Return rows as a SQL list of VALUES, all text, quotes doubled."""
    return ",\n".join(f"({', '.join(map(_literal, row))})" for row in rows)


def _literal(cell: str | None) -> str:
    return "NULL" if not cell else "'" + cell.replace("'", "''") + "'"


def content(file: Path) -> bytes:
    """Return the bytes of a file (InputError where it can't be read)."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"can't read {str(file)!r}: {error.strerror}", "", "name a CSV file that exists") from error


def checksum(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()
