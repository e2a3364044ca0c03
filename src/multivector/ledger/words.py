"""Words as merging compares them: without accents, endings and number, kin words as one concept."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii

from multivector.ledger import knowledge
from multivector.parties import forms

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[’'\-](?=[^\W\d_]))*")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return a word in small Latin letters without accents and possessive."""
    plain = (word if word.isascii() else anyascii(word)).lower().replace("’", "'")
    return plain.removesuffix("'s").removesuffix("'").replace("'", "")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a folded word without the endings of number, tense and doer, at least four letters long."""
    for ending in ("ings", "ing", "ers", "ies", "ees", "ed", "er", "es", "ee", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


@lru_cache(maxsize=50_000)
def concept(word: str) -> tuple[str, float]:
    """Return a folded word's concept and weight (0: tells no subject, 1: tells it well)."""
    known = knowledge.concepts()
    if word in known:
        return known[word]
    if word in knowledge.stop() or len(word) < 3:
        return word, 0.0
    return _stems().get(stem(word)) or (stem(word), 1.0)


def subject(text: str) -> dict[str, float]:
    """Return the concepts of a passage with their weights; words of no weight are left out."""
    found = (concept(part) for word in _WORD.findall(text) for part in _parts(fold(word)))
    return {name: weight for name, weight in found if weight}


def _parts(word: str) -> list[str]:
    """Return the parts of a compound that is no word by itself: `mine-hunting`."""
    return [word] if word in knowledge.concepts() else word.split("-")


def numbers(text: str) -> frozenset[str]:
    """Return the numbers written in figures, except years and days of a month (below 32)."""
    found = (hit.replace(",", "").rstrip(".") for hit in _NUMBER.findall(text))
    return frozenset(hit for hit in found if float(hit) > 31 and not (len(hit) == 4 and hit[:2] in ("19", "20")))


def names(text: str) -> frozenset[str]:
    """Return the words that look like names: capitalised, not first, not of the calendar or an office."""
    hits = list(_WORD.finditer(text))
    found = {fold(hit[0]) for hit in hits[1:] if hit[0][0].isupper() and len(hit[0]) > 2}
    return frozenset(word for word in found if word not in knowledge.concepts() and word not in knowledge.stop())


def labels(text: str, table: str, column: str) -> frozenset[str]:
    """Return the labels of the phrases of a knowledge table that stand in a passage, longest phrase first."""
    plain, found = " " + " ".join(fold(word) for word in _WORD.findall(text)) + " ", set()
    for phrase, label in knowledge.phrases(table, column):
        if f" {phrase} " in plain:
            plain = plain.replace(f" {phrase} ", "  ")
            found.add(label)
    return frozenset(found)


@cache
def party_words(party: str) -> frozenset[str]:
    """Return the stems of the words that name a party or its people, capital and seat: `japanes`, `tokyo`."""
    return _by_party().get(party, frozenset())


@cache
def _by_party() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for form in forms():
        for party in form.parties if form.kind != "person" else ():
            told = {fold(word) for word in _WORD.findall(form.words)} - knowledge.stop()
            found.setdefault(party, set()).update(stem(word) for word in told if len(word) > 2)
    return {party: frozenset(words) for party, words in found.items()}


@cache
def _stems() -> dict[str, tuple[str, float]]:
    return {stem(word): told for word, told in reversed(list(knowledge.concepts().items()))}
