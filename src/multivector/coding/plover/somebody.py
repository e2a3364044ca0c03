"""Who acts in a sentence beside states and organisations: people, bodies, firms and crowds get a code for the reading.

The manual codes every actor, domestic and armed ones too. So before a report is read, each of its noun phrases that
stands for somebody is made a party of that report, called `~1`, `~2` ...; the rows and the network then read it like
any other, and `Everyone.party` tells the state for which a code of this kind stands, if any.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from multivector.coding.mentions import Mention
from multivector.coding.people import told_parties
from multivector.coding.scene import Focus, Scene, word_class
from multivector.coding.seen import notice
from multivector.coding.who import noun_kind, one, phrase, place_at
from multivector.tables import read_table

if TYPE_CHECKING:
    from multivector.coding.parse import Token
    from multivector.coding.people import Person

_BODIES = frozenset({"ORG", "NORP", "PERSON"})
"""What the parser's names are called where they are of somebody."""
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "npadvmod", "quantmod", "det", "advmod"})
_CLASSES = ("office", "body", "group", "crowd", "captive", "envoy", "visitor")


@dataclass(slots=True)
class Everyone:
    """The codes given to the actors of a report: the state that each stands for, None where that is not told."""

    parties: dict[str, str | None] = field(default_factory=dict)

    def add(self, party: str | None) -> str:
        """Return a new code for somebody of a party."""
        code = f"~{len(self.parties) + 1}"
        self.parties[code] = party
        return code

    def party(self, code: str | None) -> str | None:
        """Return the state or organisation behind a code; those that are no codes of ours stand for themselves."""
        return self.parties.get(code, code) if code else None


@cache
def _words() -> frozenset[str]:
    rows = {row["word"]: row["is"] for row in read_table("multivector.coding.plover", "knowledge", "somebody.tsv")}
    known = frozenset().union(*map(word_class, _CLASSES)) | {word for word, kind in rows.items() if kind == "somebody"}
    return known - {word for word, kind in rows.items() if kind == "thing"}


def is_somebody(token: Token) -> bool:
    """Whether a noun stands for people or a body of people."""
    if token.pos == "PROPN" and token.entity in _BODIES:
        return True
    return token.pos in ("NOUN", "PROPN") and token.lemma in _words()


def with_everyone(scene: Scene) -> tuple[Scene, Everyone]:
    """Return the report with a party for each of its actors, and who they are."""
    everyone = Everyone()
    named, persons = dict(scene.named), dict(scene.persons)
    by_name: dict[str, str] = {}
    focus = Focus(principals=scene.principals)
    for sentence, words in enumerate(scene.parsed.sentences):
        taken: set[str] = set()
        for k in words:
            if _heads_phrase(scene, k):
                _introduce(scene, focus, k, named, persons, by_name, everyone, taken)
        notice(scene, focus, sentence)
    mentions = sorted({id(m): m for m in named.values()}.values(), key=lambda mention: mention.span)
    return replace(scene, named=named, persons=persons, mentions=tuple(mentions)), everyone


def _heads_phrase(scene: Scene, k: int) -> bool:
    token = scene.parsed.tokens[k]
    return token.pos in ("NOUN", "PROPN", "ADJ", "NUM") and (
        token.dep not in _MODIFIERS or (token.dep == "poss" and is_somebody(token))
    )


def _introduce(
    scene: Scene, focus: Focus, k: int, named: dict[int, Mention], persons: dict[int, Person],
    by_name: dict[str, str], everyone: Everyone, taken: set[str],
) -> None:  # fmt: skip
    """Give the noun phrase at word `k` a code where it has no party, or one that another of the sentence has."""
    token = scene.parsed.tokens[k]
    if k in persons:
        _person(k, persons, by_name, everyone, taken)
    elif k in named:
        taken.update(named[k].parties)
    elif is_somebody(token):
        told = told_parties(scene.parsed, scene.named, k, scene.persons)
        if not told:
            _own_mention(scene, focus, token, named, everyone)
        elif noun_kind(token.lemma) != "agent" or told[0] in taken:
            code = everyone.add(told[0])
            for i in scene.parsed.subtree(k):
                if i in named and named[i].parties == (told[0],) and i < k:
                    named[i] = replace(named[i], parties=(code,))
        taken.update(told)


def _person(k: int, persons: dict[int, Person], by_name: dict[str, str], everyone: Everyone, taken: set[str]) -> None:
    person = persons[k]
    if person.party is None or person.party in taken:
        code = by_name.get(person.name) or everyone.add(person.party)
        by_name[person.name] = code
        for i in range(person.words[0], person.words[1] + 1):
            persons[i] = replace(person, party=code)
    else:
        taken.add(person.party)


def _own_mention(scene: Scene, focus: Focus, token: Token, named: dict[int, Mention], everyone: Everyone) -> None:
    first = token.i
    before = scene.parsed.tokens
    while token.entity in _BODIES and first > 0 and before[first - 1].entity == token.entity and first - 1 not in named:
        first -= 1
    party = _state_of(scene, focus, token.i)
    span = before[first].start, token.end
    kind = "organisation" if token.entity == "ORG" else "office-body"
    mention = Mention(span, scene.parsed.text[slice(*span)], kind, (everyone.add(party),))
    for i in range(first, token.i + 1):
        named[i] = mention


def _state_of(scene: Scene, focus: Focus, k: int) -> str | None:
    """Return the state that a noun phrase stands for without naming it right before the noun.

    It is named inside the phrase (`the speaker of the Kuwaiti parliament`), by the place behind it (`rebels in Nepal`),
    by what was told before of the office, else by the only state of the sentence, where it says where all this happens.
    """
    first, last = phrase(scene, k)
    inside = _states(scene, range(first, last + 1))
    places = [noun.i for kid in scene.parsed.kids(k, "prep") for noun in scene.parsed.kids(kid.i, "pobj")]
    behind = [party for i in places if (party := place_at(scene, i))]
    before = [ref.party for ref in one(scene, focus, k) if ref.party]
    told = next((found for found in (inside, behind, before) if found), [])
    return told[0] if len(set(told)) == 1 else None if told else _where(scene, k)


def _states(scene: Scene, words: range) -> list[str]:
    return [m.parties[0] for i in words if (m := scene.named.get(i)) and len(m.parties) == 1 and m.kind != "person"]


def _where(scene: Scene, k: int) -> str | None:
    """Return the state of the place at which the sentence lies, where it names no other state."""
    words = scene.parsed.sentence_of(k)
    told = set(_states(scene, words))
    prepositions = [
        i for i in words if scene.parsed.tokens[i].text.lower() in ("in", "at", "near", "outside", "across")
    ]
    places = {place_at(scene, noun.i) for i in prepositions for noun in scene.parsed.kids(i, "pobj")} - {None}
    return places.pop() if len(places) == 1 and told <= places else None
