"""The bottom line: at most three sentences, on direction and breadth, dependence, and the oldest open promise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from multivector.briefs import flows, words
from multivector.briefs.clauses import clause
from multivector.briefs.dealings import TONE_SOURCE, happened, of_tone, sectors, within, year_before, year_to
from multivector.briefs.material import Material
from multivector.briefs.promises import RULE, open_promises
from multivector.briefs.sections.measured import newest as newest_lists
from multivector.briefs.sentence import computed, sentence
from multivector.model import Event, Figure, Sentence

_MOST = 4
"""Measures of datasets told in the bottom line; the section on figures has all."""


def bottom_line(material: Material) -> tuple[Sentence, ...]:
    """Return the sentences that a hurried reader needs, each with its evidence."""
    found = (direction(material), dependence(material), oldest_promise(material))
    return tuple(line for line in found if line)


def direction(material: Material) -> Sentence:
    """Say how many dealings are told, of which tone, how they changed within two years, and how broad they are."""
    done = happened(material.events)
    if not done:
        return _nothing(material)
    text = f"{_lead(done)}: {_tones(material, done)}{_change(material, done)}{_breadth(material, done)}."
    rule = "two thirds or more of one tone give the first word; a date that straddles a border counts on neither side"
    evidence = computed("tone, number and subjects of the dealings", TONE_SOURCE, done, {"rule": rule})
    outside = _outside(material)
    return sentence("computed", text, [evidence, *(outside.evidence if outside else ())])


def _nothing(material: Material) -> Sentence:
    who = words.listed(material.name(code) for code in material.parties)
    dealing = f"{'between' if len(material.parties) > 1 else 'of'} {who} that took place"
    text = {
        0: f"This ledger holds no report, so nothing is told of a dealing {dealing}.",
        1: f"The one report in this ledger tells of no dealing {dealing}.",
    }.get(
        material.held, f"None of the {words.number(material.held)} reports in this ledger tells of a dealing {dealing}."
    )
    parameters = {"reports in the ledger": str(material.held)}
    return sentence("computed", text, [computed("number of dealings", "count", material.events, parameters)])


def _lead(done: Sequence[Event]) -> str:
    good, bad = len(of_tone(done, "co-operative")), len(of_tone(done, "conflictive"))
    if 3 * good >= 2 * len(done):
        return "Mostly co-operative" if good < len(done) else "Co-operative"
    if 3 * bad >= 2 * len(done):
        return "Mostly conflictive" if bad < len(done) else "Conflictive"
    return "Mixed"


def _tones(material: Material, done: Sequence[Event]) -> str:
    good, bad = len(of_tone(done, "co-operative")), len(of_tone(done, "conflictive"))
    who = words.listed(material.name(code) for code in material.parties)
    whose = f"between {who}" if len(material.parties) > 1 else f"of {who}"
    told = f"reports tell of {words.counted(len(done), 'dealing')} {whose}"
    if len(done) in (good, bad):
        return told
    tones = ((good, "co-operative"), (bad, "conflictive"), (len(done) - good - bad, "neither"))
    return f"{told}, {words.listed(f'{words.number(count)} {tone}' for count, tone in tones if count)}"


def _change(material: Material, done: Sequence[Event]) -> str:
    if not material.as_of:
        return ""
    now, before = within(done, *year_to(material.as_of)), within(done, *year_before(material.as_of))
    falls = f"{words.none(len(now))} fall{'s' * (len(now) < 2)} in the twelve months to {words.date(material.as_of)}"
    return f"; {falls}, {words.none(len(before))} in the twelve before"


def _breadth(material: Material, done: Sequence[Event]) -> str:
    told = [event for event in done if event.sectors]
    if not told:
        return ""
    touched = words.counted(len(sectors(told)), "sector") + _new(material, told)
    if len(told) == 1:
        return f"; the one whose subject is told touches {touched}"
    return f"; the {words.number(len(told))} whose subject is told touch {touched}, and {_beyond(material, told)}"


def _beyond(material: Material, told: Sequence[Event]) -> str:
    """Say what lies beyond energy: as a share where there are enough dealings for an index, else by counting."""
    outside = _outside(material)
    if outside and outside.value is not None:
        return f"{words.percent(100 * outside.value, places=0)} of the subjects lie outside energy"
    beyond = [event for event in told if set(event.sectors) != {"energy"}]
    reach = "all" if len(beyond) == len(told) else words.none(len(beyond))
    return f"{reach} {'reaches' if len(beyond) < 2 else 'reach'} beyond energy"


def _outside(material: Material) -> Figure | None:
    by_name = {figure.measure: figure for figure in material.figures}
    index, outside = by_name.get("breadth.n1"), by_name.get("breadth.outside")
    return outside if index and index.value is not None and outside and outside.value is not None else None


def _new(material: Material, told: Sequence[Event]) -> str:
    """Say how many sectors were first told of the last twelve months, where earlier dealings can be compared."""
    if not material.as_of:
        return ""
    start, end = year_to(material.as_of)
    before = sectors(within(told, dt.date.min, start - dt.timedelta(days=1)))
    fresh = set(sectors(within(told, start, end))) - set(before)
    return f", {words.none(len(fresh))} of them new in that year" if before else ""


def dependence(material: Material) -> Sentence | None:
    """Say what share of one side's total the other has, by each dataset's newest period; None where none is loaded."""
    newest = flows.newest(line for line in material.flows if line.unit == "percent")[:_MOST]
    if not newest:
        return None
    evidence = [flows.evidence(line, material) for group in newest for line in group]
    missing = [each for each in newest_lists(material.figures) if each.unit == "rank" and each.value is None and each.n]
    text = flows.told(newest, material).rstrip(".") + _absent(material, missing) + "."
    return sentence("counted", text, [*evidence, *(piece for figure in missing for piece in figure.evidence)])


def _absent(material: Material, missing: Sequence[Figure]) -> str:
    """Say which of the newest lists do not name the other side: that is known of them, too."""
    lists: dict[tuple[tuple[str, ...], str | None], list[str]] = {}
    for figure in missing:
        measure = figure.measure.split(".")[1].removesuffix("-rank").replace("-", " ")
        lists.setdefault((figure.of, figure.period), []).append(measure)
    parts = [
        (material.name(partner), f"{words.possessive(material.name(whose))} {words.listed(held)}{_of(period)}")
        for ((whose, partner), period), held in lists.items()
    ]
    heads = (" is not among the partners listed for ", *(" among those for " for _ in parts))
    told = ", nor ".join(f"{partner}{head}{what}" for (partner, what), head in zip(parts, heads, strict=False))
    return f"; {told}" if told else ""


def _of(period: str | None) -> str:
    return f" of {period}" if period else ""


def oldest_promise(material: Material) -> Sentence | None:
    """Say which promise has been open longest; None where there is none."""
    promises = open_promises(material.events, material.as_of)
    if not promises:
        return None
    oldest = promises[0]
    told = clause(oldest.event, material.names, dated=False, others=False).rstrip(".")
    date = f" {words.when(oldest.event.date)}" if oldest.event.date else ", at a date not told"
    first = f", told {words.when(oldest.told)}," if oldest.told else ""
    until = f" up to {words.date(material.as_of)}" if material.as_of else ""
    text = f"The oldest open promise{first} is that {told}{date}; no report{until} tells that it has come about."
    rule = computed("open promises", "rule", [oldest.event], {"rule": RULE})
    return sentence("computed", text, [rule, *material.evidence([oldest.event])])
