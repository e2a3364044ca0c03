"""Agreements, aid and other dealings with sums: what was reached, how many, for how much."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from multivector.briefs import words
from multivector.briefs.clauses import clause, dates, told_counts, told_sums
from multivector.briefs.dealings import happened
from multivector.briefs.material import Material
from multivector.briefs.sentence import computed, row, sentence
from multivector.model import Event, Row, Section, Sentence, Table


def section(material: Material) -> Section | None:
    """Return agreements and all dealings with a sum, and what the sums add up to by currency."""
    found = [event for event in material.events if event.type == "AGREE" or told_sums(event)]
    if not found:
        return None
    table = Table(("Date", "Agreement or sum", "Number", "Sum told"), tuple(_row(material, event) for event in found))
    return Section("Agreements and sums", (*numbers(found), *totals(found), table))


def _row(material: Material, event: Event) -> Row:
    text = clause(event, material.names, dated=False, others=False, sums=False)
    sums = words.listed((words.amount(*each) for each in told_sums(event)), last="or") or "—"
    number = words.listed(map(str, told_counts(event)), last="or") or "—"
    return row("said", (dates(event), text, number, sums), material.evidence([event]))


def numbers(events: Sequence[Event]) -> tuple[Sentence, ...]:
    """Return a sentence on how many agreements were reached, and how many items they count where a number is told."""
    done = [event for event in happened(events) if event.type == "AGREE"]
    if len(done) < 2:
        return ()
    counts = [told_counts(event) for event in done if told_counts(event)]
    low, high = sum(map(min, counts)), sum(map(max, counts))
    items = words.number(low) if low == high else f"between {words.number(low)} and {words.number(high)}"
    told = f"; the {words.number(len(counts))} with a number told count {items} in all" if counts else ""
    text = f"Reports tell of {words.counted(len(done), 'dealing')} in which agreement was reached{told}."
    return (sentence("computed", text, [computed("number of agreements", "smallest and largest number told", done)]),)


def totals(events: Sequence[Event]) -> tuple[Sentence, ...]:
    """Return a sentence for each currency in which two or more agreements that took place have a sum."""
    done = [event for event in happened(events) if event.type == "AGREE"]
    units = sorted({unit for event in done for _, unit in told_sums(event) if unit})
    return tuple(line for unit in units if (line := _total(done, unit)))


def _total(done: Sequence[Event], unit: str) -> Sentence | None:
    by_event = [(event, [value for value, of in told_sums(event) if of == unit]) for event in done]
    held = [(event, values) for event, values in by_event if values]
    if len(held) < 2:
        return None
    low = sum((min(values) for _, values in held), Decimal(0))
    high = sum((max(values) for _, values in held), Decimal(0))
    span = words.amount(low, unit)
    if low != high:
        span = f"between {span} and {words.amount(high, unit)}, as reports differ"
    text = (
        f"The sums told of {words.counted(len(held), 'agreement')} add up to {span}; "
        "whether one sum is part of another is not told."
    )
    evidence = computed("sum of the agreements", "smallest and largest sum told of each, added", [e for e, _ in held])
    return sentence("computed", text, [evidence])
