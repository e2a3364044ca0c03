"""The method in three lines."""

from __future__ import annotations

from multivector.briefs import words
from multivector.briefs.dealings import TONE_SOURCE
from multivector.briefs.material import Material
from multivector.briefs.sentence import computed, sentence
from multivector.model import Section


def section(material: Material) -> Section:
    """Return how dealings were coded, how they were counted, and what stands behind each kind of statement."""
    coders = words.listed(material.coders) or "none"
    lines = (
        f"Reports were coded by rule, and {_merged(material)}",
        "Co-operative and conflictive follow the PLOVER types; a dash stands for what is not told, which is not zero.",
        "Each sentence rests on the passages, rows or computations that its notes name, and on nothing else; "
        "sources that disagree stand side by side.",
    )
    evidence = (
        computed("coding and merging of reports", "Multivector", material.events, {"coder": coders}),
        computed("tone of a dealing", TONE_SOURCE),
        computed("writing of this brief", "Multivector", (), {"content of the ledger": material.ledger}),
    )
    blocks = (sentence("computed", text, [piece]) for text, piece in zip(lines, evidence, strict=True))
    return Section("Method", tuple(blocks))


def _merged(material: Material) -> str:
    tellings, dealings = sum(len(event.tellings) for event in material.events), len(material.events)
    if tellings == dealings:
        return "a dealing that several tell counts once; here each is told once."
    told = f"{words.counted(tellings, 'telling')} were judged to be {words.counted(dealings, 'dealing')}"
    return f"{told}: what several tell counts once."
