"""A person's word beats the machine's, survives re-reading, and can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.ledger.samples import report, telling

from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.model import Coding, Event

FIRST = "LIMA - Peru and Ghana signed a fishing pact on Monday."
SECOND = "Accra and Lima put their names to a pact on fish this Monday."
THIRD = "Ghana and Peru agreed on Monday to share a weather satellite."


def told(name: str, text: str, anchor: str, coder: str = "0.1", **codes: Any) -> Coding:
    """Return a report of one accord of Peru and Ghana."""
    given = {"actors": ("PER",), "recipients": ("GHA",), "date": "2025-03-03", **codes}
    return Coding(report(text, name, publisher=name), (telling(text, anchor, **given),), (), (), coder)


@pytest.fixture
def three(store: Store) -> Store:
    """A ledger in which the first two reports tell one pact, the third another."""
    store.add(told("a", FIRST, "signed a fishing pact"))
    store.add(told("b", SECOND, "put their names to a pact on fish"))
    store.add(told("c", THIRD, "agreed on Monday to share a weather satellite"))
    assert groups(store) == ["ab", "c"]
    return store


def groups(store: Store) -> list[str]:
    """Return the reports of each event."""
    return sorted("".join(sorted(one.report for one in event.tellings)) for event in store.events())


def of(store: Store, name: str) -> Event:
    """Return the event that a report tells."""
    return next(event for event in store.events() if any(one.report == name for one in event.tellings))


def telling_id(store: Store, name: str) -> str:
    """Return the id of a report's telling."""
    return next(one.id for event in store.events() for one in event.tellings if one.report == name)


def test_a_person_joins_and_parts(three: Store) -> None:
    """What the machine kept apart is joined, what it joined is parted."""
    three.judge("same", telling_id(three, "a"), telling_id(three, "c"), by="Vera")
    assert groups(three) == ["abc"]
    three.judge("different", telling_id(three, "a"), telling_id(three, "b"), by="Vera", why="two pacts")
    assert groups(three) == ["ac", "b"]


def test_undoing_is_a_further_row_and_can_be_undone(three: Store) -> None:
    """The log only grows."""
    joined = three.judge("same", of(three, "a").id, of(three, "c").id, by="Vera")
    undone = three.undo(joined, by="Igor")
    assert groups(three) == ["ab", "c"]
    three.undo(undone, by="Vera", why="I was right")
    assert groups(three) == ["abc"]
    people = [one for one in three.judgements() if one.person]
    assert [(one.kind, one.undoes, one.by) for one in people] == [
        ("same", None, "Vera"), ("undo", joined, "Igor"), ("undo", undone, "Vera")
    ]  # fmt: skip


def test_of_two_words_on_one_pair_the_later_counts(three: Store) -> None:
    """People may change their minds."""
    pair = of(three, "a").id, of(three, "c").id
    three.judge("same", *pair, by="Vera")
    three.judge("different", *pair, by="Igor")
    assert groups(three) == ["ab", "c"]


def test_a_word_survives_rereading_by_a_newer_coder(three: Store) -> None:
    """The newer telling of the same words takes the place of the older."""
    three.judge("same", telling_id(three, "a"), telling_id(three, "c"), by="Vera")
    three.judge("wrong", target=telling_id(three, "b"), by="Vera")
    three.add(told("c", THIRD, "agreed on Monday to share", coder="0.2", status="planned"))
    three.add(told("b", SECOND, "put their names to a pact", coder="0.2", sectors=("agriculture",)))
    assert groups(three) == ["ac"]


def test_a_word_about_an_older_coding_means_the_newer(three: Store) -> None:
    """Whoever looked at an old page names the telling by its old id."""
    old = telling_id(three, "c")
    three.add(told("c", THIRD, "agreed on Monday to share", coder="0.2", status="planned"))
    seq = three.judge("fix", target=old, field="place", new='"GHA"', by="Vera")
    assert of(three, "c").place == "GHA"
    three.undo(seq, by="Vera")
    assert of(three, "c").place is None


def test_a_word_about_what_is_no_longer_told_waits(three: Store) -> None:
    """It has no effect, and comes back with the telling."""
    three.judge("same", telling_id(three, "a"), telling_id(three, "c"), by="Vera")
    gone = told("c", THIRD, "agreed on Monday to share", coder="0.2")
    three.add(replace(gone, events=()))
    assert groups(three) == ["ab"]
    three.add(told("c", THIRD, "agreed on Monday to share a weather satellite", coder="0.3"))
    assert groups(three) == ["abc"]


def test_a_wrong_telling_leaves_the_events(three: Store) -> None:
    """It stays in the ledger, and is back when the word is undone."""
    seq = three.judge("wrong", target=of(three, "c").id, by="Vera")
    assert groups(three) == ["ab"]
    three.undo(seq, by="Vera")
    assert groups(three) == ["ab", "c"]


def test_a_fix_changes_the_event_but_not_the_telling(three: Store) -> None:
    """The event shows the fixed value, the telling what was coded; the log what it replaced."""
    three.judge("fix", target=of(three, "c").id, field="date", new='"2025-04-07"', by="Vera")
    event = of(three, "c")
    assert event.date == "2025-04-07"
    assert event.tellings[0].telling.date == "2025-03-03"
    assert [one.old for one in three.judgements() if one.kind == "fix"] == ['"2025-03-03"']


def test_a_fix_can_bring_tellings_together(three: Store) -> None:
    """Merging compares what people say, not what was misread."""
    three.add(told("d", FIRST.replace("Monday", "a Monday"), "signed a fishing pact", date="2019-01-07"))
    assert groups(three) == ["ab", "c", "d"]
    three.judge("fix", target=of(three, "d").id, field="date", new='"2025-03-03"', by="Vera")
    assert groups(three) == ["abd", "c"]


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        ("same", {}, "needs two tellings"),
        ("maybe", {}, "no kind of judgement 'maybe'"),
        ("right", {}, "needs a telling"),
        ("fix", {"target": "c", "field": "anchor", "new": '"x"'}, "can't fix 'anchor'"),
        ("fix", {"target": "c", "field": "date", "new": "yesterday"}, "no value of its field"),
        ("fix", {"target": "c", "field": "count", "new": '"many"'}, "no value of its field"),
        ("wrong", {"target": "zzz"}, "no telling or event 'zzz'"),
    ],
)
def test_a_word_that_makes_no_sense_is_refused(three: Store, kind: str, given: dict[str, str], message: str) -> None:
    """And nothing is logged."""
    before = len(three.judgements())
    if given.get("target") == "c":
        given = {**given, "target": of(three, "c").id}
    with pytest.raises(UsageError, match=message):
        three.judge(kind, by="Vera", **given)
    assert len(three.judgements()) == before


def test_only_what_a_person_said_can_be_undone(three: Store) -> None:
    """The machine's rows are not undone but outweighed."""
    with pytest.raises(UsageError, match="no judgement 1 of a person"):
        three.undo(1, by="Vera")


def test_an_id_of_former_days_leads_to_the_event(three: Store) -> None:
    """Ids of tellings, of joined events and of older codings are all followed."""
    old, third = of(three, "a").id, of(three, "c")
    three.judge("same", old, third.id, by="Vera")
    assert three.event(third.id) == three.event(old) == three.event(third.tellings[0].id)
    three.add(told("a", FIRST, "signed a fishing pact", coder="0.2", status="ongoing"))
    assert old in {three.event(old).id, "e" + telling_id(three, "a")[1:]} or three.event(old).tellings
    with pytest.raises(UsageError, match="no event 'e0'"):
        three.event("e0")
