"""The verbs load, figures, measures and tie, as they are typed."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from multivector import measures
from multivector.briefs.promises import open_promises
from multivector.cli import _tie, build
from multivector.errors import UsageError
from multivector.ledger import Store

TABLE = "exporter,importer,year,value_usd\nKAZ,ITA,2022,60\nKAZ,CHN,2022,40\nKAZ,Atlantis,2022,7\n"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a verb on a ledger of its own."""

    def verb(*words: str) -> Result:
        done = CliRunner().invoke(build(), [*words, "--ledger", str(tmp_path / "l.duckdb")])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    return verb


def lines(done: Result) -> list[Any]:
    """Return the JSON Lines of an answer."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_table_is_loaded_and_its_rows_shown(run: Run, tmp_path: Path) -> None:
    """Standard output holds the answer alone; what was understood is said on standard error."""
    (tmp_path / "trade.csv").write_text(TABLE, encoding="utf-8")
    done = run("load", "table", str(tmp_path / "trade.csv"), "--release", "r1", "--json")
    told = {"dataset": "trade", "release": "r1", "published": None, "rows": 3, "state": "new"}
    assert lines(done) == [told]
    assert "value_usd = value in USD" in done.stderr
    assert "1 rows without a party, 'unknown name: Atlantis'" in done.stderr
    again = run("load", "table", str(tmp_path / "trade.csv"), "--release", "r1", "--json")
    assert lines(again) == [{**told, "state": "known already"}]
    (row,) = lines(run("figures", "Kazakhstan", "Italy", "--json"))
    assert row == {
        "reporter": None, "exporter": "KAZ", "importer": "ITA", "measure": "exports", "value": 60, "unit": "USD",
        "period": "2022", "product": None, "dataset": "trade", "release": "r1", "published": None, "row": "line 2",
        "note": None,
    }  # fmt: skip


def test_the_factbook_needs_no_file(run: Run) -> None:
    """One edition of it, asked by its date."""
    assert lines(run("load", "factbook", "--release", "2024-06-27", "--json"))[0]["rows"] == 2335
    (row,) = lines(run("figures", "KAZ", "ITA", "--measure", "exports", "--json"))
    assert (row["value"], row["unit"], row["period"], row["published"]) == (13, "percent", "2022", "2024-06-27")


def test_sources_are_listed(run: Run) -> None:
    """`load` alone shows what there is."""
    assert {"factbook", "table"} <= {row["dataset"] for row in lines(run("load", "--json"))}


def test_columns_are_named_by_hand(run: Run, tmp_path: Path) -> None:
    """`--map`, once a column; what is no pair is wrong usage."""
    (tmp_path / "t.csv").write_text("von,nach,year,value_eur\nDEU,ITA,2022,3\n", encoding="utf-8")
    done = run("load", "table", str(tmp_path / "t.csv"), "--map", "von=exporter", "--map", "nach=importer", "--json")
    assert lines(done)[0]["rows"] == 1
    with pytest.raises(UsageError, match="'von' is no COLUMN=FIELD"):
        run("load", "table", str(tmp_path / "t.csv"), "--map", "von")


def test_an_absent_figure_is_an_answer(run: Run, tmp_path: Path) -> None:
    """Exit code 0, nothing on standard output, and no zero."""
    (tmp_path / "trade.csv").write_text(TABLE, encoding="utf-8")
    run("load", "table", str(tmp_path / "trade.csv"))
    done = run("figures", "KAZ", "MNG", "--json")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "unknown, not zero" in done.stderr


def test_measures_are_listed() -> None:
    """Question, formula, unit, range, needs and source of each."""
    done = CliRunner().invoke(build(), ["measures", "--json"])
    heads = lines(done)
    assert [head["name"] for head in heads] == [head.name for head in measures.catalogue()]
    assert heads[0].keys() >= {"question", "formula", "unit", "range", "needs", "source"}


def test_a_tie_as_json(run: Run, tmp_path: Path) -> None:
    """One object; with --why the evidence of each figure and the heads of the measures."""
    (tmp_path / "trade.csv").write_text(TABLE, encoding="utf-8")
    run("load", "table", str(tmp_path / "trade.csv"))
    (found,) = lines(run("tie", "Kazakhstan", "Italy", "--json"))
    assert found["of"] == ["KAZ", "ITA"]
    share = next(figure for figure in found["figures"] if figure["measure"] == "dependence.exports")
    assert (share["value"], share["kind"], "evidence" in share) == (pytest.approx(60 / 107), "computed", False)
    (found,) = lines(run("tie", "Kazakhstan", "Italy", "--json", "--why"))
    share = next(figure for figure in found["figures"] if figure["measure"] == "dependence.exports")
    assert share["evidence"][0]["statement"] == "KAZ, exports, 2022: ITA 60 USD"
    assert len(found["measures"]) == len(measures.catalogue())


def test_a_tie_in_a_pipe_is_rows(run: Run, tmp_path: Path) -> None:
    """Tabs, one figure a line."""
    (tmp_path / "trade.csv").write_text(TABLE, encoding="utf-8")
    run("load", "table", str(tmp_path / "trade.csv"))
    rows = [line.split("\t") for line in run("tie", "KAZ", "ITA").stdout.splitlines()]
    assert {len(row) for row in rows} == {11}
    assert ["dependence.exports", "KAZ,ITA"] in [row[1:3] for row in rows]


def shown(store: Store, **asked: Any) -> str:
    """Return what a terminal shows of a tie."""
    found = measures.tie(store, "KAZ", "ITA", **asked)
    console = Console(file=io.StringIO(), width=120, highlight=False)
    _tie.show(found, open_promises(store.events("KAZ", "ITA"), found.as_of), why=True, console=console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_tie_on_a_terminal(tell: Callable[..., Store], count: Callable[..., Store]) -> None:
    """Marks, groups, both directions, periods, dealings, promises, formulas."""
    tell(
        {"type": "AGREE", "date": "2024-01-18", "value": "1500000000", "unit": "USD", "sectors": ("energy",)},
        {"type": "CONSULT", "mode": "visit", "status": "planned", "date": "2024-06"},
    )
    store = count("reporter,partner,flow,year,share_percent\nKAZ,ITA,exports,2022,13\nKAZ,CHN,exports,2022,14\n")
    text = shown(store, by="year")
    for words in (
        "Kazakhstan – Italy", "as of 2024-03-31", "ƒ    co-operation", "▫    exports, 2022", "13 %  12.5 % – 13.5 %",
        "Dependence: Kazakhstan on Italy", "sum as signed, USD", "1,500,000,000", "By year", "▪  2024-01-18  AGREE",
        "CONSULT visit, not yet due", "formula: sum over dealings", "PLOVER manual", "ƒ from e",
    ):  # fmt: skip
        assert words in text, words


def test_a_tie_of_which_nothing_is_known(ledger: Store) -> None:
    """Each group says so once; no zero is shown."""
    text = shown(ledger)
    assert text.count("no dealing of the two is told") >= 4
    assert "unknown, not zero" in text
    assert "none is told" in text
