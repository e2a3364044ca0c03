"""The ledger: one DuckDB file that holds reports, what they tell, and what was judged about it."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from multivector.errors import UsageError
from multivector.ledger import add, opening, reading, search
from multivector.ledger.add import Added
from multivector.ledger.database import Database, Parameters, Rows
from multivector.ledger.merging import Merger
from multivector.model import Coding, Event, Report, Said


class Store:
    """An open ledger. Open it with `Store.open`, and use it in a `with` block."""

    def __init__(self, database: Database, *, read_only: bool) -> None:
        self._database, self._read_only = database, read_only
        self._merger = Merger(database)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, read_only: bool = False) -> Self:
        """Open a ledger; one process may write, or many may read.

        Args:
            path: The file.
            create: Whether to make the file where there is none.
            read_only: Whether to open for reading alone.

        Raises:
            LedgerError: The file is missing, no ledger, of a newer schema, in use, or can't be written.
        """
        database = opening.open_database(Path(path), create=create, read_only=read_only)
        return cls(database, read_only=read_only)

    def close(self) -> None:
        """Write everything out and let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def add(self, coding: Coding) -> Added:
        """Add what a coder made of one report, in one transaction; the same reading twice adds nothing.

        Raises:
            LedgerError: The ledger can't be written, or a number or text can't be kept.
        """
        try:
            with self._database.transaction():
                added, ids = add.write_coding(self._database, coding)
                if added.new:
                    self._merger.read(added.report_id, coding.report, ids, coding.events)
        except BaseException:
            self._merger.reset()
            raise
        return added

    def events(
        self,
        a: str | None = None,
        b: str | None = None,
        *,
        type: str | None = None,  # noqa: A002
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
    ) -> list[Event]:
        """Return the events that meet every condition given, by date.

        Args:
            a: Code of a party to the event, on either side.
            b: Code of another party to it.
            type: A PLOVER type.
            since: Date prefix; events that may have been on or after it.
            until: Date prefix; events that may have been on or before its last day.
            text: Words that a sentence telling the event holds, in any case of letters.

        Raises:
            UsageError: The type or a date is none.
        """
        found = search.find(self._database, a, b, type_=type, since=since, until=until, text=text)
        return reading.events_of(self._database, found)

    def event(self, id: str) -> Event:  # noqa: A002
        """Return the event with this id (UsageError where there is none)."""
        found = reading.events_of(self._database, [id])
        if not found:
            raise UsageError(f"no event {id!r} in the ledger", str(self._database.path), "`events` lists them")
        return found[0]

    def report(self, key: str) -> Report:
        """Return the report with this id or name (UsageError where there is none, or several have the name)."""
        return reading.report_of(self._database, key)

    def quote(self, telling: str) -> Said:
        """Return the passage that a telling rests on, and where in its report it stands."""
        return reading.said(self._database, telling)

    def query(self, sql: str, parameters: Parameters = ()) -> Rows:
        """Return the rows of one statement that only reads, each by column name.

        Raises:
            UsageError: The statement would change something, or is more than one.
            LedgerError: DuckDB refuses the statement.
        """
        if not self._database.reads_only(sql):
            raise UsageError(f"not one reading statement: {sql.strip()[:80]!r}", "", "one SELECT")
        return self._database.rows(sql, parameters)
