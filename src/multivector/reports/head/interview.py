"""Interviews that name their publisher only where they tell how they came about."""

from __future__ import annotations

import re
from typing import Final

from multivector.reports.head.dateline import Dateline
from multivector.reports.head.dates import plain_date
from multivector.reports.head.words import is_name

_MET: Final = re.compile(
    r"(?:^|\n|[.!?][\"”’]? )The (?P<name>[A-Z][\w&.’'-]*(?: (?:of |and |& )?[A-Z][\w&.’'-]*){1,5}) "
    r"(?:met|interview(?:s|ed)|visited|(?:sp(?:oke|eaks)|talk(?:s|ed)|sat down|sits down|caught up) (?:to|with)) "
    r"(?:him\b|her\b|them\b|[A-Z])"
    r"(?P<rest>[^.!?]*)"
)
_QUESTIONS: Final = 3


def read_interview(text: str, opening: str) -> Dateline:
    """Return publisher and day from the first sentences of a text of questions: `The Levant Forum met her on ...`."""
    questions = sum(line.rstrip().endswith("?") for line in text.split("\n"))
    match = _MET.search(opening) if questions >= _QUESTIONS else None
    if not match or not is_name(match["name"]):
        return Dateline(None, None)
    return Dateline(f"The {match['name']}", plain_date(match["rest"]))
