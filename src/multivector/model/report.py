"""Reports and the sources they cite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from multivector.model.party import Span


@dataclass(frozen=True, slots=True)
class Report:
    """A text that tells of dealings between states.

    `text` is what all spans refer to, in code points; it holds the title and publisher lines where the file prints
    them. `date` is an ISO prefix; `date_basis` says whether it is stated in the text, given from outside or inferred
    by the coder (`None` while there is no date). `pages` holds the offset at which each page begins, for formats
    that have pages.
    """

    name: str
    text: str
    sha256: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    date_basis: Literal["text", "given", "inferred"] | None = None
    language: str = "en"
    format: str = "text"
    pages: tuple[int, ...] = ()

    @property
    def date_stated(self) -> bool:
        """False only where the date was inferred or is unknown."""
        return self.date_basis in ("text", "given")


@dataclass(frozen=True, slots=True)
class Citation:
    """A source that a report names in its text; `outlet` is None for a bracket that holds only a date."""

    outlet: str | None
    date: str | None
    span: Span
