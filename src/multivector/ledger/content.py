"""The hash of what a ledger holds: the same reports, judgements and datasets give the same hash in any order."""

from __future__ import annotations

from dataclasses import astuple

from multivector.ledger import judge
from multivector.ledger.database import Database
from multivector.ledger.ids import digest

_PARTS = (
    "SELECT report, coding FROM newest",
    "SELECT report, id FROM tellings",
    "SELECT report, id FROM claims",
    "SELECT telling, event FROM drawn.members",
    "SELECT name, release, kind, loaded, sha256 FROM kept.datasets",
)


def content_hash(database: Database) -> str:
    """Return a SHA-256 over the newest codings, the standing words of people, the events and the datasets."""
    parts = [database.tuples(f"{sql} ORDER BY ALL") for sql in _PARTS]
    said = sorted(str(astuple(one)[1:7]) for one in judge.standing(database))
    return digest(parts, said)
