"""Groups form by the likeliest pairs, respect what is ruled out, and depend on no order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.ledger.cluster import Pair, clusters, components, pair

Scores = dict[Pair, float]


def names(groups: list[frozenset[str]]) -> list[str]:
    """Write groups as words."""
    return ["".join(sorted(group)) for group in groups]


ALL = {("a", "b"): 2.0, ("b", "c"): 2.0, ("a", "c"): 2.0}


@pytest.mark.parametrize(
    ("scores", "joined", "parted", "groups"),
    [
        ({}, [], [], ["a", "b", "c"]),
        ({("a", "b"): 2.0}, [], [], ["ab", "c"]),
        ({("a", "b"): -2.0}, [], [], ["a", "b", "c"]),
        (ALL, [], [], ["abc"]),
        ({("a", "b"): 2.0, ("b", "c"): 3.0}, [], [], ["a", "bc"]),
        ({("a", "b"): 1.0, ("b", "c"): 1.2}, [], [], ["a", "b", "c"]),
        ({("a", "b"): 0.6, ("b", "c"): 1.4}, [], [], ["a", "bc"]),
        ({("a", "b"): 0.8, ("b", "c"): 3.0, ("a", "c"): 0.0}, [], [], ["abc"]),
        (ALL, [], [("a", "b")], ["ac", "b"]),
        ({("a", "b"): -5.0}, [("a", "b")], [], ["ab", "c"]),
        ({("b", "c"): 2.0}, [("a", "b")], [], ["abc"]),
        ({}, [("a", "b"), ("b", "c")], [("a", "c")], ["ab", "c"]),
    ],
    ids=[
        "nothing may be one",
        "alike",
        "unlike",
        "all alike",
        "the likelier of two that exclude each other",
        "two rivals nearly alike: neither",
        "a weak link against a clear one",
        "a weak link to both of two that are one",
        "a person parts",
        "a person joins",
        "what is like one of two that a person joined",
        "two words of people that exclude each other",
    ],
)
def test_groups(scores: Scores, joined: list[Pair], parted: list[Pair], groups: list[str]) -> None:
    """What the likenesses and words give."""
    assert names(clusters("abc", scores, joined, parted)) == groups


IDS = [f"t{number}" for number in range(9)]
PAIRS = [(one, two) for at, one in enumerate(IDS) for two in IDS[at + 1 :]]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(data=st.data())
def test_groups_are_a_partition_without_what_is_ruled_out(data: st.DataObject) -> None:
    """Each telling is in one group, and every two of a group may be one; any order gives the same."""
    scores = data.draw(st.dictionaries(st.sampled_from(PAIRS), st.floats(-3, 4, width=16), max_size=30))
    parted = data.draw(st.lists(st.sampled_from(PAIRS), max_size=5))
    groups = clusters(IDS, scores, parted=parted)
    assert sorted(id_ for group in groups for id_ in group) == IDS
    within = {pair(one, two) for group in groups for one in group for two in group if one != two}
    assert within <= scores.keys() - set(parted)
    shuffled = dict(data.draw(st.permutations(sorted(scores.items()))))
    assert clusters(data.draw(st.permutations(IDS)), shuffled, parted=parted[::-1]) == groups


@given(edges=st.lists(st.sampled_from(PAIRS), max_size=12))
def test_components_hold_what_edges_connect(edges: list[Pair]) -> None:
    """Both ends of an edge are in one component, and each id is in one."""
    found = components(IDS, edges)
    assert sorted(id_ for part in found for id_ in part) == IDS
    of = {id_: at for at, part in enumerate(found) for id_ in part}
    assert all(of[one] == of[two] for one, two in edges)
    assert len(found) >= len(IDS) - len({pair(*edge) for edge in edges})
