"""Every source keeps the same promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from multivector import datasets
from multivector.datasets import Batch, Request
from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.registry import parts

SAMPLES = {
    "factbook": None,
    "table": "exporter,importer,year,value_usd\nKAZ,ITA,2022,100\nKAZ,World,2022,900\n",
    "comtrade": "period,reporterCode,partnerCode,flowCode,cmdCode,primaryValue\n202203,398,381,X,TOTAL,12.5\n",
    "baci": "t,i,j,k,v,q\n2022,398,381,270900,8,1\n",
}
COLUMNS = {"reporter", "exporter", "importer", "measure", "value", "unit", "period", "product", "row", "note"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty ledger."""
    with Store.open(tmp_path / "l.duckdb", create=True) as opened:
        yield opened


def request_for(name: str, folder: Path) -> Request:
    """Return a request with the sample file of a source."""
    text = SAMPLES[name]
    if text is None:
        return Request(release="2015-11-29")
    file = folder / f"{name}.csv"
    file.write_text(text, encoding="utf-8")
    return Request(files=(file,), release="r1")


def bring(store: Store, batch: Batch) -> tuple[int, bool]:
    """Load a batch as the command does."""
    if batch.select is None:
        done = store.load_rows(batch.head, batch.table, batch.rows, batch.sha256)
    else:
        done = store.load_table(batch.head, batch.table, batch.select, batch.file)
    return done.rows, done.new


def test_every_source_has_a_sample_here() -> None:
    """A new source is held to the contract from its first day."""
    assert SAMPLES.keys() == datasets.sources().keys() == parts("multivector.datasets").keys()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_source_says_what_it_is(name: str) -> None:
    """Publisher, licence and what is counted are told; the name is that of the module."""
    source = datasets.sources()[name]
    assert source.name == name
    assert all((source.about, source.publisher, source.licence))
    assert source.kind == "flow"
    assert source.least <= (source.most or source.least)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_batch_lands_in_the_ledger_once(name: str, store: Store, tmp_path: Path) -> None:
    """Rows have a measure, a value, a unit and the place they stand in their source; loading again adds nothing."""
    for batch in datasets.batches(name, request_for(name, tmp_path)):
        assert (batch.select is None) == bool(batch.rows)
        assert all(row.keys() <= COLUMNS for row in batch.rows)
        count, new = bring(store, batch)
        assert new
        assert bring(store, batch) == (count, False)
    (held,) = store.query("SELECT count(*) AS n, count(measure) AS m, count(value) AS v, count(unit) AS u FROM flows")
    assert held["n"] == held["m"] == held["v"] == held["u"] > 0
    assert not store.query('SELECT 1 FROM flows GROUP BY dataset, release, "row" HAVING count(*) > 1')


@pytest.mark.parametrize("name", SAMPLES)
def test_a_row_without_a_party_says_why(name: str, store: Store, tmp_path: Path) -> None:
    """No name is dropped: where a party is null, the note holds its words."""
    for batch in datasets.batches(name, request_for(name, tmp_path)):
        bring(store, batch)
    assert not store.query("SELECT * FROM flows WHERE (exporter IS NULL OR importer IS NULL) AND note IS NULL")


@pytest.mark.parametrize("name", [name for name, text in SAMPLES.items() if text])
def test_a_source_without_its_file_says_what_to_name(name: str) -> None:
    """One file is needed."""
    with pytest.raises(UsageError, match="takes one file, 0 are named"):
        list(datasets.batches(name, Request()))


def test_an_unknown_source_is_answered_with_the_known_ones() -> None:
    """The hint lists what there is."""
    with pytest.raises(UsageError, match=r"no dataset 'comtrad'.*\n.*comtrade"):
        datasets.batches("comtrad", Request())


def test_a_table_with_the_columns_of_another_source_is_read_as_that(tmp_path: Path) -> None:
    """Nobody has to know what a file is called."""
    file = tmp_path / "x.csv"
    file.write_text(SAMPLES["baci"] or "", encoding="utf-8")
    (batch,) = datasets.batches("table", Request(files=(file,)))
    assert batch.head.publisher == "CEPII"
