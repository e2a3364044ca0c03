"""Scores of the network → dealings: words that tell one, with type, mode, status and who stands on which side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from multivector.coding.learned.labels import MODE_NAMES, ROLES, STATUSES, TYPES, symmetric
from multivector.coding.learned.sides import likeliest
from multivector.coding.learned.windows import first_pieces

if TYPE_CHECKING:
    from multivector.coding.learned.network import Reading
    from multivector.coding.learned.windows import Candidate

    Sides = tuple[list[Candidate], list[Candidate], float]

FLOOR = -2.0
"""Words below this score (log-odds) are not looked at."""
_NEVER = -99.0


@dataclass(frozen=True, slots=True)
class Told:
    """A dealing that a word tells: score and `sides_score` are log-odds of its type and of its sides."""

    word: int
    type: str
    mode: str | None
    status: str
    actors: tuple[Candidate, ...]
    recipients: tuple[Candidate, ...]
    score: float
    sides_score: float

    @property
    def probability(self) -> float:
        """How likely the network holds that the word tells a dealing of this type."""
        return 1 / (1 + math.exp(-self.score))


def decode(reading: Reading, asked: Set[tuple[int, str]] = frozenset()) -> Iterator[Told]:
    """Yield the dealings that the network sees in the target of a window, in the order of their words.

    Args:
        reading: The scores.
        asked: Words and types that are given whatever their score.
    """
    for word, piece in first_pieces(reading.window).items():
        if word not in reading.window.target:
            continue
        scores = zip(TYPES, reading.types[piece].tolist(), strict=True)
        told = [(type_, score) for type_, score in scores if score > FLOOR or (word, type_) in asked]
        if told:
            sides = _sides(reading, piece)
            yield from (_told(reading, piece, type_, score, sides) for type_, score in told)


def _told(reading: Reading, piece: int, type_: str, score: float, sides: Sides) -> Told:
    own = [n for n, (name, _) in enumerate(MODE_NAMES) if name == type_]
    mode = MODE_NAMES[max(own, key=lambda n: float(reading.modes[piece, n]))][1]
    status = STATUSES[int(reading.statuses[piece].argmax())]
    actors, recipients, likely = sides
    if symmetric(type_, mode):
        actors, recipients = _first_and_others([*actors, *recipients])
    word = reading.window.words[piece]
    return Told(word, type_, mode, status, tuple(actors), tuple(recipients), score, likely)


def _sides(reading: Reading, piece: int) -> Sides:
    """Return who acts and who is reached, each by the likeliest words that stand for it, and how likely that is."""
    import numpy as np

    parties = reading.window.parties
    scores = np.full((len(parties), len(ROLES)), _NEVER, np.float32)
    words: dict[tuple[int, int], Candidate] = {}
    for (candidate, _, _), row in zip(reading.window.candidates, reading.roles[piece].tolist(), strict=True):
        n = parties.index(candidate.party) if candidate.party else -1
        for role, score in enumerate(row):
            if n >= 0 and score > scores[n, role]:
                scores[n, role], words[n, role] = score, candidate
    told, likely = likeliest(scores, reading.counts[piece])
    sides: tuple[list[Candidate], list[Candidate]] = ([], [])
    for n, side in enumerate(told):
        if side:
            sides[side - 1].append(words[n, side - 1])
    for side_ in sides:
        side_.sort(key=lambda candidate: candidate.words)
    return *sides, likely


def _first_and_others(both: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    ordered = sorted(both, key=lambda candidate: candidate.words)
    return ordered[:1], ordered[1:]
