"""Statistical sources come into the ledger whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from multivector.errors import InputError, LedgerError, UsageError
from multivector.ledger import Loaded, Store
from multivector.model.dataset import DatasetHead

HEAD = DatasetHead(name="tiny", release="2024", kind="flow", publisher="Tiny Office", licence="public domain", least=2)
SELECT = """
    SELECT seller AS reporter, seller AS exporter, buyer AS importer, 'exports' AS measure,
           value::DECIMAL(38, 6) AS value, 'USD' AS unit, year AS period, 'line ' || line AS "row"
    FROM source WHERE value <> ''"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A table of two flows, with a name that wants to be SQL."""
    path = tmp_path / "it's; a table.csv"
    path.write_text("seller,buyer,year,value\nITA,KAZ,2022,1.5\nKAZ,ITA,2022,0012.25\nKAZ,CHN,2022,\n")
    return path


def test_a_file_becomes_rows(store: Store, file: Path) -> None:
    """Cells are text until the SELECT says otherwise; each row says where it stands."""
    assert store.load_table(HEAD, "flows", SELECT, file) == Loaded(2, new=True)
    rows = store.query('SELECT dataset, release, exporter, value, "row" FROM flows ORDER BY exporter')
    assert [str(row["value"]) for row in rows] == ["1.500000", "12.250000"]
    assert rows[1] == {**rows[1], "dataset": "tiny", "release": "2024", "exporter": "KAZ", "row": "line 2"}
    (held,) = store.query("SELECT * FROM datasets")
    assert (held["loaded"], held["sha256"]) == (2, hashlib.sha256(file.read_bytes()).hexdigest())


def test_a_compressed_file_is_read_as_it_is(store: Store, file: Path) -> None:
    """By its ending."""
    packed = file.with_suffix(".csv.gz")
    packed.write_bytes(gzip.compress(file.read_bytes()))
    assert store.load_table(HEAD, "flows", SELECT, packed).rows == 2


def test_the_same_file_twice_adds_nothing(store: Store, file: Path) -> None:
    """It is known by its contents."""
    store.load_table(HEAD, "flows", SELECT, file)
    assert store.load_table(HEAD, "flows", SELECT, file) == Loaded(2, new=False)
    assert store.query("SELECT count(*) AS n FROM flows") == [{"n": 2}]


def test_a_release_is_one_file(store: Store, file: Path) -> None:
    """Other contents under the same release are refused; a new release stands beside the old."""
    store.load_table(HEAD, "flows", SELECT, file)
    file.write_text(file.read_text().replace("1.5", "1.6"))
    with pytest.raises(UsageError, match="'tiny' release '2024' is loaded already"):
        store.load_table(HEAD, "flows", SELECT, file)
    assert store.load_table(replace(HEAD, release="2025"), "flows", SELECT, file).new
    assert store.query("SELECT count(*) AS n FROM flows") == [{"n": 4}]


@pytest.mark.parametrize(("least", "most"), [(3, None), (1, 1)])
def test_too_few_or_too_many_rows_are_no_release(store: Store, file: Path, least: int, most: int | None) -> None:
    """Half a table must not pass for the whole; nothing of it stays."""
    with pytest.raises(InputError, match="gave 2 rows"):
        store.load_table(replace(HEAD, least=least, most=most), "flows", SELECT, file)
    assert store.query("SELECT count(*) AS n FROM flows") == [{"n": 0}]


@pytest.mark.parametrize(
    ("select", "error"),
    [
        ("SELECT * FROM read_csv('/etc/passwd')", LedgerError),
        ("SELECT nothing FROM source", LedgerError),
        ("SELECT value::DATE AS value FROM source", LedgerError),
        ("DELETE FROM kept.reports", UsageError),
        ("SELECT 1; SELECT 2", UsageError),
    ],
)
def test_a_select_that_goes_wrong_leaves_nothing(store: Store, file: Path, select: str, error: type[Exception]) -> None:
    """And reaches no other file; the ledger goes on."""
    with pytest.raises(error):
        store.load_table(HEAD, "flows", select, file)
    assert store.query("SELECT count(*) AS n FROM datasets") == [{"n": 0}]
    assert store.load_table(HEAD, "flows", SELECT, file).new


@pytest.mark.parametrize("table", ["reports", "kept.tellings", "flows; DROP TABLE flows", "nowhere"])
def test_only_tables_of_datasets_take_rows(store: Store, file: Path, table: str) -> None:
    """Everything else is refused by name."""
    with pytest.raises(UsageError, match="no table"):
        store.load_table(HEAD, table, SELECT, file)


def test_a_missing_file_is_named(store: Store, tmp_path: Path) -> None:
    """Before anything is touched."""
    with pytest.raises(InputError, match=r"can't read .*gone\.csv"):
        store.load_table(HEAD, "flows", SELECT, tmp_path / "gone.csv")


def test_rows_that_come_from_no_table(store: Store) -> None:
    """Mappings of columns to values, in batches, with the same care."""
    row = {
        "reporter": "ITA",
        "exporter": "ITA",
        "importer": "KAZ",
        "measure": "exports",
        "unit": "USD",
        "period": "2022",
    }
    rows = [{**row, "value": f"{number}.5", "row": f"r{number}"} for number in range(6001)]
    assert store.load_rows(HEAD, "flows", rows, "abc") == Loaded(6001, new=True)
    assert store.load_rows(HEAD, "flows", rows, "abc") == Loaded(6001, new=False)
    assert str(store.query("SELECT sum(value) AS total FROM flows")[0]["total"]) == "18006000.500000"
