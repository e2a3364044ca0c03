"""Find events: by parties, type, time and words."""

from __future__ import annotations

from multivector.errors import UsageError
from multivector.ledger.database import Database
from multivector.model.codes import TYPES
from multivector.model.time import is_date

_FIND = """
SELECT e.id
FROM events AS e
WHERE ($a IS NULL OR list_contains(e.parties, $a))
  AND ($b IS NULL OR list_contains(e.parties, $b))
  AND ($type IS NULL OR e.type = $type)
  AND ($since IS NULL OR e.last_day >= day_from($since))
  AND ($until IS NULL OR e.first_day <= day_to($until))
  AND (len($words::VARCHAR[]) = 0 OR EXISTS (
        SELECT 1 FROM drawn.members AS m JOIN kept.tellings AS t ON t.id = m.telling
        WHERE m.event = e.id
          AND len(list_filter($words::VARCHAR[], lambda w: NOT contains(lower(t.sentence || ' ' || t.anchor), w))) = 0))
ORDER BY e.date NULLS LAST, e.id
"""


def find(
    database: Database,
    a: str | None,
    b: str | None,
    *,
    type_: str | None,
    since: str | None,
    until: str | None,
    text: str | None,
) -> list[str]:
    """Return the ids of the events that meet every condition given, by date.

    Raises:
        UsageError: The type is none of PLOVER's, or a date is none.
    """
    if type_ is not None and type_.upper() not in TYPES:
        raise UsageError(f"unknown type {type_!r}", "--type", f"one of {', '.join(TYPES)}")
    for name, date in (("--since", since), ("--until", until)):
        if date is not None and not is_date(date):
            raise UsageError(f"{date!r} is no date", name, "a day, month or year: 2024-01-18, 2024-01 or 2024")
    asked = {"a": a, "b": b, "type": type_ and type_.upper(), "since": since, "until": until}
    return [row[0] for row in database.tuples(_FIND, {**asked, "words": (text or "").lower().split()})]
