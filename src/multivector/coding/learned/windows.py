"""A report as the encoder sees it: windows of word pieces, with the words in them that may stand for a party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from multivector.coding.learned.labels import TYPES, symmetric
from multivector.coding.learned.paths import head_of, path_between
from multivector.coding.slots import is_verb, objects

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from multivector.coding.dealings import Hit
    from multivector.coding.scene import Scene

KINDS = (
    "", "state", "adjective", "people", "capital", "seat", "city", "company", "person", "organisation", "office-body",
    "region", "home", "subject",
)  # fmt: skip
"""What a candidate is named by; the last two are no words of the window: the dateline's state, the report's subject."""

TARGET = 140
"""Pieces of a window whose dealings are read; what stands before them is there to be referred to."""
CONTEXT = 90
SLOTS = 16
"""How many parties of a window are told apart by number; further ones share the last."""
DENIED_HINT = len(TYPES) + 1
_CLS, _SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may stand for a party: first and last word, the party (None: a person of no known one), the kind."""

    words: tuple[int, int]
    party: str | None
    kind: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces with what is known of each; all lists have one entry a piece.

    `words` is the word of a piece (-1: none), `slots` the number of the party that it names (0: none); `target` are
    the words whose dealings are read here; `candidates` stand with the first and last piece of each.
    """

    pieces: list[int]
    words: list[int]
    kinds: list[int]
    slots: list[int]
    target: range
    candidates: list[tuple[Candidate, int, int]]
    parties: list[str]
    """The parties of the candidates; that of slot n stands at n - 1."""
    paths: dict[tuple[int, int], str]
    """How candidate k hangs on word i, by (i, k), where both stand in one sentence."""
    own: list[str]
    """How each candidate hangs on the head of its own sentence; empty for those that are no words."""
    hints: dict[int, int]
    """What the rows see in word i: the number of a type from 1, `DENIED_HINT` where they see that it did not happen."""
    sides: dict[tuple[int, int], int]
    """On which side the rows see candidate k of what word i tells: 1 actor, 2 recipient."""


@cache
def tokenizer() -> Tokenizer:
    """Return the tokenizer of the encoder."""
    from tokenizers import Tokenizer

    return Tokenizer.from_str((files("multivector.coding.learned") / "tokenizer.json").read_text(encoding="utf-8"))


def windows(scene: Scene, seen: Iterable[Hit] = ()) -> Iterator[Window]:
    """Yield the windows of a report; each sentence is the target of exactly one.

    Args:
        scene: The report.
        seen: What the rows see in it, as hints.
    """
    hits = [(word, hit) for hit in seen if not hit.open for word in _told_by(scene, hit)]
    sentences = scene.parsed.sentences
    by_word = _pieces([token.text for token in scene.parsed.tokens])
    candidates = find_candidates(scene)
    start = 0
    while start < len(sentences):
        stop, size = start, 0
        while stop < len(sentences) and (stop == start or size + _size(by_word, sentences[stop]) <= TARGET):
            size += _size(by_word, sentences[stop])
            stop += 1
        first, before = start, 0
        while first > 0 and before + _size(by_word, sentences[first - 1]) <= CONTEXT:
            first -= 1
            before += _size(by_word, sentences[first])
        target = range(sentences[start].start, sentences[stop - 1].stop)
        here = [(word, hit) for word, hit in hits if word in target]
        yield _window(scene, by_word, candidates, sentences[first].start, target, here)
        start = stop


def _told_by(scene: Scene, hit: Hit) -> list[int]:
    """The word that a row goes by and its object: `held talks` is told by both."""
    token = scene.parsed.tokens[hit.word]
    return [hit.word, *(objects(scene, token) if is_verb(token) else ())]


def _pieces(words: Sequence[str]) -> list[list[int]]:
    encoded = tokenizer().encode(list(words), is_pretokenized=True, add_special_tokens=False)
    found: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        if word is not None:
            found[word].append(piece)
    return found


def _size(by_word: list[list[int]], words: range) -> int:
    return sum(len(by_word[k]) for k in words)


def find_candidates(scene: Scene) -> list[Candidate]:
    """Return all words of a report that may stand for a party, people of no known party included, in order."""
    found: dict[tuple[tuple[int, int], str | None], Candidate] = {}
    for person in scene.persons.values():
        found[person.words, person.party] = Candidate(person.words, person.party, "person", person.name)
    for mention in scene.mentions:
        words = scene.parsed.within(*mention.span)
        if not words or not mention.settled or words[-1].i in scene.persons:
            continue
        span = words[0].i, words[-1].i
        for party in mention.parties:
            found.setdefault((span, party), Candidate(span, party, mention.kind))
    return sorted(found.values(), key=lambda candidate: candidate.words)


def _window(
    scene: Scene, by_word: list[list[int]], candidates: list[Candidate], first: int, target: range,
    hits: list[tuple[int, Hit]],
) -> Window:  # fmt: skip
    pieces, words = [_CLS], [-1]
    for k in range(first, target.stop):
        if k == target.start and k != first:
            pieces.append(_SEP)
            words.append(-1)
        pieces.extend(by_word[k])
        words.extend([k] * len(by_word[k]))
    pieces, words = [*pieces[:300], _SEP], [*words[:300], -1]
    at: dict[int, list[int]] = {}
    for n, k in enumerate(words):
        at.setdefault(k, []).append(n)
    seen = [(c, at[c.words[0]][0], at[c.words[1]][-1]) for c in candidates if c.words[0] in at and c.words[1] in at]
    for party, kind in [(scene.home, "home"), *((code, "subject") for code in scene.principals)]:
        if party:
            seen.append((Candidate((target.start, target.start), party, kind), 0, 0))
    parties = list(dict.fromkeys(c.party for c, _, _ in seen if c.party))
    kinds, slots = [0] * len(pieces), [0] * len(pieces)
    for candidate, start, end in seen:
        for n in range(start, end + 1) if start else ():
            kinds[n] = KINDS.index(candidate.kind)
            slots[n] = min(parties.index(candidate.party) + 1, SLOTS - 1) if candidate.party else slots[n]
    hints = {word: DENIED_HINT if hit.denied else TYPES.index(hit.type) + 1 for word, hit in hits}
    return Window(
        pieces, words, kinds, slots, target, seen, parties, _paths(scene, target, seen),
        [_own(scene, candidate) if first else "" for candidate, first, _ in seen], hints, _hinted_sides(seen, hits),
    )  # fmt: skip


def _own(scene: Scene, candidate: Candidate) -> str:
    name = head_of(scene.parsed, candidate.words)
    top = next((above.i for above in reversed(list(scene.parsed.ancestors(name)))), name)
    return path_between(scene.parsed, name, top)


def _hinted_sides(seen: list[tuple[Candidate, int, int]], hits: list[tuple[int, Hit]]) -> dict[tuple[int, int], int]:
    found = {}
    for word, hit in hits:
        even = symmetric(hit.type, hit.mode)
        sides = {ref.party: 1 if even else 2 for ref in hit.recipients} | {ref.party: 1 for ref in hit.actors}
        for number, (candidate, _, _) in enumerate(seen):
            if candidate.party and candidate.party in sides:
                found[word, number] = sides[candidate.party]
    return found


def _paths(scene: Scene, target: range, seen: list[tuple[Candidate, int, int]]) -> dict[tuple[int, int], str]:
    found = {}
    for number, (candidate, first, _) in enumerate(seen):
        name = head_of(scene.parsed, candidate.words)
        if first and name in target:
            for word in scene.parsed.sentence_of(name):
                found[word, number] = path_between(scene.parsed, name, word)
    return found


def first_pieces(window: Window) -> dict[int, int]:
    """Return the first piece of each word of a window, by which the word is told."""
    found: dict[int, int] = {}
    for piece, word in enumerate(window.words):
        if word >= 0:
            found.setdefault(word, piece)
    return found


def hint_numbers(window: Window) -> list[int]:
    """Return the hint of each piece, 0 where there is none."""
    return [window.hints.get(word, 0) for word in window.words]
