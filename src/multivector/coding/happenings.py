"""One happening, told several times in a report, is one telling: which drafts are the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.model.codes import symmetric
from multivector.model.time import compatible

if TYPE_CHECKING:
    from multivector.model import PartyMention, Span


@dataclass(slots=True)
class Draft:
    """A telling in the making. `leans` is the meeting in whose course it happened; it has its day and place."""

    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    anchor: Span
    sentence: int
    paragraph: int
    people: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    count: int | None = None
    value: Decimal | None = None
    unit: str | None = None
    sectors: tuple[str, ...] = ()
    cites: tuple[int, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    told: dict[str, Span] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    back: bool = False
    """Whether the words look back to something already told (`the visit`)."""
    headline: bool = False
    leans: Draft | None = None
    weight: float = 0.7

    @property
    def everyone(self) -> frozenset[str]:
        """All parties, whatever their side."""
        return frozenset(self.actors) | frozenset(self.recipients)


def gather(drafts: list[Draft]) -> list[Draft]:
    """Return one draft a happening, in the order in which they are first told."""
    found: list[Draft] = []
    part_of: dict[int, Draft] = {}
    for draft in drafts:
        told = next((told for told in reversed(found) if same_happening(told, draft)), None)
        if told is None:
            found.append(draft)
        else:
            _join(told, draft)
        part_of[id(draft)] = told or draft
    for draft in found:
        if draft.leans is not None and draft.date is None:
            _take_day(draft, part_of[id(draft.leans)])
    return found


def _take_day(draft: Draft, meeting: Draft) -> None:
    """What is said or signed at a meeting has its day and its place."""
    if meeting is draft or not meeting.date:
        return
    draft.date, draft.why["date"] = meeting.date, "the day of the meeting it belongs to"
    if draft.place is None:
        draft.place = meeting.place


def same_happening(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one report tell of the same happening."""
    if a.type != b.type or not compatible(a.date, b.date) or not _same_sides(a, b):
        return _talks_of_a_visit(a, b)
    if a.type == "CONSULT" and a.mode != b.mode:
        return _talks_of_a_visit(a, b)
    if _clash(a.value, b.value) or _clash(a.count, b.count) or {a.status, b.status} == {"hypothetical", "occurred"}:
        return False
    if b.back or b.headline or a.headline:
        return True
    return _alike(a, b)


def _same_sides(a: Draft, b: Draft) -> bool:
    if symmetric(a.type, a.mode) and symmetric(b.type, b.mode):
        return a.everyone == b.everyone
    return set(a.actors) == set(b.actors) and set(a.recipients) == set(b.recipients)


def _clash(a: object, b: object) -> bool:
    return a is not None and b is not None and a != b


def _alike(a: Draft, b: Draft) -> bool:
    """Whether nothing told of the two parts them: no other people, no other subject, no other day."""
    if a.people and b.people and not set(a.people) & set(b.people):
        return False
    same_day = bool(a.date and a.date == b.date)
    if a.type in ("AGREE", "COOPERATE", "AID"):
        return (same_day or a.date is None or b.date is None) and (
            a.sectors == b.sectors or not (a.sectors and b.sectors) or bool(a.value and b.value)
        )
    return True


def _talks_of_a_visit(a: Draft, b: Draft) -> bool:
    """Talks between the same two during a visit are part of the visit: same people or the same day."""
    visit, talks = (a, b) if a.mode == "visit" else (b, a)
    if (
        {a.type, b.type} != {"CONSULT"}  # an invitation is a request to meet
        or visit.mode != "visit"
        or talks.mode != "meet"
        or visit.everyone != talks.everyone
        or not compatible(a.date, b.date)
    ):
        return False
    if visit.status != talks.status or (talks.place and visit.place and talks.place != visit.place):
        return False
    shared = set(visit.people) & set(talks.people)
    near = visit.paragraph == talks.paragraph or visit.headline or talks.headline
    return bool(shared) or near or not (visit.people and talks.people)


def _join(told: Draft, further: Draft) -> None:
    """Add what a further mention tells to the first; what is already told stays, a finer date replaces a coarser."""
    if told.mode == "meet" and further.mode == "visit":
        told.mode, told.actors, told.recipients = further.mode, further.actors, further.recipients
        told.why |= {"mode": further.why.get("type", "")}
    if further.date and (not told.date or len(further.date) > len(told.date)):
        told.date = further.date
        told.told["date"] = further.told.get("date", further.anchor)
    for name in ("place", "count", "value", "unit"):
        if getattr(told, name) is None and getattr(further, name) is not None:
            setattr(told, name, getattr(further, name))
            if name in further.told:
                told.told[name] = further.told[name]
    if told.headline and not further.headline:
        told.anchor, told.headline, told.status = further.anchor, False, further.status
        told.spans.insert(0, further.anchor)
    told.leans = told.leans or further.leans
    told.people = tuple(dict.fromkeys((*told.people, *further.people)))
    told.sectors = tuple(dict.fromkeys((*told.sectors, *further.sectors)))
    told.cites = tuple(sorted({*told.cites, *further.cites}))
    told.spans = list(dict.fromkeys((*told.spans, *further.spans)))
    told.weight = min(0.97, told.weight + 0.05)
