"""Bring the rows of a statistical source into the ledger: all of them, in one transaction, or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from multivector.errors import InputError, UsageError
from multivector.ledger.database import Database
from multivector.model.dataset import DatasetHead

_BATCH = 5000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a load: how many rows the release holds, and whether they are new."""

    rows: int
    new: bool


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file (InputError where it can't be read)."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"can't read {str(file)!r}: {error.strerror}", "", "name a file that exists") from error


def known(database: Database, head: DatasetHead, sha256: str) -> Loaded | None:
    """Return what was loaded from this very file before, or None.

    Raises:
        UsageError: The release was loaded from another file.
    """
    sql = "SELECT sha256, loaded FROM kept.datasets WHERE name = ? AND release = ? AND kind = ?"
    rows = database.tuples(sql, [head.name, head.release, head.kind])
    if not rows:
        return None
    if rows[0][0] != sha256:
        what = f"{head.name!r} release {head.release!r} is loaded already, from a file with other contents"
        raise UsageError(what, str(database.path), "name another release with --release")
    return Loaded(rows[0][1], new=False)


def from_file(database: Database, head: DatasetHead, table: str, select: str, *, file: Path, sha256: str) -> Loaded:
    """Insert what a SELECT makes of a CSV file; the connection must be allowed to read it.

    The SELECT reads from `source`: the file's columns as text, and `line`, the number of the row in the file.
    """
    _check_table(database, table)
    if not database.reads_only(select):
        raise UsageError(f"not one reading statement: {select.strip()[:80]!r}", head.name, "one SELECT from source")
    path = "'" + str(file).replace("'", "''") + "'"
    numbered = "SELECT row_number() OVER () AS line, * FROM"
    with database.transaction():
        database.run(f"CREATE OR REPLACE TEMP VIEW source AS {numbered} read_csv({path}, all_varchar = true)")
        insert = f"INSERT INTO {table} BY NAME SELECT ? AS dataset, ? AS release, ? AS published, * FROM ({select})"  # noqa: S608
        database.run(insert, [head.name, head.release, head.published])
        database.run("DROP VIEW source")
        return _entered(database, head, table, sha256, str(file))


def from_rows(
    database: Database, head: DatasetHead, table: str, rows: Iterable[Mapping[str, object]], sha256: str
) -> Loaded:
    """Insert rows, each a mapping of column to value; all have the columns of the first."""
    _check_table(database, table)
    waiting = iter(rows)
    with database.transaction():
        while batch := list(islice(waiting, _BATCH)):
            names = list(batch[0])
            columns = ", ".join(f'unnest(?) AS "{name}"' for name in names if name.isidentifier())
            insert = f"INSERT INTO {table} BY NAME SELECT ? AS dataset, ? AS release, ? AS published, {columns}"
            values = [[row[name] for row in batch] for name in names]
            database.run(insert, [head.name, head.release, head.published, *values])
        return _entered(database, head, table, sha256, head.url or head.name)


def _entered(database: Database, head: DatasetHead, table: str, sha256: str, where: str) -> Loaded:
    """Count the release's rows, refuse too few or too many, and enter it among the datasets."""
    counting = f"SELECT count(*) FROM {table} WHERE dataset = ? AND release = ?"  # noqa: S608
    ((count,),) = database.tuples(counting, [head.name, head.release])
    if count < head.least or (head.most is not None and count > head.most):
        most = f" and at most {head.most}" if head.most is not None else ""
        what = f"{head.name!r} release {head.release!r} gave {count} rows"
        raise InputError(what, where, f"at least {head.least}{most} are expected: is the file whole?")
    told = [head.name, head.release, head.kind, head.publisher, head.licence, head.url, head.published, count, sha256]
    database.insert("kept.datasets", [told])
    return Loaded(count, new=True)


def _check_table(database: Database, table: str) -> None:
    sql = "SELECT table_name FROM duckdb_columns() WHERE column_name = 'dataset' AND schema_name = 'main'"
    tables = sorted({row[0] for row in database.tuples(sql)} & {row[0] for row in database.tuples(_TABLES)})
    if table not in tables:
        raise UsageError(f"no table {table!r} for datasets", "", f"one of {', '.join(tables)}")


_TABLES = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'"
