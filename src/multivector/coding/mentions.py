"""Words of a text that name a party: states, organisations, capitals, seats, companies, known people."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from multivector import parties

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from multivector.coding.parse import Parsed
    from multivector.model import Span

PLACES = frozenset({"city"})
"""Kinds that say where, never who."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name parties; more than one party in `parties` only for a region or where nothing settles which."""

    span: Span
    words: str
    kind: str
    parties: tuple[str, ...]
    person: str | None = None

    @property
    def settled(self) -> bool:
        """Whether it is clear who is meant."""
        return len(self.parties) == 1 or self.kind == "region"


@cache
def _matcher() -> tuple[AhoCorasick, tuple[tuple[parties.Form, ...], ...]]:
    """Return the automaton over all surface forms and, by pattern, what each can mean."""
    import ahocorasick_rs

    meanings: dict[str, list[parties.Form]] = defaultdict(list)
    for form in parties.forms():
        for words in _spellings(form.words):
            meanings[words].append(form)
    for words, party in _lookalikes():
        for spelling in _spellings(words):
            meanings[spelling] = [parties.Form(words, "office-body", (party,))] if party else []
    automaton = ahocorasick_rs.AhoCorasick(list(meanings), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return automaton, tuple(map(tuple, meanings.values()))


def _spellings(words: str) -> Iterable[str]:
    """A form as it stands, with both apostrophes, and in capitals where it is long enough to be no other word."""
    spellings = {words, words.replace("'", "’"), words.replace("’", "'")}
    if len(words) > 4:
        spellings |= {spelling.upper() for spelling in spellings}
    return spellings


@cache
def _lookalikes() -> tuple[tuple[str, str], ...]:
    """Return phrases that hold a party's name and mean none (`South China Sea`) or another (`New Mexico`: USA)."""
    table = files("multivector.coding") / "knowledge" / "lookalikes.tsv"
    with table.open(encoding="utf-8") as lines:
        return tuple(
            (row["words"], row["party"] or "") for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def find_names(text: str) -> list[Mention]:
    """Return the names of parties in a text, leftmost and longest first, by words alone."""
    automaton, meanings = _matcher()
    found = []
    for pattern, start, end in automaton.find_matches_as_indexes(text):
        if not _bordered(text, start, end) or not meanings[pattern]:
            continue
        found.extend(_meant(text, (start, end), meanings[pattern]))
    return found


def _bordered(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or (after == "-" and text[end + 1 : end + 4] == "led"))


def _meant(text: str, span: Span, forms: tuple[parties.Form, ...]) -> list[Mention]:
    kinds = Counter(form.kind for form in forms)
    best = max(kinds, key=lambda kind: (_RANK.get(kind, 0), kind))
    chosen = [form for form in forms if form.kind == best] if best != "region" else list(forms[:1])
    codes = tuple(dict.fromkeys(code for form in chosen for code in form.parties))
    persons = {form.person for form in chosen}
    person = persons.pop() if len(persons) == 1 else None
    return [Mention(span, text[slice(*span)], best, codes, person)] if codes else []


_RANK = {
    "state": 9,
    "organisation": 8,
    "adjective": 7,
    "people": 7,
    "capital": 6,
    "seat": 5,
    "person": 4,
    "office-body": 3,
}
"""Where one spelling has several kinds, the first of these holds (Singapore is a state before it is a capital)."""


def find_mentions(parsed: Parsed, names: list[Mention]) -> list[Mention]:
    """Return the mentions of parties, those inside the names of other people and things left out, ambiguity settled.

    Args:
        parsed: The parsed text.
        names: What `find_names` found in it.

    Returns:
        Mentions in order. One with several parties and no kind `region` could not be settled by the text.
    """
    kept = [name for name in names if name.kind == "person" or not _inside_person(parsed, name)]
    clear = Counter(code for name in kept if len(name.parties) == 1 for code in name.parties)
    return [_settle(name, clear) for name in kept]


def _inside_person(parsed: Parsed, name: Mention) -> bool:
    """`Jordan Bennett`, `Chad Whitfield`: the name is part of a longer name of a person."""
    words = parsed.within(*name.span)
    if not words or not all(word.entity == "PERSON" for word in words):
        return False
    first, last = words[0].i, words[-1].i
    sentence = parsed.sentence_of(first)
    around = [parsed.tokens[k] for k in (first - 1, last + 1) if k in sentence]
    return any(word.entity == "PERSON" and word.pos == "PROPN" for word in around)


def _settle(name: Mention, clear: Counter[str]) -> Mention:
    if name.settled:
        return name
    told = [code for code in name.parties if clear[code]]
    if len(told) != 1:
        told = _by_nature(told or list(name.parties), clear) if name.kind == "seat" else _by_usage(name.words, told)
    return Mention(name.span, name.words, name.kind, tuple(told) or name.parties, name.person)


def _by_nature(codes: list[str], clear: Counter[str]) -> list[str]:
    """A seat shared by a state and an organisation (Brussels) is the organisation's, unless only the state is told."""
    bodies = [code for code in codes if not parties.is_state(code)]
    if len(codes) != 2 or len(bodies) != 1:
        return codes
    state = next(code for code in codes if parties.is_state(code))
    return [state] if clear[state] and not clear[bodies[0]] else bodies


def _by_usage(words: str, told: list[str]) -> list[str]:
    """`Korean` alone is South Korean in English usage; where nothing is usual, it stays open."""
    usual = {"Korean": "KOR", "Koreans": "KOR", "Korea": "KOR"}.get(words)
    return [usual] if usual and (not told or usual in told) else []


def principals(mentions: list[Mention], title: str | None) -> tuple[str, ...]:
    """Return the two parties that a report is about: those of its headline, else those told far more than any third."""
    headed = list(
        dict.fromkeys(m.parties[0] for m in find_names(title or "") if len(m.parties) == 1 and m.kind != "city")
    )
    if len(headed) == 2:
        return headed[0], headed[1]
    told = Counter(m.parties[0] for m in mentions if len(m.parties) == 1 and m.kind != "city")
    ranked = sorted(told.items(), key=lambda item: (-item[1], item[0]))[:3]
    third = ranked[2][1] if len(ranked) > 2 else 0
    if len(ranked) < 2 or ranked[1][1] < max(3, 1.5 * third):
        return ()
    return ranked[0][0], ranked[1][0]


def home_of(publisher: str | None) -> str | None:
    """Return the state whose ministry, embassy or the like the publisher is, None where none or several are named."""
    told = {name.parties for name in find_names(publisher or "") if name.kind in ("state", "adjective")}
    one = told.pop() if len(told) == 1 else ()
    official = any(word in _OFFICIAL for word in (publisher or "").lower().split())
    return one[0] if official and len(one) == 1 else None


_OFFICIAL = frozenset("ministry embassy government department president presidency office parliament mission".split())
