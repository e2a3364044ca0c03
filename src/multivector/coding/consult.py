"""Visit, meeting on third ground or many at one table: the modes of CONSULT by who was where (rulings 1, 15, 25)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from multivector import parties
from multivector.coding.scene import Scene, word_class

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.coding.scene import Ref


def settle(scene: Scene, hit: Hit, place: str | None) -> list[tuple[Hit, str | None]]:
    """Return the consultations that a hit stands for, each with its mode; other dealings as they are.

    Args:
        scene: The report.
        hit: The hit.
        place: The state in which it took place, as told.
    """
    mode = hit.mode
    if hit.type != "CONSULT" or mode == "third-party":
        return [(hit, mode)]
    actors, recipients = _codes(hit.actors), _codes(hit.recipients)
    if mode == "visit" and len(actors) > 1 and len(recipients) == 1:
        return [(replace(hit, actors=hit.recipients, recipients=hit.actors), "multilateral")]
    if mode in ("visit", "phone"):
        return [
            (_with(hit, recipients=[ref for ref in hit.recipients if ref.party == code]), mode) for code in recipients
        ] or [(hit, mode)]
    everyone = list(dict.fromkeys(actors + recipients))
    if len(everyone) > 2 or (mode == "multilateral" and not all(map(parties.is_state, everyone))):
        return [(hit, "multilateral")]
    mode = "meet" if mode == "multilateral" else mode
    if place in everyone and len(everyone) == 2 and not _resident(scene, hit, place):
        return [(_turned(hit, place), "visit")]
    return [(hit, mode)]


def _codes(refs: tuple[Ref, ...]) -> list[str]:
    return list(dict.fromkeys(ref.party for ref in refs if ref.party))


def _with(hit: Hit, *, recipients: list[Ref]) -> Hit:
    return replace(hit, recipients=tuple(recipients))


def _turned(hit: Hit, host: str) -> Hit:
    """The host is the recipient, whoever is named first."""
    both = (*hit.actors, *hit.recipients)
    return replace(
        hit,
        actors=tuple(ref for ref in both if ref.party != host),
        recipients=tuple(ref for ref in both if ref.party == host),
    )


def _resident(scene: Scene, hit: Hit, host: str | None) -> bool:
    """Whether the side that is not at home is an envoy who lives there."""
    for ref in (*hit.actors, *hit.recipients):
        if ref.party != host:
            first, last = ref.words
            lemmas = {token.lemma for token in scene.parsed.tokens[first : last + 1]}
            head = scene.parsed.tokens[last]
            lemmas |= {kid.lemma for kid in scene.parsed.kids(head.i, "appos", "compound", "nmod")}
            if lemmas & word_class("resident"):
                return True
    return False
