"""What the coder knows of claims: the rows of `knowledge/claims/*.tsv`, one table a purpose.

Every table has these columns, and some of its own:

    id        name of the row
    words     lemmas of the word that tells it, `|` between them, and `:V`, `:N` or `:A` for verb, noun or other word
    needs     conditions that all must hold: `mod=trade,trading` (one of these lemmas is in the slot), `to` (the slot
              is filled), `!of` (it is not); slots are those of `coding/slots.py`
    example, gives   a sentence and all it must give: `kind SUBJECT>OBJECT measure value unit period scope`, `-` where
              there is none, `;` between claims
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from multivector.coding.scene import Scene
from multivector.coding.slots import is_verb, slot
from multivector.errors import SetupError

TABLES = ("flows", "ranks", "shares", "sizes", "changes", "members", "firsts", "assessments", "offices")
"""The tables of rows with examples; the others are plain lists of words."""


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on a slot: filled, or with one of the lemmas; `wanted` False turns it round."""

    slot: str
    lemmas: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One thing known; `cells` are the columns that only its table has."""

    table: str
    id: str
    lemmas: tuple[str, ...]
    kind: str
    needs: tuple[Need, ...]
    cells: Mapping[str, str]
    example: str
    gives: str

    def slots(self, column: str) -> tuple[str, ...]:
        """Return the slots named in a column, in order of preference."""
        return tuple(name for name in self.cells[column].split("|") if name)


def _need(text: str) -> Need:
    name, _, lemmas = text.removeprefix("!").partition("=")
    return Need(name, frozenset(lemmas.split(",")) - {""}, not text.startswith("!"))


def _row(table: str, cells: dict[str, str]) -> ClaimRow:
    lemmas, _, kind = cells["words"].rpartition(":")
    if kind not in ("V", "N", "A"):
        raise SetupError(
            f"row {cells['id']!r} says not which kind of word it is", f"{table}.tsv", "end with :V, :N or :A"
        )
    own = {name: value for name, value in cells.items() if name not in ("id", "words", "needs", "example", "gives")}
    needs = tuple(map(_need, cells["needs"].split()))
    return ClaimRow(table, cells["id"], tuple(lemmas.split("|")), kind, needs, own, cells["example"], cells["gives"])


@cache
def rows(table: str) -> tuple[ClaimRow, ...]:
    """Return the rows of a table, those with more conditions first.

    Raises:
        SetupError: A row is malformed, or two rows have one name.
    """
    with (files("multivector.coding") / "knowledge" / "claims" / f"{table}.tsv").open(encoding="utf-8") as lines:
        read = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [_row(table, {name: value or "" for name, value in cells.items()}) for cells in read]
    if len({row.id for row in found}) < len(found):
        raise SetupError("two rows have one name", f"{table}.tsv", "rename one")
    return tuple(sorted(found, key=lambda row: -len(row.needs)))


@cache
def _by_word(table: str) -> dict[tuple[str, str], tuple[ClaimRow, ...]]:
    by: dict[tuple[str, str], list[ClaimRow]] = defaultdict(list)
    for row in rows(table):
        for lemma in row.lemmas:
            by[lemma, row.kind].append(row)
    return {key: tuple(value) for key, value in by.items()}


def row_at(scene: Scene, table: str, i: int, kind: str | None = None) -> ClaimRow | None:
    """Return the row of a table that holds for word `i`: its form or lemma, its kind of word and its conditions.

    Args:
        scene: The report.
        table: The table.
        i: The word.
        kind: `V`, `N` or `A` where the parser is not to be trusted with it.
    """
    token = scene.parsed.tokens[i]
    if kind is None:
        kind = "V" if is_verb(token) else "N" if token.pos in ("NOUN", "PROPN", "NUM") else "A"
    known = _by_word(table)
    for word in dict.fromkeys((token.text.lower(), token.lemma)):
        for row in known.get((word, kind), ()):
            if all(_holds(scene, i, need) for need in row.needs):
                return row
    return None


def _holds(scene: Scene, i: int, need: Need) -> bool:
    found = slot(scene, i, need.slot)
    if need.lemmas:
        tokens = [scene.parsed.tokens[k] for k in found]
        return any(token.lemma in need.lemmas or token.text.lower() in need.lemmas for token in tokens) is need.wanted
    return bool(found) is need.wanted


@cache
def word_list(name: str) -> dict[str, str]:
    """Return a plain table of two columns, words (`|` between them) and what they mean, by word."""
    with (files("multivector.coding") / "knowledge" / "claims" / f"{name}.tsv").open(encoding="utf-8") as lines:
        read = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(read)
        return {word: row[1] for row in read for word in row[0].split("|")}
