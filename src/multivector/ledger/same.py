"""Whether two tellings are one dealing: a sum of named features with weights, and what rules it out.

The sum is meant as a log-odds: above 0, one dealing is likelier than two. The weights are reasoned, feature by feature;
`benchmarks/merging.py` shows what they give.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from multivector.ledger import features, knowledge
from multivector.ledger.ids import digest
from multivector.ledger.profile import Profile

Compare = Callable[[Profile, Profile], float]

FEATURES: tuple[tuple[str, float, Compare], ...] = (
    ("date", 3.0, features.date),
    ("told near", 0.4, features.told_near),
    ("wording", 3.0, features.wording),
    ("subject", 2.5, features.subject),
    ("names", 1.2, features.names),
    ("offices", 1.8, features.offices),
    ("stages", 2.0, features.stages),
    ("value", 2.5, features.value),
    ("count", 1.0, features.count),
    ("figures", 0.8, features.figures),
    ("place", 1.0, features.place),
    ("sectors", 1.0, features.sectors),
    ("parties", 1.6, features.parties),
    ("kind", 2.5, features.kind),
)

PRIOR = {"CONSULT": -0.5}
"""Start of the sum: a state seldom visits or meets another twice in a week, but signs and says much in one."""
OTHER = -2.0
"""Start of the sum for all other types."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tellings are: the sum, its parts, and what rules it out that they are one (`veto`)."""

    score: float
    parts: tuple[tuple[str, float], ...]
    veto: str | None


def compare(a: Profile, b: Profile) -> Likeness:
    """Compare two tellings and say what spoke for and against; the order makes no difference."""
    parts = (("prior", _prior(a, b)), *((name, round(weight * by(a, b), 3)) for name, weight, by in FEATURES))
    return Likeness(score(a, b), tuple(part for part in parts if part[1]), ruled_out(a, b))


def score(a: Profile, b: Profile) -> float:
    """Return how alike two tellings are, as `compare` does, without the reasons."""
    return round(_prior(a, b) + sum(round(weight * by(a, b), 3) for _, weight, by in FEATURES), 3)


def _prior(a: Profile, b: Profile) -> float:
    return max(PRIOR.get(a.type, OTHER), PRIOR.get(b.type, OTHER))


def ruled_out(a: Profile, b: Profile) -> str | None:
    """Return why two tellings can't be one dealing, or None."""
    return next((why for why, holds in VETOES if holds(a, b)), None)


@cache
def version() -> str:
    """Return the name and version of this way of judging, with a checksum of weights and knowledge."""
    weights = [(name, weight) for name, weight, _ in FEATURES]
    return f"same@1+{digest(weights, sorted(PRIOR.items()), OTHER, knowledge.checksum())[:12]}"


def _one_report(a: Profile, b: Profile) -> bool:
    return a.report == b.report and _codes(a) != _codes(b)


def _codes(profile: Profile) -> tuple[object, ...]:
    telling = profile.source.telling
    return telling.anchor, telling.type, telling.mode, telling.actors, telling.recipients


def _other_types(a: Profile, b: Profile) -> bool:
    return a.type != b.type and frozenset((a.type, b.type)) not in knowledge.kin()


def _other_parties(a: Profile, b: Profile) -> bool:
    return 2 * len(a.parties & b.parties) < len(a.parties | b.parties)


def _turned_round(a: Profile, b: Profile) -> bool:
    if a.two_way or b.two_way or not (a.actors and b.actors):
        return False
    return not a.actors & b.actors


def _days_apart(a: Profile, b: Profile) -> bool:
    days = features.apart(a, b)
    if days is None or not a.date or not b.date:
        return False
    if len(a.date) < 10 or len(b.date) < 10:
        return days > 15
    return days > (3 if "act" in (features.lasting(a), features.lasting(b)) else 7)


def _call_and_visit(a: Profile, b: Profile) -> bool:
    return a.mode != b.mode and "phone" in (a.mode, b.mode) and a.mode is not None and b.mode is not None


def _two_ratify(a: Profile, b: Profile) -> bool:
    both = "ratify" in a.context.stages and "ratify" in b.context.stages
    return both and bool(a.actors and b.actors) and not a.actors & b.actors


VETOES: tuple[tuple[str, Callable[[Profile, Profile], bool]], ...] = (
    ("too many days apart", _days_apart),
    ("types that are no kin", _other_types),
    ("fewer than half of the parties in common", _other_parties),
    ("one report tells both", _one_report),
    ("the sides are turned round", _turned_round),
    ("a call and a meeting", _call_and_visit),
    ("two states ratify", _two_ratify),
)
