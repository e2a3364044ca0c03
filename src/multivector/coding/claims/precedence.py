"""Precedence: who was the first since when, and when the last time was."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.lapses import starts_told
from multivector.coding.claims.meant import parties_at, spoken_of, subject_of
from multivector.coding.claims.polarity import holds, verb_of
from multivector.coding.claims.rows import row_at
from multivector.coding.slots import slot
from multivector.coding.who import place_at

if TYPE_CHECKING:
    from collections.abc import Collection

    from multivector.coding.parse import Token
    from multivector.grammar.dates import Found

_STATES = frozenset({"state", "country", "nation", "power", "government"})
_HAPPEN = frozenset({"be", "take", "come", "happen", "date", "occur"})
_OFFICES = frozenset("president minister leader head king chancellor premier chief secretary".split())


def precedences(reading: Reading, sentence: int, ranks: list[Draft]) -> list[Draft]:
    """Return what a sentence tells of first and last times; `ranks` are the ranks told in it."""
    for k in reading.scene.parsed.sentences[sentence]:
        word = reading.scene.parsed.tokens[k].text.lower()
        found: list[Draft] = []
        if word == "first":
            found = _first(reading, k, ranks)
        elif word in ("last", "previous"):
            found = _last(reading, k)
        if found:
            return found
    return []


def years_told(reading: Reading, i: int, *, since: bool) -> list[tuple[Found, Token]]:
    """Return the dates told in the sentence behind word `i`: the years from which something counts, or the others."""
    scene = reading.scene
    start, end = scene.parsed.tokens[i].start, scene.parsed.sentence_span(scene.parsed.tokens[i].sentence)[1]
    if since:
        told = list(starts_told(scene, start, end))
    else:
        told = [
            found
            for found in scene.dates
            if start <= found.span[0] < end and found.iso and found.kind not in ("start", "deadline")
        ]
    return [(found, scene.parsed.within(*found.span)[0]) for found in told]


def _head(reading: Reading, i: int) -> Token:
    """Return the noun that `first` goes with, itself where it stands alone."""
    token = reading.scene.parsed.tokens[i]
    head = reading.scene.parsed.tokens[token.head]
    modifies = token.dep in ("amod", "nummod", "compound", "advmod") and head.pos in ("NOUN", "PROPN")
    return head if modifies and head.i > i else token


def _first(reading: Reading, i: int, ranks: list[Draft]) -> list[Draft]:
    """`the first since 1994`, `his first visit in 2024`, `the first state to recognise it, in 1975`."""
    scene, head = reading.scene, _head(reading, i)
    for found, word in years_told(reading, i, since=True):
        if _belongs(reading, i, head, word):
            return _claim(reading, i, head, found, ranks)
    for found, word in years_told(reading, i, since=False):
        joint = scene.parsed.tokens[word.head]
        visit = row_at(scene, "firsts", head.i) is not None and head.i != i and len(found.iso or "") == 4
        if visit and joint.text.lower() in ("in", "of", "during") and joint.head == head.i:
            return _claim(reading, i, head, found, [])
    following = [token.text.lower() for token in scene.parsed.tokens[head.i + 1 : head.i + 2]]
    opening = following == ["to"] or any(kid.tag == "VB" for kid in scene.parsed.kids(head.i, "relcl", "acl"))
    verb = verb_of(scene, head.i)
    alone = head.i == i and verb is not None and verb.lemma == "be" and following == ["to"]
    if (head.lemma in _STATES | _OFFICES or alone) and opening:
        for found, word in years_told(reading, scene.parsed.sentence_of(i)[0], since=False):
            if found.basis == "told" and _belongs(reading, i, head, word):
                return _claim(reading, i, head, found, [])
    return []


def _belongs(reading: Reading, i: int, head: Token, date: Token) -> bool:
    """Whether `since YEAR` goes with the word: below it, or in the same clause."""
    above = [token.i for token in reading.scene.parsed.ancestors(date.i)]
    if head.i in above or i in above:
        return True
    mine, theirs = verb_of(reading.scene, head.i), verb_of(reading.scene, date.i)
    if mine is None or theirs is None:
        return mine is theirs
    inner = {kid.i for kid in reading.scene.parsed.kids(head.i, "relcl", "acl", "ccomp", "xcomp")}
    since = date.text.lower() == "since" and theirs.head == mine.i  # "for the first time since the war ended in 1949"
    return theirs.i == mine.i or theirs.i in inner or since


def _last(reading: Reading, i: int) -> list[Draft]:
    """`the last time a minister came was in 1997`, `his last visit was in 2010`, `last visited in 2010`."""
    scene, head = reading.scene, _head(reading, i)
    goes = (kid for kid in scene.parsed.kids(head.i, "relcl", "acl") if row_at(scene, "firsts", kid.i))
    if head.lemma in _OFFICES and next(goes, None) is not None:
        return _came(reading, i, head)
    if head.lemma != "time" and row_at(scene, "firsts", head.i) is None:
        above = scene.parsed.tokens[scene.parsed.tokens[i].head]
        if row_at(scene, "firsts", above.i) is None or above.i < i:
            return []
        head = above
    for found, word in years_told(reading, i, since=False):
        before = [token.text.lower() for token in scene.parsed.tokens[max(0, word.i - 2) : word.i]]
        if head.lemma == "time" and before == ["was", "in"]:
            return _claim(reading, i, head, found, [])
        verb, own = verb_of(scene, word.i), verb_of(scene, head.i)
        if verb is None or own is None or not (verb.i == own.i or head.i in (verb.i, verb.head)):
            continue
        if head.lemma == "time" or verb.i == head.i or verb.lemma in _HAPPEN:
            return _claim(reading, i, head, found, [])
    return []


def _came(reading: Reading, i: int, head: Token) -> list[Draft]:
    """`The last Polish president to visit Baku came in 2004`."""
    verb = verb_of(reading.scene, reading.scene.parsed.tokens[head.head].i)
    for found, word in years_told(reading, i, since=False):
        if verb is not None and verb_of(reading.scene, word.i) is verb and verb.lemma in _HAPPEN | {"be"}:
            return _claim(reading, i, head, found, [])
    return []


def _claim(reading: Reading, i: int, head: Token, found: Found, ranks: list[Draft]) -> list[Draft]:
    year = Decimal((found.iso or "")[:4])
    if ranks and head.lemma == "time":
        first = ranks[0]
        return [Draft("precedence", first.subject, first.object, first.measure, year, (i, head.i), "year")]
    verb = verb_of(reading.scene, head.i)
    if head.lemma == "time" and verb is not None and not holds(reading.scene, verb.i):
        return []
    sides = both_sides(reading, head)
    subject = sides[0] if sides else doer_of(reading, head)
    if subject is None:
        return []
    measure = _measure(reading, head)
    whom = sides[1] if sides else _whom(reading, head, subject, measure)
    if whom is None and measure == "other":
        return []  # "lost its majority for the first time since 1994": nothing between states
    return [Draft("precedence", subject, whom, measure, year, (i, head.i), "year")]


def both_sides(reading: Reading, head: Token) -> tuple[str, ...]:
    """`the first fighting between the two countries`: both sides, in the order named."""
    ends = slot(reading.scene, head.i, "between")
    told = tuple(dict.fromkeys(code for k in ends for code in parties_at(reading, k)))
    return told[:2] if len(told) > 1 else ()


def doer_of(reading: Reading, head: Token) -> str | None:
    """Return who did it: told at the noun (`by a French president`), in its clause, else the sentence's subject."""
    scene = reading.scene
    for name in ("by", "poss", "mod", "from", "of"):
        for k in slot(scene, head.i, name):
            if (name == "mod" and k not in scene.named) or (name == "of" and head.lemma not in _OFFICES):
                continue
            if codes := parties_at(reading, k):
                return codes[0]
    clauses = [clause for clause in scene.parsed.kids(head.i, "relcl", "acl", "ccomp") if clause.tag != "VB"]
    for verb in (*clauses, verb_of(scene, head.i)):
        if verb is not None and (codes := subject_of(reading, verb)):
            return codes[0]
    for above in scene.parsed.ancestors(head.i):
        if (above.i in scene.named or above.i in scene.persons) and (codes := parties_at(reading, above.i)):
            return codes[0]
    here = [k for k in scene.parsed.sentence_of(head.i) if k in scene.persons or k in scene.named]
    return next((code for k in here for code in parties_at(reading, k)), None)


def _whom(reading: Reading, head: Token, subject: str, measure: str) -> str | None:
    """Return the other side: where the visit went, else the other party of the sentence or of what was told before."""
    scene = reading.scene
    verb = verb_of(scene, head.i)
    for at in (head.i, *(clause.i for clause in scene.parsed.kids(head.i, "relcl", "acl", "ccomp"))):
        if (goal := goal_of(reading, at, (subject,), ("to", "in", "with"))) is not None:
            return goal
    named = (scene.named.get(k) for k in scene.parsed.sentence_of(head.i))
    codes = (m.parties[0] for m in named if m and len(m.parties) == 1 and m.kind != "person")
    others = [code for code in dict.fromkeys(codes) if code != subject]
    goal = goal_of(reading, verb.i, (subject,), ("obj", "to", "in", "with")) if verb is not None else None
    if others:
        return goal if goal and len(others) > 1 else others[0]
    if measure == "other":
        return None
    return reading.focus.other(subject) or spoken_of(reading, head.i, (subject,))


def goal_of(reading: Reading, i: int, but: Collection[str | None], slots: tuple[str, ...]) -> str | None:
    """Return the party or the state of the place told in the slots of word `i`, none of those in `but`."""
    for name in slots:
        for k in slot(reading.scene, i, name):
            code = place_at(reading.scene, k) or next(iter(parties_at(reading, k, but)), None)
            if code and code not in but:
                return code
    return None


def _measure(reading: Reading, head: Token) -> str:
    """Return visits or meetings where a word of the sentence tells one, else `other`; `is in` only for a time."""
    verb = verb_of(reading.scene, head.i)
    clauses = [clause.i for clause in reading.scene.parsed.kids(head.i, "relcl", "acl")]
    for k in (head.i, *clauses, *reading.scene.parsed.sentence_of(head.i)):
        row = row_at(reading.scene, "firsts", k)
        if row is not None and (row.id != "be-in" or (head.lemma == "time" and verb is not None and verb.i == k)):
            return row.cells["measure"]
    return "other"
