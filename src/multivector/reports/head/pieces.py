"""The pieces that a line of a head is made of, between bars, dashes and wide gaps: names, labels, numbers, clocks."""

from __future__ import annotations

import re
from typing import Final

from multivector import parties
from multivector.reports.clean.hyphens import is_common
from multivector.reports.head.words import either, is_label, is_name, outlet_noun, words

PLACES: Final = ("state", "capital", "city")
"""Kinds of names that a dateline gives as its place."""

_CUT: Final = re.compile(r"\s+(?:[—–|·•*>»/]|-{1,2})\s+|\s*;\s*|\s{3,}|\t|\s+\|\s*|\s*\|\s+|\s+›\s+")
_EDITION: Final = re.compile(
    r"[\s,(#№]*\b(?:vol(?:ume)?|issue|no|nr|number|ed(?:ition)?|est(?:ablished)?)\b\.?:?\s*(?:\d|[IVXLC]+\b)(?:[^:]|:\s*\d)*$"
    r"|[\s,(]*(?:#|№)\s*\d.*$",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d\d.*|.*\bminutes?\b.*|\d+ mins?\b.*|comments? \(\d+\)", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\s*(?:<[^<>]*>|\bwww\.\S+|\bhttps?://\S+|\S*@\S+)\s*")
_BRACKET: Final = re.compile(r"\s*\([^()]*\)$")
_ASIDE: Final = re.compile(r",\s+(?:\d|pp?\b|page\b).*$")
_PERSON: Final = (2, 3)


def pieces_of(line: str) -> list[str]:
    """Return the pieces of a line, without addresses and empty ones."""
    return [piece for piece in (p.strip(" ,.:;()[]/–—-") for p in _CUT.split(_ADDRESS.sub(" | ", line))) if piece]


def without_number(piece: str) -> str:
    """Return a piece without the number of volume or issue that it ends in."""
    return _EDITION.sub("", piece).strip(" ,;")


def name_in(piece: str) -> str:
    """Return the name that a piece can hold, or an empty text.

    Words that only say that it publishes go (`Published in the`, `Special to`), and so do numbers, places, asides and
    a noun of the issue behind it: `Levantine Star (Nicosia)`, `Equator Radio News bulletin`.
    """
    piece = re.sub(rf"^{either('publishes')}\b[:,]?\s+(?:the\s+)?", "", piece, flags=re.IGNORECASE)
    piece = _BRACKET.sub("", _ASIDE.sub("", without_number(piece)))
    piece = _without_kind(re.sub(rf"\s+{either('tagline')}$", "", piece))
    piece = _without_asides(piece).strip(" ,.:;()[]–—-")
    return piece if piece and is_name(piece) and not _is_other(piece) else ""


def _without_asides(name: str) -> str:
    """Return a name without the role in front of it and the places behind it; a body keeps its state.

    `Senior Analyst, West Africa Centre`, `La Moncloa, Lanzarote`, `Ministry of Foreign Affairs, Sultanate of Oman`.
    """
    first, *rest = name.split(", ")
    if rest and first.split()[-1:] and first.split()[-1].casefold() in words("role"):
        return _without_asides(", ".join(rest))
    if rest and parties.resolve(first).kind == "seat":
        return first
    rest = [part for part in rest if not is_label(re.sub(r"\s+[\d/]+$", "", part)) and not part[:1].islower()]
    if not _is_body(first) and outlet_noun(first) and all(len(part.split()) == 1 for part in rest):
        return first
    return ", ".join([first, *(part for part in rest if not is_place(part) or (_is_body(first) and _is_state(part)))])


def _without_kind(name: str) -> str:
    """Return a name without the kind of text behind it: `Eastern Forum Commentary`."""
    rest, _, last = name.rpartition(" ")
    kind = last.casefold() in words("kind of text") and last.casefold() not in words("outlet")
    return rest if kind and outlet_noun(rest) else name


def _is_body(name: str) -> bool:
    return name.split(maxsplit=1)[:1] != [] and name.split(maxsplit=1)[0].casefold() in words("outlet first")


def _is_state(text: str) -> bool:
    return parties.resolve(text).kind == "state"


def is_place(text: str) -> bool:
    """Whether the text names a state or a city and nothing else, such as the place of a dateline."""
    return parties.resolve(text.strip(" ,.;:")).kind in PLACES


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: two or three words, none of them a common one, and no outlet."""
    found = name.split()
    if len(found) not in range(_PERSON[0], _PERSON[1] + 1) or outlet_noun(name) or name.isupper():
        return False
    return all(re.fullmatch(r"[A-Z][\w’'-]*\.?", word) and not is_common(word) for word in found) and not any(
        parties.resolve(part).kind for part in (name, *found)
    )


def is_head_label(line: str) -> bool:
    """Whether all pieces of a line, dates aside, are labels, numbers, clocks and places, and one is a label."""
    found = [without_number(piece) for piece in pieces_of(line)]
    rest = [piece for piece in found if piece and not _CLOCK.fullmatch(piece)]
    if not found:
        return True  # an address alone
    return any(map(is_label, rest)) and all(is_label(piece) or is_place(piece) for piece in rest)


def _is_other(piece: str) -> bool:
    """A label, a clock, a byline, a place, or words around a date."""
    said = [word.casefold() for word in piece.split()]
    if is_label(piece) or piece.casefold() in words("document") or _CLOCK.fullmatch(piece) or is_place(piece):
        return True
    if said[0] in words("opens a title") or is_label(piece.partition(":")[0]):
        return True
    return any(word in words("stating") for word in said)
