"""What can be wrong with a ledger's file, and what the error says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from tests.ledger.samples import coding

from multivector.errors import LedgerError
from multivector.ledger import Store, database, opening


def _other_database(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE t (i INTEGER)")


def _newer(path: Path) -> None:
    Store.open(path, create=True).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE kept.ledger SET version = 99")


@pytest.mark.parametrize(
    ("make", "first", "hint"),
    [
        (lambda _: None, "there is no ledger", "multivector read"),
        (lambda path: path.write_text("not a database" * 900), "is no ledger", "name a ledger"),
        (lambda path: path.write_bytes(b""), "is no ledger", "name a ledger"),
        (lambda path: path.mkdir(), "is a folder", "name a file in it"),
        (_other_database, "is a DuckDB file, but no ledger", "makes one"),
        (_newer, "has schema 99, this program knows", "update Multivector"),
    ],
)
def test_a_file_that_is_no_ledger(tmp_path: Path, make: Callable[[Path], None], first: str, hint: str) -> None:
    """The first line names the file and what is wrong, the second what to do."""
    path = tmp_path / "x.duckdb"
    make(path)
    with pytest.raises(LedgerError) as caught:
        Store.open(path, read_only=True)
    lines = str(caught.value).splitlines()
    assert first in lines[0]
    assert str(path) in lines[0]
    assert hint in lines[1]


@pytest.mark.parametrize("path", ["/proc/x.duckdb", "nowhere/at/all/x.duckdb"])
def test_a_place_where_no_file_can_be_made(tmp_path: Path, path: str) -> None:
    """A folder that is missing or can't be written is an error, and nothing is left behind."""
    with pytest.raises(LedgerError):
        Store.open(tmp_path / path, create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_second_writer_is_told_who_has_the_ledger(tmp_path: Path) -> None:
    """The other process is named."""
    path = tmp_path / "x.duckdb"
    with Store.open(path, create=True):
        tries = f"from multivector.ledger import Store; Store.open({str(path)!r})"
        told = subprocess.run([sys.executable, "-c", tries], capture_output=True, text=True, check=False).stderr
    assert "is in use by another process" in told
    assert f"process {os.getpid()}" in told


def test_many_may_read_at_once(tmp_path: Path) -> None:
    """Two readers share a ledger."""
    path = tmp_path / "x.duckdb"
    Store.open(path, create=True).close()
    with Store.open(path, read_only=True):
        reads = f"from multivector.ledger import Store; print(Store.open({str(path)!r}, read_only=True).events())"
        told = subprocess.run([sys.executable, "-c", reads], capture_output=True, text=True, check=False)
    assert told.stdout == "[]\n"


def test_a_ledger_of_older_scripts_is_brought_up_to_date(tmp_path: Path) -> None:
    """Opening, even for reading, adds what the newer program needs."""
    path = tmp_path / "x.duckdb"
    Store.open(path, create=True).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE kept.ledger SET scripts = 'older'")
        connection.execute("DROP VIEW events")
    with Store.open(path, read_only=True) as store:
        assert store.events() == []


def test_the_first_of_two_that_make_a_ledger_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that came into being meanwhile is not overwritten."""
    path = tmp_path / "x.duckdb"
    with Store.open(path, create=True) as store:
        store.add(coding())
    monkeypatch.setattr(Path, "exists", lambda _: False)
    with Store.open(path, create=True) as store:
        assert len(store.events()) == 1


def test_a_disk_without_hard_links_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the new file is renamed."""

    def refuse(_path: Path, _target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    with Store.open(tmp_path / "x.duckdb", create=True) as store:
        assert store.add(coding()).new
    assert [file.name for file in tmp_path.iterdir()] == ["x.duckdb"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('IO Error: Could not write file "x": No space left on device', "no room on the disk"),
        ("IO Error: Cannot open file: Permission denied", "may not be written or read"),
        ("IO Error: Cannot open file: Read-only file system", "can't be written"),
        ("Fatal Error: something new\nwith more lines", "answered: Fatal Error: something new"),
    ],
)
def test_what_the_engine_says_becomes_a_sentence(text: str, told: str) -> None:
    """Each failure names the file and has a remedy where there is one."""
    assert told in str(database.failure(Path("x.duckdb"), duckdb.IOException(text)))


def test_a_full_disk_loses_nothing_that_was_reported(tmp_path: Path) -> None:
    """When no more can be written the writer says so, and the ledger still holds what went before."""
    path = tmp_path / "x.duckdb"
    Store.open(path, create=True).close()
    size = path.stat().st_size + 300_000
    writes = f"""
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
from multivector.ledger import Store
from tests.ledger.samples import coding, TEXT
from multivector.errors import LedgerError
store, number = Store.open({str(path)!r}), 0
try:
    while number < 2000:
        store.add(coding(str(number), text=TEXT + " Filler." * 500 + str(number)))
        number += 1
except LedgerError as error:
    print(number, error)
"""
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", writes], capture_output=True, text=True, check=False, cwd=root).stdout
    assert "no room to write" in told
    with Store.open(path, read_only=True) as store:
        assert len(store.query("SELECT id FROM reports")) >= int(told.split()[0])


def test_scripts_run_in_the_order_of_their_names() -> None:
    """Views come last, since they look at all tables."""
    names = list(opening.scripts())
    assert names == sorted(names)
    assert names[0].startswith("00_ledger")
    assert names[-1].endswith("_views.sql")
