"""How many papers, people or things a dealing is told to be about: `signed four accords`, `expelled its consul`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.attributes import Attribute
from multivector.coding.scene import word_class
from multivector.coding.slots import is_verb, objects, prepositional
from multivector.grammar.numbers import find_numbers

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.coding.parse import Token
    from multivector.coding.scene import Scene

_COUNTED = ("AGREE", "AID", "COOPERATE", "SANCTION", "MOBILIZE", "COERCE", "RETREAT", "ASSAULT")
"""Types that papers, people or things are counted of."""
_OF_ONE = (
    ("SANCTION", "expel"), ("COERCE", "arrest"), ("COERCE", "deport"), ("COERCE", "seize"), ("RETREAT", "release"),
)  # fmt: skip
"""Types and modes of which a single person or ship counts as one; of AGREE a single paper does (ruling 16)."""


def count_of(scene: Scene, hit: Hit, mode: str | None) -> Attribute | None:
    """Return the number told of what a dealing is about: 1 for a single paper, envoy or captive."""
    if hit.type not in _COUNTED:
        return None
    token = scene.parsed.tokens[hit.word]
    for k in _things(scene, token):
        noun = scene.parsed.tokens[k]
        if not _is_unit(noun) and (found := _number(scene, noun, papers=hit.type == "AGREE")):
            return found
        if _is_one(scene, noun, hit.type, mode):
            return Attribute(1, (noun.start, noun.end))
    return None


def _is_one(scene: Scene, noun: Token, type_: str, mode: str | None) -> bool:
    if type_ == "AGREE":
        paper = noun.lemma in word_class("paper") and noun.lemma not in ("statement", "text")
        return noun.text.lower() == "it" or (paper and _is_single(scene, noun))
    return (type_, mode) in _OF_ONE and noun.lemma in word_class("countable") and _is_single(scene, noun)


def _things(scene: Scene, token: Token) -> list[int]:
    """What a verb acts on; of a noun what it is of (`the arrest of two men`), or the noun itself (`two treaties`)."""
    if is_verb(token):
        return objects(scene, token)
    if token.lemma in word_class("paper"):
        return [token.i]
    return [*prepositional(scene, token, "of"), token.i]


def _number(scene: Scene, noun: Token, *, papers: bool) -> Attribute | None:
    """The number before a noun (`two accords`) or in its place (`eleven of its officials`)."""
    if papers and noun.lemma not in word_class("paper") | word_class("countable"):
        return None
    parts = [noun] if noun.tag == "CD" else scene.parsed.kids(noun.i, "nummod")
    for part in parts:
        start = min((kid.start for kid in scene.parsed.kids(part.i, "compound", "quantmod")), default=part.start)
        numbers = find_numbers(scene.report.text[start : part.end])
        if numbers and numbers[-1].value == int(numbers[-1].value) and not _is_other(scene, part):
            return Attribute(int(numbers[-1].value), (part.start, part.end))
    return None


def _is_other(scene: Scene, part: Token) -> bool:
    """Whether the number is a sum's or a year: `the 2008 agreement`."""
    year = part.text.isdigit() and 1800 <= int(part.text) <= 2100
    return year or any(money.span[0] <= part.start < money.span[1] for money in scene.sums)


def _is_unit(noun: Token) -> bool:
    """Whether the noun measures: time, money, weight or share."""
    return any(noun.lemma in word_class(name) for name in ("duration", "measure", "money"))


def _is_single(scene: Scene, noun: Token) -> bool:
    """Whether one is meant: a noun in the singular that is pointed at or described, and no second one beside it."""
    before = scene.parsed.kids(noun.i, "det", "poss", "amod", "compound")
    none = any(kid.text.lower() in ("no", "any", "every", "each", "some") for kid in before)
    second = any(kid.lemma in word_class("paper") for kid in scene.parsed.kids(noun.i, "conj"))
    return noun.tag in ("NN", "NNP") and bool(before) and not none and not second
