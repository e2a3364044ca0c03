"""By which verb, preposition and noun a quantity hangs on its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from multivector.coding.slots import is_verb

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.parse import Token
    from multivector.coding.scene import Scene

_THROUGH = frozenset("total sum record high peak low level value figure estimate amount rate maximum".split())
_THROUGH |= frozenset("something year month annum mark threshold barrier".split())
_PERCENT = frozenset({"percent", "%", "cent", "pct"})


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where a quantity hangs.

    `verb` is the verb above it, `place` how it hangs there: `subj`, `obj` (predicate and measure too), a preposition.
    `noun` is the noun that it modifies before any verb is reached (`a stock of $5 billion`), with `joint` telling how.
    """

    verb: Token | None
    place: str
    noun: Token | None = None
    joint: str = ""


def hanging(scene: Scene, quantity: Quantity) -> Hanging:
    """Return where a quantity hangs; one coordinated with another hangs where that one does."""
    token = scene.parsed.tokens[quantity.head]
    preposition, noun, joint = "", None, ""
    while token.head != token.i:
        head = scene.parsed.tokens[token.head]
        if is_verb(head):
            return Hanging(head, preposition or _place(token), noun, joint)
        if token.dep == "conj" or head.lemma in _PERCENT:
            token = _level(scene, head)
            continue
        if head.dep in ("prep", "agent", "dative") or head.pos == "ADP" or head.lemma == "worth":
            preposition = preposition or head.text.lower()
        elif head.lemma in _THROUGH or head.lemma == "close":
            preposition = ""
        elif noun is None and token.dep == "compound" and head.dep == "poss":
            token = head  # "half Peru's exports": over the owner to what is owned
            continue
        elif noun is None and head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            noun, joint, preposition = head, preposition or token.dep, ""
        token = head
    return Hanging(token if is_verb(token) else None, preposition, noun, joint)


def _level(scene: Scene, head: Token) -> Token:
    """`60 percent of its trade and 85 percent of`: the second goes with the first, not with what the first is of."""
    of = scene.parsed.tokens[head.head]
    above = scene.parsed.tokens[of.head]
    return above if of.text.lower() == "of" and above.lemma in _PERCENT else head


def _place(token: Token) -> str:
    return "subj" if token.dep in ("nsubj", "nsubjpass", "csubj") else "obj"
