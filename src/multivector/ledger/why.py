"""Why tellings are one event, or are not: every comparison with its features, and people's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from multivector.ledger import same
from multivector.ledger.cluster import WEAK, pair
from multivector.ledger.merging import Merger
from multivector.ledger.profile import Profile


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
    inside = merger.profiles(members)
    around = {other.id: other for profile in inside.values() for other in merger.near(profile)} | inside
    said = merger.said()
    pairs = {pair(one, two) for one in inside for two in around if one != two}
    found = [_reason(around[a], around[b], inside, said.get((a, b))) for a, b in sorted(pairs)]
    kept = [reason for reason in found if reason.together or reason.person or reason.score > WEAK]
    return sorted(kept, key=lambda reason: (not reason.together, -reason.score, reason.left, reason.right))


def _reason(a: Profile, b: Profile, inside: Iterable[str], person: str | None) -> Reason:
    likeness = same.compare(a, b)
    return Reason(
        left=a.id,
        right=b.id,
        together=a.id in inside and b.id in inside,
        score=likeness.score,
        parts=likeness.parts,
        veto=likeness.veto,
        person=person,
    )
