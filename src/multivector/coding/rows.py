"""What the coder knows of dealings: the rows of `knowledge/dealings/*.tsv`.

A row says which word tells a dealing, what must stand around it, what it is coded as, and where its parties stand:

    id        name of the row
    words     lemmas of the word, `|` between them, and `:V` or `:N` for verb or noun
    needs     conditions that all must hold: `obj=@paper` (head of the slot is in the class), `obj=talk,hand` (is one
              of these lemmas), `with` (slot is filled), `!to=@place` (is not); a class may
              be @party, @parties (several), @official, @organisation, @company, @person, @place
    type, mode, status   codes; an empty status is told by the verb's tense and mood
    actor, recipient     slots: `a|b` the first that names a party, `a+b` both together, `in@` a place stands for its
              state, `?`: may be empty, `*`: people of no office count too; besides the slots of `slots.py`: `other`
              (the other side of the dealing before), `pair` (both sides of it), `place` (the states of the places
              told), `where` (the first of them, else that of the dateline)
    example, gives       a sentence and all it must give: `TYPE mode status ACTOR,ACTOR>RECIPIENT`, `;` between events
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from multivector.errors import SetupError
from multivector.model.codes import MODES, STATUSES

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FIELDS = ("id", "words", "needs", "type", "mode", "status", "actor", "recipient", "example", "gives")


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on a slot: filled, or its head among `lemmas` or of class `group`; `wanted` False turns it round."""

    slot: str
    lemmas: frozenset[str]
    group: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where parties stand: alternatives of slots taken together."""

    alternatives: tuple[tuple[str, ...], ...]
    optional: bool
    anybody: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A way to tell a dealing."""

    id: str
    lemmas: tuple[str, ...]
    verb: bool
    needs: tuple[Need, ...]
    type: str
    mode: str | None
    status: str | None
    actor: Place
    recipient: Place
    example: str
    gives: str


def _need(text: str) -> Need:
    wanted = not text.startswith("!")
    slot, _, value = text.removeprefix("!").partition("=")
    if value.startswith("@"):
        return Need(slot, frozenset(), value[1:], wanted)
    return Need(slot, frozenset(value.split(",")) - {""}, "", wanted)


def _place(text: str) -> Place:
    bare = text.replace("?", "").replace("*", "")
    alternatives = tuple(tuple(part.split("+")) for part in bare.split("|") if part)
    return Place(alternatives, "?" in text, "*" in text)


def _row(cells: dict[str, str], where: str) -> Row:
    lemmas, _, pos = cells["words"].rpartition(":")
    mode, status = cells["mode"] or None, cells["status"] or None
    if pos not in ("V", "N") or cells["type"] not in MODES or (status and status not in STATUSES):
        raise SetupError(f"row {cells['id']!r} has an unknown code", where, "see the head of coding/rows.py")
    if mode and mode not in MODES[cells["type"]]:
        raise SetupError(f"row {cells['id']!r} has the unknown mode {mode!r}", where, f"one of {MODES[cells['type']]}")
    return Row(
        cells["id"], tuple(lemmas.split("|")), pos == "V", tuple(map(_need, cells["needs"].split())), cells["type"],
        mode, status, _place(cells["actor"]), _place(cells["recipient"]), cells["example"], cells["gives"],
    )  # fmt: skip


@cache
def rows(*, manual: bool = False) -> tuple[Row, ...]:
    """Return all rows, the narrower first, then in the order of their files.

    Args:
        manual: Whether the rows of `plover/knowledge/rows` count too, for domestic and other actors.

    Raises:
        SetupError: A row has a code that does not exist, or two rows have one name.
    """
    found: dict[str, Row] = {}
    for file in _tables(manual=manual):
        with file.open(encoding="utf-8") as lines:
            for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                row = _row({name: cells.get(name) or "" for name in FIELDS}, file.name)
                if row.id in found:
                    raise SetupError(f"two rows are called {row.id!r}", file.name, "rename one")
                found[row.id] = row
    return tuple(sorted(found.values(), key=lambda row: -sum(map(_narrowness, row.needs))))


def _tables(*, manual: bool) -> list[Traversable]:
    folders = [files("multivector.coding") / "knowledge" / "dealings"]
    folders += [files("multivector.coding") / "plover" / "knowledge" / "rows"] if manual else []
    tables = [file for folder in folders for file in folder.iterdir() if file.name.endswith(".tsv")]
    return sorted(tables, key=lambda table: table.name)


_WIDE = frozenset({"party", "parties", "place", "person", "official", "organisation", "company"})


def _narrowness(need: Need) -> int:
    """How much a condition tells: a word most, then a class of words, then that somebody is there at all."""
    if need.lemmas:
        return 4
    return 3 if need.group and need.group not in _WIDE else 1


@cache
def rows_by_word(*, manual: bool = False) -> dict[tuple[str, bool], tuple[Row, ...]]:
    """Return the rows (see there for `manual`) by lemma and whether it is a verb."""
    by: dict[tuple[str, bool], list[Row]] = defaultdict(list)
    for row in rows(manual=manual):
        for lemma in row.lemmas:
            by[lemma, row.verb].append(row)
    return {key: tuple(value) for key, value in by.items()}
