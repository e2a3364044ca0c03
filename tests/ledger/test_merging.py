"""A dealing told by many reports is one event; two dealings are two, however alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.cases import cases, merged

from multivector.ledger import Store

CASES = cases()
HARD = {"a pledge, its first and second delivery": 1, "sanctions, statements and strikes of one quarrel": 1}
"""Pairs of one dealing that stay apart for want of a common word: a figure to bring down, never up."""


@pytest.mark.parametrize("name", CASES)
def test_made_up_reports_merge_as_they_should(store: Store, name: str) -> None:
    """No two dealings are put together, and hardly one is torn."""
    gold, coded = merged(store, CASES[name])
    assert coded - gold == set()
    assert len(gold - coded) <= HARD.get(name, 0)


@settings(max_examples=6, deadline=None, derandomize=True)
@given(data=st.data())
def test_the_order_of_reports_changes_nothing(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """The same reports in any order give the same events, down to their ids."""
    case = CASES[data.draw(st.sampled_from(sorted(CASES)))]
    hashes = []
    for order in (case, data.draw(st.permutations(case))):
        path = tmp_path_factory.mktemp("order") / "l.duckdb"
        with Store.open(path, create=True) as store:
            for coding, _ in order:
                store.add(coding)
            hashes.append((store.content_hash(), store.events()))
    assert hashes[0] == hashes[1]


def test_reports_one_by_one_give_what_all_at_once_gives(tmp_path: Path) -> None:
    """Drawing all events anew changes none, and nothing in the log but what is added."""
    path = tmp_path / "l.duckdb"
    with Store.open(path, create=True) as store:
        for name in sorted(CASES):
            merged_here = CASES[name]
            for coding, _ in merged_here:
                store.add(coding)
        before = store.content_hash()
        log = store.judgements()
        with store._writing():
            store._merger.all_anew()
        assert store.content_hash() == before
        assert store.judgements()[: len(log)] == log


def test_a_report_taken_back_leaves_no_trace_in_events(store: Store) -> None:
    """A coder that no longer tells a dealing takes it out of the event; the older coding stays."""
    case = CASES["two calls in a week, the first on two dates by time zone"]
    for coding, _ in case:
        store.add(coding)
    before = {event.id: len(event.tellings) for event in store.events()}
    first = case[0][0]
    store.add(type(first)(first.report, (), (), (), "newer"))
    after = {event.id: len(event.tellings) for event in store.events()}
    assert sum(after.values()) == sum(before.values()) - 1
    assert store.query("SELECT count(*) AS n FROM kept.tellings") == [{"n": 5}]


def test_why_names_the_features_of_each_comparison(store: Store) -> None:
    """Inside the event first, then what came near and why it stayed apart."""
    for coding, _ in CASES["two calls in a week, the first on two dates by time zone"]:
        store.add(coding)
    event = store.events()[0]
    reasons = store.why(event.id)
    inside = [reason for reason in reasons if reason.together]
    assert len(inside) == 3
    assert dict(inside[0].parts)["date"] == 3.0
    assert round(sum(weight for _, weight in inside[0].parts), 3) == inside[0].score
    assert all(reason.veto == "too many days apart" for reason in reasons if not reason.together)


def test_the_machine_logs_what_it_judged_with_version_and_features(store: Store) -> None:
    """Every pair that is alike is in the log, with what speaks for it."""
    for coding, _ in CASES["two calls in a week, the first on two dates by time zone"]:
        store.add(coding)
    log = store.judgements()
    assert [one.seq for one in log] == list(range(1, len(log) + 1))
    assert {one.kind for one in log} == {"same"}
    assert all(one.by.startswith("same@") and not one.person and one.features for one in log)


def test_gold_merging_reaches_its_bar(shared: Path, tmp_path: Path) -> None:
    """With perfectly coded tellings: hardly a wrong pair, most of the right ones."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("merging", Path(__file__).parents[2] / "benchmarks" / "merging.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    rows = bench.codings(shared / "gold" / "merge")
    figures = bench.score(bench.merged(rows, tmp_path / "l.duckdb"), {key for _, keys in rows for key in keys})
    assert figures["p"] >= 0.95
    assert figures["r"] >= 0.85
