"""Where rows and network meet: which of the dealings that either sees are told, and how likely each is.

Each sees on its own: a row knows a word with what must stand around it, the network weighs all words at once. What
both see is likelier than what one sees; where they differ on the parties, the likelier version is kept. How much each
sign counts was fitted on texts that neither had seen (`training/calibrate.py`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from multivector.coding.learned.hits import learned_hits
from multivector.coding.scene import word_class
from multivector.coding.seen import seen_by_rows
from multivector.coding.status import is_question
from multivector.model.codes import symmetric

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.coding.scene import Ref, Scene

LIKELY = 0.45
"""How likely a dealing must be that no row sees; what a row sees is told."""
NEAR = 8
"""How many words apart row and network may find one dealing: `held` and `talks`."""
_NOTHING = -4.0
"""The network's score where it sees nothing."""


def dealings(scene: Scene) -> list[Hit]:
    """Return the dealings of a report, in the order of their words, `weight` their calibrated likelihood."""
    rows = seen_by_rows(scene)
    return together(scene, rows, learned_hits(scene, rows))


def together(scene: Scene, rows: list[Hit], learned: list[Hit], *, likely: float = LIKELY) -> list[Hit]:
    """Return what is told: all that rows see, and what the network alone holds likely, in the likelier version.

    `likely` is how likely a dealing must be that no row sees.
    """
    denied = [hit for hit in rows if hit.denied]
    asking = {hit.word for hit in rows if hit.type in ("REQUEST", "REJECT")}
    fresh = [hit for hit in learned if not is_question(scene, hit.word) and not _only_asked(scene, hit, asking)]
    fresh = [hit for hit in fresh if not _only_denies(scene, hit, denied)]
    seen = [hit for hit in (*fresh, *rows) if not hit.open and not hit.denied and (hit.actors or hit.recipients)]
    weighed = [weigh(scene, hit, rows, learned) for hit in seen]
    weighed.sort(key=lambda hit: (-hit.weight, hit.word))
    kept: list[Hit] = []
    for hit in weighed:
        is_told = not hit.learned or hit.weight >= likely
        if is_told and not any(same_telling(scene, hit, other) for other in (*kept, *denied)):
            kept.append(hit)
    return sorted((_by_row(scene, hit, weighed) for hit in kept), key=lambda hit: hit.word)


def _only_asked(scene: Scene, hit: Hit, asking: set[int]) -> bool:
    """Whether the word only tells what was asked for or refused: `was asked to host talks`."""
    below = scene.parsed.tokens[hit.word]
    for above in scene.parsed.ancestors(hit.word):
        if below.dep not in ("xcomp", "ccomp", "dobj", "pobj", "prep"):
            return False
        if above.i in asking:
            return True
        below = above
    return False


def _only_denies(scene: Scene, hit: Hit, denied: list[Hit]) -> bool:
    """Whether the word says that something did not happen, and is no refusal: `stopped short of expelling`."""
    inside = (above.i for other in denied for above in scene.parsed.ancestors(other.word))
    return hit.type != "REJECT" and hit.word in inside and scene.parsed.tokens[hit.word].lemma in word_class("deny")


def _by_row(scene: Scene, hit: Hit, weighed: list[Hit]) -> Hit:
    """Return a row's version of a hit of the network with the same sides: it knows mode and status by grammar."""
    rows = [row for row in weighed if not row.learned and same_telling(scene, hit, row) and _sides(row) == _sides(hit)]
    return replace(rows[0], weight=max(hit.weight, rows[0].weight)) if hit.learned and rows else hit


def same_telling(scene: Scene, a: Hit, b: Hit) -> bool:
    """Whether two hits are one telling: of one type, near each other in a sentence; two rows never are."""
    tokens = scene.parsed.tokens
    near = abs(a.word - b.word) <= NEAR and tokens[a.word].sentence == tokens[b.word].sentence
    if a.type != b.type or not near or not (a.learned or b.learned):
        return False
    return a.word == b.word or a.learned != b.learned or bool(_parties(a) & _parties(b))


def weigh(scene: Scene, hit: Hit, rows: list[Hit], learned: list[Hit]) -> Hit:
    """Return the hit with its likelihood."""
    signs = signs_of(scene, hit, rows, learned)
    fitted = _fitted()["learned" if hit.learned else "row"]
    total = sum(sign * weight for sign, weight in zip(signs, fitted, strict=True))
    return replace(hit, weight=1 / (1 + math.exp(-total)))


def signs_of(scene: Scene, hit: Hit, rows: list[Hit], learned: list[Hit]) -> tuple[float, ...]:
    """Return what speaks for a hit: a constant, the network's scores, and what the other side sees near it."""
    tokens = scene.parsed.tokens
    here = [
        other for other in (rows if hit.learned else learned)
        if abs(other.word - hit.word) <= NEAR and tokens[other.word].sentence == tokens[hit.word].sentence
    ]  # fmt: skip
    alike = [other for other in here if other.type == hit.type and not other.denied and not other.open]
    known = [other for other in here if other.type == hit.type and not other.denied and other.open]
    fits = any(_parties(other) and _fits(other, hit) for other in known)
    agreed = any(_sides(other) == _sides(hit) for other in alike)
    other_type = any(other.word == hit.word and other.type != hit.type for other in here)
    denied = any(other.denied and other.type == hit.type for other in here) or hit.doubted
    inherited = any(ref.inherited for ref in (*hit.actors, *hit.recipients))
    placed = any(_is_placed(scene, ref) for ref in (*hit.actors, *hit.recipients))
    two = len(_parties(hit)) == 2
    both = bool(hit.actors) and bool(hit.recipients)
    if hit.learned:
        score, sides = hit.scores
    else:
        score, sides = max((other.scores for other in alike), default=(_NOTHING, 0.0))
    told = bool(alike), agreed, other_type, denied, inherited, bool(known), fits, placed, two, both
    own = 0.0 if hit.learned else hit.weight
    return 1.0, score, sides, sides * agreed, own, *map(float, told)


def _is_placed(scene: Scene, ref: Ref) -> bool:
    """Whether the words tell where something took place: `in Lima`."""
    head = scene.parsed.tokens[ref.words[1]]
    return head.dep == "pobj" and scene.parsed.tokens[head.head].text.lower() in ("in", "at", "near", "outside")


def _fits(part: Hit, whole: Hit) -> bool:
    """Whether all that a row could tell of the sides stands on the same sides of another hit."""
    pairs = ((part.actors, whole.actors), (part.recipients, whole.recipients))
    if symmetric(whole.type, whole.mode):
        return _parties(part) <= _parties(whole)
    return all({r.party for r in some if r.party} <= {r.party for r in all_} for some, all_ in pairs)


def _parties(hit: Hit) -> set[str]:
    return {ref.party for ref in (*hit.actors, *hit.recipients) if ref.party}


def _sides(hit: Hit) -> tuple[frozenset[str], ...]:
    sides = ([ref.party for ref in side if ref.party] for side in (hit.actors, hit.recipients))
    return sides_of(hit.type, hit.mode, *sides)


def sides_of(
    type_: str, mode: str | None, actors: Iterable[str], recipients: Iterable[str]
) -> tuple[frozenset[str], ...]:
    """Return the sides as they are compared: one of all where order says nothing, and of all that meet.

    Whether those who meet are guest and host is settled later, by the place.
    """
    a, b = frozenset(actors), frozenset(recipients)
    return (a | b,) if type_ == "CONSULT" or symmetric(type_, mode) else (a, b)


@cache
def _fitted() -> dict[str, list[float]]:
    text = (files("multivector.coding.learned") / "fitted.json").read_text(encoding="utf-8")
    fitted: dict[str, list[float]] = json.loads(text)
    return fitted
