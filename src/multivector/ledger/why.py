"""Why tellings are one event, or are not: every comparison with its features, and people's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from multivector.ledger.cluster import WEAK, Pair, pair
from multivector.ledger.merging import Merger
from multivector.ledger.same import Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Two tellings compared: `together` in one event or not, the likeness with its parts, and what rules it out.

    `person` is `same` or `different` where a person's word stands.
    """

    left: str
    right: str
    together: bool
    score: float
    parts: tuple[tuple[str, float], ...]
    veto: str | None
    person: str | None


def reasons(merger: Merger, members: Iterable[str]) -> list[Reason]:
    """Return the comparisons inside an event, then those with tellings outside that came near it.

    Args:
        merger: What compares.
        members: The tellings of the event.
    """
    inside = set(members)
    compared, said = merger.compare(inside), merger.said()
    found = []
    for ids, likeness in compared.pairs.items():
        together, person = inside.issuperset(ids), said.get(pair(*ids))
        if together or (inside.intersection(ids) and (likeness.score > WEAK or person)):
            found.append(_reason(ids, likeness, together=together, person=person))
    return sorted(found, key=lambda reason: (not reason.together, -reason.score, reason.left, reason.right))


def _reason(ids: Pair, likeness: Likeness, *, together: bool, person: str | None) -> Reason:
    return Reason(
        left=ids[0],
        right=ids[1],
        together=together,
        score=likeness.score,
        parts=likeness.parts,
        veto=likeness.veto,
        person=person,
    )
