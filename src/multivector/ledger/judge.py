"""The log of judgements: what the machine and people said about tellings. Rows are added, never changed or removed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from multivector.codec import telling_of, telling_record
from multivector.errors import UsageError
from multivector.ledger.database import Database
from multivector.model import Telling

PAIRS = ("same", "different")
"""Kinds of judgement on two tellings."""
SINGLES = ("right", "wrong", "fix")
"""Kinds of judgement on one telling; `wrong` takes it out of the events, `fix` puts another value for a field."""
FIELDS = frozenset(
    ("type", "mode", "status", "actors", "recipients", "people", "date", "place", "count", "value", "unit", "sectors")
)
"""What a person may fix; the words are the report's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One row of the log. `by` is a person's name, or the machine's name and version; `undoes` is the seq of a row."""

    seq: int = 0
    kind: str
    left: str | None = None
    right: str | None = None
    target: str | None = None
    field: str | None = None
    old: str | None = None
    new: str | None = None
    score: float | None = None
    features: Mapping[str, float] | None = None
    by: str
    person: bool = False
    why: str | None = None
    undoes: int | None = None


def append(database: Database, judgements: Sequence[Judgement]) -> list[int]:
    """Add rows to the log and return their numbers; call it in a transaction."""
    if not judgements:
        return []
    ((last,),) = database.tuples("SELECT coalesce(max(seq), 0) FROM kept.judgements")
    numbers = list(range(last + 1, last + 1 + len(judgements)))
    database.insert("kept.judgements", [_row(seq, one) for seq, one in zip(numbers, judgements, strict=True)])
    return numbers


def log(database: Database, telling: str | None = None) -> list[Judgement]:
    """Return the log in its order, all of it or what concerns one telling."""
    sql = 'SELECT * FROM kept.judgements WHERE $id IS NULL OR $id IN ("left", "right", target) ORDER BY seq'
    return [_judgement(row) for row in database.rows(sql, {"id": telling})]


def standing(database: Database) -> list[Judgement]:
    """Return the people's judgements that nobody has undone, in their order; an undoing can be undone too."""
    rows = database.rows("SELECT * FROM kept.judgements WHERE person ORDER BY seq DESC")
    undone: set[int] = set()
    kept = []
    for row in rows:
        if row["seq"] in undone:
            continue
        if row["undoes"] is not None:
            undone.add(row["undoes"])
        else:
            kept.append(_judgement(row))
    return kept[::-1]


def check(judgement: Judgement, told: Telling | None) -> Judgement:
    """Return a person's judgement with what it replaces, ready for the log.

    Args:
        judgement: What the person says.
        told: The telling that `target` names.

    Raises:
        UsageError: The kind is unknown, something is missing, or a fixed value is none of its field.
    """
    if judgement.kind in PAIRS:
        if not (judgement.left and judgement.right) or judgement.left == judgement.right:
            raise UsageError(f"{judgement.kind!r} needs two tellings", "left, right", "name two tellings or events")
        return judgement
    if judgement.kind not in SINGLES:
        raise UsageError(f"no kind of judgement {judgement.kind!r}", "kind", f"one of {', '.join(PAIRS + SINGLES)}")
    if told is None:
        raise UsageError(f"{judgement.kind!r} needs a telling", "target", "name a telling or event")
    if judgement.kind != "fix":
        return judgement
    if judgement.field not in FIELDS or judgement.new is None:
        hint = f"a field ({', '.join(sorted(FIELDS))}) and its new value as JSON"
        raise UsageError(f"can't fix {judgement.field!r} to {judgement.new!r}", "field, new", hint)
    fixed(told, {judgement.field: judgement.new})
    return replace(judgement, old=json.dumps(telling_record(told)[judgement.field]))


def fixed(telling: Telling, fixes: Mapping[str, str]) -> Telling:
    """Return a telling with other values for some fields, each given as JSON.

    Raises:
        UsageError: A value is no JSON, or none of its field.
    """
    try:
        return telling_of({**telling_record(telling), **{name: json.loads(new) for name, new in fixes.items()}})
    except (ValueError, ArithmeticError) as error:
        raise UsageError(f"{dict(fixes)!r} is no value of its field: {error}", "new", "give it as JSON") from error


def _row(seq: int, one: Judgement) -> list[object]:
    change = [one.kind, one.left, one.right, one.target, one.field, one.old, one.new]
    features = None if one.features is None else json.dumps(dict(one.features))
    return [seq, *change, one.score, features, one.by, one.person, one.why, one.undoes]


def _judgement(row: Mapping[str, Any]) -> Judgement:
    return Judgement(**{**row, "features": json.loads(row["features"] or "null")})
