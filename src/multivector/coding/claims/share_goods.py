"""Shares of goods: `Diamonds make up two thirds of Botswana's exports` tells what one sells, not who buys it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.flows import first_party
from multivector.coding.claims.goods import good_name, is_plain_noun
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.rows import row_at, word_list
from multivector.coding.claims.totals import total_at, total_noun
from multivector.coding.slots import surface_subjects

if TYPE_CHECKING:
    from multivector.coding.claims.hanging import Hanging
    from multivector.coding.claims.quantities import Quantity

_MAKE_UP = frozenset({"make", "account"})


def goods_share(reading: Reading, quantity: Quantity, at: Hanging) -> list[Draft]:
    """Return the share of a good in a party's exports or imports; it has no partner unless the total has one."""
    scene = reading.scene
    row = row_at(scene, "shares", at.verb.i) if at.verb is not None and at.noun is None else None
    noun = total_noun(reading, quantity)
    if at.verb is None or row is None or row.id not in _MAKE_UP or noun is None:
        return []
    goods = [k for k in surface_subjects(scene, at.verb) if _is_good(reading, k)]
    total = total_at(reading, noun, "", (), None) if goods else None
    if total is None or total.owner is None or total.measure not in ("exports", "imports"):
        return []
    partner = first_party(reading, noun, ("to", "from"), (total.owner,))
    period = period_of(scene, quantity.head, until_now=True)
    words, scope = (quantity.first, quantity.last, at.verb.i), good_name(reading, goods[0])
    reading.used.add(quantity.first)
    return [Draft("share", total.owner, partner, total.measure, quantity.value, words, "percent", period, scope)]


def _is_good(reading: Reading, k: int) -> bool:
    """Whether the word names a good of nobody's (`Russian gas` is of somebody)."""
    token, scene = reading.scene.parsed.tokens[k], reading.scene
    owned = any(kid.i in scene.named for kid in scene.parsed.kids(k, "amod", "compound", "poss", "nmod"))
    behind = any(kid.text.lower() in ("from", "to") for kid in scene.parsed.kids(k, "prep"))
    return is_plain_noun(scene, k) and token.lemma in word_list("goods") and not owned and not behind
