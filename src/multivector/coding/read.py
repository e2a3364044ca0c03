"""The dealings of a report with their attributes: what, when, where, for how much, at which meeting."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from multivector.coding import attributes
from multivector.coding.consult import settle
from multivector.coding.counts import count_of
from multivector.coding.happenings import Draft
from multivector.coding.scene import Ref, Scene, word_class
from multivector.coding.slots import is_verb, objects
from multivector.coding.who import phrase
from multivector.model import PartyMention
from multivector.model.codes import MODES
from multivector.model.time import compatible, first_day, last_day

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.model import Span


_SAID = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "CONCEDE", "THREATEN")
_AT_HOME = frozenset(
    [("PROTEST", mode) for mode in (None, *MODES["PROTEST"])]
    + [("COERCE", mode) for mode in ("arrest", "ban", "censor", "restrict")]
    + [("SANCTION", "convict")]
)
"""What takes place in the actor's own state where no other place is told."""


def read_dealings(scene: Scene, hits: list[Hit]) -> list[Draft]:
    """Return a draft for each dealing that is told, in the order of the text.

    Args:
        scene: The report.
        hits: The dealings that its sentences tell, in the order of their words.
    """
    found: list[Draft] = []
    meeting: Draft | None = None
    course = True
    for hit in hits:
        if _is_total(scene, hit):
            continue
        place = attributes.place_of(scene, hit)
        for settled, mode in settle(scene, hit, str(place.value) if place else None):
            found.append(_draft(scene, meeting, settled, mode, place, course=course))
        if hit.type == "CONSULT" and len(hit.sides) >= 2:
            meeting, course = found[-1], True
        elif meeting and found[-1].date:
            course = compatible(found[-1].date, meeting.date)
    return found


def _is_total(scene: Scene, hit: Hit) -> bool:
    """What was traded or given since some year is a total, never a dealing (ruling 26)."""
    found = attributes.date_of(scene, hit) if hit.type in ("COOPERATE", "AID") else None
    return found is not None and found.kind == "start" and attributes.sum_of(scene, hit) is not None


def _draft(
    scene: Scene, meeting: Draft | None, hit: Hit, mode: str | None, place: attributes.Attribute | None, *, course: bool
) -> Draft:  # fmt: skip
    token = scene.parsed.tokens[hit.word]
    anchor = _anchor(scene, hit)
    actors, recipients = _codes(hit.actors), _codes(hit.recipients)
    draft = Draft(
        type=hit.type, mode=mode, status=hit.status, actors=actors, recipients=recipients, anchor=anchor,
        sentence=token.sentence, paragraph=_block(scene, token.start), people=attributes.people_of(scene, hit),
        sectors=attributes.sectors_of(scene, attributes.clause_words(scene, hit.word)), spans=[anchor],
        parties=_mentions(scene, hit), why={"type": hit.by}, back=_looks_back(scene, hit),
        headline=scene.blocks[_block(scene, token.start)].kind == "headline", weight=hit.weight,
    )  # fmt: skip
    if mode == "visit" and len(recipients) == 1:
        draft.place = recipients[0] if len(recipients[0]) == 3 and recipients[0].isupper() else None
    elif place:
        draft.place, draft.told["place"] = str(place.value), place.span
    elif (draft.type, mode) in _AT_HOME and len(actors) == 1 and len(actors[0]) == 3:
        draft.place = actors[0]
    _quantities(scene, hit, draft)
    _date(scene, meeting, hit, draft, course=course)
    return draft


def _quantities(scene: Scene, hit: Hit, draft: Draft) -> None:
    counted = count_of(scene, hit, draft.mode)
    if counted:
        draft.count, draft.told["count"] = int(counted.value), counted.span
    money = attributes.sum_of(scene, hit)
    if money and draft.type in ("AGREE", "SUPPORT", "AID", "COOPERATE", "SANCTION", "REQUEST", "RETREAT", "COERCE"):
        draft.value, draft.unit, draft.told["value"] = money


def _date(scene: Scene, meeting: Draft | None, hit: Hit, draft: Draft, *, course: bool) -> None:
    """The date told with the dealing; without one, the meeting whose course it belongs to."""
    found = attributes.date_of(scene, hit)
    if found and found.iso and not _ahead(scene, found.iso, draft.status):
        draft.date, draft.told["date"] = found.iso, found.span
        draft.why["date"] = f"told: {found.kind}"
    elif (head := scene.frames.get(draft.paragraph)) and head.iso:
        draft.date, draft.told["date"], draft.why["date"] = head.iso, head.span, "told at the head of the line"
    elif draft.status == "occurred" and (
        _at_meeting(scene, meeting, hit, draft)
        or _on_same_occasion(scene, hit)
        or (course and _said_there(scene, meeting, hit, draft))
    ):
        draft.leans = meeting


def _ahead(scene: Scene, iso: str, status: str) -> bool:
    """What has happened has no date behind the report's: that date is of something it speaks of."""
    told = scene.report.date
    return status in ("occurred", "ongoing") and bool(told) and first_day(iso) > last_day(told or iso)


def _at_meeting(scene: Scene, meeting: Draft | None, hit: Hit, draft: Draft) -> bool:
    """Whether the dealing is of the same sides, near the meeting told before, and points back to it."""
    if meeting is None or not draft.everyone <= meeting.everyone or draft.paragraph > meeting.paragraph + 1:
        return False
    words = {scene.parsed.tokens[k].text.lower() for k in scene.parsed.sentence_of(hit.word)}
    near = draft.sentence - meeting.sentence <= 1
    return bool(words & word_class("hanging")) or near or bool(set(draft.people) & set(meeting.people))


def _on_same_occasion(scene: Scene, hit: Hit) -> bool:
    """`The same journey had taken him to Seoul`: the sentence itself says that it was then, whoever the sides are."""
    sentence = scene.parsed.sentence_of(hit.word)
    lemmas = [scene.parsed.tokens[k].lemma for k in sentence]
    return any(one == "same" and other in word_class("occasion") for one, other in pairwise(lemmas))


def _said_there(scene: Scene, meeting: Draft | None, hit: Hit, draft: Draft) -> bool:
    """Whether one who met said it in the course of the meeting: nothing of another day is told between the two."""
    before = any(kid.lemma == "have" and kid.tag == "VBD" for kid in scene.parsed.kids(hit.word, "aux"))
    speaks = bool(draft.actors) and draft.type in _SAID and not before
    return (
        speaks
        and meeting is not None
        and set(draft.actors) <= meeting.everyone
        and draft.paragraph == meeting.paragraph
    )


def _anchor(scene: Scene, hit: Hit) -> Span:
    """Return the shortest stretch of the sentence that holds the word, what it acts on, and both sides."""
    sentence = scene.parsed.sentence_of(hit.word)
    words = {hit.word}
    for ref in (*hit.actors, *hit.recipients):
        words.update(k for k in ref.words if k in sentence)
    token = scene.parsed.tokens[hit.word]
    if is_verb(token):
        for k in objects(scene, token):
            words.update(k for k in phrase(scene, k) if k in sentence)
    tokens = scene.parsed.tokens
    first, last = min(words), max(words)
    if tokens[last].end - tokens[first].start > 240:
        near = [k for k in words if abs(k - hit.word) < 25]
        first, last = min(near), max(near)
    return tokens[first].start, tokens[last].end


def _mentions(scene: Scene, hit: Hit) -> tuple[PartyMention, ...]:
    found = []
    for side, refs in (("actor", hit.actors), ("recipient", hit.recipients)):
        for ref in refs:
            start, end = scene.parsed.tokens[ref.words[0]].start, scene.parsed.tokens[ref.words[1]].end
            found.append(PartyMention(side, ref.party, scene.report.text[start:end], (start, end)))  # type: ignore[arg-type]
    return tuple(dict.fromkeys(found))


def _codes(refs: tuple[Ref, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref.party for ref in refs if ref.party))


def _block(scene: Scene, offset: int) -> int:
    return next(n for n, block in enumerate(scene.blocks) if block.span[0] <= offset < block.span[1])


def _looks_back(scene: Scene, hit: Hit) -> bool:
    """`the visit`, `this deal`: a noun with a definite article points to a dealing that was already told."""
    if is_verb(scene.parsed.tokens[hit.word]):
        return False
    return any(
        kid.text.lower() in ("the", "this", "that", "these", "his", "her", "their")
        for kid in scene.parsed.kids(hit.word, "det", "poss")
    )
