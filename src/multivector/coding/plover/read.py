"""A report by the manual's conventions: all its actors, the dealings between them, the manual's types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from multivector.coding.happenings import Draft, gather
from multivector.coding.learned.hits import learned_hits
from multivector.coding.plover.conventions import by_manual, mode_of
from multivector.coding.plover.fill import filled
from multivector.coding.plover.somebody import Everyone, with_everyone
from multivector.coding.read import read_dealings
from multivector.coding.seen import seen_by_rows
from multivector.coding.sources import attach_citations
from multivector.coding.together import dealings, same_telling, together

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.coding.scene import Ref, Scene


LIKELY = 0.15
"""How likely a dealing must be that no row sees; lower than for states, since the likelihood was fitted on these."""
FLOOR = 0.06
"""How likely a dealing must be that a row sees."""


def read_by_manual(scene: Scene, *, learned: bool = True) -> list[Draft]:
    """Return a draft for each happening of a report, with the manual's types and everyone in it a side of theirs.

    Args:
        scene: The report.
        learned: Whether the network reads too, or rows alone.
    """
    full, everyone = with_everyone(scene)
    rows = [filled(full, hit) for hit in seen_by_rows(full, manual=True)]
    if learned:
        seen = [filled(full, hit) for hit in learned_hits(full, rows)]
        weighed = [hit for hit in together(full, rows, seen, likely=LIKELY) if hit.weight >= FLOOR]
        told = known_to(scene, everyone, weighed, dealings(scene))
    else:
        told = [hit for hit in rows if not hit.denied]
    hits = [by_manual(full, _apart(everyone, hit)) for hit in told]
    return [_as_told(draft, everyone) for draft in gather(attach_citations(full, read_dealings(full, hits)))]


def known_to(scene: Scene, everyone: Everyone, hits: list[Hit], plain: list[Hit]) -> list[Hit]:
    """Return the hits with the states of a side that only the reading of states could tell (`plain`)."""
    return [_with_states(everyone, hit, next((p for p in plain if _alike(scene, hit, p)), None)) for hit in hits]


def _alike(scene: Scene, hit: Hit, plain: Hit) -> bool:
    return hit.type == plain.type and (hit.word == plain.word or same_telling(scene, hit, plain))


def _with_states(everyone: Everyone, hit: Hit, plain: Hit | None) -> Hit:
    if plain is None:
        return hit
    if all(any(ref.party for ref in side) for side in (plain.actors, plain.recipients)):
        return replace(hit, actors=plain.actors, recipients=plain.recipients)
    return replace(
        hit,
        actors=_side(everyone, hit.actors, plain.actors),
        recipients=_side(everyone, hit.recipients, plain.recipients),
    )


def _side(everyone: Everyone, told: tuple[Ref, ...], plain: tuple[Ref, ...]) -> tuple[Ref, ...]:
    states = [ref for ref in plain if ref.party]
    if not states or any(everyone.party(ref.party) for ref in told):
        return told
    if not told:
        return plain
    return tuple(replace(ref, words=told[0].words) for ref in states) + told[1:]


def _apart(everyone: Everyone, hit: Hit) -> Hit:
    """Return the hit without its own state among several that it reaches: `its troops` are no target of a state."""
    doing = {everyone.party(ref.party) for ref in hit.actors} - {None}
    others = tuple(ref for ref in hit.recipients if everyone.party(ref.party) not in doing)
    told = any(everyone.party(ref.party) for ref in others)
    return replace(hit, recipients=others) if told else hit


def _as_told(draft: Draft, everyone: Everyone) -> Draft:
    """Put the states for which the actors stand in place of the codes that they had for the reading."""
    draft.mode = mode_of(draft.type, draft.mode)
    draft.actors = _states(draft.actors, everyone)
    draft.recipients = _states(draft.recipients, everyone)
    draft.parties = tuple(replace(mention, party=everyone.party(mention.party)) for mention in draft.parties)
    return draft


def _states(codes: tuple[str, ...], everyone: Everyone) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for code in codes if (party := everyone.party(code))))
