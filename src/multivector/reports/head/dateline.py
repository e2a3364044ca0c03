"""The dateline of a wire story: place, date, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from multivector.reports.head.dates import plain_dates
from multivector.reports.head.lines import is_place
from multivector.reports.head.words import is_name

_PLACE: Final = r"(?P<place>[A-Z][\w'’.-]*(?:[ /][A-Z][\w'’.-]*){0,3})(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)??"
_WHEN: Final = r"(?P<when>[^()/\n–—]{0,40}?)"
_DASH: Final = r"\s*(?:[-–—]{1,2}|:)\s"
_FORMS: Final = (
    re.compile(rf"{_PLACE}[,.]?\s*{_WHEN}[,.]?\s*[(/](?P<agency>[^()/\n]{{2,40}})[)/]\.?{_DASH}"),
    re.compile(rf"{_PLACE}\. {_WHEN}\. (?P<agency>[A-Z][A-Z]{{2,}}(?: [A-Z]{{2,}})?)[.,]?(?:{_DASH}|\s)"),
    re.compile(rf"{_PLACE}[,.]?\s+{_WHEN}{_DASH}"),
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `date` is None where it gives no year."""

    agency: str | None
    date: str | None


def read_dateline(line: str) -> Dateline:
    """Return agency and date from the start of a story: `QUITO, Sept. 17, 2015 (Andean Wire) -`."""
    for form in _FORMS:
        match = form.match(line)
        if match and _is_where(match["place"]):
            agency = match.groupdict().get("agency")
            return Dateline(agency if agency and is_name(agency) else None, plain_dates(match["when"]))
    return Dateline(None, None)


def _is_where(place: str) -> bool:
    first = place.split("/", maxsplit=1)[0]
    return first.isupper() or is_place(first)
