"""Who took part in a dealing, and for which side, as the reports put it."""

from __future__ import annotations

import re

from multivector.model import Event

_LONGEST_OFFICE = 90
"""Characters; words that stand for a party and are longer than this are no office but a whole clause."""


def named(event: Event) -> tuple[str, ...]:
    """Return the people of a dealing; a bare surname is left out beside the full name."""
    full = {person.split()[-1] for person in event.people if " " in person}
    return tuple(person for person in event.people if " " in person or person not in full)


def sides(event: Event) -> dict[str, str | None]:
    """Return each person with the party for which the words of a report have that person stand, or None."""
    return {person: _party(event, person) for person in named(event)}


def of_party(event: Event, party: str | None) -> tuple[str, ...]:
    """Return the people who stand for a party; for None those whose side is not told."""
    return tuple(person for person, side in sides(event).items() if side == party)


def told_as(event: Event, person: str) -> str:
    """Return a person with the office as a report words it, else the bare name."""
    told = {words for _, words in _mentions(event, person) if person in words and len(words) <= _LONGEST_OFFICE}
    words = " ".join(min(told, key=lambda words: (-len(words), words)).split()) if told else person
    return re.sub("[’']s?$", "", words)


def _party(event: Event, person: str) -> str | None:
    found = {party for party, _ in _mentions(event, person)}
    return found.pop() if len(found) == 1 else None


def _mentions(event: Event, person: str) -> list[tuple[str, str]]:
    surname = person.rsplit(maxsplit=1)[-1]
    return [
        (mention.party, mention.words)
        for stored in event.tellings
        for mention in stored.telling.parties
        if mention.party and surname in mention.words
    ]
