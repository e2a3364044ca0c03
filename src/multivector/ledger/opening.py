"""Open a ledger: make it where it may be made, check its version, bring its schema up to date."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from multivector.errors import LedgerError
from multivector.ledger.database import Database
from multivector.ledger.ids import digest

VERSION = 1
"""Version of the schema; raised when older programs could misread the file."""

_HINT = "`multivector read REPORT --ledger FILE` makes one"


def scripts() -> dict[str, str]:
    """Return the SQL scripts of the folder schema/ by name, in the order in which they run."""
    folder = resources.files("multivector.ledger") / "schema"
    found = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".sql")}
    return dict(sorted(found.items()))


def open_database(path: Path, *, create: bool, read_only: bool, files: Sequence[Path] = ()) -> Database:
    """Return a connection to a ledger whose schema is this program's.

    Raises:
        LedgerError: The file is missing, no ledger, newer, locked, or can't be written.
    """
    if not path.exists():
        if not create or read_only:
            raise LedgerError(f"there is no ledger {str(path)!r}", "", _HINT)
        _make(path)
    database = Database(path, read_only=read_only, files=files)
    try:
        if _up_to_date(database):
            return database
        if not read_only:
            _upgrade(database)
            return database
    except BaseException:
        database.close()
        raise
    database.close()
    open_database(path, create=False, read_only=False).close()
    return Database(path, read_only=True, files=files)


def _make(path: Path) -> None:
    """Make the file aside and give it its name in one step, so that a crash leaves either a ledger or none."""
    left = path.with_name(f"{path.name}.wal")
    if left.exists():
        what = f"{str(left)!r} was left by a ledger that is gone"
        raise LedgerError(what, "", "bring that ledger back beside it, or move it away")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        database = Database(draft)
        _upgrade(database)
        database.close()
        _name(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _name(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return  # another process made it in the meantime: that one counts
    except OSError:  # a disk without hard links
        draft.rename(path)


def _up_to_date(database: Database) -> bool:
    if not database.rows("SELECT 1 FROM duckdb_tables() WHERE schema_name = 'kept' AND table_name = 'ledger'"):
        raise LedgerError(f"{str(database.path)!r} is a DuckDB file, but no ledger", "", _HINT)
    (row,) = database.rows("SELECT version, scripts FROM kept.ledger")
    if row["version"] > VERSION:
        raise LedgerError(
            f"the ledger {str(database.path)!r} has schema {row['version']}, this program knows {VERSION}",
            "",
            "update Multivector, or read the reports into a new ledger",
        )
    return bool(row["scripts"] == digest(scripts()))


def _upgrade(database: Database) -> None:
    with database.transaction():
        for script in scripts().values():
            database.run(script)
        database.run("DELETE FROM kept.ledger")
        database.run("INSERT INTO kept.ledger VALUES (?, ?)", [VERSION, digest(scripts())])
