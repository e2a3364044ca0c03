"""The sources: reports with publisher, date and what they tell, datasets with release and licence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from multivector.briefs import words
from multivector.briefs.material import DatasetLine, Material, ReportLine
from multivector.briefs.sentence import computed, row, sentence
from multivector.model import Counted, Row, Section, Sentence, Table


def section(material: Material) -> Section | None:
    """Return the reports that tell of the tie, and the datasets whose rows were used."""
    addresses = any(line.url for line in material.reports)
    reports = tuple(_report(material, line, addressed=addresses) for line in material.reports)
    heads = ("Publisher", "Report", "Date", "Tellings", "Claims", *(["Address"] if addresses else []))
    groups = groupby(material.datasets, key=lambda line: (line.name, line.publisher, line.licence))
    datasets = tuple(_dataset(list(lines)) for _, lines in groups)
    tables = [
        Table(columns, rows, caption)
        for columns, rows, caption in (
            (heads, reports, "Reports"),
            (("Dataset", "Releases", "Publisher", "Licence"), datasets, "Datasets"),
        )
        if rows
    ]
    says = (_says(material),) if material.reports else ()
    return Section("Sources", (*says, *tables)) if tables else None


def _says(material: Material) -> Sentence:
    """Say how many reports and publishers there are, and between which dates."""
    dates = sorted(line.date for line in material.reports if line.date)
    publishers = {line.publisher.casefold() for line in material.reports if line.publisher}
    by = f" by {words.counted(len(publishers), 'publisher')}" if publishers else ""
    span = ""
    if dates:
        ends = [words.date(date) for date in (dates[0], dates[-1])]
        span = f", dated {ends[0]}" if ends[0] == ends[1] else f", dated between {ends[0]} and {ends[1]}"
    text = words.capital(f"{words.counted(len(material.reports), 'report')}{by}{span}.")
    names = {"reports": ", ".join(line.name for line in material.reports)}
    return sentence("computed", text, [computed("reports used", "count", material.events, names)])


def _report(material: Material, line: ReportLine, *, addressed: bool) -> Row:
    told = [event for event in material.events if any(stored.report == line.name for stored in event.tellings)]
    tellings = sum(stored.report == line.name for event in told for stored in event.tellings)
    basis = " (inferred)" if line.date_basis == "inferred" else ""
    date = words.date(line.date, short=True) + basis if line.date else "not told"
    claimed = sum(held.said.report == line.name for held in material.claims)
    evidence = computed("tellings and claims of this report", "count", told, {"report": line.name})
    cells = (line.publisher or "not told", line.title or line.name, date, str(tellings), str(claimed))
    return row("computed", (*cells, *([line.url or "—"] if addressed else [])), [evidence])


def _dataset(lines: Sequence[DatasetLine]) -> Row:
    """Return a row for all releases of one dataset that were used."""
    names = [line.release for line in lines]
    shown = names[0] if len(names) == 1 else f"{len(names)}, from {names[0]} to {names[-1]}"
    evidence = [
        Counted(
            dataset=line.name,
            release=line.release,
            published=line.published,
            row="the whole release",
            statement=f"{line.label}, licence: {line.licence}",
        )
        for line in lines
    ]
    return row("counted", (lines[0].name, shown, lines[0].publisher or "not told", lines[0].licence), evidence)
