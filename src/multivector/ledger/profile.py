"""What merging knows of a telling: its codes, and the words that its report uses for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from multivector.ledger import words
from multivector.ledger.sentence import covering, passage, sentences
from multivector.model import Report, Span, Telling
from multivector.model.codes import symmetric
from multivector.model.time import first_day, last_day

STALE = 45
"""Days before a report within which lies what it tells as news without a date."""


@dataclass(frozen=True, slots=True)
class Told:
    """A telling with its id, its report, and that report's outlet (its publisher, else its name) and date."""

    id: str
    report: str
    outlet: str
    date: str | None
    telling: Telling

    @property
    def age(self) -> tuple[str, str]:
        """Sorts by the report's date, undated last."""
        return self.date or "9999", self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The words of one telling: `own` stand nearest to its anchor, `near` around it; concepts with their weights."""

    own: dict[str, float]
    near: dict[str, float]
    names: frozenset[str]
    offices: frozenset[str]
    stages: frozenset[str]
    numbers: frozenset[str]
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A telling as merging compares it. `days` bounds when the dealing was, as ordinals of days, ends included."""

    id: str
    report: str
    type: str
    mode: str | None
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]
    date: str | None
    told: int | None
    days: tuple[int, int] | None
    place: str | None
    count: int | None
    value: Decimal | None
    unit: str | None
    sectors: frozenset[str]
    people: frozenset[str]
    context: Context
    source: Told

    @property
    def parties(self) -> frozenset[str]:
        """Both sides."""
        return self.actors | self.recipients

    @property
    def two_way(self) -> bool:
        """Whether the order of the sides says nothing."""
        return symmetric(self.type, self.mode) or not self.recipients


def contexts(report: Report, tellings: Sequence[Telling]) -> list[Context]:
    """Return the context of each telling of a report.

    Words of a sentence that tells several dealings belong to the nearest anchor; the sentences before and after count
    as near where they tell no dealing themselves.
    """
    spans = sentences(report.text)
    anchors = [telling.spans[0] for telling in tellings]
    busy = {at for anchor in anchors for at in covering(spans, anchor)}
    return [_context(report.text, spans, telling, anchors, busy) for telling in tellings]


def profile(told: Told, context: Context) -> Profile:
    """Return the profile of a telling."""
    telling = told.telling
    day = last_day(told.date).toordinal() if told.date else None
    people = frozenset(words.fold(name) for full in telling.people for name in full.split() if len(name) > 2)
    return Profile(
        id=told.id,
        report=told.report,
        type=telling.type,
        mode=telling.mode,
        status=telling.status,
        actors=frozenset(telling.actors),
        recipients=frozenset(telling.recipients),
        date=telling.date,
        told=day,
        days=_days(telling, day),
        place=telling.place,
        count=telling.count,
        value=telling.value,
        unit=telling.unit,
        sectors=frozenset(telling.sectors),
        people=people,
        context=context,
        source=told,
    )


def pack(context: Context) -> str:
    """Return a context as JSON, always the same for the same context."""
    return msgspec.json.encode(context, order="sorted").decode()


def unpack(packed: str) -> Context:
    """Return the context that `pack` wrote."""
    return msgspec.json.decode(packed, type=Context)


def _days(telling: Telling, told: int | None) -> tuple[int, int] | None:
    """Return the days on which the dealing may have been, by its date, else by the report's date and its status."""
    if telling.date:
        return first_day(telling.date).toordinal(), last_day(telling.date).toordinal()
    if told is None:
        return None
    return (told, told + 2 * STALE) if telling.status in ("planned", "hypothetical") else (told - STALE, told)


def _context(text: str, spans: list[Span], telling: Telling, anchors: list[Span], busy: set[int]) -> Context:
    anchor = telling.spans[0]
    whole = passage(text, spans, anchor)
    start, end = _share(text, whole, anchor, anchors)
    own, touched = text[start:end], covering(spans, anchor)
    beside = [at for at in ({touched[0] - 1, touched[-1] + 1} if touched else ()) if 0 <= at < len(spans)]
    free = [text[slice(*spans[at])] for at in sorted(beside) if at not in busy]
    near = " ".join([text[whole[0] : start], text[end : whole[1]], *free])
    strange = frozenset(word for party in (*telling.actors, *telling.recipients) for word in words.party_words(party))
    return Context(
        own=_without(words.subject(own), strange),
        near=_without(words.subject(near), strange),
        names=frozenset(name for name in words.names(own) if words.stem(name) not in strange),
        offices=words.labels(own, "offices.tsv", "office"),
        stages=words.labels(own, "stages.tsv", "stage"),
        numbers=words.numbers(own),
        passage=" ".join(words.fold(word) for word in text[slice(*whole)].split()),
    )


def _share(text: str, whole: Span, anchor: Span, anchors: list[Span]) -> Span:
    """Return the part of a passage that belongs to an anchor: up to half-way to the next, or to a comma between."""
    before = [other[1] for other in anchors if whole[0] <= other[0] and other[1] <= anchor[0]]
    after = [other[0] for other in anchors if other[1] <= whole[1] and anchor[1] <= other[0]]
    start = _border(text, max(before), anchor[0]) if before else whole[0]
    end = _border(text, anchor[1], min(after)) if after else whole[1]
    return start, end


def _border(text: str, start: int, end: int) -> int:
    at = max(text.rfind(mark, start, end) for mark in (",", ";", " and ", ". "))
    return at + 1 if at >= 0 else (start + end) // 2


def _without(concepts: dict[str, float], strange: frozenset[str]) -> dict[str, float]:
    return {concept: weight for concept, weight in sorted(concepts.items()) if concept not in strange}
