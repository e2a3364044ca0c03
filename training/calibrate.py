"""Fit how much each sign counts where rows and network meet, on texts that neither was made from.

    python calibrate.py --passages ../corpus/passages --out ../src/multivector/coding/learned/fitted.json

Takes the dev part of the passages: no row was written from it and the network was not trained on it. Prints how often
what is held likely is right.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import torch
from data import Item, load_passages, load_sentences, part_of
from torch.nn import functional as F

from multivector.coding import together
from multivector.coding.learned.hits import learned_hits
from multivector.coding.seen import seen_by_rows
from multivector.coding.steps import set_scene
from multivector.model import Report

Key = tuple[str, tuple[frozenset[str], ...]]


def keys_of(type_: str, mode: str | None, actors: list[str], recipients: list[str]) -> tuple[Key, list[Key]]:
    """Return what must be right of a dealing: all of it at once, or with each of several told of one by one."""
    each = [(actors, [one]) for one in recipients] if len(recipients) > 1 else [([one], recipients) for one in actors]
    whole = type_, together.sides_of(type_, mode, actors, recipients)
    return whole, [(type_, together.sides_of(type_, mode, *sides)) for sides in each]


def main() -> None:
    """Fit and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--passages", type=Path, required=True)
    ask.add_argument("--sentences", type=Path)
    ask.add_argument("--out", type=Path, required=True)
    options = ask.parse_args()
    items = list(load_passages(options.passages))
    items += list(load_sentences(options.sentences)) if options.sentences else []
    seen: dict[bool, list[tuple[tuple[float, ...], bool]]] = {True: [], False: []}
    for item in (item for item in items if part_of(item.name) == "dev"):
        for learned, signs, right in weighed(item):
            seen[learned].append((signs, right))
    fitted = {}
    for learned, name in ((True, "learned"), (False, "row")):
        x, y = torch.tensor([signs for signs, _ in seen[learned]]), torch.tensor([float(ok) for _, ok in seen[learned]])
        weights = fit(x, y)
        fitted[name] = [round(weight, 4) for weight in weights.tolist()]
        print(name, len(y), "right", round(y.mean().item(), 3), fitted[name])
        show(torch.sigmoid(x @ weights), y)
    options.out.write_text(json.dumps(fitted) + "\n", encoding="utf-8")


def weighed(item: Item) -> Iterator[tuple[bool, tuple[float, ...], bool]]:
    """Yield of each hit of a text whether the network has it, what speaks for it, and whether it is right."""
    report = Report(item.name, item.text, "", date=item.date, date_basis="given")
    scene = set_scene(report)
    rows = seen_by_rows(scene)
    learned = learned_hits(scene, rows)
    gold = {keys_of(e["type"], e["mode"], e["actors"], e["recipients"])[0] for e in item.events}
    for hit in (*rows, *learned):
        if hit.denied or hit.open or not (hit.actors or hit.recipients):
            continue
        codes = [[ref.party for ref in side if ref.party] for side in (hit.actors, hit.recipients)]
        whole, each = keys_of(hit.type, hit.mode, *codes)
        right = whole in gold or (bool(each) and gold.issuperset(each))
        yield hit.learned, together.signs_of(scene, hit, rows, learned), right


def show(held: torch.Tensor, right: torch.Tensor) -> None:
    """Print by tenths how likely hits are held and how often they are right."""
    for tenth in range(10):
        inside = (held >= tenth / 10) & (held < (tenth + 1) / 10)
        if inside.any():
            means = f"held {held[inside].mean():.2f} right {right[inside].mean():.2f}"
            print(f"  {tenth / 10:.1f} n {int(inside.sum())} {means}")


def fit(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """Return the weights of a logistic regression, each held small by a prior of deviation 1 but the first."""
    w = torch.zeros(x.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(x @ w, y) + (w[1:] ** 2).sum() / (2 * len(y))
        loss.backward()
        return loss

    optimizer.step(closure)
    return w.detach()


if __name__ == "__main__":
    main()
