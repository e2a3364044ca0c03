"""Whether a clause says yes, no, or neither: some claims are told by their denial too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.slots import is_verb, surface_subjects
from multivector.coding.status import status_of

if TYPE_CHECKING:
    from multivector.coding.parse import Token
    from multivector.coding.scene import Scene

_UNSURE = frozenset(
    {"may", "might", "could", "can", "will", "would", "shall", "should", "must", "'ll", "’ll", "wo", "ought"}
)
_GUESSED = frozenset("probably perhaps possibly maybe likely allegedly supposedly".split())
_AIMS = frozenset("target goal aim objective ambition potential forecast plan ceiling limit".split())
_NO = frozenset({"no", "neither", "none", "nor", "nobody", "not"})


def polarity(scene: Scene, verb: Token) -> bool | None:
    """Return True where the clause affirms, False where it denies, None where it asks, supposes or looks ahead."""
    helpers = {kid.text.lower() for kid in scene.parsed.kids(verb.i, "aux", "auxpass")}
    helpers |= {kid.text.lower() for kid in scene.parsed.kids(verb.i, "advmod")} & _GUESSED
    if helpers & (_UNSURE | _GUESSED) or scene.parsed.tokens[scene.parsed.sentence_of(verb.i)[-1]].text == "?":
        return None
    if _denied(scene, verb):
        return False
    if verb.dep in ("ccomp", "parataxis") and verb.i < verb.head:
        return True  # a clause before its governor stands for itself: "it grew, he said", "A is in; B is not"
    return True if status_of(scene, verb.i, statement=False) in ("occurred", "ongoing") else None


def _denied(scene: Scene, verb: Token) -> bool:
    for kid in scene.parsed.kids(verb.i):
        word = kid.text.lower()
        negates = kid.dep == "neg" or word in ("never", "longer", "neither", "nor", "hardly")
        near = kid.i <= verb.i + (2 if word == "longer" else 1)
        neither = any(below.text.lower() == "neither" for below in scene.parsed.kids(kid.i, "preconj"))
        if kid.dep != "cc" and ((negates and near) or neither):
            return True
    for kid in scene.parsed.kids(verb.i, "nsubj", "nsubjpass", "attr"):
        words = {kid.text.lower()}
        words |= {below.text.lower() for below in scene.parsed.kids(kid.i, "det", "preconj", "cc")}
        if words & _NO:
            return True
    return False


def verb_of(scene: Scene, i: int) -> Token | None:
    """Return the verb of the clause in which word `i` stands, the word itself where it is one."""
    token = scene.parsed.tokens[i]
    if is_verb(token):
        return token
    return next((above for above in scene.parsed.ancestors(i) if is_verb(above)), None)


def holds(scene: Scene, i: int) -> bool:
    """Whether what word `i` tells is told as a fact: not denied, planned, wished for, aimed at, supposed or asked."""
    verb = verb_of(scene, i)
    if verb is None:
        return True
    aims = any(scene.parsed.tokens[k].lemma in _AIMS for k in surface_subjects(scene, verb))
    return polarity(scene, verb) is True and not aims
