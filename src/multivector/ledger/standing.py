"""What people's judgements mean for the newest tellings: a word about an older coding is carried over to the newer."""

from __future__ import annotations

from dataclasses import dataclass, field

from multivector.ledger import judge
from multivector.ledger.cluster import Pair, pair
from multivector.ledger.database import Database
from multivector.ledger.judge import Judgement
from multivector.ledger.reading import telling_from
from multivector.ledger.sequel import sequel
from multivector.model import Telling


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

    def said(self) -> bool:
        """Whether anybody said anything."""
        return bool(self.joined or self.parted or self.corrections or self.orphans)


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
