"""Names of periodicals that stand on top of a text without a word that says that they publish."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from multivector.reports.head.lines import Line
from multivector.reports.head.pieces import is_person, name_in, pieces_of
from multivector.reports.head.words import is_label, words

_MOST: Final = 4
_JOINING: Final = frozenset(("of", "and", "the", "&", "de", "del", "du", "la"))
Masthead = tuple[str, int, int]
"""A name, the number of its line and how strongly the head speaks for it."""


def mastheads(lines: Sequence[Line]) -> Iterator[Masthead]:
    """Yield the first line of a head where what stands below or beside it says that it is a periodical's name.

    Surest is a line below that says so (`A digest of ... Week to Friday, 30 March 2018`) or a section beside it
    (`ALTIPLANO | WORLD`); then a headline of other capitals or behind the date, and an article.
    """
    top = next((n for n, line in enumerate(lines) if line.kind not in ("menu", "label")), None)
    if top is None or lines[top].kind not in ("plain", "byline") or lines[top].stated:
        return
    name, tail = _name_and_tail(lines[top].text)
    if not name:
        return
    below = lines[top + 1 : top + 2]
    if below and below[0].block == lines[top].block and _is_tagline(below[0].text):
        yield name, top, 25 if below[0].text.split()[0] in ("A", "An", "The") else 15
    titles = [n for n in range(top + 1, len(lines)) if _is_headline(lines[n])]
    if titles and not _is_phrase(name) and (strength := _strength(lines, top, titles[0], name, tail)):
        yield name, top, strength


def _name_and_tail(line: str) -> tuple[str, str]:
    """Return the name that a line begins with, and the section or description beside it."""
    head, _, tail = line.partition(": ")
    if tail and _is_tagline(tail):
        return name_in(head), tail
    found = pieces_of(line)
    if len(found) > 1 and all(map(is_label, found[1:])):
        return name_in(found[0]), found[1]
    return (name_in(line), "") if len(found) == 1 else ("", "")


def _is_tagline(text: str) -> bool:
    return bool({word.casefold() for word in re.findall(r"\w+", text)} & words("tagline"))


def _is_headline(line: Line) -> bool:
    """Whether a line can be the headline: plain, no imprint, more than a word."""
    imprint = line.stated is not None and line.stated.strength > 1
    return line.kind == "plain" and not imprint and len(line.text.split()) > 1


def _is_phrase(name: str) -> bool:
    """`Relations with Cuba`: joined by more than a name is; or long, or a person."""
    said = name.split()
    return len(said) > _MOST or is_person(name) or any(word.islower() and word not in _JOINING for word in said)


def _strength(lines: Sequence[Line], top: int, title: int, name: str, tail: str) -> int:
    """Return how strongly the lines between a name on top and the headline speak for a masthead; 0 if not at all."""
    longer = len(lines[title].text) > len(name)
    parted = any(line.kind in ("place", "label") or line.stated for line in lines[top + 1 : title])
    if tail:
        return 28
    if name.isupper() and not lines[title].text.isupper():
        return 22
    if longer and (parted or name.startswith("The ")):
        return 20 if parted else 18
    return 12 if longer and len(name.split()) == 1 and lines[title].block > lines[top].block else 0
