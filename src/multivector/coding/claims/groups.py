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
    scene = reading.scene
    for name in ("mod", "in", "within", "among", "from"):
        for k in slot(scene, i, name):
            if (region := _region(reading, k)) is not None:
                return region
            mention = scene.named.get(k)
            if mention is None or mention.kind == "city" or not set(mention.parties).isdisjoint(owners):
                continue
            return mention.parties[0] if len(mention.parties) == 1 else mention.words
    return None


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
