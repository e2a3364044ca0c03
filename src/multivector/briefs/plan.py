"""From the ledger to a brief: what to say, and on what evidence."""

from __future__ import annotations

from typing import Final

from multivector.briefs import words
from multivector.briefs.bottom_line import bottom_line
from multivector.briefs.gather import gather
from multivector.briefs.material import Material
from multivector.briefs.sections import (
    agreements,
    disagreements,
    figures,
    measured,
    meetings,
    method,
    open_promises,
    partners,
    sources,
    subjects,
    timeline,
)
from multivector.briefs.sentence import computed, sentence
from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.model import Brief, Sentence

_ORDER: Final = (
    partners.section,
    timeline.section,
    subjects.section,
    measured.section,
    agreements.section,
    meetings.section,
    figures.section,
    disagreements.section,
    open_promises.section,
    sources.section,
    method.section,
)


def plan(store: Store, a: str, b: str | None = None) -> Brief:
    """Return the brief of the tie of two parties, or of one party and all its ties.

    Args:
        store: The ledger, open.
        a: Code of one party.
        b: Code of the other; None for all that deal with the first.

    Raises:
        UsageError: A code is unknown, or both are one.
        EvidenceError: A sentence would stand without evidence.
    """
    if a == b:
        raise UsageError(f"{a!r} is given twice", "brief", "a tie has two parties")
    return compose(gather(store, a, b))


def compose(material: Material) -> Brief:
    """Return the brief of what was gathered; sections with nothing to say are left out."""
    return Brief(
        title=words.listed(words.capital(material.name(code)) for code in material.parties),
        as_of=material.as_of,
        ledger=material.ledger,
        bottom_line=bottom_line(material),
        sections=tuple(found for make in _ORDER if (found := make(material))),
        basis=_basis(material) if material.reports or material.flows else None,
    )


def _basis(material: Material) -> Sentence:
    dealings = words.counted(len(material.events), "dealing")
    tellings = words.counted(sum(len(event.tellings) for event in material.events), "telling")
    reports = words.counted(len(material.reports), "report")
    rows = f", beside {words.counted(len(material.flows), 'row')} of datasets" if material.flows else ""
    told = f"{reports} with {tellings} of {dealings}" if material.events else f"{reports} with no dealing told"
    text = words.capital(f"{told}{rows}.")
    return sentence("computed", text, [computed("contents of the brief", "count", material.events)])
