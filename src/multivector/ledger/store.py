"""The ledger: one DuckDB file that holds reports, what they tell, and what was judged about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from multivector.errors import UsageError
from multivector.ledger import add, content, judge, load, opening, reading, search, why
from multivector.ledger.add import Added
from multivector.ledger.database import Database, Parameters, Rows
from multivector.ledger.judge import Judgement
from multivector.ledger.load import Loaded
from multivector.ledger.merging import Merger
from multivector.ledger.why import Reason
from multivector.model import Coding, Event, Report, Said
from multivector.model.dataset import DatasetHead


class Store:
    """An open ledger. Open it with `Store.open`, and use it in a `with` block."""

    def __init__(self, database: Database) -> None:
        self._database = database
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
        store = cls(opening.open_database(Path(path), create=create, read_only=read_only))
        if not read_only and store._merger.stale():
            with store._writing():
                store._merger.all_anew()
        return store

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
        with self._writing():
            added, told, again = add.write_coding(self._database, coding)
            if added.new:
                self._merger.read(added.report_id, coding.report, told, again=again)
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
            text: Words that a sentence telling the event holds, all of them, in any order and case of letters.

        Raises:
            UsageError: The type or a date is none.
        """
        found = search.find(self._database, a, b, type_=type, since=since, until=until, text=text)
        return reading.events_of(self._database, found)

    def event(self, id: str) -> Event:  # noqa: A002
        """Return the event with this id; the id of a telling, or one that an event had before, leads to it too.

        Raises:
            UsageError: There is none.
        """
        return reading.events_of(self._database, [reading.event_id(self._database, id)])[0]

    def why(self, id: str) -> list[Reason]:  # noqa: A002
        """Return why an event's tellings are one, and which others came near: the comparisons with their features."""
        return why.reasons(self._merger, [told.id for told in self.event(id).tellings])

    def report(self, key: str) -> Report:
        """Return the report with this id or name (UsageError where there is none, or several have the name)."""
        return reading.report_of(self._database, key)

    def coding(self, key: str) -> Coding:
        """Return the newest coding of the report with this id or name, as it was added."""
        return reading.coding_of(self._database, key)

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

    def judge(
        self,
        kind: str,
        left: str | None = None,
        right: str | None = None,
        *,
        by: str,
        target: str | None = None,
        field: str | None = None,
        new: str | None = None,
        why: str | None = None,
    ) -> int:
        """Enter a person's judgement into the log and draw the events it concerns anew; it beats the machine's.

        Args:
            kind: `same` or `different` (of `left` and `right`), `right`, `wrong` or `fix` (of `target`).
            left: Id of a telling, or of an event for its first telling.
            right: Another one.
            by: Who says so.
            target: Id of the telling or event judged.
            field: For `fix`: which of its codes.
            new: For `fix`: the value in its place, as JSON.
            why: The reason.

        Returns:
            The number of the judgement, to undo it by.

        Raises:
            UsageError: The kind is unknown, a telling is missing, or the value is none of the field.
        """
        ids = [id_ and reading.telling_id(self._database, id_) for id_ in (left, right, target)]
        told = reading.telling_of_id(self._database, ids[2]) if ids[2] else None
        said = Judgement(
            kind=kind, left=ids[0], right=ids[1], target=ids[2], field=field, new=new, by=by, person=True, why=why
        )
        return self._enter(judge.check(said, told))

    def undo(self, seq: int, *, by: str, why: str | None = None) -> int:
        """Undo a person's judgement by a further row of the log; an undoing can be undone too.

        Raises:
            UsageError: There is no such judgement of a person.
        """
        old = next((one for one in judge.log(self._database) if one.seq == seq and one.person), None)
        if old is None:
            raise UsageError(f"no judgement {seq!r} of a person", str(self._database.path), "`judgements` lists them")
        told = Judgement(
            kind="undo", left=old.left, right=old.right, target=old.target, by=by, person=True, why=why, undoes=seq
        )
        return self._enter(told)

    def judgements(self, telling: str | None = None) -> list[Judgement]:
        """Return the log of judgements, all of it or what concerns one telling."""
        return judge.log(self._database, telling)

    def _enter(self, judgement: Judgement) -> int:
        with self._writing():
            (seq,) = judge.append(self._database, [judgement])
            self._merger.judged([id_ for id_ in (judgement.left, judgement.right, judgement.target) if id_])
        return seq

    def load_table(self, head: DatasetHead, table: str, select: str, file: Path) -> Loaded:
        """Bring a CSV file (plain or compressed) into a table of datasets; the same file twice adds nothing.

        Args:
            head: What the source says of itself.
            table: The table of the kind of rows, such as `flows`.
            select: One SELECT from `source`: the file's columns as text, and `line`, the number of the row. It gives
                columns of the table by name; dataset, release and published are added.
            file: The file; nothing else can be read meanwhile.

        Raises:
            InputError: The file can't be read, or gives too few or too many rows.
            UsageError: The release is loaded already from a file with other contents, or there is no such table.
            LedgerError: DuckDB refuses the SELECT.
        """
        sha256 = load.sha256_of(file)
        if found := load.known(self._database, head, sha256):
            return found
        self._reopen([file])
        try:
            return load.from_file(self._database, head, table, select, file=file, sha256=sha256)
        finally:
            self._reopen([])

    def load_rows(self, head: DatasetHead, table: str, rows: Iterable[Mapping[str, object]], sha256: str) -> Loaded:
        """Bring rows into a table of datasets, for sources that are no tables; `sha256` is that of the source."""
        if found := load.known(self._database, head, sha256):
            return found
        return load.from_rows(self._database, head, table, rows, sha256)

    def content_hash(self) -> str:
        """Return a hash of what the ledger holds: the same content has the same, however it came in."""
        return content.content_hash(self._database)

    def _reopen(self, files: Sequence[Path]) -> None:
        self._database.close()
        self._database = Database(self._database.path, files=files)
        self._merger = Merger(self._database)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self._database.transaction():
                yield
        except BaseException:
            self._merger.reset()
            raise
