"""What the network sees, in the words of the reader: hits with the words that stand for the parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.dealings import STATEMENTS, Hit
from multivector.coding.learned.decode import Told, decode
from multivector.coding.learned.network import read
from multivector.coding.learned.windows import windows
from multivector.coding.scene import Ref, word_class
from multivector.coding.status import DENIED, status_of
from multivector.coding.who import phrase

if TYPE_CHECKING:
    from multivector.coding.learned.windows import Candidate
    from multivector.coding.scene import Scene

_KIND = {"city": "place", "office-body": "agent"} | {kind: kind for kind in ("organisation", "company", "person")}


def learned_hits(scene: Scene, rows: list[Hit]) -> list[Hit]:
    """Return the dealings that the network sees, likely or not, told what the rows see.

    Words that a row knows without knowing the sides are asked for even where the network alone sees nothing.
    """
    asked = {(hit.word, hit.type) for hit in rows if hit.open and not hit.denied}
    return [
        _hit(scene, told, scene.parsed.tokens[told.word].sentence)
        for reading in read(list(windows(scene, rows)))
        for told in decode(reading, asked)
        if not any(_was(scene, candidate) for candidate in (*told.actors, *told.recipients))
    ]


def _hit(scene: Scene, told: Told, sentence: int) -> Hit:
    """Return what the network sees; what only might be, grammar tells better (the corpus has few such)."""
    actors, recipients = (
        tuple(_ref(scene, candidate, told.word, sentence) for candidate in side)
        for side in (told.actors, told.recipients)
    )
    mood = status_of(scene, told.word, statement=told.type in STATEMENTS)
    status = mood if mood == "hypothetical" else told.status
    return Hit(
        told.type, told.mode, told.word, actors, recipients, status, f"learned {told.probability:.2f}",
        weight=told.probability, learned=True, doubted=mood == DENIED, scores=(told.score, told.sides_score),
    )  # fmt: skip


def _was(scene: Scene, candidate: Candidate) -> bool:
    """Whether the words are of somebody who speaks for nobody any more: `a former Danish minister`."""
    if candidate.kind in ("home", "subject"):
        return False
    top = candidate.words[1] if candidate.kind == "person" else scene.parsed.tokens[candidate.words[1]].head
    around = (*scene.parsed.kids(candidate.words[1]), *scene.parsed.kids(top))
    return any(kid.lemma in word_class("former") and kid.dep == "amod" for kid in around)


def _ref(scene: Scene, candidate: Candidate, word: int, sentence: int) -> Ref:
    if candidate.kind in ("home", "subject"):
        return Ref(candidate.party, "state", (word, word), inherited=True)
    elsewhere = scene.parsed.tokens[candidate.words[0]].sentence != sentence
    words = candidate.words if candidate.kind == "person" else phrase(scene, candidate.words[1])
    return Ref(candidate.party, _KIND.get(candidate.kind, "state"), words, candidate.person, inherited=elsewhere)
