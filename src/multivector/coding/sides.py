"""Who stands on which side of a dealing, by the slots that its row names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from multivector.coding.scene import Focus, Ref, Scene
from multivector.coding.slots import is_passive, is_verb, slot
from multivector.coding.who import one, phrase, place_at, refs
from multivector.model.codes import SYMMETRIC, symmetric

if TYPE_CHECKING:
    from multivector.coding.parse import Token
    from multivector.coding.rows import Place, Row

_HOSTILE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types that may be the act of a group that stands for no state (ruling 14)."""

_SPECIAL = frozenset({"other", "pair", "where", "place"})


def fill(
    scene: Scene, focus: Focus, i: int, place: Place, *, acting: bool = False, where: bool = False,
    beside: tuple[Ref, ...] = (),
) -> tuple[Ref, ...]:  # fmt: skip
    """Return who stands in the slots of a place: those of the first alternative that names a party.

    Args:
        scene: The report.
        focus: What was spoken of before.
        i: The word that tells the dealing.
        place: The slots.
        acting: Whether these are the doers: things and bystanders do nothing.
        where: Whether places stand for their states (the goal of a journey).
        beside: The other side, for the slot `other`.
    """
    best: tuple[Ref, ...] = ()
    for slots in place.alternatives:
        found: list[Ref] = []
        for name in slots:
            if name in _SPECIAL:
                found.extend(_special(scene, focus, name, beside, i))
            else:
                found.extend(_in_slot(scene, focus, i, name, where=where))
        if acting:
            found = [ref for ref in found if place.anybody or _acts(scene, ref)]
        told = {ref.party for ref in found if ref.party}
        if told and not (len(told) == 1 and told == {ref.party for ref in beside}):
            return _distinct(found)
        best = best or tuple(found)  # nobody else than the other side is told here
    return best


def by_subject(
    scene: Scene, token: Token, row: Row, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]
) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """Fill a side that the sentence leaves out or names by office alone, from what the report is about.

    An official of no told country facing one of two parties is of the other. What one of them does without a told
    target is done to the other; a passive without a doer is the other's deed; what `was signed` is between both.
    """
    for mine, theirs in ((actors, recipients), (recipients, actors)):
        told = {ref.party for ref in theirs if ref.party}
        unknown = mine and all(ref.party is None and ref.kind in ("person", "agent") for ref in mine)
        other = _facing(scene, told) if unknown else None
        if other:
            filled = tuple(replace(ref, party=other, inherited=True) for ref in mine)
            return (filled, recipients) if mine is actors else (actors, filled)
    return _left_out(scene, token, row, actors, recipients)


def _left_out(
    scene: Scene, token: Token, row: Row, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]
) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    doing = {ref.party for ref in actors if ref.party}
    reached = {ref.party for ref in recipients if ref.party} - doing
    here = (token.i, token.i)
    nobody = not doing and not reached and not any(ref.kind in ("person", "agent") for ref in (*actors, *recipients))
    if nobody and row.type in SYMMETRIC and is_verb(token) and len(scene.principals) == 2:
        first, second = (Ref(code, "state", here, inherited=True) for code in scene.principals)
        return (first,), (second,)
    silent = (is_verb(token) and not recipients) or (
        row.type == "AGREE" and all(ref.party in doing for ref in recipients)
    )
    if silent and not row.recipient.optional and row.type in _TOWARDS and (other := _opposite(scene, doing)):
        return actors, (Ref(other, "state", here, inherited=True),)
    people = any(ref.kind in ("person", "agent", "bystander", "state") for ref in recipients)
    suffered = not actors and people and is_verb(token) and is_passive(scene, token)
    if suffered and (other := _opposite(scene, reached)):
        return (Ref(other, "state", here, inherited=True),), recipients
    return actors, recipients


_TOWARDS = frozenset(
    {"SUPPORT", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "AGREE"}
)
"""Types of deeds that are done to somebody, even where the sentence does not say to whom."""


def _opposite(scene: Scene, told: set[str]) -> str | None:
    if len(told) != 1 or not told < set(scene.principals):
        return None
    return next(code for code in scene.principals if code not in told)


def _facing(scene: Scene, told: set[str]) -> str | None:
    """Return the other party of the report's subject, else the state of the dateline, where one is told."""
    home = scene.home if len(told) == 1 and scene.home not in told else None
    return _opposite(scene, told) or home


def _special(scene: Scene, focus: Focus, name: str, beside: tuple[Ref, ...], i: int) -> list[Ref]:
    """Whoever stands in a slot that is no place in the sentence: `pair`, `other`, `where`."""
    if name == "pair":
        joined = {ref.party for ref in beside if ref.party} <= set(focus.pair)
        return [Ref(code, "state", (i, i), inherited=True) for code in focus.pair if joined]
    if name == "place":
        lands = [code for preposition in _PLACING for code in _countries(scene, i, preposition)]
        return [
            Ref(code, "place", (i, i)) for code in dict.fromkeys(lands) if code not in {ref.party for ref in beside}
        ]
    if name == "where":
        place = next((code for preposition in _SITES for code in _countries(scene, i, preposition)), scene.home)
        return [Ref(place, "state", (i, i), inherited=True)] if place else []
    told = {ref.party for ref in beside if ref.party}
    other = focus.other(next(iter(told))) if len(told) == 1 else None
    return [Ref(other, "state", (i, i), inherited=True)] if other else []


_SITES = ("in", "at", "from", "through", "subj.in", "subj.at", "subj.from")
_PLACING = ("in", "at", "near", "between", "to", "from")


def _countries(scene: Scene, i: int, preposition: str) -> list[str]:
    nouns = slot(scene, i, preposition)
    nouns += [kid.i for k in nouns for kid in scene.parsed.kids(k, "conj")]
    return [code for k in nouns if (code := place_at(scene, k))]


def _in_slot(scene: Scene, focus: Focus, i: int, name: str, *, where: bool) -> list[Ref]:
    found: list[Ref] = []
    nouns = slot(scene, i, name.removesuffix("@"))
    if name.endswith("@"):
        where, nouns = True, nouns + [kid.i for k in nouns for kid in scene.parsed.kids(k, "conj")]
    for k in nouns:
        if name == "mod":
            here = one(scene, focus, k) if k in scene.named or k in scene.persons else []
        else:
            here = refs(scene, focus, k)
        if where and name != "mod":
            found.extend(_goal(scene, k, here))
        else:
            found.extend(ref for ref in here if ref.kind != "place" or name in ("subj", "subj.in"))
    return found


def _goal(scene: Scene, k: int, here: list[Ref]) -> list[Ref]:
    """A place stands for its state where it is the goal of a journey."""
    if any(ref.party and ref.kind != "place" for ref in here):
        return here
    country = place_at(scene, k)
    return [Ref(country, "place", phrase(scene, k))] if country else here


def _acts(scene: Scene, ref: Ref) -> bool:
    if ref.kind in ("state", "organisation", "person", "agent", "company", "place", "group"):
        return True
    return ref.kind == "thing" and scene.parsed.tokens[ref.words[1]].pos == "PROPN"


def _distinct(found: list[Ref]) -> tuple[Ref, ...]:
    """One entry a party and person; unknown ones are kept, they say that somebody was there."""
    return tuple({(ref.party, ref.person or ""): ref for ref in reversed(found)}.values())[::-1]


def sides_of(
    row: Row, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]
) -> tuple[tuple[Ref, ...], tuple[Ref, ...]] | None:
    """Return both sides, or None where too little is told for a dealing of this type."""
    doing = {ref.party for ref in actors if ref.party}
    other = tuple(ref for ref in recipients if ref.party not in doing or ref.party is None)
    reached = {ref.party for ref in other if ref.party}
    if row.type == "CONSULT" and actors and all(ref.kind == "company" for ref in actors):
        return None  # an airline that flies somewhere pays no visit
    if symmetric(row.type, row.mode):
        return _two_sided(actors, other, doing, reached, optional=row.recipient.optional)
    if not doing and not (reached and row.type in _HOSTILE and any(ref.kind == "group" for ref in actors)):
        return None
    if not reached and not row.recipient.optional:
        return None
    return actors, other


def _two_sided(
    actors: tuple[Ref, ...], other: tuple[Ref, ...], doing: set[str], reached: set[str], *, optional: bool
) -> tuple[tuple[Ref, ...], tuple[Ref, ...]] | None:
    if doing and reached:
        return actors, other
    told = actors if doing else other
    codes = list(dict.fromkeys(ref.party for ref in told if ref.party))
    if len(codes) < 2:
        return (told, ()) if optional and codes else None
    return tuple(ref for ref in told if ref.party == codes[0]), tuple(ref for ref in told if ref.party in codes[1:])
