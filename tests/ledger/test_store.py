"""The ledger keeps what it is given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.ledger.samples import TEXT, coding, report, telling

from multivector.errors import LedgerError, UsageError
from multivector.ledger import Store
from multivector.model import Coding


def counts(store: Store) -> dict[str, int]:
    """How many reports, tellings and codings the ledger holds, old codings included."""
    tables = {"reports": "reports", "shown": "tellings", "kept": "kept.tellings", "codings": "kept.codings"}
    return {name: store.query(f"SELECT count(*) AS n FROM {table}")[0]["n"] for name, table in tables.items()}  # noqa: S608


def test_the_same_reading_twice_adds_nothing(store: Store) -> None:
    """A report read again by the same coder is known."""
    first, second = store.add(coding()), store.add(coding())
    assert (first.new, second.new) == (True, False)
    assert first.report_id == second.report_id
    assert counts(store) == {"reports": 1, "shown": 1, "kept": 1, "codings": 1}


def test_what_was_added_is_there_after_opening_again(tmp_path: Path) -> None:
    """A closed ledger opens with all it held."""
    with Store.open(tmp_path / "l.duckdb", create=True) as store:
        store.add(coding())
    with Store.open(tmp_path / "l.duckdb", read_only=True) as store:
        assert store.coding("one") == coding()
        assert store.report("one").text == TEXT


def test_a_newer_coder_adds_a_coding_and_is_shown(store: Store) -> None:
    """Tellings of the older coding stay, views show the newer."""
    store.add(coding())
    newer = coding(coder="0.2")
    changed = replace(newer, events=(replace(newer.events[0], status="planned"),))
    assert store.add(changed).new
    assert counts(store) == {"reports": 1, "shown": 1, "kept": 2, "codings": 2}
    assert [event.status for event in store.events()] == ["planned"]
    assert store.query("SELECT coder FROM reports") == [{"coder": "0.2"}]


def test_a_newer_coder_that_tells_the_same_keeps_the_telling(store: Store) -> None:
    """A telling is one row however many coders tell it alike."""
    store.add(coding())
    store.add(coding(coder="0.2"))
    assert counts(store) == {"reports": 1, "shown": 1, "kept": 1, "codings": 2}


def test_reading_with_a_date_that_was_missing_is_a_new_coding(store: Store) -> None:
    """What is given from outside belongs to the reading."""
    store.add(coding(date=None, date_basis=None))
    assert store.add(coding(date="2025-03-05", date_basis="given")).new
    assert store.report("one").date == "2025-03-05"
    assert counts(store)["shown"] == 1


def test_the_last_reading_counts_even_if_it_was_there_before(store: Store) -> None:
    """Going back to an older coder shows the older coding again."""
    for coder in ("0.1", "0.2", "0.1"):
        assert store.add(coding(coder=coder)).new
    assert store.query("SELECT coder FROM reports") == [{"coder": "0.1"}]
    assert counts(store)["codings"] == 2


def test_another_text_of_the_same_name_is_another_report(store: Store) -> None:
    """Reports are told apart by content; the name alone is then no answer."""
    ids = [store.add(coding()).report_id, store.add(coding(text=TEXT + " It snowed.")).report_id]
    assert len(set(ids)) == 2
    with pytest.raises(UsageError, match="2 reports are called 'one'"):
        store.report("one")
    assert store.report(ids[1]).text.endswith("It snowed.")


def test_a_report_in_another_language_is_kept_without_tellings(store: Store) -> None:
    """It has its language, and no events."""
    store.add(Coding(report("Minister i Oslo.", language="no"), (), (), (), "0.1"))
    assert store.query("SELECT name, language FROM reports") == [{"name": "one", "language": "no"}]
    assert store.events() == []


def test_two_like_tellings_of_one_report_have_two_ids(store: Store) -> None:
    """Nothing that a coder tells is lost, even if it tells it twice."""
    told = telling(TEXT, "signed a salmon accord")
    added = store.add(Coding(report(TEXT), (told, told), (), (), "0.1"))
    assert added.tellings == 2
    assert store.query("SELECT count(DISTINCT id) AS n FROM tellings") == [{"n": 2}]


@pytest.mark.parametrize(
    "hostile",
    [
        "'; DROP TABLE reports; --",
        '"; SELECT 1',
        "R'); DELETE FROM kept.tellings;--",
        "{}",
        "$1",
        "?",
        "\x00",
        "🐟",
    ],
)
def test_hostile_names_are_names(store: Store, hostile: str) -> None:
    """Names, places and words go in as values and come out as they were."""
    told = telling(TEXT, "signed a salmon accord", people=(hostile,), unit=hostile, citations=(hostile,))
    store.add(Coding(report(TEXT, name=hostile, publisher=hostile, title=hostile), (told,), (), (), hostile))
    assert store.report(hostile).publisher == hostile
    assert store.events(text=hostile) == []
    assert store.events("CHL")[0].people == (hostile,)


@pytest.mark.parametrize("sql", ["DELETE FROM kept.tellings", "SELECT 1; SELECT 2", "DROP VIEW events", "ATTACH 'x'"])
def test_queries_only_read(store: Store, sql: str) -> None:
    """A question that would change something is refused."""
    with pytest.raises(UsageError, match="not one reading statement"):
        store.query(sql)


def test_no_file_can_be_read_through_a_query(store: Store) -> None:
    """The connection reaches nothing but the ledger."""
    with pytest.raises(LedgerError, match="Permission Error"):
        store.query("SELECT * FROM read_csv('/etc/passwd')")


def test_a_number_beyond_all_money_is_refused_and_nothing_of_its_report_stays(store: Store) -> None:
    """One transaction a report: all or nothing, and the ledger goes on."""
    told = telling(TEXT, "signed a salmon accord", value=Decimal(10) ** 40)
    with pytest.raises(LedgerError, match="too large to keep"):
        store.add(Coding(report(TEXT), (told,), (), (), "0.1"))
    assert counts(store)["reports"] == 0
    assert store.add(coding()).new


@pytest.mark.parametrize(
    ("pages", "anchor", "place"),
    [
        ((), "Alpha", "paragraph 1"),
        ((), "Gamma", "paragraph 3"),
        ((0, 14), "Beta", "page 1, paragraph 2"),
        ((0, 14), "Gamma", "page 2, paragraph 1"),
    ],
)
def test_a_quote_says_where_it_stands(store: Store, pages: tuple[int, ...], anchor: str, place: str) -> None:
    """Paragraphs are counted on the page where there are pages."""
    text = "Alpha met.\n\nBeta.\n\nGamma left."
    pages = tuple(text.index("Gamma") if page == 14 else page for page in pages)
    store.add(Coding(report(text, pages=pages), (telling(text, anchor),), (), (), "0.1"))
    said = store.quote(store.events()[0].tellings[0].id)
    assert (said.quote, said.place, said.event) == (anchor, place, store.events()[0].id)


def test_the_hash_tells_content_not_history(tmp_path: Path) -> None:
    """The same reports in another order have the same hash, another report another."""
    hashes: list[str] = []
    for order in (("a", "b"), ("b", "a"), ("a",)):
        with Store.open(tmp_path / f"{''.join(order)}{len(hashes)}.duckdb", create=True) as store:
            for name in order:
                store.add(coding(name))
            hashes.append(store.content_hash())
    assert hashes[0] == hashes[1] != hashes[2]
