"""`multivector load`: statistical sources into the ledger, each in its release."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from multivector.cli import _console
from multivector.errors import UsageError

if TYPE_CHECKING:
    from multivector.datasets import Batch
    from multivector.ledger import Store


def load(
    dataset: Annotated[
        str | None, typer.Argument(metavar="DATASET", help="factbook, table, ... (none: list what there is).")
    ] = None,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]", help="The source's file; the factbook needs none.")
    ] = None,
    *,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="Read a column as this field; give it once a column."),
    ] = None,
    release: Annotated[
        str | None, typer.Option(metavar="R", help="The release: its date or number. Of the factbook: one edition.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="N", help="Keep it under this name (else the file's).")] = None,
    remarks: Annotated[
        bool, typer.Option("--remarks", help="List the remarks on the rows of a source that ships, too.")
    ] = False,
    ledger: _console.LedgerOption = None,
    as_json: _console.JsonOption = False,
) -> None:
    """Bring a statistical source into the ledger. Loading the same file twice adds nothing.

        multivector load factbook

        multivector load table customs.csv --release 2024-06

        multivector load table handel.csv --map Ziel=importer --map Wert=value_thousand_eur

    A release is never changed: other figures come as another release, and both stay. Which column was taken for what,
    and which names stand for nobody, is said on standard error.
    """
    from multivector import datasets
    from multivector.ledger import Store

    if dataset is None:
        _console.emit(
            ({"dataset": one.name, "about": one.about, "publisher": one.publisher, "licence": one.licence}
             for one in datasets.sources().values()),
            as_json=as_json,
        )  # fmt: skip
        return
    request = datasets.Request(files=tuple(files or ()), release=release, name=name, columns=_columns(columns or []))
    batches = list(datasets.batches(dataset, request))
    told = Counter(remark for batch in batches for remark in batch.remarks)
    with Store.open(_console.ledger_path(ledger), create=True) as store:
        done = [_bring(store, batch) for batch in _console.progress(batches, total=len(batches), label="loading")]
    _console.emit(done, as_json=as_json, columns=("dataset", "release", "rows", "state"))
    _remark(dataset, told, every=bool(files) or remarks)


def _remark(dataset: str, told: Counter[str], *, every: bool) -> None:
    """Say what was noticed in the rows: of the user's own file all of it, of a source that ships only on request."""
    if told and not every:
        _console.note(
            f"{len(told)} remarks on rows kept as printed (misprints, areas that are no party): nothing to do; "
            f"`multivector load {dataset} --remarks` lists them"
        )
        return
    for remark, times in told.items():
        _console.note(f"{remark} (in each of {times} releases)" if times > 1 else remark)


def _columns(given: list[str]) -> dict[str, str]:
    pairs = [one.rpartition("=") for one in given]
    for head, _, words in pairs:
        if not head or not words:
            raise UsageError(f"{head or words!r} is no COLUMN=FIELD", "--map", "such as --map Ziel=importer")
    return {head: words for head, _, words in pairs}


def _bring(store: Store, batch: Batch) -> dict[str, object]:
    if batch.select is None:
        loaded = store.load_rows(batch.head, batch.table, batch.rows, batch.sha256)
    else:
        loaded = store.load_table(batch.head, batch.table, batch.select, batch.file)
    state = "new" if loaded.new else "known already"
    head = batch.head
    return {
        "dataset": head.name,
        "release": head.release,
        "published": head.published,
        "rows": loaded.rows,
        "state": state,
    }
