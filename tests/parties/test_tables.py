"""What every table of who is who must keep."""

from collections import Counter
from itertools import pairwise

import pytest

from multivector import parties
from multivector.model.time import first_day, is_date, last_day
from multivector.parties.read import known, rows
from multivector.tables import several

TABLES_OF_WORDS = ["seats", "bodies", "regions", "former", "doubtful", "companies", "cities"]
CAPITALS = [(row["code"], name) for row in rows("states") for name in several(row["capitals"])]
UNITED_NATIONS = [row for row in rows("states") if row["code"] in parties.members("UN") | {"TWN", "PSE", "XKX", "VAT"}]


def test_codes_are_unique() -> None:
    """No code stands for two parties, and states have codes of two and three letters."""
    codes = [row["code"] for table in ("states", "organisations") for row in rows(table)]
    assert [code for code, times in Counter(codes).items() if times > 1] == []
    assert all(len(row["code"]) == 3 and len(row["alpha2"]) == 2 for row in rows("states"))
    assert len({row["alpha2"] for row in rows("states")}) == len(rows("states"))


def test_names_are_unique() -> None:
    """No two parties are called the same."""
    assert [name for name, times in Counter(party.name for party in known().values()).items() if times > 1] == []


@pytest.mark.parametrize("table", TABLES_OF_WORDS)
def test_parties_of_words_exist(table: str) -> None:
    """Every code in a table is that of a party."""
    for row in rows(table):
        assert set(several(row.get("parties") or row.get("party") or "")) <= set(known()), row


@pytest.mark.parametrize("table", ["former", "offices", "members"])
def test_dates_exist_in_order(table: str) -> None:
    """Every date is one of the calendar, and nothing ends before it begins."""
    for row in rows(table):
        first, last = row["first"], row["last"]
        assert all(is_date(date) for date in (first, last) if date), row
        assert not (first and last) or first_day(first) <= last_day(last), row


@pytest.mark.parametrize("table", ["states", "organisations", *TABLES_OF_WORDS, "nobody", "titles"])
def test_words_are_clean(table: str) -> None:
    """No cell holds empty entries, doubled entries or spaces at its ends."""
    for row in rows(table):
        for cell in row.values():
            entries = cell.split("|")
            assert all(entry == entry.strip() for entry in entries), row
            assert cell == "" or ("" not in entries and len(set(entries)) == len(entries)), row


@pytest.mark.parametrize("table", ["seats", "bodies", "regions", "former", "nobody"])
def test_words_stand_once(table: str) -> None:
    """No words stand twice in one table."""
    assert [words for words, times in Counter(row["words"] for row in rows(table)).items() if times > 1] == []


@pytest.mark.parametrize(("code", "capital"), CAPITALS)
def test_capital(code: str, capital: str) -> None:
    """Every capital stands for its state, but Brussels, which may be the Union's."""
    assert parties.resolve(capital).party == (None if capital == "Brussels" else code)


@pytest.mark.parametrize("row", UNITED_NATIONS, ids=lambda row: row["code"])
def test_state_has_its_words(row: dict[str, str]) -> None:
    """Every state has a capital, and an adjective or a word for its people."""
    assert row["capitals"]
    assert row["adjectives"] or row["peoples"]


def test_members_are_parties() -> None:
    """Organisations in the table of members are organisations, their members are parties, and none is listed twice."""
    spans: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in rows("members"):
        assert known()[row["org"]].kind == "organisation"
        assert row["state"] in known()
        spans.setdefault((row["org"], row["state"]), []).append((row["first"], row["last"]))
    for held in spans.values():
        ordered = sorted(held)
        assert all(one[1] and one[1] < two[0] for one, two in pairwise(ordered)), held
