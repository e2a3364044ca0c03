"""A report → its tellings, claims and citations: the steps, one after another."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from multivector.coding.blocks import find_blocks, set_off, truecase
from multivector.coding.citations import Cited, blank, find_citations
from multivector.coding.claims import find_claims
from multivector.coding.dateline import find_datelines
from multivector.coding.days import lead_dates, told_dates
from multivector.coding.happenings import Draft, gather
from multivector.coding.mentions import find_mentions, find_names, home_of, principals
from multivector.coding.parse import parse
from multivector.coding.people import find_people
from multivector.coding.plover.read import read_by_manual
from multivector.coding.read import read_dealings
from multivector.coding.report_date import infer_date
from multivector.coding.scene import Scene
from multivector.coding.sources import attach_citations
from multivector.coding.together import dealings
from multivector.errors import UsageError
from multivector.grammar.money import find_money
from multivector.model import Coding, Report, Telling
from multivector.version import __version__

if TYPE_CHECKING:
    from multivector.coding.mentions import Mention
    from multivector.coding.parse import Parsed


ONTOLOGIES = ("multivector", "plover")
"""How dealings are coded: by our guidelines (docs/coding.md), or by the PLOVER manual's own conventions."""


@cache
def coder_version(ontology: str = "multivector") -> str:
    """Return the version with a checksum over all knowledge, so that a changed row or network makes a new coder.

    Raises:
        UsageError: There is no such ontology.
    """
    if ontology not in ONTOLOGIES:
        raise UsageError(f"{ontology!r} is no ontology", "--ontology", f"one of {', '.join(ONTOLOGIES)}")
    if ontology == "plover":
        rules = hashlib.sha256()
        for file in _knowledge(files("multivector.coding.plover") / "knowledge"):
            rules.update(file.read_bytes())
        return f"{coder_version()}/plover+{rules.hexdigest()[:12]}"
    digest = hashlib.sha256()
    for file in _knowledge(files("multivector.coding") / "knowledge"):
        digest.update(file.read_bytes())
    for name in ("card.json", "fitted.json"):  # the card has the network's own checksum
        digest.update((files("multivector.coding.learned") / name).read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _knowledge(folder: Traversable) -> list[Traversable]:
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        found.extend(_knowledge(entry) if entry.is_dir() else [entry])
    return found


def code(report: Report, *, ontology: str = "multivector") -> Coding:
    """Code one report.

    A report in another language than English is returned as it is, with nothing coded. A report without a date gets
    the one that its text implies (`date_basis` `inferred`).

    Args:
        report: The report.
        ontology: `multivector` (dealings between states, by our guidelines) or `plover` (types as the PLOVER manual
            draws them, and every actor a side, domestic and armed ones too).

    Raises:
        UsageError: There is no such ontology.
    """
    coder = coder_version(ontology)
    if report.language != "en":
        return Coding(report, (), (), (), coder)
    scene = set_scene(report)
    drafts = read_by_manual(scene) if ontology == "plover" else _read(scene)
    return Coding(
        scene.report, tuple(_telling(scene, draft) for draft in drafts), tuple(find_claims(scene)),
        tuple(cited.citation for cited in scene.cited), coder,
    )  # fmt: skip


def _read(scene: Scene) -> list[Draft]:
    return gather(attach_citations(scene, read_dealings(scene, dealings(scene))))


def set_scene(report: Report) -> Scene:
    """Return the report with all that must be known before its dealings are read."""
    report, cited, quiet = _dated(report)
    names = find_names(quiet)
    blocks = find_blocks(quiet, report.title)
    home, blocks = find_datelines(quiet, blocks, names)
    home = home or home_of(report.publisher)
    dates = told_dates(quiet, blocks, report.date)
    plain = set_off(truecase(quiet, blocks, [name.span for name in names]), blocks, dates)
    parsed = parse(plain, tuple(block.span for block in blocks))
    mentions = find_mentions(parsed, names)
    named = _by_word(parsed, mentions)
    return Scene(
        report, parsed, tuple(blocks), tuple(mentions), named, find_people(parsed, named, report.date, home),
        dates, lead_dates(quiet, blocks, dates), tuple(find_money(quiet)), tuple(cited), home,
        principals(mentions, report.title),
    )  # fmt: skip


def _dated(report: Report) -> tuple[Report, list[Cited], str]:
    """Return the report with a date, its citations, and its text with their brackets blanked out."""
    cited = find_citations(report.text, report.date)
    if report.date is None:
        date = infer_date(report.text, cited)
        if date:
            report = replace(report, date=date, date_basis="inferred")
            cited = find_citations(report.text, date)
    return report, cited, _ADDED.sub(lambda match: f" {match[1]} ", blank(report.text, cited))


_ADDED = re.compile(r"\[((?:[A-Z][\w.’'-]*\s?){1,3})\]")
"""A name that a quotation adds: `President [Kassym-Jomart] Tokayev`."""


def _by_word(parsed: Parsed, mentions: list[Mention]) -> dict[int, Mention]:
    return {word.i: mention for mention in mentions for word in parsed.within(*mention.span)}


def _telling(scene: Scene, draft: Draft) -> Telling:
    text = scene.report.text
    return Telling(
        type=draft.type, mode=draft.mode, status=draft.status, actors=draft.actors, recipients=draft.recipients,
        people=draft.people, date=draft.date, place=draft.place, count=draft.count, value=draft.value,
        unit=draft.unit, sectors=draft.sectors,
        citations=tuple(dict.fromkeys(o for k in draft.cites if (o := scene.cited[k].citation.outlet))),
        cites=draft.cites, anchor=text[slice(*draft.anchor)], spans=tuple(draft.spans), told=draft.told,
        parties=draft.parties, confidence=round(draft.weight, 2), why=draft.why,
    )  # fmt: skip
