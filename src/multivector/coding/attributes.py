"""When, where, how many, for how much, about what: the attributes of a dealing from the words around it."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from multivector.coding.scene import Scene, word_class
from multivector.coding.slots import is_verb, light_verb, prepositional
from multivector.coding.who import place_at

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.coding.parse import Token
    from multivector.grammar.dates import Found
    from multivector.model import Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value and the words that tell it."""

    value: str | int | Decimal
    span: Span


def date_of(scene: Scene, hit: Hit) -> Found | None:
    """Return the date that belongs to the dealing: told in its own clause, else in a clause above it."""
    start, end = scene.parsed.sentence_span(scene.parsed.tokens[hit.word].sentence)
    near: list[tuple[int, int, int, int]] = []
    for number, found in enumerate(scene.dates):
        inside = start <= found.span[0] < end and (found.kind != "deadline" or _bounds(found, hit))
        words = scene.parsed.within(*found.span) if inside else []
        cost = _distance(scene, hit.word, words[0].i) if words else None
        if cost is not None:
            near.append((cost, _steps(scene, hit.word, words[0].i), abs(words[0].i - hit.word), number))
    return scene.dates[min(near)[3]] if near else None


def _bounds(found: Found, hit: Hit) -> bool:
    """Whether a deadline dates the dealing: `are to leave by Christmas`, not `asked for help by 2030`."""
    return hit.status == "planned" and found.preposition in ("by", "before", "beyond")


def _steps(scene: Scene, word: int, date: int) -> int:
    """Return how many words of grammar lie between a date and the dealing: `adopted in May`, not `a plan for 2023`."""
    path = [date, *(above.i for above in scene.parsed.ancestors(date))]
    return path.index(word) if word in path else len(path)


def _distance(scene: Scene, word: int, date: int) -> int | None:
    """Return how many clauses lie between a dealing and a date, or None where another clause owns the date."""
    trunk = _clauses_above(scene, word)
    for k in _clauses_above(scene, date):
        if k in trunk:
            return trunk.index(k)
        if k not in trunk and not _empty_clause(scene, k, word):
            return None
    return None


def _clauses_above(scene: Scene, i: int) -> list[int]:
    """Return the word itself and the heads of the clauses around it, inmost first; nouns of events count as clauses."""
    found = [i] if is_verb(scene.parsed.tokens[i]) or scene.parsed.tokens[i].lemma in word_class("event") else []
    found += [above.i for above in scene.parsed.ancestors(i) if is_verb(above) or above.lemma in word_class("event")]
    return found or [scene.parsed.sentence_of(i)[0]]


def _empty_clause(scene: Scene, k: int, word: int) -> bool:
    """Whether the date's clause only carries the dealing: a verb that it governs (`came to meet on Monday`)."""
    token = scene.parsed.tokens[k]
    if k == word or any(above.i == word for above in scene.parsed.ancestors(k)):
        return token.dep in ("xcomp", "advcl", "pcomp", "dobj", "pobj") and token.dep != "relcl"
    return False


def place_of(scene: Scene, hit: Hit) -> Attribute | None:
    """Return the state in which the dealing took place, where the text tells it."""
    token = scene.parsed.tokens[hit.word]
    near = [k for preposition in ("in", "at") for k in prepositional(scene, token, preposition)]
    for k in near + [k for k in clause_words(scene, hit.word) if _is_place(scene, k)]:
        country = place_at(scene, k)
        if country:
            return Attribute(country, _span(scene, k))
    return None


def _is_place(scene: Scene, k: int) -> bool:
    """Whether the word is a capital or city behind `in` or `at`, wherever the parser hung it."""
    mention, token = scene.named.get(k), scene.parsed.tokens[k]
    return (
        mention is not None
        and mention.kind in ("capital", "city")
        and token.dep == "pobj"
        and scene.parsed.tokens[token.head].text.lower() in ("in", "at")
    )


def _span(scene: Scene, k: int) -> Span:
    return scene.parsed.tokens[k].start, scene.parsed.tokens[k].end


def clause_words(scene: Scene, i: int) -> list[int]:
    """Return the words of the dealing's own clause and its carrier's, without the clauses of other verbs."""
    token = scene.parsed.tokens[i]
    root = light_verb(scene, token) or token
    found, todo = [], [root.i]
    while todo:
        k = todo.pop()
        found.append(k)
        todo.extend(kid.i for kid in scene.parsed.kids(k) if not _opens_clause(kid))
    return sorted(found)


def _opens_clause(token: Token) -> bool:
    return token.dep in ("relcl", "ccomp", "parataxis") or (token.dep in ("conj", "advcl") and is_verb(token))


_TARGET = re.compile(
    r"(?<!amounting )(?<!amount )(?<!amounts )(?<!amounted )(?<!comes )(?<!came )(?<!up )(?<!equal )"
    r"\b(?:to|reach|reaching|hit|hitting)\s(?:(?:about|some|almost|nearly|around|over|more than)\s)?$"
)
"""Before a sum that is aimed at (`raise trade to 5 billion`), not paid or agreed."""


def sum_of(scene: Scene, hit: Hit) -> tuple[Decimal, str, Span] | None:
    """Return the first sum of money in the dealing's clause with its unit, or None."""
    own = clause_words(scene, hit.word)
    spans = [_span(scene, k) for k in own]
    for money in scene.sums:
        if _TARGET.search(scene.report.text, max(0, money.span[0] - 40), money.span[0]):
            continue
        if money.value is not None and any(money.span[0] <= start < money.span[1] for start, _ in spans):
            return money.value, money.unit, money.span
    return None


@cache
def _sector_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    with (files("multivector.coding") / "knowledge" / "sectors.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            for word in row["words"].split("|"):
                found[word].append(row["sector"])
    return {word: tuple(sectors) for word, sectors in found.items()}


def sectors_of(scene: Scene, words: Iterable[int]) -> tuple[str, ...]:
    """Return the sectors that the words tell, in the order of the words; two-word terms go before their parts."""
    found: dict[str, None] = {}
    taken: set[int] = set()
    order = sorted(words)
    for k in order:
        token = scene.parsed.tokens[k]
        pair = f"{token.lemma} {scene.parsed.tokens[k + 1].lemma}" if k + 1 in order else ""
        for word in (pair, token.lemma):
            if word in _sector_words() and k not in taken and k not in scene.persons:
                found.update(dict.fromkeys(_sector_words()[word]))
                taken.update((k, k + 1) if word == pair else (k,))
                break
    return tuple(found)


def people_of(scene: Scene, hit: Hit) -> tuple[str, ...]:
    """Return the people who take part: those on both sides, and those named with them in the clause."""
    names = [ref.person for ref in (*hit.actors, *hit.recipients) if ref.person]
    words = [k for k in clause_words(scene, hit.word) if k in scene.persons]
    names.extend(scene.persons[k].name for k in words if scene.persons[k].words[1] == k)
    return tuple(dict.fromkeys(name for name in names if name))
