"""The one place that talks to DuckDB: a locked connection, transactions, and its failures as errors with a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from multivector.errors import LedgerError

Parameters = Sequence[object] | Mapping[str, object]
Rows = list[dict[str, Any]]

_FAILURES: tuple[tuple[str, str, str], ...] = (
    ("Conflicting lock", "the ledger {path!r} is in use by another process{holder}", "wait until it ends, or stop it"),
    ("different configuration", "the ledger {path!r} is open in this process already", "use or close the open one"),
    ("No space left", "no room on the disk to write {path!r}", "free some space and repeat; what was done is kept"),
    ("File too large", "no room to write {path!r}", "raise the limit on file sizes and repeat; what was done is kept"),
    ("not a valid DuckDB", "{path!r} is no ledger", "name a ledger, or a file that does not exist yet"),
    ("Is a directory", "{path!r} is a folder, no ledger", "name a file in it"),
    ("Permission denied", "{path!r} may not be written or read", "change its permissions, or name a file elsewhere"),
    ("Read-only file system", "{path!r} can't be written", "name a file on a disk that can be written"),
    ("cannot encode str", "text that is no Unicode can't be stored in {path!r}", "mend the text's encoding first"),
    ("No such file", "there is no folder for {path!r}", "make the folder first, or name another"),
)


class Database:
    """A connection that can reach nothing but its own file and the files named on opening."""

    def __init__(self, path: Path, *, read_only: bool = False, files: Sequence[Path] = ()) -> None:
        self.path = path
        with _translated(path):
            self._connection = duckdb.connect(str(path), read_only=read_only)
            allowed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
            self._connection.execute(f"SET allowed_paths = [{allowed}]")
            self._connection.execute("SET enable_external_access = false")
            self._connection.execute("SET lock_configuration = true")

    def close(self) -> None:
        """Write everything out and let go of the file."""
        with _translated(self.path):
            self._connection.close()

    def run(self, sql: str, parameters: Parameters = ()) -> None:
        """Execute one statement and drop its result."""
        with _translated(self.path):
            self._connection.execute(sql, parameters).fetchall()

    def rows(self, sql: str, parameters: Parameters = ()) -> Rows:
        """Return the rows of a statement, each by column name."""
        with _translated(self.path):
            result = self._connection.execute(sql, parameters)
            names = [column[0] for column in result.description or ()]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def tuples(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a statement as tuples."""
        with _translated(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def insert(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        """Insert rows, all columns in the table's order; one statement, which is far faster than one a row."""
        if len(rows) == 1:
            self.run(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", list(rows[0]))  # noqa: S608
        elif rows:
            columns = [list(column) for column in zip(*rows, strict=True)]
            self.run(f"INSERT INTO {table} SELECT {', '.join(['unnest(?)'] * len(columns))}", columns)

    def reads_only(self, sql: str) -> bool:
        """Whether the text is one statement that only reads."""
        with _translated(self.path):
            statements = self._connection.extract_statements(sql)
        return [statement.type for statement in statements] == [duckdb.StatementType.SELECT]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing."""
        self.run("BEGIN TRANSACTION")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self._abandon()
            raise

    def _abandon(self) -> None:
        try:
            self._connection.execute("ROLLBACK")
        except duckdb.Error as error:  # a commit that failed has ended the transaction by itself
            if "no transaction is active" not in str(error) and "invalidated" not in str(error):
                raise failure(self.path, error) from error


def failure(path: Path, error: duckdb.Error) -> LedgerError:
    """Return the error that says what DuckDB's error means and what to do."""
    text = str(error)
    holder = re.search(r"held in (.+?)(?: \(PID (\d+)\))", text)
    named = f" ({Path(holder[1]).name}, process {holder[2]})" if holder else ""
    for sign, what, hint in _FAILURES:
        if sign in text:
            return LedgerError(what.format(path=str(path), holder=named), "", hint)
    first = text.strip().splitlines()[0] if text.strip() else type(error).__name__
    return LedgerError(f"the ledger {str(path)!r} answered: {first}")


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise failure(path, error) from error
