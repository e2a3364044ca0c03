"""Dependence, concentration and mirror figures, on small tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from multivector import datasets, measures
from multivector.datasets import Request
from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.model import Counted, Figure

Count = Callable[..., Store]


@pytest.fixture(scope="module")
def factbook(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A ledger with three editions of the Factbook."""
    store = Store.open(tmp_path_factory.mktemp("l") / "l.duckdb", create=True)
    for edition in ("2020-11-27", "2024-12-26", "2025-06-26"):
        for batch in datasets.batches("factbook", Request(release=edition)):
            assert batch.select is not None
            store.load_table(batch.head, batch.table, batch.select, batch.file)
    return store


def of(figures: list[Figure], measure: str, whose: str, period: str) -> Figure:
    """Return the one figure of a measure, a party and a period."""
    (found,) = (one for one in figures if (one.measure, one.of[0], one.period) == (measure, whose, period))
    return found


def test_the_share_of_a_partner_in_a_partial_list(factbook: Store) -> None:
    """A printed percent is known to half a unit; the rank to what that leaves open."""
    figures = measures.measure(factbook, "dependence", "KAZ", "ITA")
    share = of(figures, "dependence.exports", "KAZ", "2023")
    assert (share.value, share.low, share.high) == pytest.approx((0.05, 0.045, 0.055))
    rank = of(figures, "dependence.exports-rank", "KAZ", "2023")
    assert (rank.value, rank.low, rank.high) == (5, 4, 5)
    precise = of(figures, "dependence.exports", "KAZ", "2017")
    assert (precise.value, precise.low, precise.high) == pytest.approx((0.179, 0.1785, 0.1795))


def test_an_unlisted_partner_lies_below_the_last(factbook: Store) -> None:
    """Kazakhstan is not among Italy's five: no value, but bounds."""
    figures = measures.measure(factbook, "dependence", "KAZ", "ITA")
    share = of(figures, "dependence.exports", "ITA", "2023")
    assert (share.value, share.low) == (None, 0)
    assert share.high == pytest.approx(0.055)
    rank = of(figures, "dependence.exports-rank", "ITA", "2023")
    assert (rank.value, rank.low, rank.high) == (None, 6, None)
    assert "below the last, 5 %" in rank.note


def test_the_first_party_comes_first(factbook: Store) -> None:
    """And each figure names its source, release and who counted."""
    figures = measures.measure(factbook, "dependence", "KAZ", "ITA")
    assert [figure.of[0] for figure in figures] == sorted((one.of[0] for one in figures), reverse=True)
    share = of(figures, "dependence.exports", "KAZ", "2022")
    assert share.concept == "ITA in the exports of KAZ, counted by KAZ, factbook 2024-12-26"
    counted = share.evidence[0]
    assert isinstance(counted, Counted)
    assert (counted.release, counted.published) == ("2024-12-26", "2024-12-26")
    assert counted.statement == "KAZ, exports, 2022: ITA 13 % (partial list)"


def test_concentration_has_bounds(factbook: Store) -> None:
    """The vector of the Factbook of June 2025."""
    figure = of(measures.measure(factbook, "concentration", "KAZ", "ITA"), "concentration.exports", "KAZ", "2023")
    assert figure.value is None
    assert (figure.low, figure.high) == pytest.approx((0.0642, 0.0876))
    assert figure.note == "5 partners listed, 52 % of the total"


def test_since_and_until_choose_years(factbook: Store) -> None:
    """By the year of the figure."""
    figures = measures.measure(factbook, "dependence", "KAZ", "ITA", since="2022-05", until="2022")
    assert {figure.period for figure in figures} == {"2022"}


def shares(store: Store, a: str, b: str) -> dict[tuple[str, str], tuple[float | None, float | None]]:
    """Return share and rank by party and what is counted."""
    found: dict[tuple[str, str], tuple[float | None, float | None]] = {}
    for one in measures.measure(store, "dependence", a, b):
        name = one.measure.removeprefix("dependence.").removesuffix("-rank")
        share, rank = found.get((one.of[0], name), (None, None))
        found[one.of[0], name] = (share, one.value) if one.measure.endswith("-rank") else (one.value, rank)
    return found


def test_a_table_without_reporters_serves_both_sides(count: Count) -> None:
    """Exports of one, imports of the other, and trade where both are known."""
    store = count(
        "exporter,importer,year,value_usd\nKAZ,ITA,2022,60\nKAZ,CHN,2022,40\nITA,KAZ,2022,10\nFRA,KAZ,2022,30\n"
    )
    found = shares(store, "KAZ", "ITA")
    assert found["KAZ", "exports"] == (0.6, 1)
    assert found["KAZ", "imports"] == (0.25, 2)
    assert found["KAZ", "trade"] == (0.5, 1)
    assert found["ITA", "imports"] == (1, 1)


def test_the_world_row_is_the_total(count: Count) -> None:
    """And holds no rank; neither do areas that are not specified."""
    store = count('exporter,importer,year,value_usd\nDEU,World,2022,100\nDEU,ITA,2022,20\nDEU,"Areas, nes",2022,40\n')
    assert shares(store, "DEU", "ITA")["DEU", "exports"] == (0.2, 1)


def test_what_came_back_makes_nobody_its_own_partner(count: Count) -> None:
    """China's imports from China are in the total and hold no rank."""
    store = count("reporter,partner,flow,year,value_usd\nCHN,CHN,M,2022,60\nCHN,DEU,M,2022,40\n")
    assert shares(store, "CHN", "DEU")["CHN", "imports"] == (0.4, 1)


def test_a_bloc_beside_its_members_is_not_added(count: Count) -> None:
    """Its own share is told, its rank is not."""
    store = count("exporter,importer,year,value_usd\nKAZ,EU,2022,60\nKAZ,ITA,2022,50\nKAZ,CHN,2022,50\n")
    assert shares(store, "KAZ", "ITA")["KAZ", "exports"] == (0.5, 1)
    assert shares(store, "KAZ", "EU")["KAZ", "exports"] == (0.6, None)


def test_a_bloc_in_no_row_is_the_sum_of_its_members(count: Count) -> None:
    """Of those that were members in the year asked."""
    text = "exporter,importer,year,value_usd\nKAZ,GBR,{0},10\nKAZ,ITA,{0},30\nKAZ,CHN,{0},60\n"
    store = count(text.format(2019), name="before")
    assert shares(store, "KAZ", "EU")["KAZ", "exports"] == (0.4, None)
    store = count(text.format(2022), name="after")
    figures = [one for one in measures.measure(store, "dependence", "KAZ", "EU") if one.period == "2022"]
    assert [one.value for one in figures] == [0.3]


def test_a_partner_in_no_row_is_unknown(count: Count) -> None:
    """Not zero."""
    (figure,) = measures.measure(
        count("exporter,importer,year,value_usd\nKAZ,DEU,2022,1\n"), "dependence", "KAZ", "MNG"
    )
    assert (figure.value, figure.note) == (None, "not in the list: unknown, not zero")


def test_rows_by_product_are_added_where_there_is_no_total(count: Count) -> None:
    """Else the total counts, and products are parts of it."""
    head = "exporter,importer,product,year,value_usd\n"
    store = count(f"{head}KAZ,ITA,2709,2022,5\nKAZ,ITA,7202,2022,3\nKAZ,CHN,2709,2022,8\n", name="parts")
    assert shares(store, "KAZ", "ITA")["KAZ", "exports"] == (0.5, 1)
    store = count(f"{head}KAZ,ITA,TOTAL,2023,10\nKAZ,ITA,2709,2023,5\nKAZ,CHN,TOTAL,2023,30\n", name="whole")
    figures = [one for one in measures.measure(store, "dependence", "KAZ", "ITA") if one.period == "2023"]
    assert figures[0].value == 0.25


def test_the_newest_release_counts(count: Count) -> None:
    """The older one stays in the ledger and is asked for by name."""
    text = "exporter,importer,year,value_usd\nDEU,ITA,2022,{}\nDEU,FRA,2022,100\n"
    count(text.format(100), release="2023-06")
    store = count(text.format(300), release="2024-06")
    assert shares(store, "DEU", "ITA")["DEU", "exports"] == (0.75, 1)
    assert [row["value"] for row in measures.figures(store, "DEU", "ITA")] == [300]
    assert [row["value"] for row in measures.figures(store, "DEU", "ITA", release="2023-06")] == [100]
    assert [row["value"] for row in measures.figures(store, "DEU", "ITA", release="all")] == [300, 100]


def test_mirror_figures_stand_side_by_side(count: Count) -> None:
    """The vector: 13,900 counted by the exporter, 4,600 by the importer."""
    store = count(
        "reporter,partner,flow,year,value_million_usd\nKAZ,ITA,exports,2023,13900\nITA,KAZ,imports,2023,4600\n"
    )
    exporter, importer, gap = measures.measure(store, "mirror", "ITA", "KAZ")
    assert (exporter.value, importer.value) == (13.9e9, 4.6e9)
    assert gap.value == pytest.approx(-1.048308679, rel=1e-9)
    assert gap.note.startswith("they contradict each other")
    assert gap.of == ("KAZ", "ITA")


@pytest.mark.parametrize(("imported", "verdict"), [(106, "they agree"), (120, "they differ"), (200, "they contradict")])
def test_how_far_two_counts_lie_apart(imported: int, verdict: str, count: Count) -> None:
    """Freight and insurance are taken off first."""
    store = count(f"reporter,partner,flow,year,value_usd\nKAZ,ITA,X,2023,100\nITA,KAZ,M,2023,{imported}\n")
    assert measures.measure(store, "mirror", "KAZ", "ITA")[2].note.startswith(verdict)


def test_figures_are_rows_as_counted(count: Count) -> None:
    """By measure, period and dataset; re-exports are no exports; months stay months."""
    store = count(
        "reporter,partner,flow,period,value_usd\nNLD,DEU,X,2022,100\nNLD,DEU,RX,2022,35\nDEU,NLD,M,2022,110\n"
        "DEU,NLD,X,2022-01,7\nNLD,World,X,2022,900\n"
    )
    exports = measures.figures(store, "NLD", "DEU", measure="exports", period="2022")
    assert [(row["reporter"], row["measure"], row["value"]) for row in exports] == [
        ("NLD", "exports", 100), ("DEU", "imports", 110),
    ]  # fmt: skip
    assert [row["value"] for row in measures.figures(store, "NLD", "DEU", measure="re-exports")] == [35]
    assert [row["period"] for row in measures.figures(store, "DEU", "NLD", measure="exports")] == ["2022-01"]
    assert [row["note"] for row in measures.figures(store, "NLD") if row["importer"] is None] == ["world: World"]
    assert not measures.figures(store, "NLD", "KAZ")


@pytest.mark.parametrize(
    ("asked", "message"), [({"dataset": "x"}, "no dataset 'x'"), ({"release": "y"}, "no release 'y'")]
)
def test_figures_of_what_is_not_loaded(asked: dict[str, str], message: str, count: Count) -> None:
    """The hint lists what is."""
    store = count("exporter,importer,year,value_usd\nKAZ,ITA,2022,1\n")
    with pytest.raises(UsageError, match=message):
        measures.figures(store, "KAZ", **asked)


def test_na_is_namibia(count: Count) -> None:
    """Its share is of the world's row."""
    store = count("country,counterpart,year,exports_fob_usd\nNA,ZA,2022,500\nNA,W00,2022,900\n")
    assert shares(store, "NAM", "ZAF")["NAM", "exports"] == pytest.approx((500 / 900, 1))
