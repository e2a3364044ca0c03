"""The editions of the World Factbook."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from multivector import datasets, parties
from multivector.datasets import Request
from multivector.datasets._names import fips
from multivector.datasets._slips import slips
from multivector.datasets.factbook import _editions
from multivector.errors import UsageError
from multivector.ledger import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A ledger with two editions."""
    opened = Store.open(tmp_path_factory.mktemp("l") / "l.duckdb", create=True)
    for edition in ("2024-06-27", "2025-06-26"):
        for batch in datasets.batches("factbook", Request(release=edition)):
            assert batch.select is not None
            opened.load_table(batch.head, batch.table, batch.select, batch.file)
    return opened


def test_fifteen_editions_ship() -> None:
    """Each is a batch of its own, dated and with its rows."""
    found = list(datasets.batches("factbook", Request()))
    assert [batch.head.release for batch in found][:: len(found) - 1] == ["2015-11-29", "2026-05-17"]
    assert len(found) == 15
    assert all(batch.head.published == batch.head.release for batch in found)


def test_what_ships_is_what_the_editions_print(shared: Path) -> None:
    """Row for row, nothing dropped, nothing repaired."""
    with (shared / "data" / "factbook-partners.csv").open(encoding="utf-8") as lines:
        outside = Counter(
            (row["snapshot"], row["fips"], row["flow"], row["data_year"], row["partner"], row["pct"])
            for row in csv.DictReader(lines)
        )
    inside = Counter(
        (edition, row["fips"], row["flow"], row["data_year"], row["partner"], row["pct"])
        for edition, rows in _editions().items()
        for row in rows
    )
    assert inside == outside


def test_every_country_of_an_edition_is_a_party() -> None:
    """The table of FIPS codes is whole; the Gaza Strip repeats the West Bank and is no second Palestine."""
    codes = {row["fips"] for rows in _editions().values() for row in rows}
    assert {code for code in codes if fips(code).party is None} == {"gz"}
    assert all(parties.get(fips(code).party or "EU") for code in codes)


@pytest.mark.parametrize(
    ("code", "party"),
    [("gm", "DEU"), ("ch", "CHN"), ("sf", "ZAF"), ("ng", "NER"), ("ni", "NGA"), ("as", "AUS"), ("au", "AUT"),
     ("ga", "GMB"), ("wa", "NAM"), ("ae", "ARE"), ("ee", "EU"), ("ks", "KOR"), ("ri", "SRB"), ("zz", None)],
)  # fmt: skip
def test_fips_codes_are_not_iso_codes(code: str, party: str | None) -> None:
    """`gm` is Germany, not the Gambia."""
    assert fips(code).party == party


def test_the_list_of_a_country(store: Store) -> None:
    """Kazakhstan's exports of 2023: shares of its total, in the order of print."""
    rows = store.query(
        "SELECT * FROM flows WHERE reporter = 'KAZ' AND measure = 'exports' AND release = '2025-06-26' ORDER BY \"row\""
    )
    assert [(row["importer"], int(row["value"])) for row in rows] == [
        ("CHN", 16), ("GBR", 15), ("RUS", 10), ("TUR", 6), ("ITA", 5),
    ]  # fmt: skip
    assert {(row["unit"], row["period"], row["published"], row["note"]) for row in rows} == {
        ("percent", "2023", "2025-06-26", "partial list")
    }


def test_a_likely_slip_is_kept_and_flagged(store: Store) -> None:
    """The Gambia among Kazakhstan's suppliers stays as printed; its neighbour Guinea-Bissau is not doubted."""
    sql = "SELECT reporter, note FROM flows WHERE exporter = 'GMB' AND measure = 'imports' ORDER BY reporter"
    rows = store.query(sql)
    assert [(row["reporter"], "implausible" in row["note"]) for row in rows] == [("GNB", False), ("KAZ", True)]
    assert "perhaps a slip for DEU" in rows[1]["note"]


def test_a_slip_needs_a_small_newcomer_and_a_missing_twin() -> None:
    """Only where the twin by code stood in the year before and is gone now."""
    lists = {"2022": ["Germany", "China"], "2023": ["Gambia, The", "China"]}
    editions = {
        year: [{"fips": "kz", "flow": "imports", "data_year": year, "partner": name, "pct": "4"} for name in names]
        for year, names in lists.items()
    }
    assert slips(editions) == {("2023", 1): "DEU"}
    editions["2023"].append({**editions["2022"][0], "data_year": "2023"})
    assert slips(editions) == {}


def test_an_edition_that_never_was_is_named() -> None:
    """The hint lists the editions."""
    with pytest.raises(UsageError, match=r"no edition '2019'.*\n.*2020-11-27"):
        list(datasets.batches("factbook", Request(release="2019")))


def test_the_factbook_takes_no_file() -> None:
    """A file of one's own is a table."""
    with pytest.raises(UsageError, match="takes no file"):
        list(datasets.batches("factbook", Request(files=(Path("x.csv"),))))
