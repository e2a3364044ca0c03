"""How far two tellings speak for one dealing: small functions, each between -1 (two dealings) and 1 (one dealing)."""

from __future__ import annotations

from decimal import Decimal

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from multivector.ledger import knowledge
from multivector.ledger.profile import Profile

ALIKE = 0.87
"""Jaro-Winkler likeness from which two names are spellings of one (Tokayev and Toqaev have 0.879)."""


_SLIPS = {
    "stay": {0: 1.0, 1: 0.6, 2: 0.3, 3: 0.1, 4: -0.3},
    "course": {0: 1.0, 1: 0.35, 2: 0.0, 3: 0.0, 4: -0.3},
    "act": {0: 1.0, 1: 0.3, 2: -0.4},
}
"""What so many days between two dates say. A stay is seldom repeated within days; strikes and statements often are, so
that for them a day's difference must be made good by what else is told."""
_COURSES = frozenset({"COOPERATE", "AID", "MOBILIZE", "ASSAULT", "PROTEST", "RETREAT"})


def lasting(profile: Profile) -> str:
    """Return how long such a dealing lasts: `stay` and `course` may take days and be dated by the first or main one."""
    if profile.mode in ("visit", "multilateral"):
        return "stay"
    return "course" if profile.type in _COURSES else "act"


def apart(a: Profile, b: Profile) -> int | None:
    """Return the days between two dealings: 0 where their days overlap, None where one has none."""
    if a.days is None or b.days is None:
        return None
    return max(0, a.days[0] - b.days[1], b.days[0] - a.days[1])


def date(a: Profile, b: Profile) -> float:
    """One day speaks for one dealing, the next day too (slips, time zones, arrival and main day); a month says less."""
    days = apart(a, b)
    if days is None:
        return 0.0
    if not a.date or not b.date:
        return 0.1 if days == 0 else max(-0.6, -days / 60)
    widths = sorted(later - earlier for earlier, later in (profile.days for profile in (a, b) if profile.days))
    if widths[1] > 0:
        near = 0.35 if widths[1] < 32 else 0.1
        return near if days == 0 else 0.0 if days <= 7 else -1.0
    return min(_SLIPS[lasting(profile)].get(days, -1.0) for profile in (a, b))


def told_near(a: Profile, b: Profile) -> float:
    """Reports of the same days tell the same news."""
    if a.told is None or b.told is None:
        return 0.0
    days = abs(a.told - b.told)
    return 1.0 if days <= 2 else 0.4 if days <= 7 else 0.0


def wording(a: Profile, b: Profile) -> float:
    """The same words in both reports (wire copy) tell the same; the same sentence with other words told: another."""
    if fuzz.token_sort_ratio(a.context.passage, b.context.passage, score_cutoff=80) == 0:
        return 0.0
    return 1.0 if fuzz.ratio(a.source.telling.anchor, b.source.telling.anchor) >= 80 else -0.5


def subject(a: Profile, b: Profile) -> float:
    """Shared words of the subject, those nearest to the dealing most; two subjects without one: another."""
    mine, other = a.context, b.context
    close = _shared(mine.own, other.own)
    loose = _shared(mine.own, other.near) + _shared(mine.near, other.own)
    weights = [sum(context.own.values()) for context in (mine, other)]
    shared = close + 0.5 * loose + 0.2 * _shared(mine.near, other.near)
    if shared < 0.3:
        told = min(0.8, 0.5 + 0.3 * min(weights)) if min(weights) >= 0.5 else 0.0
        return -told * (0.3 if a.type == b.type == "CONSULT" else 1.0)
    return min(1.0, shared / max(1.5, min(4.0, *weights)))


def names(a: Profile, b: Profile) -> float:
    """The same people, in whatever spelling; nobody in common where both name people speaks against."""
    sides = [profile.people | profile.context.names for profile in (a, b)]
    if not all(sides):
        return 0.0
    found = sum(any(_spelled_alike(one, two) for two in sides[1]) for one in sides[0])
    if found:
        return min(1.0, 0.4 + 0.3 * found)
    return -0.8 if a.people and b.people else -0.4


def offices(a: Profile, b: Profile) -> float:
    """The offices of those who act: a trade minister is no foreign minister."""
    mine, other = a.context.offices, b.context.offices
    return 0.0 if not mine or not other else 0.3 if mine & other else -1.0


def stages(a: Profile, b: Profile) -> float:
    """Signing, ratifying and entering into force are three dealings, promise and delivery two."""
    mine, other = a.context.stages, b.context.stages
    return 0.0 if not mine or not other else 0.2 if mine & other else -1.0


def value(a: Profile, b: Profile) -> float:
    """Sums that may be one, rounded or converted; sums that can't."""
    if a.value is None or b.value is None:
        return 0.0
    return 1.0 if same_sum(a.value, a.unit, b.value, b.unit) else -0.8


def count(a: Profile, b: Profile) -> float:
    """The number of agreements, troops, tonnes."""
    if a.count is None or b.count is None or 1 in (a.count, b.count):
        return 0.0
    return 1.0 if a.count == b.count else -0.6


def figures(a: Profile, b: Profile) -> float:
    """A number that stands in both sentences: kilometres, carriages, trainees."""
    return 1.0 if a.context.numbers & b.context.numbers else 0.0


def place(a: Profile, b: Profile) -> float:
    """Where it happened."""
    return 0.0 if not a.place or not b.place else 0.3 if a.place == b.place else -1.0


def sectors(a: Profile, b: Profile) -> float:
    """What it is about, as coded."""
    if not a.sectors or not b.sectors:
        return 0.0
    return len(a.sectors & b.sectors) / min(len(a.sectors), len(b.sectors)) or -0.7


def parties(a: Profile, b: Profile) -> float:
    """The same parties on the same sides, or some of them; the same three or more say most."""
    if a.parties == b.parties:
        many = 0.4 if len(a.parties) > 2 else 0.0
        return many + (0.6 if a.two_way or b.two_way or a.actors == b.actors else 0.3)
    return 2.0 * (len(a.parties & b.parties) / len(a.parties | b.parties)) - 1.5


def kind(a: Profile, b: Profile) -> float:
    """One type and mode, or types and modes that two reports may take for each other."""
    if a.type != b.type:
        return knowledge.kin().get(frozenset((a.type, b.type)), 0.0) - 1.0
    return 0.0 if a.mode == b.mode else -0.3


def same_sum(a: Decimal, unit: str | None, b: Decimal, other: str | None) -> bool:
    """Whether two sums may be one: within 10 % in one currency, within a quarter of the yearly rates between two."""
    low, high = _dollars(a, unit, other)
    least, most = _dollars(b, other, unit)
    slack = Decimal("1.1") if unit == other else Decimal("1.25")
    return low <= most * slack and least <= high * slack


def _dollars(value: Decimal, unit: str | None, other: str | None) -> tuple[Decimal, Decimal]:
    rates = knowledge.rates()
    if unit is None or unit == other or unit not in rates or other not in rates:
        return value, value
    low, high = rates[unit]
    return value / high, value / low


def _shared(mine: dict[str, float], other: dict[str, float]) -> float:
    if len(mine) > len(other):
        mine, other = other, mine
    return sum(weight for concept, weight in mine.items() if concept in other)


def _spelled_alike(one: str, two: str) -> bool:
    return one == two or (len(one) > 3 and JaroWinkler.similarity(one, two, score_cutoff=ALIKE) > 0)
