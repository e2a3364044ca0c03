"""Where the manual draws the border between two types otherwise than our guidelines: the rows of `conventions.tsv`.

A row says which type, mode and status (any where empty) it is about, which words must tell it or carry it, and what it
becomes. The first row that fits holds. Source: PLOVER manual, sections on each type; auxiliary modes collapse into a
type where one exists (what is to come of co-operation is AGREE, of force THREATEN).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from multivector.coding.slots import is_verb, objects
from multivector.tables import read_table, several

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.coding.scene import Scene


@dataclass(frozen=True, slots=True)
class Convention:
    """A row of the table."""

    id: str
    types: tuple[str, ...]
    mode: str
    statuses: tuple[str, ...]
    words: tuple[str, ...]
    type: str
    new_mode: str | None
    example: str
    gives: str


@cache
def conventions() -> tuple[Convention, ...]:
    """Return the rows in their order."""
    return tuple(
        Convention(
            row["id"],
            several(row["type"]),
            row["mode"],
            several(row["status"]),
            several(row["words"]),
            row["becomes"],
            row["new_mode"] or None,
            row["example"],
            row["gives"],
        )
        for row in read_table("multivector.coding.plover", "knowledge", "conventions.tsv")
    )


def by_manual(scene: Scene, hit: Hit) -> Hit:
    """Return the hit with the type and mode that the manual gives it."""
    words = _words_of(scene, hit.word)
    for row in conventions():
        if (
            hit.type in row.types
            and row.mode in ("", hit.mode)
            and (not row.statuses or hit.status in row.statuses)
            and (not row.words or words & set(row.words))
        ):
            mode = row.new_mode if row.type != hit.type or row.mode else hit.mode
            return replace(hit, type=row.type, mode=mode, by=f"{hit.by}; manual: {row.id}")
    return hit


def mode_of(type_: str, mode: str | None) -> str | None:
    """Return the mode that the manual has for a mode of our guidelines."""
    rows = [row for row in conventions() if row.types == (type_,) and row.type == type_ and row.mode == mode]
    return rows[0].new_mode if rows else mode


def _words_of(scene: Scene, i: int) -> set[str]:
    """The word that tells the dealing, the verbs that carry it, and its object: `promised to send`, `signed a pact`."""
    tokens = scene.parsed.tokens
    found, below = {tokens[i].lemma}, tokens[i]
    if is_verb(below):
        found.update(tokens[k].lemma for k in objects(scene, below))
    for above in scene.parsed.ancestors(i):
        if below.dep not in ("xcomp", "ccomp", "dobj", "nsubjpass", "nsubj", "pobj", "prep", "acl", "pcomp"):
            break
        found.add(above.lemma)
        if is_verb(above) and below.dep not in ("xcomp", "acl"):
            break
        below = above
    return found
