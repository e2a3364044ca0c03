"""Everything that the command line does, as calls: the only place that joins the parts.

>>> from multivector import Ledger, read
>>> for coding in read("reports/visit.txt"):
...     print(coding.report.date, [event.type for event in coding.events])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from multivector import briefs, datasets, measures, parties
from multivector.coding.many import code_many
from multivector.errors import MultivectorError, UsageError
from multivector.ledger import Store
from multivector.model import Brief, Coding, Event
from multivector.reports import Unread, open_reports

if TYPE_CHECKING:
    from multivector.ledger import Loaded
    from multivector.measures import Tie


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report: its coding and whether the ledger gained it, or the error that stopped it."""

    source: str
    coding: Coding | None = None
    new: bool = False
    error: MultivectorError | None = None
    notice: bool = False
    """The source was left out on purpose (a file of unknown ending in a folder): to be named, no failure."""


def read(
    *sources: str | Path, date: str | None = None, ontology: str = "multivector", processes: int = 1
) -> Iterator[Coding]:
    """Code reports and keep nothing.

    Args:
        sources: Files, folders or addresses (http, https).
        date: Date of the reports that state none, as an ISO prefix.
        ontology: `multivector`, or `plover` for the PLOVER manual's own conventions (see `coding.code`).
        processes: How many processes code at once; with more than one, a script guards its calls by
            `if __name__ == "__main__":`, as all users of multiprocessing do.

    Yields:
        One coding a report, in the order of the sources.

    Raises:
        InputError: A source can't be read.
        UsageError: `date` is no date, or there is no such ontology.
    """
    for outcome in _outcomes(sources, date=date, store=None, ontology=ontology, processes=processes):
        if outcome.error is not None and not outcome.notice:
            raise outcome.error
        if outcome.coding is not None:
            yield outcome.coding


def outcomes(
    sources: Iterable[str | Path], *, date: str | None = None, ledger: Path | None = None,
    ontology: str = "multivector", processes: int = 1,
) -> Iterator[Outcome]:  # fmt: skip
    """Code reports one by one and, where a ledger is named, store each before it is reported as done.

    A source that can't be read is an outcome with its error; the others are read.

    Raises:
        UsageError: A ledger is named and the ontology is not the ledger's.
    """
    if ledger is None:
        yield from _outcomes(sources, date=date, store=None, ontology=ontology, processes=processes)
        return
    if ontology != "multivector":
        raise UsageError(
            f"codings by {ontology!r} can't be stored",
            str(ledger),
            "a ledger holds one ontology: print them with --json",
        )
    with Store.open(ledger, create=True) as store:
        yield from _outcomes(sources, date=date, store=store, processes=processes)


def _outcomes(
    sources: Iterable[str | Path], *, date: str | None, store: Store | None, processes: int,
    ontology: str = "multivector",
) -> Iterator[Outcome]:  # fmt: skip
    for opened, coding in code_many(open_reports(sources, date=date), processes, ontology=ontology):
        if isinstance(opened, Unread):
            yield Outcome(opened.source, error=opened.error, notice=opened.skipped)
        elif coding is not None:
            new = store.add(coding).new if store is not None else True
            yield Outcome(opened.path or opened.name, coding=coding, new=new)


class Ledger:
    """A ledger file with all that is asked of it; use it as a context manager or call `close`.

    Args:
        path: The file; it is made where it does not exist, unless `read_only`.
        read_only: Open for reading alone, beside other readers.

    Raises:
        LedgerError: The file is no ledger, is locked by a writer, or can't be opened.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.store = Store.open(path, create=not read_only, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def read(self, *sources: str | Path, date: str | None = None, processes: int = 1) -> list[Outcome]:
        """Code reports and store them, as `read` codes them; reading a report again adds nothing."""
        return list(_outcomes(sources, date=date, store=self.store, processes=processes))

    def events(
        self, a: str | None = None, b: str | None = None, *, type: str | None = None, since: str | None = None,  # noqa: A002
        until: str | None = None, text: str | None = None,
    ) -> list[Event]:  # fmt: skip
        """Return the events of a party or between two, by date.

        Args:
            a: A party by any usual name or code.
            b: The other side.
            type: A PLOVER type.
            since: First date, as an ISO prefix.
            until: Last date.
            text: Words that a telling must hold.

        Raises:
            UsageError: A party, type or date is unknown.
        """
        return self.store.events(party(a), party(b), type=type, since=since, until=until, text=text)

    def load(
        self, dataset: str, *files: str | Path, release: str | None = None, name: str | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> list[Loaded]:  # fmt: skip
        """Bring a statistical source into the ledger; a release that is there already adds nothing.

        Args:
            dataset: `factbook`, `table`, `comtrade`, `baci`.
            files: The files of sources that do not ship.
            release: The release that the files are.
            name: The name under which a table is kept.
            columns: Heads of columns to take for a field: `{"Ziel": "importer"}`.

        Raises:
            UsageError: There is no such source.
            InputError: A file can't be understood.
        """
        request = datasets.Request(files=tuple(map(Path, files)), release=release, name=name, columns=columns or {})
        return [self.bring(batch) for batch in datasets.batches(dataset, request)]

    def bring(self, batch: datasets.Batch) -> Loaded:
        """Store one release of a source."""
        if batch.select is None:
            return self.store.load_rows(batch.head, batch.table, batch.rows, batch.sha256)
        return self.store.load_table(batch.head, batch.table, batch.select, batch.file)

    def figures(
        self, a: str, b: str | None = None, *, measure: str | None = None, period: str | None = None,
        dataset: str | None = None, release: str | None = None,
    ) -> list[dict[str, Any]]:  # fmt: skip
        """Return the counted rows of a party, or between two, each reporter's by itself (see `measures.figures`)."""
        return measures.figures(
            self.store, parties.require(a), party(b), measure=measure, period=period, dataset=dataset, release=release
        )

    def tie(
        self, a: str, b: str, *, since: str | None = None, until: str | None = None,
        by: Literal["month", "quarter", "year"] | None = None,
    ) -> Tie:  # fmt: skip
        """Return all that is measured of a tie, with intervals and evidence (see `measures.tie`)."""
        return measures.tie(self.store, parties.require(a), parties.require(b), since=since, until=until, by=by)

    def brief(self, a: str, b: str | None = None) -> Brief:
        """Return the brief of a tie, or of one party and all its ties (see `briefs.plan`)."""
        return briefs.plan(self.store, parties.require(a), party(b))


def party(name: str | None) -> str | None:
    """Return the code of a party named in any usual way; None stays None.

    Raises:
        UsageError: Nobody is meant by the name, or more than one.
    """
    return None if name is None else parties.require(name)
