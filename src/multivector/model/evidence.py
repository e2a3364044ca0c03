"""Evidence: what a sentence or a number rests on. Said, counted and computed are three kinds and never mixed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from multivector.model.party import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A passage of a report; `context` is the sentence around the quote, white space made single, where it is known."""

    report: str
    title: str | None
    publisher: str | None
    date: str | None
    quote: str
    span: Span
    place: str
    event: str | None = None
    telling: str | None = None
    context: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A row of a dataset in a given release."""

    dataset: str
    release: str
    published: str | None
    row: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A named computation over evidence; `inputs` names the events (by id) or rows that went in."""

    measure: str
    source: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    inputs: tuple[str, ...] = ()


Evidence = Said | Counted | Computed
