"""Shares read by the order of words, where parsers take `Pakistan imports` for a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.share_lists import share_drafts
from multivector.coding.claims.totals import relative_total, total_at, total_noun

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity

_ABOUT = frozenset("more less than about nearly almost some over around roughly up to at least only just the".split())
_WAYS = {"imports": ("in", "from"), "exports": ("out", "to"), "sells": ("out", "to"), "buys": ("in", "from")}
_GOES = {"goes": "to", "go": "to", "comes": "from", "come": "from"}


def by_order(reading: Reading, quantity: Quantity) -> list[Draft]:
    """`Pakistan imports 60 percent of its arms from China`, `80 percent of what Laos exports goes to Thailand`."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    noun, words = total_noun(reading, quantity), scene.parsed.sentence_of(quantity.head)
    if noun is None or noun < quantity.last:
        return []
    k = quantity.first - 1
    while k in words and tokens[k].text.lower() in _ABOUT:
        k -= 1
    way, link = _WAYS.get(tokens[k].text.lower(), ("", "")) if k in words else ("", "")
    mention = scene.named.get(k - 1) if link else None
    if mention is not None and mention.settled:
        partner = _behind(reading, noun, link)
        total = total_at(reading, noun, way, (partner,), mention.parties[0]) if partner else None
        return share_drafts(reading, (partner,), total, quantity, k)
    return _relative_goes(reading, quantity, noun, relative_total(reading, noun, ()))


def _relative_goes(reading: Reading, quantity: Quantity, noun: int, total: Flow | None) -> list[Draft]:
    words = reading.scene.parsed.sentence_of(noun)
    goes = next((k for k in words if k > noun and reading.scene.parsed.tokens[k].text.lower() in _GOES), None)
    if total is None or goes is None:
        return []
    partner = _behind(reading, goes, _GOES[reading.scene.parsed.tokens[goes].text.lower()])
    return share_drafts(reading, (partner,), total, quantity, goes)


def _behind(reading: Reading, i: int, link: str) -> str | None:
    """Return the party named right behind the first `from` or `to` after word `i`."""
    scene = reading.scene
    at = next((k for k in scene.parsed.sentence_of(i) if k > i and scene.parsed.tokens[k].text.lower() == link), None)
    near = (scene.named.get(k) for k in range(at + 1, at + 3)) if at is not None else ()
    return next((m.parties[0] for m in near if m is not None and m.settled), None)
