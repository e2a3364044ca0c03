"""Any table of flows whose columns can be understood: who sends how much to whom, when, by whose count.

A row is kept as it stands. The world, areas not specified and names that nobody bears are rows without a party, their
words in the note; they are never ranked or added to partners. Months and quarters stay months and quarters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Final

from multivector.datasets._columns import Columns, understand
from multivector.datasets._csv import Table, read
from multivector.datasets._flows import Flow, flows
from multivector.datasets._headers import SHARE
from multivector.datasets._names import UNKNOWN
from multivector.datasets._source import UNNAMED, Batch, Request, Row, Source
from multivector.errors import InputError

SOURCE = Source(
    name="table",
    about="any CSV file of flows: exporter, importer (or reporter, partner, flow), year or period, value with its unit",
    publisher="not told",
    licence="as its owner says",
)

_HEAD: Final = ("source", "release", "published")


def batches(request: Request) -> Iterable[Batch]:
    """Return one batch for each source and release that the file names.

    A source named in a row becomes part of the dataset's name (`trade/Central Bank`): sources are never added up.

    Raises:
        InputError: The file can't be read, a needed column is missing, or a cell holds what its column can't.
    """
    file = request.file(SOURCE)
    table = read(file)
    columns = understand(table.heads, request.columns, file.name)
    groups: dict[tuple[str, str], list[Flow]] = defaultdict(list)
    for flow in flows(table, columns):
        groups[flow.source, request.release or flow.release or UNNAMED].append(flow)
    if not groups:
        raise InputError(f"{file.name!r} holds no figure", str(file), "its value columns are empty")
    remarks = list(_remarks(table, columns, [flow for group in groups.values() for flow in group]))
    found = []
    for (source, release), group in groups.items():
        name = "/".join(filter(None, (request.name or file.stem, source)))
        head = SOURCE.head(release=release, name=name, published=max(flow.published for flow in group) or None)
        rows = tuple(_row(flow) for flow in group)
        found.append(Batch(head=head, file=file, rows=rows, sha256=table.sha256, remarks=tuple(remarks)))
        remarks = []
    return found


def _row(flow: Flow) -> Row:
    row: Mapping[str, object] = asdict(flow)
    return {name: value for name, value in row.items() if name not in _HEAD}


def _remarks(table: Table, columns: Columns, found: list[Flow]) -> Iterator[str]:
    yield columns.taken()
    if table.encoding == "Windows-1252":
        yield "the file is no UTF-8 and was read as Windows-1252"
    for value in columns.values:
        if value.unit == SHARE:
            yield f"{value.header}: read as percent if any value is above 1, else as fractions of 1"
    notes = Counter(note for flow in found for note in (flow.note or "").split("; ") if note.startswith(UNKNOWN))
    yield from (f"{count} rows without a party, {words!r}" for words, count in sorted(notes.items()))
    read_lines = {flow.row.partition(",")[0] for flow in found}
    if empty := len(table.rows) - len(read_lines):
        yield f"{empty} rows without a figure are left out"
