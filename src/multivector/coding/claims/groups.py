"""The group within which a claim holds: `in Africa`, `EU country`, `Latin American partners`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Reading
from multivector.coding.claims.rows import word_list
from multivector.coding.slots import slot

if TYPE_CHECKING:
    from collections.abc import Collection


def group_of(reading: Reading, i: int, owners: Collection[str]) -> str | None:
    """Return the region, organisation or state named at noun `i` that is not the owner, None where there is none."""
    heads = (k for name in ("mod", "in", "within", "among", "from", "poss") for k in slot(reading.scene, i, name))
    return next((group for k in heads if (group := group_at(reading, k, owners))), None)


def group_at(reading: Reading, k: int, owners: Collection[str]) -> str | None:
    """Return the region that word `k` names, or the party that it names unless that is an owner."""
    mention = reading.scene.named.get(k)
    region = _region(reading, k) if mention is None or mention.kind == "region" else None
    if region is not None or mention is None or mention.kind == "city":
        return region
    if not set(mention.parties).isdisjoint(owners):
        return None
    return mention.parties[0] if len(mention.parties) == 1 else mention.words


def _region(reading: Reading, k: int) -> str | None:
    """Return the region that a noun or an adjective names (`Latin American` -> `Latin America`)."""
    tokens = reading.scene.parsed.tokens
    known = word_list("regions")
    for n in (2, 1, 0):
        if k - n < 0:
            continue
        words = " ".join(token.text for token in tokens[k - n : k + 1])
        if words in known:
            return known[words]
    return None
