"""All that is known of a report before its dealings are read: words, names, people, dates, sums, sources."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multivector.coding.blocks import Block
    from multivector.coding.citations import Cited
    from multivector.coding.mentions import Mention
    from multivector.coding.parse import Parsed
    from multivector.coding.people import Person
    from multivector.grammar.dates import Found
    from multivector.grammar.money import Money
    from multivector.model import Report


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the lemmas of a class of `knowledge/classes.tsv`.

    Raises:
        KeyError: There is no class of that name.
    """
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    with (files("multivector.coding") / "knowledge" / "classes.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["class"]: frozenset(row["words"].split(" ")) for row in rows}


@dataclass(frozen=True, slots=True)
class Ref:
    """What a noun phrase stands for: `party` None where it is no state or organisation, or can't be told.

    `kind` is state, organisation, agent (a body or office of the party), company, person, thing, place or group;
    `words` are the first and last word index; `inherited` where the party comes from another sentence.
    """

    party: str | None
    kind: str
    words: tuple[int, int]
    person: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A report, parsed, with what was found in it.

    `named` and `persons` are keyed by word index, `frames` (the date at a line's head) by block.
    """

    report: Report
    parsed: Parsed
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    named: dict[int, Mention]
    persons: dict[int, Person]
    dates: tuple[Found, ...]
    frames: dict[int, Found]
    sums: tuple[Money, ...]
    cited: tuple[Cited, ...]
    home: str | None
    principals: tuple[str, ...] = ()
    """The two parties that the report is about; empty where it is not clear."""


@dataclass(slots=True)
class Focus:
    """What the reader has in mind: who was spoken of, the two sides of the last dealing."""

    people: list[Ref] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    topic: Ref | None = None
    pair: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    roles: dict[str, Ref] = field(default_factory=dict)

    def see(self, party: str) -> None:
        """Take notice of a party: it is now the one last spoken of."""
        if party in self.parties:
            self.parties.remove(party)
        self.parties.append(party)

    def join(self, sides: tuple[str, ...]) -> None:
        """Take notice of a dealing: its sides are those that `they` and `the two` now mean."""
        if len(sides) >= 2:
            self.pair = sides

    def other(self, party: str | None) -> str | None:
        """Return the other side of the last dealing, or of the report's subject."""
        for sides in (self.principals, self.pair):
            if len(sides) == 2 and party in sides:
                return next(code for code in sides if code != party)
        return None
