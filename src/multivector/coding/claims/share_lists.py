"""Shares told in a row: in brackets behind names, with the verb left out, against an earlier time, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.flows import first_party
from multivector.coding.claims.hanging import hanging
from multivector.coding.claims.meant import block_of, subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import holds
from multivector.coding.claims.rows import row_at
from multivector.coding.claims.totals import HOSTED, total_at

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity
    from multivector.coding.mentions import Mention

_GAP = frozenset({",", ";", "and", "while", "against", "by", "but"})
_BEFORE = frozenset({"(", ",", "with", "at", "–", "—", ":"})
_OWNED = ("poss", "mod", "of", "to", "for", "in")


def share_drafts(
    reading: Reading, partners: tuple[str | None, ...], total: Flow | None, quantity: Quantity, word: int
) -> list[Draft]:
    """Return a claim for each partner of a total, and keep the total in mind; of a debt the debtor is the subject."""
    if total is None or quantity.value > 100:
        return []
    period = period_of(reading.scene, quantity.head, until_now=True, behind=is_compared(reading, quantity))
    words = (quantity.first, quantity.last, word)
    found = []
    for partner in partners:
        if not partner or partner == total.owner:
            continue
        one, other = (total.owner, partner) if total.measure == "debt" else (partner, total.owner)
        found.append(Draft("share", one, other, total.measure, quantity.value, words, "percent", period, total.scope))
        reading.total = Flow(total.measure, total.owner, partner, total.scope)
        hosted = total.measure in HOSTED
        if total.measure != "other":
            reading.flow = Flow(total.measure, partner, total.owner, total.scope) if hosted else reading.total
        reading.used.add(quantity.first)
    return found


def bracketed(reading: Reading, quantity: Quantity) -> list[Draft]:
    """`Its main suppliers were China (41 percent), Russia (26 percent)`: a figure behind each partner ranked."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    sign = quantity.first - 1
    if sign < 2 or tokens[sign].text not in _BEFORE:
        return []
    mention = scene.named.get(sign - 1) or scene.named.get(sign - 2)
    if mention is None or not (tokens[sign].text == "(" or _in_list(reading, quantity)):
        return []
    partners = mention.parties if mention.settled else ()
    total = _ranked_total(reading, quantity, partners, anywhere=tokens[sign].text == "(")
    if total is None and tokens[sign].text == "(":
        total = _flow_here(reading, quantity, partners) or reading.total
    return share_drafts(reading, partners, total, quantity, sign - 1)


def _ranked_total(reading: Reading, quantity: Quantity, partners: tuple[str, ...], *, anywhere: bool) -> Flow | None:
    """Return what the suppliers, markets or partners named in the sentence share between them."""
    for k in reading.scene.parsed.sentence_of(quantity.head):
        row = row_at(reading.scene, "ranks", k)
        plural = reading.scene.parsed.tokens[k].tag in ("NNS", "NNPS")
        if row is not None and plural and (k < quantity.first or anywhere):
            owner = first_party(reading, k, _OWNED, partners)
            if owner:
                return Flow(row.cells["measure"], owner, None)
    return None


def _flow_here(reading: Reading, quantity: Quantity, partners: tuple[str, ...]) -> Flow | None:
    """Return the whole of which a sentence speaks before a bracket: `Investment came from France (9 percent)`."""
    for k in reading.scene.parsed.sentence_of(quantity.head):
        if k < quantity.first and row_at(reading.scene, "flows", k) is not None:
            return total_at(reading, k, "", partners, None)
    return None


def _in_list(reading: Reading, quantity: Quantity) -> bool:
    here = reading.here(reading.scene.parsed.tokens[quantity.head].sentence)
    return sum(other.unit == "percent" for other in here) > 1


def compared(reading: Reading, quantity: Quantity) -> list[Draft]:
    """`against 19 percent a year earlier`: the share before, for another time."""
    total = reading.total
    if total is None or not total.partner or not is_compared(reading, quantity):
        return []
    return share_drafts(reading, (total.partner,), total, quantity, quantity.first)


def is_compared(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure stands behind `against`, `up from`, `compared with`: that of an earlier time."""
    tokens, k = reading.scene.parsed.tokens, quantity.first - 1
    if k < 1:
        return False
    low = tokens[k].text.lower()
    return low in ("against", "from", "versus") or (low in ("with", "to") and tokens[k - 1].text.lower() == "compared")


def gapped(reading: Reading, quantity: Quantity) -> list[Draft]:
    """`supplies 17 percent, Brazil 13 and South Korea 12`: a name and a figure, the rest as before in the sentence."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    words = scene.parsed.sentence_of(quantity.head)
    last = quantity.first - 1
    linked = last in words and tokens[last].text.lower() in ("with", "at", "on", "for", "by")
    last -= linked or tokens[last].text in ("'s", "’s")
    mention = scene.named.get(last) if last in words else None
    if reading.total is None or quantity.last + 1 not in words:
        return []
    if mention is None:
        return _turned(reading, quantity)
    start = _begin(reading, mention, words[0])
    before = tokens[start - 1].text.lower() if start > words[0] else ""
    if (
        before in ("of", "to", "from", "in")
        and start - 2 in words
        and tokens[start - 2].text.lower() in ("that", "those")
    ):
        before = "and"  # "that of the Czech Republic at 6 percent"
    ends = tokens[quantity.last + 1].pos in ("PUNCT", "CCONJ", "ADP") or quantity.unit
    earlier = any(other.unit == "percent" and words[0] <= other.first < start for other in reading.quantities)
    if before not in _GAP or not ends or not earlier:
        return []
    partners = tuple(code for code in mention.parties if code != reading.total.owner) if mention.settled else ()
    return share_drafts(reading, partners, reading.total, quantity, start)


def _turned(reading: Reading, quantity: Quantity) -> list[Draft]:
    """`Two thirds of the visitors are British, a tenth German`: the figure stands before the name."""
    tokens, k = reading.scene.parsed.tokens, quantity.last + 1
    mention, words = reading.scene.named.get(k), reading.scene.parsed.sentence_of(quantity.head)
    here = reading.here(tokens[quantity.head].sentence)
    earlier = any(other.unit == "percent" and other.last < quantity.first for other in here)
    ends = k + 1 in words and tokens[k + 1].pos in ("PUNCT", "CCONJ")
    opens = quantity.first - 1 in words and tokens[quantity.first - 1].text in (",", "and")
    if mention is None or mention.kind not in ("adjective", "people") or not (earlier and ends and opens):
        return []
    return share_drafts(reading, mention.parties, reading.total, quantity, k)


def _begin(reading: Reading, mention: Mention, first: int) -> int:
    """Return the first word of a name with the words that belong to it (`second-placed Germany`)."""
    start = next(k for k in range(first, len(reading.scene.parsed.tokens)) if reading.scene.named.get(k) is mention)
    while start > first and reading.scene.parsed.tokens[start - 1].dep in ("det", "amod"):
        start -= 1
    return start


def bare(reading: Reading, quantity: Quantity) -> list[Draft]:
    """`used to take 80 percent, today takes 28`: the same share, told again as a bare number."""
    scene, total = reading.scene, reading.total
    at = hanging(scene, quantity)
    if total is None or not total.partner or at.verb is None or at.noun is not None or at.place != "obj":
        return []
    if row_at(scene, "shares", at.verb.i) is None or not holds(scene, at.verb.i):
        return []
    words = scene.parsed.sentence_of(quantity.head)
    before = any(o.unit == "percent" and o.first in words and o.last < quantity.first for o in reading.quantities)
    same = not scene.parsed.kids(quantity.head, "prep") and subject_of(reading, at.verb) == (total.partner,)
    return share_drafts(reading, (total.partner,), total, quantity, at.verb.i) if before and same else []


def tabled(reading: Reading, quantity: Quantity) -> list[Draft]:
    """A line of a table: a name and its percentage, under a heading that says whose partners they are."""
    scene = reading.scene
    block = block_of(scene, quantity.head)
    name = scene.named.get(quantity.first - 1) or scene.named.get(quantity.first - 2)
    if block is None or name is None or name.span[0] != block.span[0] or reading.heading is None:
        return []
    if block.span[1] - scene.parsed.tokens[quantity.last].end > 12 or not name.settled:
        return []
    total, period = reading.heading
    found = share_drafts(reading, name.parties, total, quantity, quantity.first - 1)
    for draft in found:
        draft.period = draft.period or period
    return found


def heading(reading: Reading, sentence: int) -> tuple[Flow, str | None] | None:
    """Return what a line such as `Main export partners of Georgia, 2023` announces, with its period."""
    scene = reading.scene
    words = scene.parsed.sentences[sentence]
    if any(quantity.unit == "percent" for quantity in reading.here(sentence)):
        return None
    for k in words:
        row = row_at(scene, "ranks", k) or row_at(scene, "flows", k)
        if row is None or scene.parsed.tokens[k].tag not in ("NNS", "NNPS") or row.cells["measure"] == "flow":
            continue
        owner = first_party(reading, k, _OWNED)
        if owner:
            return Flow(row.cells["measure"], owner, None), period_of(scene, k)
    return None
