"""People of a report: their full names, and the party for which they speak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from multivector import parties
from multivector.coding.scene import word_class

if TYPE_CHECKING:
    from multivector.coding.mentions import Mention
    from multivector.coding.parse import Parsed, Token


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named at one place: `name` is the fullest form that the report has given so far."""

    name: str
    party: str | None
    words: tuple[int, int]
    told: bool
    """Whether the party is told beside the name, not known from elsewhere."""


def find_people(parsed: Parsed, named: dict[int, Mention], date: str | None, home: str | None) -> dict[int, Person]:
    """Return the people named in the text by word index; a surname alone goes with the full name before it.

    Args:
        parsed: The parsed text.
        named: Mentions of parties by word index.
        date: The report's date, for offices that changed hands.
        home: The state of the dateline: an official without a country belongs there.
    """
    found: dict[int, Person] = {}
    known: dict[str, Person] = {}
    for first, last in _name_spans(parsed, named):
        person = _introduce(parsed, named, (first, last), known, date, home)
        if person is None:
            continue
        for k in range(first, last + 1):
            found[k] = person
        for key in (person.name, person.name.split()[-1], person.name.split()[0]):
            if key not in known or (person.party and not known[key].party) or len(person.name.split()) > 1:
                known[key] = person
    return found


def _name_spans(parsed: Parsed, named: dict[int, Mention]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each name: what the parser calls a person, and capitalised words after a title."""
    i = 0
    while i < len(parsed.tokens):
        if not _starts_name(parsed, named, i):
            i += 1
            continue
        first = last = i
        while last + 1 < len(parsed.tokens) and _continues(parsed, named, first, last + 1):
            last += 1
        i = last + 1
        while first <= last and parsed.tokens[first].text.rstrip(".").lower() in word_class("title"):
            first += 1
        if first <= last and any(c.isalpha() for c in parsed.tokens[first].text):
            yield first, last


def _starts_name(parsed: Parsed, named: dict[int, Mention], i: int) -> bool:
    token = parsed.tokens[i]
    mention = named.get(i)
    if mention is not None:
        return mention.kind == "person"
    if token.pos != "PROPN" or not token.text[0].isupper():
        return False
    return token.entity == "PERSON" or (_after_title(parsed, i) and not _is_word_of_office(token))


def _is_word_of_office(token: Token) -> bool:
    return token.lemma in word_class("office") or token.lemma in word_class("title")


def _after_title(parsed: Parsed, i: int) -> bool:
    """`Foreign Minister Tajani`: a capitalised word right after a title of office."""
    if i == 0 or parsed.tokens[i].entity in ("DATE", "GPE", "NORP"):
        return False
    before = parsed.tokens[i - 1]
    return (
        before.sentence == parsed.tokens[i].sentence
        and before.text[0].isupper()
        and before.lemma in word_class("title")
    )


def _continues(parsed: Parsed, named: dict[int, Mention], first: int, k: int) -> bool:
    token, start = parsed.tokens[k], parsed.tokens[first]
    if token.sentence != start.sentence or (k in named and named[k].kind != "person" and token.entity != "PERSON"):
        return False
    if token.text == "-":
        return (
            k + 1 < len(parsed.tokens)
            and parsed.tokens[k + 1].text[0].isupper()
            and parsed.tokens[k + 1].start == token.end
        )
    if not (
        token.text[0].isupper() or token.text.lower() in ("bin", "al", "el", "von", "van", "de", "der", "da", "di")
    ):
        return False
    return token.entity == "PERSON" or (token.pos == "PROPN" and token.entity == start.entity and token.entity != "")


def _introduce(
    parsed: Parsed, named: dict[int, Mention], span: tuple[int, int], known: dict[str, Person], date: str | None,
    home: str | None,
) -> Person | None:  # fmt: skip
    first, last = span
    name = " ".join(parsed.text[parsed.tokens[first].start : parsed.tokens[last].end].split()).strip("-– ")
    if not name:
        return None
    told = _party_beside(parsed, named, span)
    before = known.get(name) or (known.get(name.split()[-1]) if " " not in name else None)
    if before is not None and (told is None or told == before.party):
        return Person(before.name, before.party, span, before.told)
    if told is None and (holder := _holder(name, date)):
        return Person(name, holder, span, told=False)
    if told is None and home and first and _after_title(parsed, first):
        return Person(name, home, span, told=False)
    return Person(name, told, span, told=told is not None)


def _holder(name: str, date: str | None) -> str | None:
    """Return the one party for which a person of this name holds or held office, or None where it is not one."""
    codes = {office.party for office in parties.holders(name, on=date)} or {
        office.party for office in parties.holders(name)
    }
    return codes.pop() if len(codes) == 1 else None


def _party_beside(parsed: Parsed, named: dict[int, Mention], span: tuple[int, int]) -> str | None:
    """Return the party told with the name: in front of it, or in the apposition on either side."""
    head = next((k for k in range(span[1], span[0] - 1, -1) if _outside(parsed, k, span)), span[1])
    own = told_parties(parsed, named, head)
    if not own:
        nouns = [t.i for t in parsed.kids(head, "appos")] + [parsed.tokens[head].head] * (
            parsed.tokens[head].dep == "appos"
        )
        own = [
            code
            for noun in nouns
            if parsed.tokens[noun].lemma in word_class("office")
            for code in told_parties(parsed, named, noun)
        ]
    return own[0] if len(set(own)) == 1 else None


def _outside(parsed: Parsed, k: int, span: tuple[int, int]) -> bool:
    return not span[0] <= parsed.tokens[k].head <= span[1]


_LEFT = frozenset({"poss", "amod", "compound", "nmod", "npadvmod", "conj", "appos", "nummod", "advmod"})


def told_parties(
    parsed: Parsed, named: dict[int, Mention], i: int, persons: Mapping[int, Person] | None = None
) -> list[str]:
    """Return the parties told by the modifiers of a noun: `Kazakhstan's`, `Kazakh and Italian`, `from Rome`."""
    left: list[int] = []
    for token in parsed.kids(i):
        if token.dep in _LEFT and token.i < i and token.dep != "conj":
            left.extend(_modifiers(parsed, token.i))
    owner = [k for k in left if k in named and parsed.tokens[k].dep == "poss"]
    people = persons or {}
    codes = _codes(named, owner or left, people)
    return codes or _codes(named, _prepositional(parsed, i), people)


def _modifiers(parsed: Parsed, i: int) -> list[int]:
    """The word and its own modifiers, prepositional ones of a title too (`Minister of Commerce of Kazakhstan`)."""
    found = [i]
    for token in parsed.kids(i):
        if token.dep in _LEFT:
            found.extend(_modifiers(parsed, token.i))
        elif token.dep == "prep" and token.text.lower() in ("of", "for"):
            found.extend(k for kid in parsed.kids(token.i, "pobj") for k in _modifiers(parsed, kid.i))
    return found


def _prepositional(parsed: Parsed, i: int) -> list[int]:
    found: list[int] = []
    for token in parsed.kids(i, "prep"):
        if token.text.lower() in ("of", "from", "for"):
            for kid in parsed.kids(token.i, "pobj"):
                found.extend([kid.i, *_coordinated(parsed, kid.i), *_prepositional(parsed, kid.i)])
    return found


def _coordinated(parsed: Parsed, i: int) -> list[int]:
    found = []
    for token in parsed.kids(i, "conj"):
        found.extend([token.i, *_coordinated(parsed, token.i)])
    return found


def _codes(named: dict[int, Mention], words: list[int], persons: Mapping[int, Person]) -> list[str]:
    """Return the parties named by the words, those of people among them."""
    codes: list[str] = []
    for k in sorted(words):
        mention = named.get(k)
        if k in persons:
            codes.append(persons[k].party or "")
        elif mention is not None and mention.settled and mention.kind not in ("person", "city"):
            codes.extend(mention.parties)
    return [code for code in dict.fromkeys(codes) if code]
