"""What people's judgements mean for the newest tellings: a word about an older coding is carried over to the newer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from multivector.ledger import judge
from multivector.ledger.cluster import Pair, pair
from multivector.ledger.database import Database
from multivector.ledger.judge import Judgement
from multivector.ledger.reading import telling_from
from multivector.model import Telling

_SEQUEL = """
WITH old AS (SELECT * FROM kept.tellings WHERE id = $id)
SELECT
    t.id,
    t.anchor = old.anchor AS quoted,
    t.type = old.type AND t.mode IS NOT DISTINCT FROM old.mode AS coded,
    (least(t.span_end, old.span_end) - greatest(t.span_start, old.span_start))
        / greatest(1, least(t.span_end - t.span_start, old.span_end - old.span_start)) AS share
FROM tellings AS t JOIN old ON t.report = old.report
"""


@dataclass(slots=True)
class Standing:
    """People's judgements in terms of the newest tellings.

    `joined` and `parted` are pairs called one dealing or two; `corrections` another telling in the place of a fixed
    one, None in that of a wrong one; `orphans` are judgements whose telling the newest coding no longer has.
    """

    joined: set[Pair] = field(default_factory=set)
    parted: set[Pair] = field(default_factory=set)
    corrections: dict[str, Telling | None] = field(default_factory=dict)
    orphans: list[Judgement] = field(default_factory=list)


def standing(database: Database) -> Standing:
    """Return what people said and nobody has undone; where two words contradict each other, the later counts."""
    told, fixes = Standing(), dict[str, dict[str, str]]()
    for judgement in judge.standing(database):
        ids = [sequel(database, id_) for id_ in (judgement.left, judgement.right, judgement.target) if id_]
        known = [id_ for id_ in ids if id_]
        if len(known) < len(ids):
            told.orphans.append(judgement)
        elif judgement.kind in judge.PAIRS and known[0] != known[1]:
            _set_pair(told, judgement.kind, pair(known[0], known[1]))
        elif judgement.kind in judge.SINGLES:
            _set_single(told, fixes, judgement, known[0])
    for id_, changes in fixes.items():
        if id_ not in told.corrections:
            (row,) = database.tuples("SELECT detail FROM kept.tellings WHERE id = ?", [id_])
            told.corrections[id_] = judge.fixed(telling_from(row[0]), changes)
    return told


def sequel(database: Database, id_: str) -> str | None:
    """Return the newest telling that tells what this one told: itself, or the one of the newest coding in its place.

    The same quote counts, or a span that overlaps by half with the same type and mode; None where there is no such
    telling, or two are equally near.
    """
    if database.tuples("SELECT 1 FROM tellings WHERE id = ?", [id_]):
        return id_
    rows = [row for row in database.rows(_SEQUEL, {"id": id_}) if _fits(row)]
    rows.sort(key=lambda row: (-_nearness(row), row["id"]))
    if not rows or (len(rows) > 1 and _nearness(rows[0]) == _nearness(rows[1])):
        return None
    return str(rows[0]["id"])


def _fits(row: Mapping[str, Any]) -> bool:
    return bool(row["quoted"] or (row["coded"] and row["share"] >= 0.5))


def _nearness(row: Mapping[str, Any]) -> float:
    return float(row["share"] + 2 * row["quoted"] + row["coded"])


def _set_pair(told: Standing, kind: str, ids: Pair) -> None:
    gains, loses = (told.joined, told.parted) if kind == "same" else (told.parted, told.joined)
    gains.add(ids)
    loses.discard(ids)


def _set_single(told: Standing, fixes: dict[str, dict[str, str]], judgement: Judgement, id_: str) -> None:
    if judgement.kind == "wrong":
        told.corrections[id_] = None
    else:
        told.corrections.pop(id_, None)
    if judgement.kind == "fix" and judgement.field and judgement.new:
        fixes.setdefault(id_, {})[judgement.field] = judgement.new
