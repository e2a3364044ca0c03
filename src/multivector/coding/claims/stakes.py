"""Stakes: how many percent of a company, plant or project investors of a party hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.hanging import Hanging, hanging
from multivector.coding.claims.meant import parties_at, subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds
from multivector.coding.claims.totals import total_noun
from multivector.coding.scene import word_class
from multivector.coding.slots import slot
from multivector.coding.who import place_at

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.parse import Token

_HOLD = frozenset({"hold", "own", "have", "control"})
_OWNED = frozenset(
    "bank refinery venture company firm plant mine port terminal field project block airline railway pipeline operator "
    "smelter subsidiary utility carrier consortium grid refiner harbour harbor shipyard".split()
)
_STAKE = frozenset({"stake", "share", "holding", "interest"})


def stakes(reading: Reading, quantity: Quantity) -> list[Draft]:
    """Return the claim of `MOL holds 49 percent of INA`; a stake that is bought or sold is a dealing, not a share."""
    if quantity.unit != "percent":
        return []
    at = hanging(reading.scene, quantity)
    noun = _owned(reading, quantity, at)
    if noun is None or at.verb is None:
        return []
    reading.used.add(quantity.first)
    if at.verb.lemma not in _HOLD or not holds(reading.scene, at.verb.i):
        return []
    holder = next(iter(subject_of(reading, at.verb)), None)
    if holder is None:
        return []
    words = (quantity.first, quantity.last, at.verb.i)
    period = period_of(reading.scene, quantity.head, until_now=True)
    place = _place(reading, noun, at.verb, holder)
    value, name = quantity.value, reading.scene.parsed.tokens[noun].text
    return [Draft("share", holder, place, "investment-stock", value, words, "percent", period, name)]


def _owned(reading: Reading, quantity: Quantity, at: Hanging) -> int | None:
    """Return the noun of what is held: `of the refinery`, `a 25 percent stake in the field`, `in which it holds`."""
    scene = reading.scene
    heads = [k for k in (total_noun(reading, quantity),) if k is not None]
    if at.noun is not None and at.noun.lemma in _STAKE:
        heads = [k for name in ("in", "of") for k in slot(scene, at.noun.i, name) if k != quantity.head]
    elif at.verb is not None and at.verb.dep == "relcl" and not heads:
        heads = [at.verb.head] if any(scene.parsed.tokens[k].tag == "WDT" for k in slot(scene, at.verb.i, "in")) else []
    return next((k for k in heads if _is_firm(reading, k)), None)


def _is_firm(reading: Reading, k: int) -> bool:
    mention, token = reading.scene.named.get(k), reading.scene.parsed.tokens[k]
    if mention is not None:
        return mention.kind == "company"
    name = token.tag == "NNP" and token.i not in reading.scene.persons and token.lemma not in word_class("office")
    return token.lemma in _OWNED or name


def _place(reading: Reading, noun: int, verb: Token, holder: str) -> str | None:
    """Return the party in which the thing held lies: told beside it, else that of the company's name."""
    scene = reading.scene
    near = [k for i, name in ((noun, "in"), (verb.i, "in"), (noun, "mod"), (noun, "at")) for k in slot(scene, i, name)]
    beside = [kid.i for kid in scene.parsed.kids(noun, "appos")]
    told = [place_at(scene, k) or next(iter(parties_at(reading, k)), None) for k in (*near, *beside, noun)]
    return next((code for code in told if code and code != holder), None) or reading.focus.other(holder)
