"""Whom a name or code stands for."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import replace
from functools import cache

from multivector.errors import UsageError
from multivector.model.time import is_date
from multivector.parties.forms import forms
from multivector.parties.holders import holders
from multivector.parties.keys import key, turns
from multivector.parties.read import known, rows
from multivector.parties.records import Form, Resolution


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
        if len(row["code"]) <= 3:  # in any case; longer ones may be words, as GUAM is Guam
            by[row["code"]].append(row["code"])
    return {code: tuple(parties) for code, parties in by.items()}


def resolve(name: str, on: str | None = None) -> Resolution:
    """Return whom a name or code stands for; never a guess.

    Codes come first, then names, then people and, last, offices (`Italian Foreign Ministry`, `President of Kenya`).

    Args:
        name: A code (`KAZ`, `kz`, `EAEU`), any usual or former name in any case and with or without accents, an
            adjective, a capital, a seat, a body, a company or a person.
        on: An ISO date prefix: people are taken for those whose office they may have held then.

    Raises:
        UsageError: `on` is no date.
    """
    if on is not None and not is_date(on):
        raise UsageError(f"{on!r} is no date", hint="write YYYY, YYYY-MM or YYYY-MM-DD")
    text = " ".join(unicodedata.normalize("NFC", name).split())
    found = _code(text) or _name(text) or _person(text, on) or _office(text)
    return replace(found, name=name) if found else Resolution(name, None, "no party of this name is known")


def _code(text: str) -> Resolution | None:
    if text in known():
        return Resolution(text, text, f"code: {_either((text,))}", kind="code")
    parties = _codes().get(text.upper(), ())
    if len(parties) == 1:
        return Resolution(text, parties[0], f"code: {_either(parties)}", kind="code")
    return Resolution(text, None, f"a code that may mean {_either(parties)}", parties, "code") if parties else None


def _name(text: str) -> Resolution | None:
    form = next((_by_key()[name][0] for name in map(key, turns(text)) if name in _by_key()), None)
    if form is None:
        return None
    party = form.parties[0] if len(form.parties) == 1 and form.kind != "city" else None
    return Resolution(text, party, _why(form), () if party else form.parties, form.kind)


def _why(form: Form) -> str:
    told = _reasons().get(key(form.words))
    if told:
        return told
    if len(form.parties) == 1 or form.kind == "region":
        return f"{_KINDS[form.kind]}: {_either(form.parties)}"
    return f"it may mean {_either(form.parties)}"


@cache
def _reasons() -> dict[str, str]:
    return {key(row["words"]): row["why"] for table in ("former", "doubtful", "nobody") for row in rows(table)}


def _either(codes: tuple[str, ...]) -> str:
    return ", ".join(f"{known()[code].name} ({code})" for code in codes)


def _person(text: str, on: str | None) -> Resolution | None:
    ever = holders(text)
    held = holders(text, on) if on else ever
    if not ever:
        return None
    parties = tuple(dict.fromkeys(office.party for office in held))
    if len(parties) == 1:
        return Resolution(text, parties[0], f"{held[-1].person}, {held[-1].office}", kind="person")
    people = tuple(dict.fromkeys(office.person for office in held or ever))
    if not parties:
        return Resolution(text, None, f"{', '.join(people)} held no known office on {on}", kind="person")
    why = f"{people[0]} held offices of several parties" if len(people) == 1 else f"it may mean {', '.join(people)}"
    return Resolution(text, None, why, parties, "person")


@cache
def _titles() -> re.Pattern[str]:
    words = sorted((key(row["word"]) for row in rows("titles")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _office(text: str) -> Resolution | None:
    """The words that are no part of a title name a party: `EU foreign policy chief`, `Ministry of Defence of Italy`."""
    name = key(text)
    rest = " ".join(_titles().sub(" ", name).split())
    form = _by_key().get(rest, (None,))[0] if rest != name else None
    if form is None or len(form.parties) != 1 or form.kind not in _HOLDERS:
        return None
    return Resolution(
        text, form.parties[0], f"an office or body of {known()[form.parties[0]].name}", kind="office-body"
    )


_HOLDERS = frozenset({"state", "organisation", "adjective"})
"""Kinds whose name may stand beside a title."""
_KINDS = {
    "state": "a state",
    "organisation": "an organisation",
    "adjective": "the adjective of a state",
    "people": "the people of a state",
    "capital": "a capital",
    "seat": "a seat of government",
    "office-body": "a body",
    "company": "a company",
    "city": "a place, which stands for nobody unless it is a capital",
    "region": "a region",
}
"""Why a name stands for its party, by the kind of its form."""
