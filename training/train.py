"""Train the reader on the corpus and report how well it reads what it was not trained on.

python train.py --passages ../corpus/passages --reports ../corpus/reports [--epochs 6] [--out build/reader.pt]
"""

from __future__ import annotations

import argparse
import json
import random
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import torch
from batches import Batch, batches, target_pieces
from data import Example, build, load_passages, load_reports, load_sentences, part_of
from measure import measure
from model import Reader, pooled, sides_loss
from safetensors.torch import load as load_tensors
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from transformers import BertConfig

from multivector.coding.learned.paths import numbered, relations, steps_of

OFTEN = 20
"""How often a relation must be met on the ways between words and parties to get a number of its own."""
LASTING = 0.999
"""How much of the averaged weights stays in each step."""


def pretrained() -> Reader:
    """Return the network with the weights of all-MiniLM-L6-v2 in its encoder."""
    with zipfile.ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as archive:
        config = BertConfig(**json.loads(archive.read("config.json")))
        weights = load_tensors(archive.read("model.safetensors"))
    reader = Reader(config, len(relations()) + 2)
    missing, unexpected = reader.encoder.load_state_dict(weights, strict=False)
    if missing or [name for name in unexpected if not name.startswith(("pooler", "embeddings.position_ids"))]:
        raise RuntimeError(f"weights do not fit: missing {missing}, unexpected {unexpected}")
    return reader


def write_relations(examples: list[Example]) -> None:
    """Write the relations on the ways between a dealing's word and the parties that are met often enough."""
    met: Counter[str] = Counter()
    for example in examples:
        telling = {target.word for target in example.targets}
        for (word, _), path in example.window.paths.items():
            if word in telling:
                met.update(step for side in steps_of(path) for step in side)
    lines = sorted((step for step, n in met.items() if n >= OFTEN), key=lambda step: (-met[step], step))
    folder = Path(str(files("multivector.coding.learned")))
    (folder / "relations.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    relations.cache_clear()
    numbered.cache_clear()


def loss_of(reader: Reader, batch: Batch) -> torch.Tensor:
    """Return the loss of a batch."""
    types, modes, statuses, roles, counts = reader(*batch.inputs)
    raw = F.binary_cross_entropy_with_logits(types, batch.types, reduction="none", pos_weight=torch.tensor(2.0))
    total = 12 * (raw * batch.weights).sum() / (batch.weights[..., 0] > 0).sum().clamp(min=1)
    if len(batch.at):
        row, piece, _ = batch.at.T
        total = total + 0.5 * F.cross_entropy(modes[row, piece], batch.modes)
        total = total + 0.5 * F.cross_entropy(statuses[row, piece], batch.statuses)
        total = total + 0.5 * _marked_loss(roles[row, piece], batch.marked)
        sides = pooled(roles[row, piece], batch.owner, batch.sides.shape[1])
        total = total + sides_loss(sides, counts[row, piece], batch.sides).mean()
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
    ask.add_argument("--epochs", type=int, default=6)
    ask.add_argument("--rate", type=float, default=1.5e-4)
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
    sets = load(options)
    if not options.start:
        write_relations(sets["train"])
    print({name: (len(part), sum(len(e.targets) for e in part)) for name, part in sets.items()}, flush=True)
    reader = pretrained()
    if options.start:
        reader.load_state_dict(torch.load(options.start))
    steps = options.epochs * sum(1 for _ in batches(sets["train"], options.batch, random.Random(0)))
    optimizer, schedule = optimizer_of(reader, options.rate, steps)
    lasting = AveragedModel(reader, multi_avg_fn=get_ema_multi_avg_fn(LASTING))
    random_ = random.Random(7)
    for epoch in range(options.epochs):
        start = time.time()
        loss = one_epoch(reader, lasting, batches(sets["train"], options.batch, random_), optimizer, schedule)
        print(f"epoch {epoch} loss {loss:.3f} {time.time() - start:.0f} s", flush=True)
        torch.save(lasting.module.state_dict(), options.out)
        if epoch:
            print("telling words moved:", find_words(reader, sets["train"]), flush=True)
        if epoch % 2 or epoch == options.epochs - 1:
            print("  passages", measure(lasting.module, sets["passages"]), flush=True)
            print("  reports ", measure(lasting.module, sets["reports"]), flush=True)


def one_epoch(
    reader: Reader, lasting: AveragedModel, given: Iterator[Batch], optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> float:  # fmt: skip
    """Go through the batches once; return the mean loss."""
    reader.train()
    losses = []
    for batch in given:
        loss = loss_of(reader, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        lasting.update_parameters(reader)
        losses.append(loss.item())
    return sum(losses) / len(losses)


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
