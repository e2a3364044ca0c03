"""The ledger keeps what it is given."""

from __future__ import annotations

from pathlib import Path

from tests.ledger.samples import TEXT, coding

from multivector.ledger import Store


def test_adding_the_same_reading_twice_adds_nothing(tmp_path: Path) -> None:
    """A report read again by the same coder is known."""
    with Store.open(tmp_path / "l.duckdb", create=True) as store:
        assert store.add(coding()).new
        assert not store.add(coding()).new
        assert store.query("SELECT count(*) AS n FROM tellings") == [{"n": 1}]
        (event,) = store.events("CHL", "NOR")
        assert store.quote(event.tellings[0].id).place == "paragraph 1"
        assert store.report("one").text == TEXT
