"""Who acts in a sentence beside states and organisations: people, bodies, firms and crowds get a code for the reading.

The manual codes every actor, domestic and armed ones too. So before a report is read, each of its noun phrases that
stands for somebody is made a party of that report, called `~1`, `~2` ...; the rows and the network then read it like
any other, and `Everyone.party` tells the state for which a code of this kind stands, if any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from multivector.coding.mentions import Mention
from multivector.coding.people import told_parties
from multivector.coding.scene import Focus, Scene, word_class
from multivector.coding.seen import notice
from multivector.coding.who import noun_kind, one, phrase, place_at
from multivector.parties import is_state
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
def _words(kind: str) -> frozenset[str]:
    """Return the words of a kind: `somebody`, `domestic` (somebody of the state that is spoken of), `thing`."""
    rows = read_table("multivector.coding.plover", "knowledge", "somebody.tsv")
    return frozenset(row["word"] for row in rows if row["is"] == kind)


@cache
def _somebody() -> frozenset[str]:
    known = _words("somebody") | _words("domestic")
    return known.union(*map(word_class, _CLASSES)) - _words("thing")


@cache
def _groups() -> dict[str, str]:
    """Return armed groups, peoples, parties and breakaway lands with the state under which the manual codes them."""
    return {row["words"]: row["state"] for row in read_table("multivector.coding.plover", "knowledge", "groups.tsv")}


@cache
def _group_pattern() -> re.Pattern[str]:
    names = sorted(_groups(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def is_somebody(token: Token) -> bool:
    """Whether a noun stands for people or a body of people."""
    if token.pos == "PROPN" and (token.entity in _BODIES or token.text in _groups()):
        return True
    return token.pos in ("NOUN", "PROPN") and token.lemma in _somebody()


def with_everyone(scene: Scene) -> tuple[Scene, Everyone]:
    """Return the report with a party for each of its actors, and who they are."""
    naming = _Naming(scene, Focus(principals=scene.principals), dict(scene.named), dict(scene.persons))
    for sentence, words in enumerate(scene.parsed.sentences):
        naming.taken.clear()
        for k in words:
            if _heads_phrase(scene, k):
                naming.introduce(k)
        notice(scene, naming.focus, sentence)
    mentions = sorted({id(m): m for m in naming.named.values()}.values(), key=lambda mention: mention.span)
    full = replace(scene, named=naming.named, persons=naming.persons, mentions=tuple(mentions))
    return full, naming.everyone


@dataclass(slots=True)
class _Naming:
    """Gives codes, phrase by phrase; `taken` are the parties that the sentence has told so far."""

    scene: Scene
    focus: Focus
    named: dict[int, Mention]
    persons: dict[int, Person]
    everyone: Everyone = field(default_factory=Everyone)
    by_name: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def introduce(self, k: int) -> None:
        """Give the noun phrase at word `k` a code where it has no party, or one that another of the sentence has."""
        token = self.scene.parsed.tokens[k]
        if k in self.persons:
            self._person(k)
        elif k in self.named:
            self.taken.update(self.named[k].parties)
        elif is_somebody(token):
            told = told_parties(self.scene.parsed, self.scene.named, k, self.scene.persons)
            was = any(kid.lemma in word_class("former") for kid in self.scene.parsed.kids(k, "amod"))
            if not told or was:  # the manual codes who held an office by the state all the same
                self._mention(token)
            elif noun_kind(token.lemma) != "agent" or told[0] in self.taken:
                self._retag(k, told[0])
            self.taken.update(told)

    def _person(self, k: int) -> None:
        person = self.persons[k]
        if person.party is not None and person.party not in self.taken:
            self.taken.add(person.party)
            return
        code = self.by_name.get(person.name) or self.everyone.add(person.party or _around(self.scene, k))
        self.by_name[person.name] = code
        for i in range(person.words[0], person.words[1] + 1):
            self.persons[i] = replace(person, party=code)

    def _retag(self, k: int, party: str) -> None:
        """Let the name before a noun stand for the noun's own code: `Nigerian` in `Nigerian journalists`."""
        code = self.everyone.add(party)
        for i in self.scene.parsed.subtree(k):
            if i < k and i in self.named and self.named[i].parties == (party,):
                self.named[i] = replace(self.named[i], parties=(code,))

    def _mention(self, token: Token) -> None:
        words, first = self.scene.parsed.tokens, token.i
        while token.entity in _BODIES and first and words[first - 1].entity == token.entity:
            if first - 1 in self.named:
                break
            first -= 1
        span = words[first].start, token.end
        kind = "organisation" if token.entity == "ORG" else "office-body"
        code = self.everyone.add(_state_of(self.scene, self.focus, token.i))
        mention = Mention(span, self.scene.parsed.text[slice(*span)], kind, (code,))
        for i in range(first, token.i + 1):
            self.named[i] = mention


def _heads_phrase(scene: Scene, k: int) -> bool:
    token = scene.parsed.tokens[k]
    return token.pos in ("NOUN", "PROPN", "ADJ", "NUM") and (
        token.dep not in _MODIFIERS or (token.dep == "poss" and is_somebody(token))
    )


def _state_of(scene: Scene, focus: Focus, k: int) -> str | None:
    """Return the state that a noun phrase stands for without naming it right before the noun.

    It is that of a known group, or named inside the phrase (`the speaker of the Kuwaiti parliament`), by the place
    behind it (`rebels in Nepal`), by what was told before of the office, else by the only state of the sentence, where
    it says where all this happens.
    """
    first, last = phrase(scene, k)
    tokens = scene.parsed.tokens
    group = _group_pattern().search(scene.parsed.text, tokens[first].start, tokens[last].end)
    if group:
        return _groups()[group[0]]
    inside = _states(scene, range(first, last + 1))
    places = [noun.i for kid in scene.parsed.kids(k, "prep") for noun in scene.parsed.kids(kid.i, "pobj")]
    behind = [party for i in places if (party := place_at(scene, i))]
    before = [ref.party for ref in one(scene, focus, k) if ref.party]
    told = next((found for found in (inside, behind, before) if found), [])
    return told[0] if len(set(told)) == 1 else None if told else _around(scene, k)


def _states(scene: Scene, words: range) -> list[str]:
    return [m.parties[0] for i in words if (m := scene.named.get(i)) and len(m.parties) == 1 and m.kind != "person"]


def _around(scene: Scene, k: int) -> str | None:
    """Return the only state that the sentence names, where it is the place of all this, or the noun domestic to it.

    `Police fired on a crowd in Dhaka`; `Chad's president dissolved the parliament`.
    """
    words = scene.parsed.sentence_of(k)
    prepositions = [i for i in words if scene.parsed.tokens[i].text.lower() in _PLACING]
    places = {place_at(scene, noun.i) for i in prepositions for noun in scene.parsed.kids(i, "pobj")} - {None}
    told = {code for code in (*_states(scene, words), *_of_people(scene, words)) if is_state(code)} | places
    return told.pop() if len(told) == 1 and (places or _is_domestic(scene, k)) else None


def _is_domestic(scene: Scene, k: int) -> bool:
    """Whether a noun, or the office before a person's name, is of the state that is spoken of."""
    titles = [kid.lemma for kid in scene.parsed.kids(k, "compound", "nmod", "appos")] if k in scene.persons else []
    return scene.parsed.tokens[k].lemma in _words("domestic") or bool(word_class("office") & set(titles))


_PLACING = ("in", "at", "near", "outside", "across")


def _of_people(scene: Scene, words: range) -> list[str]:
    return [party for i in words if i in scene.persons and (party := scene.persons[i].party)]
