"""Annotated texts → windows with what the model should tell of each word."""

from __future__ import annotations

import hashlib
import json
import pickle
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import passages

from _parts import part_of
from multivector.coding.learned.labels import MODE_NAMES, STATUSES, TYPES, symmetric
from multivector.coding.learned.windows import Window, windows
from multivector.coding.scene import Scene
from multivector.coding.seen import seen_by_rows
from multivector.coding.steps import set_scene
from multivector.model import Report

__all__ = [
    "Example", "Item", "Target", "build", "examples", "load_passages", "load_reports", "load_sentences", "part_of",
]  # fmt: skip


@dataclass(slots=True)
class Item:
    """A text with its annotated events; `loose` where a happening may be told again without a mark (whole reports)."""

    name: str
    text: str
    date: str | None
    events: list[dict[str, Any]]
    title: str | None = None
    publisher: str | None = None
    loose: bool = False


@dataclass(slots=True)
class Target:
    """What one word tells: its place in the window, type, mode, status, and the parties on each side."""

    word: int
    span: tuple[int, int]
    """First and last word of the anchor, among which the word is the one that tells it."""
    sure: bool
    type: int
    mode: int
    status: int
    actors: list[str]
    recipients: list[str]
    told: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Example:
    """A window and its targets; `loose` as in `Item`."""

    name: str
    window: Window
    targets: list[Target]
    loose: bool


def load_sentences(folder: Path) -> Iterator[Item]:
    """Yield the passages of `*.jsonl` files."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Item(row["id"], row["text"].replace(" ¶ ", "\n"), row["date"], row["events"])


def load_passages(folder: Path) -> Iterator[Item]:
    """Yield the passages of `corpus/passages`."""
    for path in sorted(folder.glob("*.txt")):
        for passage in passages.read(path):
            row = passage.record()
            yield Item(row["id"], row["text"].replace(" ¶ ", "\n"), row["date"], row["events"])


def load_reports(folder: Path) -> Iterator[Item]:
    """Yield the whole reports of a folder, `NAME.txt` beside `NAME.gold.json`."""
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
        head = gold["report"]
        yield Item(name, text, head["date"], gold["events"], head["title"], head["publisher"], loose=True)


def examples(item: Item) -> list[Example]:
    """Return the windows of a text with their targets."""
    scene = set_scene(
        Report(item.name, item.text, "", title=item.title, publisher=item.publisher, date=item.date, date_basis="given")
    )
    targets = [target for event in item.events if (target := _target(scene, item.text, event))]
    found = []
    for window in windows(scene, seen_by_rows(scene)):
        here = [target for target in targets if target.word in window.target]
        found.append(Example(item.name, window, _joined(here), item.loose))
    return found


def _target(scene: Scene, text: str, event: dict[str, Any]) -> Target | None:
    start = text.find(event["anchor"].replace(" ¶ ", "\n"))
    words = scene.parsed.within(start, start + len(event["anchor"])) if start >= 0 else []
    if not words:
        return None
    span = words[0].i, words[-1].i
    word, sure = _trigger(scene, event, span), bool(event.get("trigger"))
    even = symmetric(event["type"], event["mode"])
    actors = event["actors"] + (event["recipients"] if even else [])
    mode = (event["type"], event["mode"])
    if mode not in MODE_NAMES:
        mode = next(m for m in MODE_NAMES if m[0] == event["type"])
    parties_ = event["actors"] + event["recipients"]
    told = {party: words for party in parties_ if (words := _words(scene, text, event, party))}
    return Target(
        word, span, sure, TYPES.index(event["type"]), MODE_NAMES.index(mode), STATUSES.index(event["status"]),
        list(actors), [] if even else list(event["recipients"]),
        told,
    )  # fmt: skip


def _words(scene: Scene, text: str, event: dict[str, Any], party: str) -> tuple[int, int] | None:
    """Return the words that are marked as standing for a party in an event: those nearest to its anchor."""
    marked = (event.get("words") or {}).get(party)
    if not marked:
        return None
    anchor, starts, at = text.find(event["anchor"]), [], text.find(marked)
    while at >= 0:
        starts.append(at)
        at = text.find(marked, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda start: abs(start - anchor))
    words = scene.parsed.within(start, start + len(marked))
    return (words[0].i, words[-1].i) if words else None


def _trigger(scene: Scene, event: dict[str, Any], span: tuple[int, int]) -> int:
    """Return the word that tells an event: the marked one, else the verb on which the anchor hangs."""
    tokens = scene.parsed.tokens[span[0] : span[1] + 1]
    marked = [token.i for token in tokens if token.text == event.get("trigger")]
    if marked:
        return marked[0]
    inside = [token.i for token in tokens if token.pos in ("VERB", "NOUN", "ADJ", "AUX")]
    heads = {k: scene.parsed.tokens[k].head for k in inside}
    tops = [k for k in inside if not span[0] <= heads[k] <= span[1] or heads[k] == k]
    top = tops[0] if tops else inside[0] if inside else span[0]
    if scene.parsed.tokens[top].lemma in _LIGHT:
        below = [kid.i for kid in scene.parsed.kids(top, "dobj", "nsubjpass") if span[0] <= kid.i <= span[1]]
        return below[0] if below else top
    return top


_LIGHT = frozenset("hold pay make have take give conduct impose issue launch place".split())


def _joined(targets: list[Target]) -> list[Target]:
    """One target a word and type: `visited Paris and Berlin` is told by one word."""
    found: dict[tuple[int, int], Target] = {}
    for target in targets:
        first = found.setdefault((target.word, target.type), target)
        if first is not target:
            first.actors = list(dict.fromkeys(first.actors + target.actors))
            first.told |= target.told
            first.recipients = [c for c in dict.fromkeys(first.recipients + target.recipients) if c not in first.actors]
    return list(found.values())


def build(items: Iterable[Item], cache: Path) -> list[Example]:
    """Return the examples of texts, kept in a file beside.

    The file is named by what it is made of, texts and code, so that a change makes a new one.
    """
    listed = list(items)
    digest = hashlib.sha256(repr([(i.name, i.text, i.events) for i in listed]).encode())
    for source in [Path(__file__), *sorted(Path(str(files("multivector.coding"))).rglob("*.py"))]:
        digest.update(source.read_bytes())
    path = cache / f"{digest.hexdigest()[:16]}.pickle"
    if path.exists():
        return pickle.loads(path.read_bytes())
    found = []
    for item in listed:
        found += examples(item)
    cache.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(found))
    return found
