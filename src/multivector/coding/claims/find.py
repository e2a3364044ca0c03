"""The claims of a report: the sentences in order, the kinds one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.absence import absences
from multivector.coding.claims.amount import amounts
from multivector.coding.claims.assessment import assessments
from multivector.coding.claims.attention import notice
from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.flows import topic_of
from multivector.coding.claims.growth import growths, multiples
from multivector.coding.claims.membership import memberships
from multivector.coding.claims.nth import nths
from multivector.coding.claims.office import offices
from multivector.coding.claims.precedence import precedences
from multivector.coding.claims.quantities import find_quantities
from multivector.coding.claims.rank import noun_ranks
from multivector.coding.claims.rank_places import further_ranks, place_ranks
from multivector.coding.claims.share import shares
from multivector.coding.claims.share_lists import heading
from multivector.coding.claims.stakes import stakes
from multivector.coding.claims.tables import table_claims
from multivector.coding.scene import Focus, Scene
from multivector.model import Claim

if TYPE_CHECKING:
    from multivector.model import Span


_NEAR = 6
"""For how many sentences what a share was of stays in mind."""


def find_claims(scene: Scene) -> list[Claim]:
    """Return the claims of a report in the order of the text, each once, with the citations that stand behind it."""
    reading = Reading(scene, find_quantities(scene), Focus(principals=scene.principals))
    if scene.home:
        reading.focus.see(scene.home)
    drafts: list[Draft] = []
    for sentence in range(len(scene.parsed.sentences)):
        drafts.extend(_read(reading, sentence))
        notice(reading, sentence)
    drafts.extend(table_claims(reading))
    return [_claim(scene, draft) for draft in _distinct(drafts)]


def _read(reading: Reading, sentence: int) -> list[Draft]:
    if sentence - reading.told > _NEAR:
        reading.total = None
    reading.owner, reading.ranked, reading.ranking = None, None, reading.ranked
    reading.heading = heading(reading, sentence) or reading.heading
    found = noun_ranks(reading, sentence)
    found.extend(place_ranks(reading, sentence, found))
    ranks = list(found)
    found.extend(precedences(reading, sentence, found))
    for of_sentence in (absences, memberships, nths, assessments, offices):
        found.extend(of_sentence(reading, sentence))
    for quantity in reading.here(sentence):
        for kind in (growths, stakes, shares, amounts):
            if told := kind(reading, quantity):
                found.extend(told)
                reading.told = sentence
                break
    found.extend(further_ranks(reading, sentence, ranks))
    for k in reading.scene.parsed.sentences[sentence]:
        found.extend(multiples(reading, reading.scene.parsed.tokens[k]))
    _sharpen(reading, found)
    if reading.told != sentence and (topic := topic_of(reading, sentence)) is not None:
        reading.flow, reading.told = topic, sentence
    return sorted(found, key=lambda draft: min(draft.words))


def _sharpen(reading: Reading, found: list[Draft]) -> None:
    """`its largest supplier` in a passage on gas: of what the shares around it are told."""
    total = reading.total
    for draft in found:
        bare = draft.kind == "rank" and draft.measure == "imports" and draft.scope is None
        if bare and total is not None and total.measure == "energy-supply" and draft.object == total.owner:
            draft.measure, draft.scope = total.measure, total.scope


def _distinct(drafts: list[Draft]) -> list[Draft]:
    found: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = (draft.kind, draft.subject, draft.object, draft.measure, draft.value, draft.unit, draft.scope)
        first = found.get(key)
        if first is None or (first.period and draft.period and first.period != draft.period):
            found[(*key, draft.period) if first else key] = draft
        elif draft.period and not first.period:
            first.period = draft.period
    return list(found.values())


def _claim(scene: Scene, draft: Draft) -> Claim:
    span = _span(scene, draft)
    cites = _cites(scene, draft, span)
    return Claim(
        kind=draft.kind, subject=draft.subject, object=draft.object, measure=draft.measure, value=draft.value,
        unit=draft.unit, period=draft.period, scope=draft.scope, cites=cites,
        citations=tuple(dict.fromkeys(o for k in cites if (o := scene.cited[k].citation.outlet))),
        anchor=scene.report.text[slice(*span)], span=span, confidence=0.8,
    )  # fmt: skip


def _span(scene: Scene, draft: Draft) -> Span:
    tokens = scene.parsed.tokens
    return tokens[min(draft.words)].start, tokens[max(draft.words)].end


def _cites(scene: Scene, draft: Draft, span: Span) -> tuple[int, ...]:
    """Return the citations that cover a claim: the brackets behind it in its sentence, the sources named in it."""
    sentence = scene.parsed.tokens[draft.words[0]].sentence
    start, end = scene.parsed.sentence_span(sentence)
    following = scene.parsed.sentence_span(sentence + 1)[0] if sentence + 1 < len(scene.parsed.sentences) else end + 200
    block = next(block.span for block in scene.blocks if block.span[0] <= span[0] < block.span[1])
    found = []
    for n, cited in enumerate(scene.cited):
        at = cited.bracket[0]
        if cited.covers == "sentence":
            covered = start <= at <= end
        else:
            covered = any(
                span[0] < place <= min(following, block[1] + 1) for place in (at, *(again[0] for again in cited.again))
            )
        if covered:
            found.append(n)
    return tuple(found)
