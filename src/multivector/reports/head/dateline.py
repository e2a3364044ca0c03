"""The dateline of a wire story: place, date, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from multivector.reports.head.dates import plain_date
from multivector.reports.head.pieces import is_place
from multivector.reports.head.words import is_name, outlet_noun

_WORD: Final = r"[A-Z](?:[\w'’-]|\.(?=\w))*"
_PLACE: Final = rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,3}})(?:, {_WORD}\.?(?: {_WORD})?)??"
_WHEN: Final = r"(?P<when>[^()/\n–—]{0,40}?)"
_DASH: Final = r"\s*(?:[-–—]{1,2}|:)\s"
_FORMS: Final = (
    re.compile(rf"{_PLACE}[,.]?\s*{_WHEN}[,.]?\s*\((?P<agency>[^()\n]{{2,40}})\)(?:\.?{_DASH}|\.\s)"),
    re.compile(rf"{_PLACE}[,.]?\s*\((?P<agency>[^()\n]{{2,40}})\)[,.]? {_WHEN}{_DASH}"),
    re.compile(rf"{_PLACE}[,.]?\s*{_WHEN}[,.]?\s*/(?P<agency>[^/\n]{{2,40}})/"),
    re.compile(
        rf"{_PLACE}[.,] (?:{_WHEN}\. )?(?P<agency>[A-Z]{{3,}}(?: [A-Z]{{3,}})?)[.,]?(?:{_DASH}|\s(?=[A-Z][a-z]))"
    ),
    re.compile(rf"{_PLACE}[,.]?\s+{_WHEN}{_DASH}"),
    re.compile(rf"\({_PLACE}, {_WHEN}\)\s"),
    re.compile(rf"{_PLACE}, {_WHEN}\.\s"),
)

_BARE: Final = re.compile(r"\((?P<agency>[A-Z][^()\n]{3,40})\)[\s–—:-]+(?=[“\"A-Z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `date` is None where it gives no year."""

    agency: str | None
    date: str | None


def read_dateline(line: str) -> Dateline:
    """Return agency and date from the start of a story: `QUITO, Sept. 17, 2015 (Andean Wire) -`."""
    if (lead := _BARE.match(line)) and outlet_noun(lead["agency"]):
        return Dateline(lead["agency"], None)
    for form in _FORMS:
        match = form.match(line)
        if match and _is_where(match["place"]):
            agency, when = match.groupdict().get("agency"), match.groupdict().get("when") or ""
            date = plain_date(when) or plain_date(agency or "")
            return Dateline(agency if agency and is_name(agency) and not plain_date(agency) else None, date)
    return Dateline(None, None)


def _is_where(place: str) -> bool:
    first = place.split("/", maxsplit=1)[0]
    return first.isupper() or is_place(first)
