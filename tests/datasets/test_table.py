"""Tables of flows: columns by their heads, cells by their columns."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from multivector import datasets
from multivector.datasets import Batch, Request
from multivector.errors import InputError, MultivectorError, UsageError


def load(folder: Path, text: str | bytes, name: str = "t.csv", **asked: Any) -> list[Batch]:
    """Return the batches of a file with this text."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(datasets.batches("table", Request(files=(file,), **asked)))


def row(folder: Path, text: str, **asked: Any) -> tuple[object, ...]:
    """Return reporter, exporter, importer, measure, value, unit and period of the only row."""
    (batch,) = load(folder, text, **asked)
    (found,) = batch.rows
    return tuple(found[name] for name in ("reporter", "exporter", "importer", "measure", "value", "unit", "period"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exporter,importer,year,value_usd\nKAZ,ITA,2022,1.5", (None, "KAZ", "ITA", "exports", "1.5", "USD", "2022")),
        ("reporter,partner,flow,year,value_usd\nKazakhstan,Italy,imports,2022,7",
         ("KAZ", "ITA", "KAZ", "imports", "7", "USD", "2022")),
        ("reporter,partner,flow,year,value_usd\nNLD,DEU,Re-exports,2022,7",
         ("NLD", "NLD", "DEU", "re-exports", "7", "USD", "2022")),
        ("reporter,partner,flow,year,value_usd\nGHA,CHN,inward investment stock,2021,5",
         ("GHA", "CHN", "GHA", "investment-stock", "5", "USD", "2021")),
        ("exporter,importer,period,value_thousand_usd\nGEO,KAZ,2023-Q2,28",
         (None, "GEO", "KAZ", "exports", "28000", "USD", "2023-Q2")),
        ("exporter,importer,year,month,value_eur\nGEO,KAZ,2023,4,28",
         (None, "GEO", "KAZ", "exports", "28", "EUR", "2023-04")),
        ("exporter,importer,year,value,unit\nGEO,KAZ,2023,28,USD million",
         (None, "GEO", "KAZ", "exports", "28000000", "USD", "2023")),
        ("Exporter;Importer;Year;Value (EUR mn)\nITA;KAZ;2023;1.234,5",
         (None, "ITA", "KAZ", "exports", "1234500000", "EUR", "2023")),
        ("country,counterpart,year,exports_fob_usd\nNA,ZA,2022,500",
         ("NAM", "NAM", "ZAF", "exports", "500", "USD", "2022")),
        ("reporter,partner,flow,year,share_percent\nKAZ,ITA,exports,2022,12.5%",
         ("KAZ", "KAZ", "ITA", "exports", "12.5", "percent", "2022")),
        ("reporter,partner,flow,year,share\nKAZ,ITA,exports,2022,0.125",
         ("KAZ", "KAZ", "ITA", "exports", "12.5", "percent", "2022")),
        ("exporter,importer,time_period,obs_value,unit\nCHL,NOR,202304,\"1,204\",thousand USD",
         (None, "CHL", "NOR", "exports", "1204000", "USD", "2023-04")),
    ],
)  # fmt: skip
def test_a_row_is_understood(text: str, expected: tuple[object, ...], tmp_path: Path) -> None:
    """Heads of many wordings, one meaning."""
    found = row(tmp_path, text)
    assert found == (*expected[:4], Decimal(str(expected[4])), *expected[5:])


@pytest.mark.parametrize(
    ("partner", "party", "note"),
    [
        ("World", None, "world: World"),
        ("W00", None, "world: World"),
        ("Areas, nes", None, "part of the total: Areas, nes"),
        ("Bunkers", None, "part of the total: Bunkers"),
        ("Atlantis", None, "unknown name: Atlantis"),
        ("Congo", None, "unknown name: Congo"),
        ("NA", "NAM", None),
        ("757", "CHE", "Switzerland with Liechtenstein"),
        ("58", None, "no party of today: Belgium-Luxembourg (one customs area until 1998)"),
        ("Côte d'Ivoire", "CIV", None),
    ],
)
def test_partners_that_are_no_party_keep_their_words(
    partner: str, party: str | None, note: str | None, tmp_path: Path
) -> None:
    """The world, parts of the total and unknown names are rows without a party."""
    (batch,) = load(tmp_path, f'exporter,importer,year,value_usd\nKAZ,"{partner}",2022,1')
    assert (batch.rows[0]["importer"], batch.rows[0]["note"]) == (party, note)


def test_the_columns_taken_are_told(tmp_path: Path) -> None:
    """So are those that are not used, names of nobody and rows without a figure."""
    text = "exporter,importer,year,value_usd,colour\nKAZ,ITA,2022,1,red\nKAZ,Atlantis,2022,2,\nKAZ,DEU,2022,NA,\n"
    (batch,) = load(tmp_path, text)
    assert batch.remarks == (
        "columns: exporter = exporter, importer = importer, year = year, value_usd = value in USD; not used: colour",
        "1 rows without a party, 'unknown name: Atlantis'",
        "1 rows without a figure are left out",
    )


def test_sources_and_releases_of_a_file_stay_apart(tmp_path: Path) -> None:
    """Two sources that count the same are two datasets."""
    text = (
        "exporter,importer,year,value_usd,source,release,published\n"
        "MMR,THA,2019,3,Statistical Office,2020,2020-05-31\nMMR,THA,2019,4,Ministry,2020,2020-06-30\n"
        "MMR,THA,2019,5,Ministry,2021,2021-06-30\n"
    )
    heads = [batch.head for batch in load(tmp_path, text, name="trade.csv")]
    assert [(head.name, head.release, head.published) for head in heads] == [
        ("trade/Statistical Office", "2020", "2020-05-31"),
        ("trade/Ministry", "2020", "2020-06-30"),
        ("trade/Ministry", "2021", "2021-06-30"),
    ]


def test_a_column_can_be_named_by_hand(tmp_path: Path) -> None:
    """`--map` gives a column the head that would have been understood."""
    given = {"Ziel": "importer", "Wert": "value_thousand_eur"}
    found = row(tmp_path, "exporter,Ziel,year,Wert\nDEU,Italien,2022,3", columns=given)
    assert found == (None, "DEU", None, "exports", Decimal(3000), "EUR", "2022")


def test_several_columns_of_values_are_several_figures(tmp_path: Path) -> None:
    """Exports and imports of one line are two rows, and each finds its cell."""
    (batch,) = load(tmp_path, "reporter,partner,year,exports_usd,imports_usd\nKAZ,ITA,2022,5,3")
    assert [(one["exporter"], one["value"], one["row"]) for one in batch.rows] == [
        ("KAZ", 5, "line 2, exports_usd"),
        ("ITA", 3, "line 2, imports_usd"),
    ]


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("exporter,importer,year\nKAZ,ITA,2022", "no column of values.*'exporter', 'importer', 'year'", "--map"),
        ("exporter,importer,value_usd\nKAZ,ITA,1", "does not tell the time", "year or period"),
        ("exporter,importer,year,value\nKAZ,ITA,2022,1", "does not tell the unit", "value with unit"),
        ("reporter,partner,year,value_usd\nKAZ,ITA,2022,1", "exports from imports", "flow"),
        ("who,whom,year,value_usd\nKAZ,ITA,2022,1", "who exports to whom", "exporter and importer"),
        ("party,body,first,last\nKAZ,EAEU,2015-01-01,", "holds memberships", "exporter"),
        ("visitor,host,office,name,date\nKAZ,ITA,president,X,2024-01-18", "holds visits", "exporter"),
        ("exporter,importer,year,value_usd\nKAZ,ITA,2022,much", "'much' in column 'value_usd' .t.csv, line 2", "123"),
        ("exporter,importer,year,value_usd\nKAZ,ITA,soon,1", "'soon' in column 'year'", "2023-Q2"),
        ("reporter,partner,flow,year,value_usd\nKAZ,ITA,sideways,2022,1", "'sideways' in column 'flow'", "imports"),
        ("exporter,importer,year,value,unit\nKAZ,ITA,2022,1,apples", "'apples' in column 'unit'", "USD million"),
        ("exporter,importer,year,value_usd\nKAZ,ITA,2022,1,2", "line 2 has 5 cells under 4 heads", "separator"),
        ("exporter,importer,year,value_usd,year\nKAZ,ITA,2022,1,1", "two columns are called 'year'", "own head"),
        ("exporter,importer,year,value_usd\nKAZ,ITA,2022,..", "holds no figure", "empty"),
        ("", "no line of column heads", "first line"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said(text: str, what: str, hint: str, tmp_path: Path) -> None:
    """Never a guess: the columns seen, the cell and its line, and the remedy."""
    with pytest.raises(InputError, match=f"(?s){what}.*\n.*{hint}"):
        load(tmp_path, text)


@pytest.mark.parametrize(("head", "words"), [("Nowhere", "importer"), ("year", "favourite")])
def test_a_wrong_map_is_wrong_usage(head: str, words: str, tmp_path: Path) -> None:
    """Neither a column that is not there nor a field that is none."""
    with pytest.raises(UsageError, match=f"{head if head == 'Nowhere' else words}"):
        load(tmp_path, "exporter,importer,year,value_usd\nKAZ,ITA,2022,1", columns={head: words})


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfexporter,importer,year,value_usd\nCIV,ITA,2022,1",
        "exporter,importer,year,value_usd\nCôte d'Ivoire,ITA,2022,1".encode("cp1252"),
        "exporter\timporter\tyear\tvalue_usd\nCIV\tITA\t2022\t1".encode("utf-16"),
    ],
)
def test_encodings_of_offices(data: bytes, tmp_path: Path) -> None:
    """UTF-8 with a mark, Windows-1252, UTF-16."""
    (batch,) = load(tmp_path, data)
    assert batch.rows[0]["exporter"] == "CIV"


@pytest.mark.parametrize(("data", "what"), [(b"PK\x03\x04xlsx", "no CSV file"), (None, "can't read")])
def test_what_is_no_table(data: bytes | None, what: str, tmp_path: Path) -> None:
    """A workbook and a file that is not there."""
    file = tmp_path / "x.csv"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(MultivectorError, match=what):
        list(datasets.batches("table", Request(files=(file,))))


def test_a_file_of_comtrade_without_flows_needs_the_direction_alone(shared: Path) -> None:
    """1,000 rows: all numbers of countries are known, 42 codes get back their zero, the sums are those outside."""
    file = shared / "data" / "comtrade-sample.csv"
    given = {"primaryValue": "exports_usd"}
    (batch,) = datasets.batches("table", Request(files=(file,), columns=given))
    values = {str(one["row"]): (str(one["product"]), Decimal(str(one["value"]))) for one in batch.rows}
    assert len(values) == 1000
    assert all(one["exporter"] and one["importer"] for one in batch.rows)
    assert sum(code.startswith("0") for code, _ in values.values()) == 42
    assert sum(value for _, value in values.values()) == pytest.approx(Decimal("7767234073.55"))
    assert sum(value for code, value in values.values() if code[:2] == "27") == Decimal("460407002.591")
    assert sum(value for code, value in values.values() if code[:2] < "10") == Decimal("32146624.956")
