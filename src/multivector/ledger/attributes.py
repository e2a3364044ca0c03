"""What an event shows of its tellings: for each attribute the best-supported value, all others kept beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from math import prod
from typing import TypeVar

from rapidfuzz import fuzz

from multivector.ledger import words
from multivector.ledger.profile import Told
from multivector.model import Telling
from multivector.model.codes import STATUSES, symmetric
from multivector.model.time import compatible

Value = TypeVar("Value", bound=Hashable)


def attributes(told: Sequence[Told]) -> Telling:
    """Return the tellings of one event as one: each attribute as most outlets tell it, then the newest report.

    Dates and sums prefer the more precise; status is that of the newest report, sectors are those that half of the
    tellings with sectors name. The anchor is that of the founder; confidence grows with each outlet.
    """
    founder = min(told, key=lambda one: one.age)
    type_ = _best(told, lambda one: one.telling.type)
    core = [one for one in told if one.telling.type == type_]
    mode = _most(core, lambda one: one.mode)
    actors, recipients = _sides(core, symmetric(type_, mode))
    value, unit = _money(told)
    return Telling(
        type=type_,
        mode=mode,
        status=_status(told),
        actors=actors,
        recipients=recipients,
        people=_people(told),
        date=_date(told, mode in ("visit", "multilateral")),
        place=_most(told, lambda one: one.place),
        count=_most(told, lambda one: one.count),
        value=value,
        unit=unit,
        sectors=_sectors(told),
        anchor=founder.telling.anchor,
        spans=founder.telling.spans,
        confidence=_confidence(told),
    )


def founder_of(told: Sequence[Told]) -> str:
    """Return the id of the telling that gives the event its id: the first by its report's date."""
    return min(told, key=lambda one: one.age).id


def _best(told: Sequence[Told], of: Callable[[Told], Value], precise: Callable[[Value], int] = lambda _: 0) -> Value:
    outlets: dict[Value, set[str]] = defaultdict(set)
    newest: dict[Value, tuple[str, str]] = {}
    for one in told:
        value = of(one)
        outlets[value].add(one.outlet)
        newest[value] = max(newest.get(value, ("", "")), (one.date or "", one.id))
    return max(outlets, key=lambda value: (len(outlets[value]), precise(value), newest[value]))


def _most(told: Sequence[Told], of: Callable[[Telling], Value | None]) -> Value | None:
    telling = [one for one in told if of(one.telling) is not None]
    return _best(telling, lambda one: of(one.telling)) if telling else None


def _sides(told: Sequence[Told], two_way: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sides that most outlets tell; where order says nothing, first the most told set of parties."""
    if two_way:
        everyone = _best(told, lambda one: frozenset(one.telling.actors + one.telling.recipients))
        told = [one for one in told if frozenset(one.telling.actors + one.telling.recipients) == everyone]
    return _best(told, lambda one: (one.telling.actors, one.telling.recipients))


def _money(told: Sequence[Told]) -> tuple[Decimal | None, str | None]:
    paid = [one for one in told if one.telling.value is not None]
    if not paid:
        return None, None
    return _best(paid, lambda one: (one.telling.value, one.telling.unit), lambda sum_: _digits(sum_[0]))


def _digits(value: Decimal | None) -> int:
    return 0 if value is None else len(f"{value.normalize():f}".rstrip("0"))


def _status(told: Sequence[Told]) -> str:
    """Return the status that the newest report tells; of two of one day, the one that is further on."""
    order = {status: -at for at, status in enumerate(STATUSES)}
    return max(told, key=lambda one: (one.date or "", order[one.telling.status])).telling.status


def _date(told: Sequence[Told], stay: bool) -> str | None:
    """Return the most precise date that at least half of the outlets' dates allow; of two, the better supported.

    Of equals, dates told of what has happened come before dates of plans, except for a stay, which is dated by its
    first day; then the earlier.
    """
    dated = [one for one in told if one.telling.date]
    dates = sorted({one.telling.date for one in dated if one.telling.date})
    if not dates:
        return None
    most = len({one.outlet for one in dated})
    support = {date: len({one.outlet for one in dated if compatible(date, one.telling.date)}) for date in dates}
    settled = {one.telling.date for one in dated if one.telling.status in ("occurred", "ongoing") and not stay}
    return max(
        dates,
        key=lambda date: (2 * support[date] >= most, len(date), support[date], date in settled, -dates.index(date)),
    )


def _people(told: Sequence[Told]) -> tuple[str, ...]:
    """Return everyone told, each once in the first spelling."""
    kept: list[tuple[str, str]] = []
    for one in sorted(told, key=lambda one: one.age):
        for name in one.telling.people:
            plain = words.fold(name)
            if not any(fuzz.token_sort_ratio(plain, other) >= 85 for _, other in kept):
                kept.append((name, plain))
    return tuple(name for name, _ in kept)


def _sectors(told: Sequence[Told]) -> tuple[str, ...]:
    named = [one.telling.sectors for one in told if one.telling.sectors]
    every = dict.fromkeys(sector for sectors in named for sector in sectors)
    return tuple(sorted(s for s in every if 2 * sum(s in sectors for sectors in named) >= len(named)))


def _confidence(told: Sequence[Told]) -> float:
    """Return the chance that not all outlets are misread, as if they were independent."""
    best: dict[str, float] = {}
    for one in told:
        best[one.outlet] = max(best.get(one.outlet, 0.0), one.telling.confidence)
    return round(min(1.0, 1 - prod(1 - confidence for confidence in best.values())), 4)
