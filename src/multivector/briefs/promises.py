"""Promises that are still open: told as plans, and nothing of the kind reported since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from multivector.briefs.dealings import happened
from multivector.model import Event
from multivector.model.codes import symmetric
from multivector.model.time import first_day, last_day

State = Literal["overdue", "open", "ahead"]
STATES: Final[dict[State, str]] = {
    "overdue": "date passed, nothing reported", "open": "no date told", "ahead": "not yet due",
}  # fmt: skip
"""What a state is called on pages and in tables."""

RULE: Final = (
    "a dealing told as planned, or as possible on a date that has passed, without a later dealing of its type and mode "
    "between the same sides and, where both name people, with one of them"
)
"""The rule by which a promise counts as open."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A dealing that was announced; `told` is the date of the first report that tells it."""

    event: Event
    told: str | None
    state: State


def open_promises(events: Iterable[Event], as_of: str | None) -> tuple[Promise, ...]:
    """Return the open promises, oldest first.

    Args:
        events: All dealings of the tie.
        as_of: The date of the newest report; what was due by then is overdue.
    """
    held = tuple(events)
    done = happened(held)
    found = [Promise(event, _told(event), _state(event, as_of)) for event in held if _is_promise(event, as_of)]
    still = [promise for promise in found if not any(_keeps(event, promise) for event in done)]
    return tuple(sorted(still, key=lambda each: (each.told or "9999", each.event.date or "9999", each.event.id)))


def _is_promise(event: Event, as_of: str | None) -> bool:
    return event.status == "planned" or (event.status == "hypothetical" and _state(event, as_of) == "overdue")


def _state(event: Event, as_of: str | None) -> State:
    if not event.date:
        return "open"
    return "overdue" if as_of and last_day(event.date) < last_day(as_of) else "ahead"


def _told(event: Event) -> str | None:
    return min((stored.report_date for stored in event.tellings if stored.report_date), default=None)


def _keeps(event: Event, promise: Promise) -> bool:
    """Whether a dealing is of the promise's kind and not earlier than the promise (or unknown to be)."""
    alike = (event.type, event.mode) == (promise.event.type, promise.event.mode) and _sides(event, promise.event)
    if not alike or not _people(event, promise.event) or not event.date or not promise.told:
        return False
    return last_day(event.date) > first_day(promise.told)


def _people(one: Event, other: Event) -> bool:
    """Whether the people named can be the same: one surname in common, or one side names nobody."""
    first, second = ({person.split()[-1] for person in event.people} for event in (one, other))
    return not first or not second or bool(first & second)


def _sides(one: Event, other: Event) -> bool:
    if symmetric(one.type, one.mode):
        return {*one.actors, *one.recipients} >= {*other.actors, *other.recipients}
    return set(one.actors) >= set(other.actors) and set(one.recipients) >= set(other.recipients)
