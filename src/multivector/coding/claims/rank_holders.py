"""Who holds the rank that a noun tells: by predicate, apposition, `as`, or the verb that gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Reading
from multivector.coding.claims.meant import parties_at, subject_of
from multivector.coding.claims.polarity import holds, verb_of
from multivector.coding.slots import is_verb, objects, surface_subjects

if TYPE_CHECKING:
    from multivector.coding.parse import Token
    from multivector.coding.scene import Scene

_COPULA = frozenset({"be", "become", "remain", "stay", "form", "constitute", "represent", "rank"})
_AS = frozenset("overtake replace displace surpass emerge rank supplant succeed pass oust confirm take".split())


def holder_of(reading: Reading, i: int) -> tuple[str, ...]:
    """Return the parties that hold the rank told by noun `i`, none where it is denied, wished for or nobody's."""
    scene, token = reading.scene, reading.scene.parsed.tokens[i]
    while token.dep == "conj" and not is_verb(scene.parsed.tokens[token.head]):
        token = scene.parsed.tokens[token.head]
    head = scene.parsed.tokens[token.head]
    if token.dep == "appos":
        return parties_at(reading, head.i)
    beside = tuple(code for kid in scene.parsed.kids(i, "appos") for code in parties_at(reading, kid.i))
    if is_verb(head) and token.dep in ("nsubj", "nsubjpass"):
        return _told_of(reading, head) or beside
    if beside:
        return beside
    verb = verb_of(scene, head.i)
    if verb is None or not (holds(scene, verb.i) or _opens(scene, head)):
        return ()
    return _by_verb(reading, token, head, verb, i)


def _told_of(reading: Reading, verb: Token) -> tuple[str, ...]:
    """`Vietnam's second market is China`: the predicate."""
    if verb.lemma not in _COPULA or not holds(reading.scene, verb.i):
        return ()
    named = reading.scene.parsed.kids(verb.i, "attr", "oprd")
    return tuple(code for kid in named for code in parties_at(reading, kid.i))


def _by_verb(reading: Reading, token: Token, head: Token, verb: Token, i: int) -> tuple[str, ...]:
    scene = reading.scene
    if own := tuple(code for kid in scene.parsed.kids(i, "nsubj") for code in parties_at(reading, kid.i)):
        return own
    if is_verb(head) and token.dep == "oprd" and (called := _called(reading, token, head)):
        return called
    predicate = token.dep in ("attr", "oprd", "acomp") or (
        head.lemma in _COPULA and token.dep in ("dobj", "ccomp", "conj")
    )
    if is_verb(head) and predicate:
        return () if _no_longer(scene, head) else _subjects(reading, head, i)
    if head.text.lower() == "as" and (verb.lemma in _AS or _opens(scene, head)):
        return subject_of(reading, verb)
    if is_verb(head) and head.lemma == "make" and (made := _made(reading, i)):
        return made
    if is_verb(head) and head.lemma == "make":
        return tuple(code for k in objects(scene, head) for code in parties_at(reading, k))
    return ()


def _made(reading: Reading, i: int) -> tuple[str, ...]:
    """`making Türkiye Uzbekistan's fourth partner`: of two names in a row the first."""
    scene = reading.scene
    for kid in scene.parsed.kids(i, "poss"):
        mention = scene.named.get(kid.i)
        first = next((k for k in range(kid.i, -1, -1) if scene.named.get(k) is not mention), -1) if mention else -1
        if first in scene.named:
            return parties_at(reading, first)
    return ()


def _opens(scene: Scene, head: Token) -> bool:
    """`As Armenia's largest partner, Russia ...`: whoever the sentence then speaks of."""
    return head.text.lower() == "as" and head.i == scene.parsed.sentence_of(head.i)[0]


def _called(reading: Reading, token: Token, verb: Token) -> tuple[str, ...]:
    """`called Germany the largest partner`: the object, however the parser names it."""
    beside = [kid.i for kid in reading.scene.parsed.kids(verb.i, "oprd") if kid.i < token.i]
    heads = [k for k in (*objects(reading.scene, verb), *beside) if k in reading.scene.named]
    return tuple(code for k in heads for code in parties_at(reading, k))


def _no_longer(scene: Scene, verb: Token) -> bool:
    adverbs = scene.parsed.kids(verb.i, "advmod", "neg")
    return any(kid.text.lower() in ("longer", "never", "hardly", "once") for kid in adverbs)


def _subjects(reading: Reading, verb: Token, i: int) -> tuple[str, ...]:
    inside = set(reading.scene.parsed.subtree(i))
    heads = [k for k in surface_subjects(reading.scene, verb) if k not in inside]
    return tuple(dict.fromkeys(code for k in heads for code in parties_at(reading, k)))
