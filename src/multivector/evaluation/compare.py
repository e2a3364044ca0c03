"""When two records of `read --json` tell the same: the rules of the annotation guidelines, one small function each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from multivector.model.codes import symmetric
from multivector.model.time import compatible

Record = Mapping[str, Any]

ATTRIBUTES = ("mode", "status", "place", "count", "value", "unit", "date")
"""Attributes of an event that are right or wrong as a whole."""
_EXACT = ("date", "status", "mode", "count", "value", "unit")
_TWO_WAY = frozenset({"trade", "agreements", "projects", "visits", "meetings"})
_FORGIVING = frozenset({"amount", "share", "growth"})
_ROUNDING = 0.02


def side(event: Record, key: str) -> frozenset[str]:
    """Return the parties of a side, `actors` or `recipients`."""
    return frozenset(event.get(key) or ())


def parties(event: Record) -> frozenset[str]:
    """Return the parties of both sides."""
    return side(event, "actors") | side(event, "recipients")


def same_parties(gold: Record, coded: Record) -> bool:
    """Whether the parties are the same: by side, except where order says nothing or the gold has one side only."""
    one_sided = not gold.get("recipients") and len(gold.get("actors") or ()) > 1
    if one_sided or symmetric(gold["type"], gold.get("mode")):
        return parties(gold) == parties(coded)
    return all(side(gold, key) == side(coded, key) for key in ("actors", "recipients"))


def same_event(gold: Record, coded: Record) -> bool:
    """Whether a coded event is the gold one: same type, same parties, no contradicting date."""
    return bool(gold["type"] == coded.get("type")) and same_parties(gold, coded) and same_time(gold, coded)


def same_dyad(gold: Record, coded: Record) -> bool:
    """Whether two events are of the same parties, whoever acts, at a time that can be one."""
    return parties(gold) == parties(coded) and same_time(gold, coded)


def same_time(gold: Record, coded: Record) -> bool:
    """Whether the dates can be one day."""
    return compatible(gold.get("date"), coded.get("date"))


def exact(gold: Record, coded: Record) -> bool:
    """Whether date, status, mode, count, value and unit are all equal."""
    return all(equal(key, gold, coded) for key in _EXACT)


def equal(key: str, gold: Record, coded: Record) -> bool:
    """Whether an attribute is told alike: money within rounding, all else equal; nothing and none are one."""
    one, two = gold.get(key), coded.get(key)
    if key in ("value", "count"):
        return close(one, two, _ROUNDING if key == "value" else 0.0)
    return (one or None) == (two or None)


def likeness(gold: Record, coded: Record) -> float:
    """Return how far two events agree, to choose between several: attributes, people, anchor."""
    shared = names(gold.get("people")) & names(coded.get("people"))
    agreed = sum(equal(key, gold, coded) for key in ATTRIBUTES)
    return agreed + 0.3 * len(shared) + (gold.get("anchor") == coded.get("anchor"))


def dyad_likeness(gold: Record, coded: Record) -> float:
    """Return how far two events of the same parties agree, the type first."""
    return int(gold["type"] == coded.get("type")) + likeness(gold, coded) / 10


def same_claim(gold: Record, coded: Record) -> bool:
    """Whether a coded claim is the gold one: kind, measure, subject, object and value."""
    if gold["kind"] != coded.get("kind") or gold.get("measure") != coded.get("measure"):
        return False
    ends = [(claim.get("subject"), claim.get("object")) for claim in (gold, coded)]
    two_way = gold["kind"] in ("amount", "growth") and gold.get("measure") in _TWO_WAY
    if (set(ends[0]) != set(ends[1])) if two_way else ends[0] != ends[1]:
        return False
    return close(gold.get("value"), coded.get("value"), _ROUNDING if gold["kind"] in _FORGIVING else 0.0)


def claim_likeness(gold: Record, coded: Record) -> int:
    """Return how many of unit, scope and period two claims share (3: the claim is exact)."""
    return sum((gold.get(key) or None) == (coded.get(key) or None) for key in ("unit", "scope", "period"))


def same_citation(gold: Record, coded: Record) -> bool:
    """Whether two citations name the same outlet and date."""
    same_outlet = norm(gold.get("outlet")) == norm(coded.get("outlet"))
    return same_outlet and (gold.get("date") or None) == (coded.get("date") or None)


def names(told: object) -> frozenset[str]:
    """Return names as they are compared."""
    return frozenset(norm(name) for name in told) if isinstance(told, list | tuple) else frozenset()


def norm(text: str | None) -> str:
    """Return words without accents, signs, case and leading article."""
    split = unicodedata.normalize("NFKD", text or "")
    bare = "".join(sign for sign in split if not unicodedata.combining(sign)).casefold()
    return re.sub(r"^the ", "", re.sub(r"[\W_]+", " ", bare).strip())


def close(one: Any, two: Any, tolerance: float) -> bool:
    """Whether two values are one: numbers within a part of the larger, words and truths as written."""
    if one is None or two is None:
        return one is two
    if isinstance(one, bool | str) or isinstance(two, bool | str):
        return norm(str(one)) == norm(str(two))
    return bool(abs(one - two) <= tolerance * max(abs(one), abs(two), 1e-12))
