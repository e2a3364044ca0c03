"""What a format makes of bytes, before it becomes a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from multivector.errors import InputError, MultivectorError
from multivector.reports.clean import Layout


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as a format drew it out of its bytes, with what the format itself says of it.

    `text` is not yet repaired; a form feed stands where a page ends. `date` is an ISO prefix, and `date_basis` says
    whether it is stated in the source (`text`) or came beside the text in a record (`given`). What is None is looked
    for in the head of the text. `layout` says what a line is (see `clean.repair`).
    """

    text: str
    name: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    date_basis: Literal["text", "given"] | None = None
    url: str | None = None
    language: str | None = None
    layout: Layout = "typed"


class LeftOutError(InputError):
    """A part of a source that is left out: named, and no failure of what was read."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A source, or a part of one, that gave no report, and why.

    `skipped` is True for what is left out on purpose and is no failure: files of a folder whose ending no format knows,
    blank pages, attachments of a letter.
    """

    source: str
    error: MultivectorError
    skipped: bool = False
