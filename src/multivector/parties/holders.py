"""Who held which office when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from multivector.model.time import first_day, last_day
from multivector.parties.read import plain, rows
from multivector.parties.records import Form, Office
from multivector.tables import several


@cache
def offices() -> dict[str, tuple[Office, ...]]:
    """Return the offices of each person, by full name, in the order of the table."""
    by: dict[str, list[Office]] = defaultdict(list)
    for row in rows("offices"):
        office = Office(row["person"], row["party"], row["office"], row["first"] or None, row["last"] or None)
        by[row["person"]].append(office)
    return {person: tuple(held) for person, held in by.items()}


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    by: dict[str, list[str]] = defaultdict(list)
    for row in rows("people"):
        names = (row["person"], row["person"].split()[-1], *several(row["surnames"]), *several(row["spellings"]))
        for key in dict.fromkeys(map(name_key, names)):
            by[key].append(row["person"])
    return {key: tuple(persons) for key, persons in by.items()}


def name_key(name: str) -> str:
    """Return a person's name without accents, case, hyphens and apostrophes."""
    return " ".join(plain(name).casefold().replace("-", " ").replace("'", "").replace("’", "").split())


def holders(name: str, on: str | None = None) -> tuple[Office, ...]:
    """Return the offices held by those who bear a name.

    Args:
        name: A full name or a surname, in any usual spelling (`Tokayev`, `Qasym-Jomart Toqayev`).
        on: An ISO date prefix; only offices that may have been held then are returned. An office whose dates are not
            known counts at any time.

    Returns:
        Offices, newest last; of several people where they share the surname. Empty where nobody is known.
    """
    held = (office for person in _by_name().get(name_key(name), ()) for office in offices()[person])
    return tuple(office for office in held if on is None or during(office.first, office.last, on))


def during(first: str | None, last: str | None, on: str) -> bool:
    """Whether a time that runs from `first` to `last` (None: open) touches the days of `on`, all ISO prefixes."""
    return not (first and first_day(first) > last_day(on)) and not (last and last_day(last) < first_day(on))


def person_forms() -> Iterator[Form]:
    """Yield the names of office-holders: full names, other spellings, and surnames that are unmistakable alone."""
    for row in rows("people"):
        held = offices()[row["person"]]
        names = [row["person"], *several(row["spellings"]), *(several(row["surnames"]) if row["alone"] else ())]
        parties = tuple(dict.fromkeys(office.party for office in held))
        for words in dict.fromkeys(spelling for name in names for spelling in (name, plain(name))):
            yield Form(words, "person", parties, row["person"], held[-1].office, held[0].first, held[-1].last)
