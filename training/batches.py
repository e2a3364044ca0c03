"""Examples → tensors, padded to the longest of a batch."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from data import Example, Target

from multivector.coding.learned.arrays import arrays
from multivector.coding.learned.labels import TYPES
from multivector.coding.learned.windows import SLOTS, Window, first_pieces

SHARES_ANCHOR = 0.0
"""Weight of the other words of an anchor whose telling word is only guessed."""
BLURRED = 0.06
"""Share of the pieces that are blotted out in training: no single word is to decide."""
HIDDEN = 0.25
"""Share of the windows in which the network is not told what the rows see."""
TOLD_AGAIN = 0.5
"""Weight of unmarked words in whole reports, where a happening is marked once however often it is told."""


_MASK = 103


@dataclass(slots=True)
class Batch:
    """Tensors of a batch.

    `at` is (row, piece, type) of each target, `sides` (target, party, role); `marked` (target,
    candidate) is 1 or 2 where its words are marked as actor or recipient.
    """

    inputs: tuple[torch.Tensor, ...]
    types: torch.Tensor
    weights: torch.Tensor
    at: torch.Tensor
    modes: torch.Tensor
    statuses: torch.Tensor
    owner: torch.Tensor
    sides: torch.Tensor
    marked: torch.Tensor
    examples: list[Example]


def collate(examples: list[Example], random_: random.Random | None = None) -> Batch:
    """Return the tensors of examples; disturbed where a source of chance is given (see `HIDDEN`, `BLURRED`)."""
    windows = [example.window for example in examples]
    inputs = {name: torch.from_numpy(array) for name, array in arrays(windows, _numbers(random_, len(windows))).items()}
    if random_:
        _disturb(inputs, random_)
    types, weights, told = _told(examples, inputs["pieces"].shape[1])
    sides = _sides([(examples[row].window, target) for row, _, target in told], inputs["first"].shape[1])
    return Batch(
        tuple(inputs.values()), types, weights,
        torch.tensor([(row, piece, target.type) for row, piece, target in told], dtype=torch.long).reshape(-1, 3),
        torch.tensor([target.mode for *_, target in told], dtype=torch.long),
        torch.tensor([target.status for *_, target in told], dtype=torch.long), *sides, examples,
    )  # fmt: skip


def _numbers(random_: random.Random | None, windows: int) -> list[list[int]] | None:
    """Return in an order of chance the numbers by which parties are shown."""
    return [[0, *random_.sample(range(1, SLOTS), SLOTS - 1)] for _ in range(windows)] if random_ else None


def _disturb(inputs: dict[str, torch.Tensor], random_: random.Random) -> None:
    for row, pieces in enumerate(inputs["pieces"]):
        if random_.random() < HIDDEN:
            inputs["hints"][row] = 0
            inputs["sides"][row] = 0
        for n in range(1, len(pieces)):
            if random_.random() < BLURRED:
                pieces[n] = _MASK


def _told(examples: list[Example], length: int) -> tuple[torch.Tensor, torch.Tensor, list[tuple[int, int, Target]]]:
    """Return which type each piece tells, how much that counts, and the targets with their row and piece."""
    types, weights = (torch.zeros(len(examples), length, len(TYPES)) for _ in range(2))
    told = []
    for row, example in enumerate(examples):
        place = target_pieces(example)
        weights[row, list(place.values())] = TOLD_AGAIN if example.loose else 1.0
        here = [target for target in example.targets if target.word in place]
        for target in here:
            if not target.sure:
                inside = [place[k] for k in range(target.span[0], target.span[1] + 1) if k in place]
                weights[row, inside, target.type] = SHARES_ANCHOR
        for target in here:
            piece = place[target.word]
            types[row, piece, target.type], weights[row, piece, target.type] = 1, 1
            told.append((row, piece, target))
    return types, weights, told


def target_pieces(example: Example) -> dict[int, int]:
    """Return the first piece of each word of the target."""
    window = example.window
    return {word: piece for word, piece in first_pieces(window).items() if word in window.target}


def _sides(sides: list[tuple[Window, Target]], names: int) -> tuple[torch.Tensor, ...]:
    width = max([1, *(len(window.parties) for window, _ in sides)])
    marked = torch.zeros(len(sides), names, dtype=torch.long)
    owner = torch.full_like(marked, -1)
    truth = torch.zeros(len(sides), width, 2)
    for n, (window, target) in enumerate(sides):
        for k, (candidate, first, _) in enumerate(window.candidates):
            owner[n, k] = window.parties.index(candidate.party) if candidate.party else -1
            told = target.told.get(candidate.party or "")
            if told and first and told[0] <= candidate.words[1] and candidate.words[0] <= told[1]:
                marked[n, k] = 1 if candidate.party in target.actors else 2
        for p, party in enumerate(window.parties):
            truth[n, p, 0], truth[n, p, 1] = party in target.actors, party in target.recipients
    return owner, truth, marked


def batches(examples: list[Example], size: int, random_: random.Random | None) -> Iterator[Batch]:
    """Yield batches of about `size` * 64 pieces, of windows of like length; in an order of chance if there is any."""
    order = list(examples)
    if random_:
        random_.shuffle(order)
        order.sort(key=lambda e: len(e.window.pieces) + random_.random() * 12)
    else:
        order.sort(key=lambda e: len(e.window.pieces))
    groups, group, longest = [], [], 0
    for example in order:
        longest = max(longest, len(example.window.pieces))
        if group and longest * (len(group) + 1) > size * 64:
            groups.append(group)
            group, longest = [], len(example.window.pieces)
        group.append(example)
    groups.append(group)
    if random_:
        random_.shuffle(groups)
    for group in groups:
        yield collate(group, random_)
