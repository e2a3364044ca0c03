"""The goods that are traded: `wine exports`, `crude oil`, `the chips`."""

from __future__ import annotations

from multivector.coding.claims.common import Reading
from multivector.coding.claims.rows import word_list
from multivector.coding.scene import Scene, word_class
from multivector.coding.slots import is_verb

GENERIC = frozenset({"good", "goods", "product", "service", "merchandise", "parcel"})
"""Words for whatever is traded: they limit nothing."""


def product_of(reading: Reading, i: int) -> str | None:
    """Return the good or group to which the noun at word `i` is limited: `wine exports`, `exports of wine`."""
    scene = reading.scene
    if is_verb(scene.parsed.tokens[i]):
        return None
    words = [kid.i for kid in scene.parsed.kids(i, "compound", "amod") if kid.lemma not in GENERIC]
    for kid in scene.parsed.kids(i, "prep"):
        nouns = scene.parsed.kids(kid.i, "pobj") if kid.text.lower() in ("of", "in") else []
        limits = kid.text.lower() == "in"  # "trade in goods" is told apart from that in services
        words += [
            noun.i for noun in nouns if noun.lemma not in GENERIC or (limits and not scene.parsed.kids(noun.i, "conj"))
        ]
    return next((good_name(reading, k) for k in words if _names_a_good(reading, k)), None)


def _names_a_good(reading: Reading, i: int) -> bool:
    return is_plain_noun(reading.scene, i) and reading.scene.parsed.tokens[i].lemma in word_list("goods")


def good_name(reading: Reading, i: int) -> str:
    """Return the words of a good: `crude oil`, `liquefied gas`, `rice`."""
    kids = [
        k.i
        for k in reading.scene.parsed.kids(i, "compound", "amod")
        if k.i < i and k.i not in reading.scene.named and k.tag in ("NN", "NNS", "JJ", "VBN")
    ]
    kids = [k for k in kids if k >= i - len(kids)]
    return " ".join(reading.scene.parsed.tokens[k].text.lower() for k in (*kids, i))


def is_plain_noun(scene: Scene, i: int) -> bool:
    """Whether the word is a common noun that may tell a good (`gas`, `chips`): no name, no people, no body."""
    token = scene.parsed.tokens[i]
    people = word_class("office") | word_class("body") | word_class("bystander")
    return (
        token.pos in ("NOUN", "ADJ", "PROPN")
        and i not in scene.named
        and i not in scene.persons
        and token.lemma not in people
    )
