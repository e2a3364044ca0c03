"""The party of a name, or an error that says what would have been right."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz, process

from multivector.errors import UsageError
from multivector.parties.forms import forms
from multivector.parties.keys import key
from multivector.parties.read import known
from multivector.parties.resolve import resolve

_NEAR = 70
"""Least likeness (0-100) of a name that is offered for one that nobody bears."""


def require(name: str, on: str | None = None) -> str:
    """Return the code of the party that a name or code stands for.

    Args:
        name: Any usual name or code, as in `resolve`.
        on: An ISO date prefix, for names of people whose office changed.

    Raises:
        UsageError: Nobody is meant, or it can't be told who; the hint names those that may be.
    """
    found = resolve(name, on)
    if found.party is not None:
        return found.party
    if found.candidates:
        raise UsageError(f"{name!r} is no single party: {found.why}", hint=f"say which: {_named(found.candidates)}")
    near = _nearest(name)
    hint = f"nearest names: {_named(near)}" if near else "give a usual name or a code such as KAZ or EAEU"
    raise UsageError(f"{name!r} names no party: {found.why}", hint=hint)


def _named(codes: Iterable[str]) -> str:
    return ", ".join(f"{known()[code].name} ({code})" for code in codes)


@cache
def _names() -> dict[str, str]:
    """Return the party of each unmistakable name of a state or organisation, by the name's key."""
    plain = (form for form in forms() if form.kind in ("state", "organisation") and len(form.parties) == 1)
    return {key(form.words): form.parties[0] for form in plain}


def _nearest(name: str) -> tuple[str, ...]:
    found = process.extract(key(name), list(_names()), scorer=fuzz.ratio, limit=6, score_cutoff=_NEAR)
    return tuple(dict.fromkeys(_names()[words] for words, _, _ in found))[:3]
