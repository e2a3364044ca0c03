"""The figures of gold against coded, and that they are those of the scorer beside the gold, to the printed digit."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.evaluation import Miss, score
from multivector.evaluation.matching import assign
from multivector.model.codes import STATUSES

Record = dict[str, Any]
Reports = dict[str, Record]


def event(**told: Any) -> Record:
    """Return an event of Italy and Kazakhstan."""
    return {"type": "AGREE", "mode": None, "status": "occurred", "actors": ["ITA"], "recipients": ["KAZ"], **told}


def record(*events: Record, claims: list[Record] | None = None, citations: list[Record] | None = None) -> Record:
    """Return a record of one report."""
    return {
        "report": {"date": "2024-03-11"},
        "events": list(events),
        "claims": claims or [],
        "citations": citations or [],
    }


VISIT = event(type="CONSULT", mode="visit")


def figures(gold: Record, coded: Record) -> Record:
    """Return the figures of one report."""
    return score({"one": gold}, {"one": coded})[0]


@pytest.mark.parametrize(
    ("gold", "coded", "found", "exact"),
    [
        (event(), event(), 1, 1),
        (event(), event(actors=["KAZ"], recipients=["ITA"]), 1, 1),
        (event(type="AID"), event(type="AID", actors=["KAZ"], recipients=["ITA"]), 0, 0),
        (
            event(type="CONSULT", mode="visit"),
            event(type="CONSULT", mode="visit", actors=["KAZ"], recipients=["ITA"]),
            0,
            0,
        ),
        (event(type="CONSULT", mode="visit"), event(type="CONSULT", mode="meet"), 1, 0),
        (event(type="ASSAULT", actors=["ITA", "KAZ"], recipients=[]), event(type="ASSAULT"), 1, 1),
        (event(date="2024-03-11"), event(date="2024-03"), 1, 0),
        (event(date="2024-03-11"), event(date="2024-04"), 0, 0),
        (event(date=None), event(date="2024-04"), 1, 0),
        (event(value=100), event(value=101), 1, 1),
        (event(value=100), event(value=103), 1, 0),
        (event(count=18), event(count=17), 1, 0),
        (event(), event(type="SUPPORT"), 0, 0),
    ],
)
def test_events(gold: Record, coded: Record, found: int, exact: int) -> None:
    """Type and parties make an event, dates must not contradict; all attributes make it exact."""
    told = figures(record(gold), record(coded))
    assert (told["events"]["found"], told["exact"]["found"]) == (found, exact)


CLAIM = {"kind": "rank", "measure": "trade", "subject": "ITA", "object": "KAZ", "value": 3, "unit": "rank"}


@pytest.mark.parametrize(
    ("gold", "coded", "found", "exact"),
    [
        ({}, {}, 1, 1),
        ({}, {"value": 4}, 0, 0),
        ({}, {"subject": "KAZ", "object": "ITA"}, 0, 0),
        ({}, {"period": "2023"}, 1, 0),
        ({"kind": "amount"}, {"kind": "amount", "subject": "KAZ", "object": "ITA"}, 1, 1),
        ({"kind": "share", "value": 12.5}, {"kind": "share", "value": 12.6}, 1, 1),
        ({"kind": "membership", "value": True}, {"kind": "membership", "value": "True"}, 1, 1),
        ({"kind": "office", "value": "José Añez"}, {"kind": "office", "value": "Jose Anez"}, 1, 1),
    ],
)
def test_claims(gold: Record, coded: Record, found: int, exact: int) -> None:
    """Kind, measure, ends and value make a claim; order is free where trade goes both ways."""
    told = figures(record(claims=[{**CLAIM, **gold}]), record(claims=[{**CLAIM, **coded}]))
    assert (told["claims"]["found"], told["claims_exact"]["found"]) == (found, exact)


def test_kinds_that_only_some_gold_has_count_only_there() -> None:
    """An assessment is no false alarm where nobody annotated assessments."""
    coded = record(claims=[{**CLAIM, "kind": "assessment"}])
    assert figures(record(), coded)["claims"]["coded"] == 0
    assert figures(record(claims=[{**CLAIM, "kind": "assessment", "value": "low"}]), coded)["claims"]["coded"] == 1


def test_what_is_missed_and_what_is_wrong_is_listed() -> None:
    """With what would tell it apart."""
    _, misses = score({"one": record(event(anchor="signed"))}, {"one": record(event(type="AID", anchor="gave"))})
    assert misses == [
        Miss("one", "missed", ("AGREE", None, ["ITA"], ["KAZ"], None, "signed")),
        Miss("one", "wrong", ("AID", None, ["ITA"], ["KAZ"], None, "gave")),
    ]


def test_a_report_that_was_not_coded_counts_as_missed() -> None:
    """Nothing coded is no precision and no recall."""
    told, _ = score({"one": record(event())}, {})
    assert told["events"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "found": 0, "coded": 0, "gold": 1}


@given(weights=st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(0, 5), max_size=10))
def test_pairing_finds_as_many_as_can_be_and_then_the_best(weights: dict[tuple[int, int], int]) -> None:
    """Compared with trying everything."""
    pairs = assign(range(4), range(4), lambda i, j: (i, j) in weights, lambda i, j: weights[i, j])

    def every(row: int, free: frozenset[int]) -> list[tuple[int, int]]:
        if row == 4:
            return [(0, 0)]
        left_out = every(row + 1, free)
        taken = [
            (count + 1, total + weights[row, column])
            for column in free
            if (row, column) in weights
            for count, total in every(row + 1, free - {column})
        ]
        return [max(left_out + taken)]

    assert (len(pairs), sum(weights[pair] for pair in pairs)) == every(0, frozenset(range(4)))[0]
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The scorer beside the gold."""
    spec = importlib.util.spec_from_file_location("shared_score", shared / "scoring" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


EVENTS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["AGREE", "CONSULT", "AID"]),
        "mode": st.sampled_from([None, "visit", "meet"]),
        "status": st.sampled_from(STATUSES),
        "actors": st.lists(st.sampled_from(["ITA", "KAZ"]), max_size=2, unique=True),
        "recipients": st.lists(st.sampled_from(["KAZ", "CHN"]), max_size=1),
        "date": st.sampled_from([None, "2024", "2024-03"]),
        "place": st.sampled_from([None, "KAZ", "ITA"]),
        "count": st.sampled_from([None, 1, 2]),
        "value": st.sampled_from([None, 100, 101, 200.5]),
        "unit": st.sampled_from([None, "USD"]),
        "people": st.lists(st.sampled_from(["José Añez", "Jose Anez", "Li"]), max_size=2),
        "sectors": st.lists(st.sampled_from(["trade", "energy"]), max_size=2, unique=True),
        "citations": st.lists(st.sampled_from(["The Times", "Times"]), max_size=2),
        "anchor": st.sampled_from(["a", "b"]),
    }
)
CLAIMS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["rank", "amount", "assessment"]),
        "measure": st.sampled_from(["trade", "exports"]),
        "subject": st.sampled_from(["ITA", "KAZ"]),
        "object": st.sampled_from(["ITA", "KAZ", None]),
        "value": st.sampled_from([1, 2, 2.01, True, "high", None]),
        "unit": st.sampled_from([None, "rank"]),
        "period": st.sampled_from([None, "2023"]),
        "scope": st.sampled_from([None, "EU"]),
    }
)
CITED = st.fixed_dictionaries(
    {"outlet": st.sampled_from(["The Times", "times", None]), "date": st.sampled_from([None, "2024"])}
)
RECORDS = st.fixed_dictionaries(
    {
        "report": st.fixed_dictionaries({"date": st.sampled_from([None, "2024-03-11"])}),
        "events": st.lists(EVENTS, max_size=6),
        "claims": st.lists(CLAIMS, max_size=5),
        "citations": st.lists(CITED, max_size=4),
    }
)


@settings(max_examples=150)
@given(gold=st.dictionaries(st.sampled_from("abc"), RECORDS), coded=st.dictionaries(st.sampled_from("abc"), RECORDS))
def test_the_figures_are_those_of_the_scorer(
    scorer: ModuleType, gold: dict[str, Record], coded: dict[str, Record]
) -> None:
    """On made-up records, ties and all."""
    theirs, missed = scorer.score(gold, coded)
    ours, misses = score(gold, coded)
    assert json.dumps(ours) == json.dumps(theirs)
    assert [(miss.report, miss.kind, *miss.told) for miss in misses] == missed


def test_real_gold_spoilt_at_random_scores_alike(scorer: ModuleType, shared: Path) -> None:
    """On the gold of the development text, with parts dropped and changed."""
    chance = random.Random(7)  # noqa: S311
    folders = [shared / "gold" / name for name in ("dev", "corpus/reports")]
    files = [file for folder in folders for file in sorted(folder.glob("*.gold.json"))]
    gold = {file.name.removesuffix(".gold.json"): json.loads(file.read_text(encoding="utf-8")) for file in files}
    assert gold
    for _ in range(3):
        coded = json.loads(json.dumps(gold))
        for told in coded.values():
            for rows in (told["events"], told["claims"], told["citations"]):
                rows[:] = [row for row in rows if chance.random() < 0.8] + [
                    row for row in rows if chance.random() < 0.1
                ]
                for row in rows:
                    key = chance.choice(sorted(row))
                    row[key] = chance.choice(rows).get(key)
        assert json.dumps(score(gold, coded)[0]) == json.dumps(scorer.score(gold, coded)[0])
    assert score(gold, gold)[0]["exact"]["f1"] == 1.0
