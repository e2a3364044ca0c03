"""The sentence that says what happened in one dealing, made from its coded attributes."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from multivector.briefs import people, words
from multivector.model import Event
from multivector.model.codes import TYPES, symmetric

_FACED = frozenset(TYPES[TYPES.index("REQUEST") :])
"""Types that one faces; the others one receives."""
_TAKING_PART = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_SUM = {"AGREE": ", worth {}", "AID": ", worth {}", "COOPERATE": ", worth {}", "SUPPORT": ", promising {}"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of `wording/clauses.tsv`: a verb in three forms, what follows it, and the noun for the dealing.

    `object` holds `{R}` for the other side, `{P}` for the place and `{N}` for the things counted; `alone` stands where
    no other side is told; `told` is a pattern that the reports' own words must match for the row to be used.
    """

    base: str
    past: str
    ing: str
    object: str
    alone: str
    topic: str
    noun: str
    one: str
    many: str
    bulk: str
    told: re.Pattern[str] | None


def clause(
    event: Event, names: Mapping[str, str], *, dated: bool = True, others: bool = True, sums: bool = True
) -> str:
    """Return one sentence on a dealing: when, who did what to whom, where, on what, for how much, and who was there.

    Args:
        event: The dealing.
        names: The words for each party code.
        dated: Whether to say when.
        others: Whether to name the people beside those who act.
        sums: Whether to tell the sums.
    """
    event = event if sums else dataclasses.replace(event, value=None, told_values=())
    wording = wording_of(event)
    when = words.when(event.date, since=event.status == "ongoing") if dated else ""
    told = _joint(event, wording, names) if _is_joint(event) else _directed(event, wording, names)
    rest = _people(event, names) if others else ""
    return words.capital(f"{when} {told}{_still(event)}{rest}.".lstrip())


def _still(event: Event) -> str:
    """Say until when something that lasts is told to last: the newest report of it."""
    told = max((stored.report_date for stored in event.tellings if stored.report_date), default=None)
    return f", still so {words.when(told)}" if told and event.status == "ongoing" else ""


def wording_of(event: Event) -> Wording:
    """Return the wording for a dealing: by type, mode and the reports' words, else by type and mode, else by type."""
    table = _wordings()
    rows = table.get((event.type, event.mode or "")) or table[event.type, ""]
    told = " ".join(stored.telling.anchor for stored in event.tellings)
    fits = (row for row in rows if row.told and event.status == "occurred" and row.told.search(told))
    return next(fits, next(row for row in rows if row.told is None))


@functools.cache
def _wordings() -> dict[tuple[str, str], tuple[Wording, ...]]:
    table: dict[tuple[str, str], tuple[Wording, ...]] = {}
    for row in words.rows("clauses.tsv"):
        key = row.pop("type"), row.pop("mode")
        pattern = row.pop("told")
        told = re.compile(pattern, re.IGNORECASE) if pattern else None
        table[key] = (*table.get(key, ()), Wording(**row, told=told))
    return table


def _is_joint(event: Event) -> bool:
    return symmetric(event.type, event.mode)


def _parties(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*event.actors, *event.recipients)))


def _list(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return words.listed(names.get(code, code) for code in codes)


def _joint(event: Event, wording: Wording, names: Mapping[str, str]) -> str:
    parties = _parties(event)
    if not parties:
        return _nobody(event, wording)
    object_ = wording.object if len(parties) > 1 else wording.alone
    return _predicate(event, wording, _list(parties, names), object_, names, plural=len(parties) > 1)


def _directed(event: Event, wording: Wording, names: Mapping[str, str]) -> str:
    if not event.actors:
        return _received(event, wording, names) if event.recipients else _nobody(event, wording)
    acting = people.of_party(event, event.actors[0]) if len(event.actors) == 1 else ()
    subject = _list(event.actors, names)
    if 1 <= len(acting) <= 3:
        subject = f"{words.possessive(subject)} {words.listed(acting)}"
    plural = len(event.actors) > 1 or len(acting) in (2, 3)
    object_ = wording.object if event.recipients else wording.alone
    return _predicate(event, wording, subject, object_, names, plural=plural)


def _predicate(
    event: Event, wording: Wording, subject: str, object_: str, names: Mapping[str, str], *, plural: bool
) -> str:
    place = names.get(event.place, event.place) if event.place else ""
    filled = object_.format(R=_list(event.recipients, names), P=place or "another country", N=_things(event, wording))
    where = f" in {place}" if place and _place_says_more(event, object_) else ""
    topic = f" {wording.topic} {words.sectors(event.sectors)}" if event.sectors else ""
    return f"{subject} {_verb(event, wording, plural=plural)} {filled}{where}{topic}{_sum(event)}"


def _verb(event: Event, wording: Wording, *, plural: bool) -> str:
    return {
        "occurred": wording.past,
        "ongoing": f"{'have' if plural else 'has'} been {wording.ing}",
        "planned": f"{'are' if plural else 'is'} to {wording.base}",
        "hypothetical": f"might {wording.base}",
    }[event.status]


def _place_says_more(event: Event, object_: str) -> bool:
    implied = event.recipients if not _is_joint(event) else ()
    return "{P}" not in object_ and event.place not in implied and not (event.type == "PROTEST" and event.actors)


def _things(event: Event, wording: Wording) -> str:
    counts = told_counts(event)
    if not counts:
        return wording.bulk
    return wording.one if counts == [1] else f"{words.listed(map(words.number, counts), last='or')} {wording.many}"


def _sum(event: Event) -> str:
    sums = told_sums(event)
    if len(sums) > 1:
        return f" (sums told: {words.listed(words.amount(*each) for each in sums)})"
    pattern = _SUM.get(event.type, " (sum told: {})")
    return pattern.format(words.amount(*sums[0])) if sums else ""


def told_counts(event: Event) -> list[int]:
    """Return the different numbers told of the things in a dealing, smallest first."""
    told = {stored.telling.count for stored in event.tellings} or {event.count}
    return sorted(count for count in told if count is not None)


def told_dates(event: Event) -> list[str]:
    """Return the different dates told of a dealing, earliest first; a coarser date yields to a finer one within it."""
    told = {stored.telling.date for stored in event.tellings if stored.telling.date} or {event.date or ""}
    finest = {date for date in told if not any(other != date and other.startswith(date) for other in told)}
    return sorted(finest - {""})


def dates(event: Event) -> str:
    """Return the date of a dealing for a table, with every date told where they differ."""
    told = told_dates(event)
    return words.listed((words.date(date, short=True) for date in told), last="or") if told else "not told"


def told_sums(event: Event) -> list[tuple[Decimal, str | None]]:
    """Return the different sums told of a dealing, smallest first within a currency."""
    told = {(each.value, each.unit) for each in event.told_values}
    if not told and event.value is not None:
        told = {(event.value, event.unit)}
    return sorted(told, key=lambda each: (each[1] or "", each[0]))


def _received(event: Event, wording: Wording, names: Mapping[str, str]) -> str:
    base, past, ing = ("face", "faced", "facing") if event.type in _FACED else ("receive", "received", "receiving")
    passive = dataclasses.replace(wording, base=base, past=past, ing=ing)
    plural = len(event.recipients) > 1
    return _predicate(event, passive, _list(event.recipients, names), wording.noun, names, plural=plural)


def _nobody(event: Event, wording: Wording) -> str:
    state = {"ongoing": " under way", "planned": ", so far planned", "hypothetical": " that might follow"}
    return f"reports tell of {wording.noun}{state.get(event.status, '')}"


def _people(event: Event, names: Mapping[str, str]) -> str:
    alone = event.actors[0] if len(event.actors) == 1 and not _is_joint(event) else None
    acting = people.of_party(event, alone) if alone else ()
    shown = acting if len(acting) <= 3 else ()
    rest = {person: party for person, party in people.sides(event).items() if person not in shown}
    told = [
        (words.few([person for person, side in rest.items() if side == party]), names.get(party, party))
        for party in dict.fromkeys(rest.values())
        if party
    ]
    if event.type in _TAKING_PART:
        sided = f", with {words.listed(f'{who} for {party}' for who, party in told)}" if told else ""
    else:
        sided = f"; also named: {words.listed(f'{who} ({party})' for who, party in told)}" if told else ""
    unplaced = [person for person, side in rest.items() if side is None]
    return sided + (f"; also named: {words.few(unplaced)}" if unplaced else "")
