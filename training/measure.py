"""How well a network reads windows that it was not trained on."""

from __future__ import annotations

import torch
from batches import batches, target_pieces
from data import Example, Target
from model import Reader, pooled

from multivector.coding.learned.sides import likeliest

Sides = tuple[set[str], set[str]]
CUTS = (-1.5, -1, -0.5, 0, 0.5, 1, 1.5)
_FLOOR = -2.5


@torch.no_grad()
def measure(reader: Reader, examples: list[Example]) -> str:
    """Return precision, recall and F1 of type and both sides by the least score, and the share right of each part."""
    reader.eval()
    scored: list[tuple[float, bool]] = []
    parts: dict[str, list[bool]] = {"mode": [], "status": [], "sides": []}
    for batch in batches(examples, 32, None):
        types, modes, statuses, roles, counts = reader(*batch.inputs)
        for row, example in enumerate(batch.examples):
            place = target_pieces(example)
            sides = {word: _sides(roles[row, piece], counts[row, piece], example) for word, piece in place.items()}
            scored += _scored({word: types[row, piece] for word, piece in place.items()}, sides, example.targets)
            for target in (target for target in example.targets if target.word in place):
                piece = place[target.word]
                parts["mode"].append(modes[row, piece].argmax().item() == target.mode)
                parts["status"].append(statuses[row, piece].argmax().item() == target.status)
                parts["sides"].append(sides[target.word] == (set(target.actors), set(target.recipients)))
    gold = sum(len(example.targets) for example in examples)
    right = " ".join(f"{name} {sum(told) / max(1, len(told)):.3f}" for name, told in parts.items())
    return " | ".join([f"gold {gold}", *(_line(scored, gold, cut) for cut in CUTS), right])


def _line(scored: list[tuple[float, bool]], gold: int, cut: float) -> str:
    kept = [right for score, right in scored if score > cut]
    p, r = sum(kept) / max(1, len(kept)), sum(kept) / max(1, gold)
    return f"{cut:+.1f} p {p:.3f} r {r:.3f} f {2 * p * r / max(1e-9, p + r):.3f}"


def _scored(types: dict[int, torch.Tensor], sides: dict[int, Sides], targets: list[Target]) -> list[tuple[float, bool]]:
    """Return each word and type above the floor with its score, and whether it tells one of the targets."""
    seen = [
        (scores[type_].item(), type_, word)
        for word, scores in types.items()
        for type_ in (scores > _FLOOR).nonzero().flatten().tolist()
    ]
    left, found = list(targets), []
    for score, type_, word in sorted(seen, reverse=True):
        alike = (t for t in left if t.type == type_ and (set(t.actors), set(t.recipients)) == sides[word])
        hit = next((t for t in alike if word == t.word or t.span[0] <= word <= t.span[1]), None)
        if hit:
            left.remove(hit)
        found.append((score, hit is not None))
    return found


def _sides(roles: torch.Tensor, counts: torch.Tensor, example: Example) -> Sides:
    """Return the parties on each side by the scores for one word."""
    window = example.window
    if not window.parties:
        return set(), set()
    owner = torch.tensor([window.parties.index(c.party) if c.party else -1 for c, _, _ in window.candidates])
    best = pooled(roles[None, : len(owner)], owner[None], len(window.parties))[0]
    told, _ = likeliest(best.numpy(), counts.numpy())
    actors, recipients = ({p for p, side in zip(window.parties, told, strict=True) if side == n} for n in (1, 2))
    return actors, recipients
