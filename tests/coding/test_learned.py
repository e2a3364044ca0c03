"""The learned part: what the network is shown of a text, and what its scores mean."""

from __future__ import annotations

import hashlib
import itertools
import json
import math
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.coding.learned.decode import decode
from multivector.coding.learned.labels import MODE_NAMES, STATUSES, TYPES
from multivector.coding.learned.network import Reading
from multivector.coding.learned.paths import DOWN, NO_STEP, UP, head_of, numbered, path_between, relations, steps_of
from multivector.coding.learned.sides import MOST, likeliest
from multivector.coding.learned.windows import CONTEXT, TARGET, Window, windows
from multivector.coding.steps import set_scene
from multivector.model import Report

if TYPE_CHECKING:
    from multivector.coding.scene import Scene


def scene_of(text: str) -> Scene:
    """Return a report with what is known of it before its dealings are read."""
    return set_scene(Report("r", text, "", date="2024-05-06", date_basis="given"))


@pytest.mark.parametrize(
    ("text", "name", "word", "path"),
    [
        ("Kenya thanked Japan.", "Kenya", "thanked", "nsubj"),
        ("Kenya thanked Japan.", "Japan", "thanked", "dobj"),
        ("Kenya held talks with Japan.", "Kenya", "talks", "nsubj | dobj"),
        ("The minister flew to Japan.", "Japan", "flew", "pobj prep:to"),
    ],
)
def test_paths(text: str, name: str, word: str, path: str) -> None:
    """A name hangs on a word by the relations between them, those of the word behind a bar."""
    parsed = scene_of(text).parsed
    at = {token.text: token.i for token in parsed.tokens}
    assert path_between(parsed, head_of(parsed, (at[name], at[name])), at[word]) == path


def test_paths_are_shown_by_their_steps() -> None:
    """A way never met as a whole is shown by its relations; of a long one the ends are kept."""
    known = relations()
    assert numbered("nsubj | dobj") == (known["nsubj"], *[NO_STEP] * (UP - 1), known["dobj"], *[NO_STEP] * (DOWN - 1))
    assert steps_of("a b c d e f | g h i j") == (["a", "b", "e", "f"], ["g", "h", "j"])
    assert numbered("")[0] != NO_STEP


_SCORES = st.floats(-4, 4).map(lambda x: round(x, 2))


@given(
    roles=st.lists(st.tuples(_SCORES, _SCORES), max_size=6),
    counts=st.lists(_SCORES, min_size=(MOST + 1) ** 2, max_size=(MOST + 1) ** 2),
)
def test_the_likeliest_sides_are_the_best_of_all_ways(roles: list[tuple[float, float]], counts: list[float]) -> None:
    """The sides found have the best score of all ways to set the parties, and the share of it in all of them."""
    table = np.array(counts).reshape(MOST + 1, MOST + 1)

    def score(sides: tuple[int, ...]) -> float:
        set_ = [(n, side - 1) for n, side in enumerate(sides) if side]
        number = [min(MOST, sides.count(side)) for side in (1, 2)]
        return sum(roles[n][side] for n, side in set_) + float(table[number[0], number[1]])

    ways = [score(sides) for sides in itertools.product((0, 1, 2), repeat=len(roles))]
    found, likely = likeliest(np.array(roles, np.float32).reshape(-1, 2), table)
    assert score(tuple(found)) == pytest.approx(max(ways), abs=1e-4)
    share = math.exp(max(ways)) / sum(math.exp(way) for way in ways)
    assert 1 / (1 + math.exp(-likely)) == pytest.approx(min(share, 0.9999), abs=1e-3)


def test_each_sentence_is_read_once() -> None:
    """Windows are short enough for the network, and each word is the target of exactly one."""
    scene = scene_of(" ".join(f"Kenya and Japan signed accord number {n} in Nairobi." for n in range(60)))
    shown = list(windows(scene))
    assert [k for window in shown for k in window.target] == list(range(len(scene.parsed.tokens)))
    assert len(shown) > 3
    assert all(len(window.pieces) <= TARGET + CONTEXT + 3 for window in shown)
    assert all(window.target.start in window.words for window in shown)


def test_names_of_one_party_have_one_number() -> None:
    """The network is told which names are one party's: a state, its adjective, its capital and its minister."""
    scene = scene_of("Kenya's foreign minister, Amina Odhiambo, left Nairobi for Lima. Odhiambo praised Peru.")
    (window,) = windows(scene)
    numbers = {
        scene.parsed.tokens[candidate.words[1]].text: window.slots[last]
        for candidate, _, last in window.candidates if last
    }  # fmt: skip
    assert numbers["Kenya"] == numbers["Odhiambo"] == numbers["Nairobi"] != numbers["Peru"] == numbers["Lima"]


def _reading(
    window: Window, told: dict[str, dict[int, float]], roles: dict[tuple[int, int], tuple[float, float]]
) -> Reading:  # fmt: skip
    """Scores that hold nothing likely but what is given: type → word → score, and (word, candidate) → both sides."""
    n, m = len(window.pieces), len(window.candidates)
    first = {word: piece for piece, word in reversed(list(enumerate(window.words)))}
    types, sides = np.full((n, len(TYPES)), -9.0, np.float32), np.full((n, m, 2), -9.0, np.float32)
    for type_, words in told.items():
        for word, score in words.items():
            types[first[word], TYPES.index(type_)] = score
    for (word, name), scores in roles.items():
        sides[first[word], name] = scores
    modes = np.zeros((n, len(MODE_NAMES)), np.float32)
    modes[:, MODE_NAMES.index(("CONSULT", "visit"))] = 1
    statuses = np.zeros((n, len(STATUSES)), np.float32)
    statuses[:, STATUSES.index("planned")] = 1
    return Reading(window, types, modes, statuses, sides, np.zeros((n, MOST + 1, MOST + 1), np.float32))


def test_scores_become_dealings() -> None:
    """A likely word gives a dealing with its likeliest mode and status; each party stands on its likelier side."""
    scene = scene_of("Kenya will visit Peru.")
    (window,) = windows(scene)
    found = list(decode(_reading(window, {"CONSULT": {2: 2.0}}, {(2, 0): (3, 1), (2, 1): (1, 3)})))
    assert [(t.type, t.mode, t.status) for t in found] == [("CONSULT", "visit", "planned")]
    assert [c.party for c in found[0].actors] == ["KEN"]
    assert [c.party for c in found[0].recipients] == ["PER"]
    assert found[0].probability == pytest.approx(0.881, abs=0.001)


def test_sides_that_say_nothing_are_in_the_order_of_the_text() -> None:
    """Of an accord the party named first is the actor, whatever side the network gives."""
    scene = scene_of("Peru and Kenya signed.")
    (window,) = windows(scene)
    (told,) = decode(_reading(window, {"AGREE": {3: 1.0}}, {(3, 0): (-1, 2), (3, 1): (2, -1)}))
    assert ([c.party for c in told.actors], [c.party for c in told.recipients]) == (["PER"], ["KEN"])


def test_unlikely_words_give_nothing() -> None:
    """Nothing is told where no word is likely."""
    (window,) = windows(scene_of("Kenya is large."))
    assert list(decode(_reading(window, {}, {}))) == []


def test_the_shipped_network_is_the_one_on_its_card() -> None:
    """The files beside the card have its checksums, and the network is small."""
    folder = files("multivector.coding.learned")
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in card["sha256"]}
    assert found == card["sha256"]
    assert card["bytes"] < 35_000_000
