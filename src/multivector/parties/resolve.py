"""Whom a name or code stands for."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache

from multivector.parties.forms import forms
from multivector.parties.holders import holders
from multivector.parties.read import known, plain, rows
from multivector.parties.records import Form, Resolution

_SHORT = {
    "rep": "republic", "dem": "democratic", "fed": "federated", "sts": "states", "st": "saint", "n": "north",
    "s": "south", "is": "islands", "isl": "islands", "prov": "province", "govt": "government", "ppl": "peoples",
    "&": "and",
}  # fmt: skip
_SMALL = frozenset({"the", "of", "and"})


def key(name: str) -> str:
    """Return what spellings of one name share: no accents, case, dots, articles; usual shortenings written out."""
    text = plain(unicodedata.normalize("NFKC", name)).casefold()
    text = re.sub(r"\b(?:[a-z]\.){2,}", lambda dotted: dotted[0].replace(".", "") + " ", text)
    words = re.sub(r"[^\w&]+", " ", re.sub(r"['’`.](?=\w\b|\s|$)|['’`]", "", text)).split()
    return " ".join(word for word in (_SHORT.get(word, word) for word in words) if word not in _SMALL)


@cache
def _by_key() -> dict[str, tuple[Form, ...]]:
    by: dict[str, list[Form]] = defaultdict(list)
    for form in forms():
        if form.kind != "person":
            by[key(form.words)].append(form)
    return {name: tuple(found) for name, found in by.items()}


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    by: dict[str, list[str]] = defaultdict(list)
    for row in rows("states"):
        by[row["code"]].append(row["code"])
        by[row["alpha2"]].append(row["code"])
    for row in rows("organisations"):
        by[row["code"]].append(row["code"])
    return {code: tuple(parties) for code, parties in by.items()}


def resolve(name: str, on: str | None = None) -> Resolution:
    """Return whom a name or code stands for; never a guess."""
    text = " ".join(unicodedata.normalize("NFC", name).split())
    return _code(text) or _name(text) or _person(text, on) or Resolution(name, None, "no party of this name is known")


def _code(text: str) -> Resolution | None:
    if text in known():
        return Resolution(text, text, f"the code of {known()[text].name}", kind="code")
    parties = _codes().get(text.upper(), ())
    if len(parties) == 1:
        return Resolution(text, parties[0], f"a code of {known()[parties[0]].name}", kind="code")
    return Resolution(text, None, "the code of several parties", parties, "code") if parties else None


def _name(text: str) -> Resolution | None:
    head, comma, tail = text.partition(",")
    found = _by_key().get(key(text)) or (_by_key().get(key(f"{tail} {head}")) if comma else None)
    if not found:
        return None
    form = found[0]
    if len(form.parties) == 1 and form.kind != "city":
        return Resolution(text, form.parties[0], f"{form.kind}: {known()[form.parties[0]].name}", kind=form.kind)
    return Resolution(text, None, "it can't be told who is meant", form.parties, form.kind)


def _person(text: str, on: str | None) -> Resolution | None:
    held = holders(text, on)
    parties = tuple(dict.fromkeys(office.party for office in held))
    if len(parties) == 1:
        return Resolution(text, parties[0], f"{held[-1].person}, {held[-1].office}", kind="person")
    return Resolution(text, None, "several people bear this name", parties, "person") if parties else None
