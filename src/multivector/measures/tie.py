"""A tie as a whole: every measure of it, and its latest dealings."""

from __future__ import annotations

from dataclasses import dataclass

from multivector.ledger import Store
from multivector.measures.catalogue import catalogue
from multivector.measures.run import ask, take
from multivector.model import Event, Figure

LATEST = 8
"""How many of the latest dealings are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What is measured of a tie. `as_of` is the day from which dealings age, `reports` how many were read of the span.

    Figures of the whole span come before those of its periods; `latest` holds dealings that took place, newest first.
    """

    of: tuple[str, str]
    since: str | None
    until: str | None
    by: str | None
    as_of: str | None
    reports: int
    figures: tuple[Figure, ...]
    latest: tuple[Event, ...]


def tie(
    store: Store, a: str, b: str, *, since: str | None = None, until: str | None = None, by: str | None = None
) -> Tie:
    """Return everything that is measured of a tie; arguments and errors as of `measure`."""
    asked = ask(store, a, b, since=since, until=until, by=by)
    ids = [row["id"] for row in asked.rows("queries/last.sql", most=LATEST)]
    return Tie(
        of=asked.of, since=since, until=until, by=by, as_of=str(asked.as_of) if asked.as_of else None,
        reports=asked.read, figures=tuple(figure for head in catalogue() for figure in take(asked, head)),
        latest=tuple(store.event(id_) for id_ in ids),
    )  # fmt: skip
