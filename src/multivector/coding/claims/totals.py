"""What a share is of: whose exports, gas, debt or visitors are the hundred percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Flow, Reading
from multivector.coding.claims.flows import first_party
from multivector.coding.claims.goods import GENERIC, good_name, is_plain_noun, product_of
from multivector.coding.claims.meant import parties_at, spoken_of
from multivector.coding.claims.polarity import verb_of
from multivector.coding.claims.rows import ClaimRow, row_at, word_list
from multivector.coding.slots import is_verb, slot, subjects, surface_subjects

if TYPE_CHECKING:
    from collections.abc import Collection

    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.parse import Token

HOSTED = frozenset({"tourism", "companies", "investment", "investment-stock", "aid", "other"})
_OUTWARD = frozenset({"sell", "export", "ship"})
_INWARD = frozenset({"import", "buy", "purchase", "burn", "use", "consume", "need", "get"})
_WHOLE = frozenset(
    {"total", "whole", "sum", "volume", "crop", "harvest", "stock", "they", "them", "it", "this", "that", "which"}
)
_PIECES = frozenset({"tonne", "ton", "barrel", "bottle", "litre", "head", "kilo", "metre", "dollar", "euro"})
_OUTPUT = frozenset({"product", "income", "output"})
_BURN = frozenset({"burn", "use", "consume"})
_NEED = frozenset({"consumption", "market", "demand", "need", "use", "requirement", "supply", "mix"})


def total_noun(reading: Reading, quantity: Quantity) -> int | None:
    """Return the word that a percentage is of, or None where none is told."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    for k in range(quantity.first, quantity.last + 1):
        for kid in scene.parsed.kids(k, "prep"):
            if kid.text.lower() == "of" and (nouns := [noun.i for noun in scene.parsed.kids(kid.i, "pobj", "pcomp")]):
                return next((noun for noun in nouns if noun not in scene.named), nouns[0])
    words = scene.parsed.sentence_of(quantity.head)
    if tokens[words[0]].text == "Of" and words[0] < quantity.first:
        return next((noun.i for noun in scene.parsed.kids(words[0], "pobj")), None)
    if quantity.first - 1 in words and tokens[quantity.first - 1].text.lower() in ("a", "an"):
        return None  # "an 80 percent duty"
    head = tokens[quantity.head].head
    if tokens[head].dep == "poss" and head > quantity.last:
        head = tokens[head].head
    if quantity.last < head < quantity.last + 6 and tokens[head].pos == "NOUN":
        inner = [k for k in slot(scene, head, "of") if tokens[head].lemma in _PIECES]
        return inner[0] if inner else head  # "half its exports", "half Peru's exports", "every third tonne of beef"
    return None


def total_at(reading: Reading, i: int, way: str, partners: Collection[str | None], default: str | None) -> Flow | None:
    """Return the total that the noun at word `i` names.

    Args:
        reading: The report.
        i: The noun or, in `what it burns`, the verb.
        way: `in` where the partner gives, `out` where it takes, empty where the words do not tell.
        partners: Those whose share it is: none of them is the owner.
        default: Whose total it is where the noun does not say.
    """
    token = reading.scene.parsed.tokens[i]
    if is_verb(token):
        return _what(reading, token, partners)
    if token.lemma in _WHOLE and not reading.scene.parsed.kids(i, "prep", "poss"):
        return reading.whole()
    if _is_worldwide(reading, i):
        return Flow("other", None, None)
    if _is_output(reading, token):
        owner = first_party(reading, i, ("poss", "mod", "of"), partners) or default
        return Flow("other", owner, None, good_name(reading, i)) if owner else None
    return _traded_total(reading, token, way, partners, default)


def _is_worldwide(reading: Reading, i: int) -> bool:
    heads = (*slot(reading.scene, i, "poss"), *slot(reading.scene, i, "mod"))
    return any(reading.scene.parsed.tokens[k].lemma in ("world", "global") for k in heads)


def _traded_total(
    reading: Reading, token: Token, way: str, partners: Collection[str | None], default: str | None
) -> Flow | None:
    """Return the total that a noun of trade, or a good, names."""
    i = token.i
    row = row_at(reading.scene, "flows", i)
    if row is None and token.lemma == "total" and (verb := verb_of(reading.scene, i)) is not None:
        heads = surface_subjects(reading.scene, verb)
        row = next((found for k in heads if (found := row_at(reading.scene, "flows", k))), None)
    if way == "transit" and row is None and token.lemma not in word_list("goods"):
        return None
    if way == "transit":
        owner = first_party(reading, i, ("poss", "mod", "of"), partners)
        return Flow("transit", owner, None, product_of(reading, i) or _good(reading, i)) if owner else None
    if row is not None:
        return _flow_total(reading, i, row, partners, default)
    measure = _good_measure(reading, token, way)
    if measure is None:
        return None
    scope = _scope(reading, i)
    relative = relative_total(reading, i, partners)
    if relative is not None:
        return Flow(measure if measure == "energy-supply" else relative.measure, relative.owner, None, scope)
    owner = first_party(reading, i, ("poss", "mod", "of", "in"), partners) or default or spoken_of(reading, i, partners)
    return Flow(measure, owner, None, scope)


def _is_output(reading: Reading, token: Token) -> bool:
    """`gross domestic product`, `GDP`, `national income`: what an economy makes."""
    kinds = {reading.scene.parsed.tokens[k].lemma for k in slot(reading.scene, token.i, "mod")}
    made = token.lemma in _OUTPUT and bool(kinds & {"gross", "national", "domestic"})
    return made or token.text in ("GDP", "GNP", "GNI")


def _good(reading: Reading, i: int) -> str | None:
    return good_name(reading, i) if reading.scene.parsed.tokens[i].lemma in word_list("goods") else None


def _scope(reading: Reading, i: int) -> str | None:
    """Return the good that a total is of; `the market` is for the good whose supplier was just ranked."""
    lemma = reading.scene.parsed.tokens[i].lemma
    if lemma in GENERIC:
        return None
    if lemma not in _NEED:
        return good_name(reading, i)
    ranked = reading.ranked.scope if reading.ranked is not None and lemma == "market" else None
    return product_of(reading, i) or ranked


def owner_told(reading: Reading, i: int) -> str | None:
    """Return whose the total at word `i` is where a name tells it, not a pronoun."""
    if is_verb(reading.scene.parsed.tokens[i]):
        told = _what(reading, reading.scene.parsed.tokens[i], ())
        return told.owner if told else None
    for name in ("poss", "mod"):
        for k in slot(reading.scene, i, name):
            if k in reading.scene.named and (codes := parties_at(reading, k)):
                return codes[0]
    relative = relative_total(reading, i, ())
    return relative.owner if relative else None


def _what(reading: Reading, verb: Token, partners: Collection[str | None]) -> Flow | None:
    """`what we sell`, `what the European Union burned`; the good may be told elsewhere in the sentence."""
    if verb.lemma not in _OUTWARD | _INWARD:
        return None
    owner = next((code for k in subjects(reading.scene, verb) for code in parties_at(reading, k, partners)), None)
    if owner is None:
        return None
    if verb.lemma in _BURN and reading.ranked is not None and reading.ranked.measure == "energy-supply":
        return Flow("energy-supply", owner, None, reading.ranked.scope)
    return Flow("exports" if verb.lemma in _OUTWARD else "imports", owner, None)


def relative_total(reading: Reading, i: int, partners: Collection[str | None]) -> Flow | None:
    """`the steel that the United States imports`, `the gas Ukraine burned`: by the order of words."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    end = scene.parsed.sentence_of(i)[-1]
    owner = None
    for k in range(i + 1, min(end, i + 8) + 1):
        token = tokens[k]
        if token.lemma in _OUTWARD | _INWARD and owner:
            return Flow("exports" if token.lemma in _OUTWARD else "imports", owner, None)
        if k in scene.named or token.text.lower() in ("it", "we", "they"):
            owner = next(iter(parties_at(reading, k, partners)), owner)
        elif token.text.lower() not in ("that", "which", "the") and token.dep != "aux":
            return None
    return None


def _flow_total(reading: Reading, i: int, row: ClaimRow, partners: Collection[str | None], default: str | None) -> Flow:
    measure, scope = row.cells["measure"], product_of(reading, i)
    slots = ("poss", "of", *row.slots("partner"), "mod") if measure in HOSTED else ("poss", "mod", "of", "from", "in")
    owner = first_party(reading, i, slots, partners) or default or spoken_of(reading, i, partners)
    if measure == "imports" and scope and word_list("goods").get(scope.split()[-1]) == "energy":
        measure = "energy-supply"
    return Flow(measure, owner, None, scope)


def _good_measure(reading: Reading, token: Token, way: str) -> str | None:
    kinds = word_list("goods")
    if token.lemma in _NEED:
        lemmas = {
            reading.scene.parsed.tokens[k].lemma for name in ("mod", "of") for k in slot(reading.scene, token.i, name)
        }
        if any(kinds.get(lemma) == "energy" for lemma in lemmas):
            return "energy-supply"
        if token.lemma == "market" or lemmas & set(kinds):
            return "imports"
        return None if way != "in" else "energy-supply" if _on_energy(reading, token) else "other"
    kind = kinds.get(token.lemma)
    if kind is None and not (way and is_plain_noun(reading.scene, token.i) and token.tag in ("NN", "NNS")):
        return None
    if way == "out":
        return "exports"
    if kind == "energy":
        return "energy-supply"
    return "imports" if way == "in" or kind else None


def _on_energy(reading: Reading, token: Token) -> bool:
    """Whether the paragraph speaks of gas, oil or electricity: `consumption` is then of that."""
    block = next((b for b in reading.scene.blocks if b.span[0] <= token.start < b.span[1]), None)
    words = reading.scene.parsed.within(*block.span) if block else []
    return any(word_list("goods").get(word.lemma) == "energy" for word in words)
