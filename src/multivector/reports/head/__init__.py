"""What stands above the body of a plain text: headline, publisher, date."""

from __future__ import annotations

from dataclasses import dataclass

from multivector.reports.head.closing import read_closing
from multivector.reports.head.dateline import Dateline, read_dateline
from multivector.reports.head.dates import today
from multivector.reports.head.interview import read_interview
from multivector.reports.head.lines import head_lines
from multivector.reports.head.publisher import find_publisher
from multivector.reports.head.title import find_title

__all__ = ["Head", "read_head"]


@dataclass(frozen=True, slots=True)
class Head:
    """Headline, publisher as printed, and stated date (ISO prefix) of a text; None for what it does not state."""

    title: str | None = None
    publisher: str | None = None
    date: str | None = None


def read_head(text: str) -> Head:
    """Return what the lines above the body state, and the dateline of the story.

    Only what is printed is returned, never a guess: a date in the body, or of an event in the headline, is not the
    report's, and a name counts as the publisher's only by its place.
    """
    lines, body = head_lines(text)
    dateline = read_dateline(body)
    if not dateline.agency:
        interview = read_interview(text, "\n".join((*(line.text for line in lines), body)))
        dateline = Dateline(interview.agency, dateline.date or interview.date)
    closing = read_closing(text)
    publisher = find_publisher(lines, dateline.agency, text, closing.publisher)
    stated = [line.stated for line in lines if line.stated and not (line.kind == "field" and line.key != "date")]
    strongest = max(stated, key=lambda date: date.strength, default=None)
    return Head(
        find_title(lines, publisher),
        publisher.name if publisher else None,
        strongest.iso if strongest else dateline.date or today(body) or closing.date,
    )
