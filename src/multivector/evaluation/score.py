"""Gold against coded: the figures, and what was missed or wrongly coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from multivector.evaluation import compare
from multivector.evaluation.compare import Record
from multivector.evaluation.matching import Edge, assign

OPTIONAL = frozenset({"assessment", "office"})
"""Kinds of claims that only some texts annotate: counted only where the gold has them."""
_SETS = ("people", "citations")


@dataclass(frozen=True, slots=True)
class Miss:
    """An event or claim that only the gold or only the coding has; `kind` says which, `told` what it is."""

    report: str
    kind: str
    told: tuple[object, ...]


@dataclass(slots=True)
class Tally:
    """What was counted over all reports."""

    counts: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    right: dict[str, float] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def attribute(self, name: str, known: int, right: float) -> None:
        """Count how many values of an attribute there are and how many are right."""
        self.known[name] += known
        self.right[name] = self.right.get(name, 0) + right


def score(gold: Mapping[str, Record], coded: Mapping[str, Record]) -> tuple[dict[str, Any], list[Miss]]:
    """Compare codings with gold annotations.

    Args:
        gold: The gold record of each report, by name.
        coded: The record that `read --json` gives, by the report's name; a report that is missing has coded nothing.

    Returns:
        The figures, micro-averaged over all reports: report_date; events, exact (attributes right too), dyads (parties
        and time alone), claims, claims_exact and citations with precision, recall and f1; and for each attribute of
        the events found the part that is right. Then every miss.
    """
    tally = Tally()
    for name, annotated in gold.items():
        _report(tally, name, annotated, coded.get(name) or {})
    return _figures(tally), tally.misses


def _report(tally: Tally, name: str, gold: Record, coded: Record) -> None:
    tally.counts["reports"] += 1
    tally.counts["dated"] += gold["report"].get("date") == ((coded.get("report") or {}).get("date") or None)
    _events(tally, name, gold["events"], coded.get("events") or [])
    _claims(tally, name, gold["claims"], coded.get("claims") or [])
    pairs = assign(gold["citations"], coded.get("citations") or [], compare.same_citation, lambda _a, _b: 0)
    _count(tally, "citations", len(gold["citations"]), len(coded.get("citations") or []), len(pairs))


def _events(tally: Tally, name: str, gold: Sequence[Record], coded: Sequence[Record]) -> None:
    pairs = assign(gold, coded, compare.same_event, compare.likeness)
    _count(tally, "events", len(gold), len(coded), len(pairs))
    tally.counts["exact"] += sum(compare.exact(gold[i], coded[j]) for i, j in pairs)
    tally.counts["dyads"] += len(assign(gold, coded, compare.same_dyad, compare.dyad_likeness))
    keys = ("type", "mode", "actors", "recipients", "date", "anchor")
    tally.misses += _unpaired(name, ("missed", "wrong"), (gold, coded), pairs, keys)
    for i, j in pairs:
        _attributes(tally, gold[i], coded[j])


def _attributes(tally: Tally, gold: Record, coded: Record) -> None:
    for key in compare.ATTRIBUTES:
        if (gold.get(key) or None) is not None or (coded.get(key) or None) is not None:
            tally.attribute(key, 1, compare.equal(key, gold, coded))
    for key in _SETS:
        one, two = compare.names(gold.get(key)), compare.names(coded.get(key))
        tally.attribute(key, len(one | two), len(one & two))
    one, two = (frozenset(event.get("sectors") or ()) for event in (gold, coded))
    if one | two:
        tally.attribute("sectors", 1, len(one & two) / len(one | two))


def _claims(tally: Tally, name: str, gold: Sequence[Record], coded: Sequence[Record]) -> None:
    kinds = {claim["kind"] for claim in gold}
    counted = [claim for claim in coded if claim.get("kind") not in OPTIONAL or claim.get("kind") in kinds]
    pairs = assign(gold, counted, compare.same_claim, compare.claim_likeness)
    _count(tally, "claims", len(gold), len(counted), len(pairs))
    tally.counts["claims_exact"] += sum(compare.claim_likeness(gold[i], counted[j]) == 3 for i, j in pairs)
    keys = ("kind", "measure", "subject", "object", "value", "anchor")
    tally.misses += _unpaired(name, ("claim missed", "claim wrong"), (gold, counted), pairs, keys)


def _count(tally: Tally, what: str, gold: int, coded: int, found: int) -> None:
    tally.counts[f"{what}_gold"] += gold
    tally.counts[f"{what}_coded"] += coded
    tally.counts[what] += found


def _unpaired(
    name: str,
    kinds: tuple[str, str],
    rows: tuple[Sequence[Record], Sequence[Record]],
    pairs: Iterable[Edge],
    keys: Sequence[str],
) -> list[Miss]:
    done = [set(side) for side in zip(*pairs, strict=True)] or [set(), set()]
    return [
        Miss(name, kind, tuple(row.get(key) for key in keys))
        for kind, side, paired in zip(kinds, rows, done, strict=True)
        for at, row in enumerate(side)
        if at not in paired
    ]


def _figures(tally: Tally) -> dict[str, Any]:
    n = tally.counts
    of = {"events": "events", "exact": "events", "dyads": "events", "claims": "claims", "claims_exact": "claims"}
    of["citations"] = "citations"
    parts = {name: rates(n[name], n[f"{whole}_coded"], n[f"{whole}_gold"]) for name, whole in of.items()}
    names = (*compare.ATTRIBUTES, *_SETS, "sectors")
    right = {name: round(tally.right[name] / tally.known[name], 3) for name in names if tally.known[name]}
    dated = round(n["dated"] / n["reports"], 3) if n["reports"] else 0.0
    return {"reports": n["reports"], "report_date": dated, **parts, "attributes": right}


def rates(found: int, coded: int, gold: int) -> dict[str, float]:
    """Return precision, recall and f1 (0 where nothing was coded or annotated), with the numbers behind them."""
    p = found / coded if coded else 0.0
    r = found / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(f1, 3), "found": found, "coded": coded, "gold": gold}
