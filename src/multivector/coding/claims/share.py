"""Shares: how many percent of a party's exports, imports, gas, debt or visitors fall to a partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Flow, Reading
from multivector.coding.claims.flows import first_party
from multivector.coding.claims.hanging import Hanging, hanging
from multivector.coding.claims.meant import parties_at, subject_of
from multivector.coding.claims.polarity import holds
from multivector.coding.claims.rows import ClaimRow, row_at
from multivector.coding.claims.share_goods import goods_share
from multivector.coding.claims.share_lists import bare, bracketed, compared, gapped, share_drafts, tabled
from multivector.coding.claims.share_order import by_order
from multivector.coding.claims.totals import HOSTED, owner_told, total_at, total_noun
from multivector.coding.slots import slot, surface_subjects

if TYPE_CHECKING:
    from multivector.coding.claims.common import Draft
    from multivector.coding.claims.quantities import Quantity

_LEFT = frozenset({"nummod", "amod", "predet", "compound", "det", "quantmod"})
_SHARE = frozenset({"share", "portion", "proportion", "percentage", "slice", "part"})


def shares(reading: Reading, quantity: Quantity) -> list[Draft]:
    """Return the claims that a percentage of something makes, or nothing."""
    if quantity.first in reading.used or quantity.unit not in ("percent", ""):
        return []
    if quantity.unit == "":
        return gapped(reading, quantity) or bare(reading, quantity)
    if found := tabled(reading, quantity) or gapped(reading, quantity):
        return found
    at = hanging(reading.scene, quantity)
    told = _told_share(reading, quantity, at) or _of_a_total(reading, quantity, at)
    for way in (bracketed, compared, _sent, by_order):
        told = told or way(reading, quantity)
    return told


def _of_a_total(reading: Reading, quantity: Quantity, at: Hanging) -> list[Draft]:
    """`supplies 42 percent of Spain's gas`, `with 30 percent of the market`, `goes to`, `is the source of`."""
    if at.verb is None or not holds(reading.scene, at.verb.i):
        return []
    if told_goods := goods_share(reading, quantity, at):
        return told_goods
    if told := part_of(reading, quantity, at):
        return share_drafts(reading, *told, quantity, at.verb.i)
    noun = total_noun(reading, quantity)
    if _is_beside(at):
        return _beside(reading, quantity, at, noun)
    return _of_the_flow(reading, quantity, at, noun)


def part_of(reading: Reading, quantity: Quantity, at: Hanging) -> tuple[tuple[str, ...], Flow] | None:
    """Return to whom a quantity falls, and the total of which it is a part, as a row of `shares.tsv` tells them."""
    row = _row(reading, at)
    if row is None or at.verb is None:
        return None
    noun = total_noun(reading, quantity)
    owner = owner_told(reading, noun) if noun is not None else None
    partners = tuple(code for code in _partners(reading, quantity, at.verb.i, row) if code != owner)
    if "subj" in row.slots("owner") and set(partners) & set(subject_of(reading, at.verb)):
        return None  # nobody is his own partner: the words behind were not understood
    default = _default_owner(reading, at.verb.i, row, partners)
    total = _total_before(reading, partners)
    if total is not None and default is not None and default not in partners:
        total = Flow(total.measure, default, None, total.scope)
    if noun is not None:
        total = total_at(reading, noun, row.cells["way"], partners, default)
    return (partners, total) if total is not None and (total.owner or total.measure == "other") else None


def _row(reading: Reading, at: Hanging) -> ClaimRow | None:
    """Return the row of the verb, or of the noun (`the source of half its gas`), that ties a share to a partner."""
    if at.verb is None:
        return None
    if at.noun is not None and at.joint in _LEFT:
        row = row_at(reading.scene, "shares", at.verb.i)  # "half its exports go": the noun is what the share is of
        return row if row is not None and at.place in row.slots("place") else None
    if at.noun is not None and at.verb.lemma not in ("be", "become", "remain"):
        return None
    word, place = (at.verb.i, at.place) if at.noun is None else (at.noun.i, at.joint)
    row = row_at(reading.scene, "shares", word)
    return row if row is not None and place in row.slots("place") else None


def _is_beside(at: Hanging) -> bool:
    """`with 30 percent of the market`, `with a share of 30 percent`."""
    bare = at.noun is None or (at.noun.lemma in _SHARE and at.joint in ("of", "compound", "nummod"))
    return (at.place in ("with", "at") and bare) or at.joint == "with"


def _beside(reading: Reading, quantity: Quantity, at: Hanging, noun: int | None) -> list[Draft]:
    """The subject's share of what is told behind it, else of that in which the subject was ranked."""
    if at.verb is None:
        return []
    owner = owner_told(reading, noun) if noun is not None else None
    partners = tuple(code for code in subject_of(reading, at.verb) if code != owner)
    total = reading.ranked_total() or _total_before(reading, partners)
    if at.noun is not None and at.noun.lemma in _SHARE:
        nouns = [k for name in ("of", "in") for k in slot(reading.scene, at.noun.i, name) if k != quantity.head]
        noun = nouns[0] if nouns else None
    if noun is not None:
        total = total_at(reading, noun, "", partners, None)
    return share_drafts(reading, partners, total, quantity, at.verb.i) if total and total.owner else []


def _of_the_flow(reading: Reading, quantity: Quantity, at: Hanging, noun: int | None) -> list[Draft]:
    """`1.7 billion dollars, which is 36 percent of our debt`: the share of the sum just told."""
    flow = reading.flow
    predicate = at.place == "obj" and at.verb is not None and at.verb.lemma in ("be", "come", "amount", "equal")
    if flow is None or flow.partner is None or noun is None or not (predicate or at.joint == "appos"):
        return []
    sides = (flow.owner, flow.partner) if flow.measure not in HOSTED else (flow.partner, flow.owner)
    total = total_at(reading, noun, "", (sides[1],), sides[0])
    same = total is not None and total.measure == flow.measure and total.owner == sides[0]
    return share_drafts(reading, (sides[1],), total, quantity, quantity.head) if same else []


def _partners(reading: Reading, quantity: Quantity, verb: int, row: ClaimRow) -> tuple[str, ...]:
    """Return to whom the share falls: told right behind the figure, else in the slots of the row."""
    scene = reading.scene
    if found := _right_behind(reading, quantity, row):
        return found
    for name in row.slots("partner"):
        if name == "subj":
            heads = surface_subjects(scene, scene.parsed.tokens[verb])
            found = tuple(code for k in heads for code in _of_subject(reading, k))
            found = found or subject_of(reading, scene.parsed.tokens[verb])
        else:
            found = tuple(code for k in slot(scene, verb, name) for code in parties_at(reading, k))
        if found:
            return found
    return ()


def _right_behind(reading: Reading, quantity: Quantity, row: ClaimRow) -> tuple[str, ...]:
    """`39 percent to China, 15 percent to the United States`."""
    tokens, k = reading.scene.parsed.tokens, quantity.last + 1
    if k + 1 >= len(tokens) or tokens[k].text.lower() not in row.slots("partner"):
        return ()
    near = (reading.scene.named.get(n) for n in range(k + 1, min(k + 4, len(tokens))))
    mention = next((found for found in near if found), None)
    return mention.parties if mention is not None and len(mention.parties) == 1 else ()


def _sent(reading: Reading, quantity: Quantity) -> list[Draft]:
    """`exported goods for 94 billion, 39 percent of them to China`: the direction is told, the verb left out."""
    tokens, k = reading.scene.parsed.tokens, quantity.last + 1
    words = reading.scene.parsed.sentence_of(quantity.head)
    if (
        k + 1 in words
        and tokens[k].text.lower() == "of"
        and tokens[k + 1].lemma in ("they", "them", "it", "this", "that")
    ):
        k += 2
        if reading.told != tokens[quantity.head].sentence:
            return []  # "280,000 people, half of them from France": of those counted here
    way = {"to": "exports", "from": "imports"}.get(tokens[k].text.lower()) if k in words else None
    near = (reading.scene.named.get(n) for n in range(k + 1, min(k + 4, words[-1] + 1)))
    mention = next((found for found in near if found), None)
    whole = reading.whole()
    if way is None or mention is None or not mention.settled or whole is None or whole.measure != way:
        return []
    return share_drafts(reading, mention.parties, whole, quantity, quantity.head)


def _of_subject(reading: Reading, k: int) -> tuple[str, ...]:
    """`Trade with China accounts for`: the partner told at a noun of trade."""
    row = row_at(reading.scene, "flows", k)
    if row is None or row.cells["unit"]:
        return ()
    party = first_party(reading, k, (*row.slots("partner"), "with"))
    return (party,) if party else ()


def _default_owner(reading: Reading, verb: int, row: ClaimRow, partners: tuple[str, ...]) -> str | None:
    for name in row.slots("owner"):
        if name == "subj":
            found = subject_of(reading, reading.scene.parsed.tokens[verb], partners)
            if found:
                return found[0]
        elif party := first_party(reading, verb, (name,), partners):
            return party
    return None


def _total_before(reading: Reading, partners: tuple[str, ...]) -> Flow | None:
    return reading.total if reading.total and reading.total.owner not in partners else None


def _told_share(reading: Reading, quantity: Quantity, at: Hanging) -> list[Draft]:
    """`Russia's share of Armenia's exports was 33 percent`; `imports from Russia have shrunk to 1 percent`."""
    scene = reading.scene
    if at.verb is None or at.noun is not None or not row_at(scene, "sizes", at.verb.i) or not holds(scene, at.verb.i):
        return []
    for k in surface_subjects(scene, at.verb):
        if scene.parsed.tokens[k].lemma in _SHARE | {"figure"}:
            partner = first_party(reading, k, ("poss", "mod", "of")) or _same_partner(reading, k)
            nouns = [noun for name in ("of", "in") for noun in (*slot(scene, k, name), *slot(scene, at.verb.i, name))]
            told = [total_at(reading, noun, "", (partner,), None) for noun in nouns] if partner else []
            total = next((t for t in told if t and t.owner), None) or reading.total
            return share_drafts(reading, (partner,), total, quantity, k) if partner and total else []
        row = row_at(scene, "flows", k)
        if row is not None and reading.total is not None and row.cells["measure"] == reading.total.measure:
            partner = first_party(reading, k, row.slots("partner"))
            return share_drafts(reading, (partner,), reading.total, quantity, k) if partner else []
    return []


def _same_partner(reading: Reading, k: int) -> str | None:
    """`by 2022 the figure was 29 percent`: of the one whose share was told just before."""
    near = reading.scene.parsed.tokens[k].sentence - reading.told <= 1
    bare = not reading.scene.parsed.kids(k, "prep", "poss")
    return reading.total.partner if reading.total is not None and near and bare else None
