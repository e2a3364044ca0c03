"""Train the reader on the corpus and report how well it reads what it was not trained on.

python train.py --passages ../corpus/passages --reports ../corpus/reports [--epochs 8] [--out build/reader.pt]
"""

from __future__ import annotations

import argparse
import json
import random
import time
import zipfile
from collections import Counter
from importlib.resources import files
from pathlib import Path

import torch
from batches import Batch, batches, target_pieces
from data import Example, build, load_passages, load_reports, load_sentences, part_of
from measure import measure
from model import Reader, pooled
from safetensors.torch import load as load_tensors
from torch.nn import functional as F
from transformers import BertConfig

from multivector.coding.learned.paths import known_paths

OFTEN = 4
"""How often a path must be met to get a number of its own."""


def pretrained() -> Reader:
    """Return the network with the weights of all-MiniLM-L6-v2 in its encoder."""
    with zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as archive:
        config = BertConfig(**json.loads(archive.read("config.json")))
        weights = load_tensors(archive.read("model.safetensors"))
    reader = Reader(config, len(known_paths()) + 2)
    missing, unexpected = reader.encoder.load_state_dict(weights, strict=False)
    if missing or [name for name in unexpected if not name.startswith(("pooler", "embeddings.position_ids"))]:
        raise RuntimeError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
    return reader


def write_paths(examples: list[Example]) -> None:
    """Write the paths between a dealing's word and a party that are met often enough, most frequent first."""
    met: Counter[str] = Counter()
    for example in examples:
        telling = {target.word for target in example.targets}
        met.update(path for (word, _), path in example.window.paths.items() if word in telling)
    lines = sorted((path for path, n in met.items() if n >= OFTEN), key=lambda path: (-met[path], path))
    (Path(str(files("multivector.coding.learned"))) / "paths.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    known_paths.cache_clear()


def loss_of(reader: Reader, batch: Batch) -> torch.Tensor:
    """Return the loss of a batch."""
    types, modes, statuses, roles = reader(*batch.inputs)
    raw = F.binary_cross_entropy_with_logits(types, batch.types, reduction="none", pos_weight=torch.tensor(2.0))
    total = 12 * (raw * batch.weights).sum() / (batch.weights[..., 0] > 0).sum().clamp(min=1)
    if len(batch.at):
        row, piece, _ = batch.at.T
        total = total + 0.5 * F.cross_entropy(modes[row, piece], batch.modes)
        total = total + 0.5 * F.cross_entropy(statuses[row, piece], batch.statuses)
        sides = pooled(roles[row, piece], batch.owner, batch.held.shape[1])
        each = F.binary_cross_entropy_with_logits(sides, batch.sides, reduction="none")
        total = total + 0.5 * _marked_loss(roles[row, piece], batch.marked)
        total = total + 4 * (each.sum(-1) * batch.held).sum() / batch.held.sum().clamp(min=1)
    return total


def _marked_loss(scores: torch.Tensor, marked: torch.Tensor) -> torch.Tensor:
    """Loss of the candidates whose very words are marked as standing for a side: (targets, candidates, 2)."""
    if not (marked > 0).any():
        return scores.new_zeros(())
    told = scores[marked > 0]
    return F.binary_cross_entropy_with_logits(told, F.one_hot(marked[marked > 0] - 1, 2).float())


@torch.no_grad()
def find_words(reader: Reader, examples: list[Example]) -> int:
    """Move each guessed telling word to the likeliest word of its anchor; return how many moved."""
    reader.eval()
    moved = 0
    for batch in batches([e for e in examples if any(not t.sure for t in e.targets)], 32, None):
        types = reader(*batch.inputs)[0]
        for row, example in enumerate(batch.examples):
            place = target_pieces(example)
            for target in example.targets:
                inside = [k for k in range(target.span[0], target.span[1] + 1) if k in place]
                if target.sure or not inside:
                    continue
                best = max(inside, key=lambda k: (types[row, place[k], target.type] + 1.0 * (k == target.word)).item())
                moved += best != target.word
                target.word = best
    return moved


def options_of() -> argparse.Namespace:
    """Return the options of the command line."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--passages", type=Path, nargs="+", default=[])
    ask.add_argument("--sentences", type=Path, nargs="+", default=[])
    ask.add_argument("--reports", type=Path, nargs="+", default=[])
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--batch", type=int, default=8, help="pieces of a batch, in 64s")
    ask.add_argument("--out", type=Path, default=Path("build/reader.pt"))
    ask.add_argument("--start", type=Path, help="a network to go on from")
    return ask.parse_args()


def load(options: argparse.Namespace) -> dict[str, list[Example]]:
    """Return the windows to train on, and those of the dev part: passages and whole reports."""
    items = [item for folder in options.passages for item in load_passages(folder)]
    items += [item for folder in options.sentences for item in load_sentences(folder)]
    items += [item for folder in options.reports for item in load_reports(folder)]
    cache = options.out.parent
    return {
        "train": build([i for i in items if part_of(i.name) == "train"], cache),
        "passages": build([i for i in items if part_of(i.name) == "dev" and not i.loose], cache),
        "reports": build([i for i in items if part_of(i.name) == "dev" and i.loose], cache),
    }


def main() -> None:
    """Run the training."""
    options = options_of()
    torch.manual_seed(7)
    random_ = random.Random(7)
    sets = load(options)
    if not options.start:
        write_paths(sets["train"])
    print({name: (len(part), sum(len(e.targets) for e in part)) for name, part in sets.items()}, flush=True)
    reader = pretrained()
    if options.start:
        reader.load_state_dict(torch.load(options.start))
    steps = options.epochs * sum(1 for _ in batches(sets["train"], options.batch, random.Random(0)))
    optimizer, schedule = optimizer_of(reader, options.rate, steps)
    for epoch in range(options.epochs):
        reader.train()
        start, losses = time.time(), []
        for batch in batches(sets["train"], options.batch, random_):
            loss = loss_of(reader, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch} loss {sum(losses) / len(losses):.3f} {time.time() - start:.0f} s", flush=True)
        torch.save(reader.state_dict(), options.out)
        if epoch:
            print("telling words moved:", find_words(reader, sets["train"]), flush=True)
        if epoch % 2 == 0 or epoch == options.epochs - 1:
            print("  passages", measure(reader, sets["passages"]), flush=True)
            print("  reports ", measure(reader, sets["reports"]), flush=True)


def optimizer_of(
    reader: Reader, rate: float, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return AdamW, four times as fast for what is not pretrained, warmed up and then slowed to nothing."""
    old = [weight for name, weight in reader.named_parameters() if name.startswith("encoder")]
    new = [weight for name, weight in reader.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": old, "lr": rate}, {"params": new, "lr": 4 * rate}], weight_decay=0.01)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1, n / (0.08 * steps)) * max(0.02, 1 - n / steps)
    )


if __name__ == "__main__":
    main()
