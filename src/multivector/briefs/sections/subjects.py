"""What the dealings are about: how many touch each sector."""

from __future__ import annotations

from collections.abc import Sequence

from multivector.briefs import words
from multivector.briefs.dealings import happened, sectors
from multivector.briefs.material import Material
from multivector.briefs.sentence import computed, row, sentence
from multivector.model import Bar, Chart, Event, Section, Table
from multivector.model.codes import DIMENSION_OF

_SOURCE = "count; a dealing on several sectors counts in each"


def section(material: Material) -> Section | None:
    """Return the sectors of the dealings as bars; None where no report tells a subject."""
    told = [event for event in happened(material.events) if event.sectors]
    if not told:
        return None
    by_sector = {code: [event for event in told if code in event.sectors] for code in sectors(told)}
    ranked = sorted(by_sector, key=lambda code: (-len(by_sector[code]), code))
    rows = tuple(
        row(
            "computed",
            (words.capital(words.sector(code)), DIMENSION_OF.get(code, ""), str(len(by_sector[code]))),
            [computed(f"dealings on {words.sector(code)}", _SOURCE, by_sector[code])],
        )
        for code in ranked
    )
    chart = Chart(
        title="Dealings by sector",
        unit="dealings",
        bars=tuple(Bar(words.capital(words.sector(code)), float(len(by_sector[code]))) for code in ranked),
        sentence=sentence("computed", _says(told, by_sector, ranked), [computed("dealings by sector", _SOURCE, told)]),
        table=Table(("Sector", "Dimension", "Dealings"), rows, "Dealings by sector"),
    )
    return Section("Subjects", (chart,))


def _says(told: Sequence[Event], by_sector: dict[str, list[Event]], ranked: Sequence[str]) -> str:
    most = len(by_sector[ranked[0]])
    leading = [words.sector(code) for code in ranked if len(by_sector[code]) == most]
    count = words.counted(len(told), "dealing")
    if len(leading) == len(ranked):
        each = "" if len(ranked) == 1 else "each "
        touch = "touches" if len(told) == 1 else "touch"
        return f"The {count} whose subject is told {touch} {words.few(leading)}, {each}{words.times(most)}."
    subject = "subject is" if len(leading) == 1 else "subjects are"
    share = "all" if most == len(told) else words.number(most)
    return (
        f"The most frequent {subject} {words.few(leading)}, {'each ' * (len(leading) > 1)}with {share} of the {count} "
        f"whose subject is told; they touch {words.counted(len(ranked), 'sector')} in all."
    )
