"""What spellings of one name share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from multivector.parties.read import plain

_SHORT = {
    "rep": "republic", "dem": "democratic", "fed": "federated", "sts": "states", "st": "saint", "n": "north",
    "s": "south", "is": "islands", "isl": "islands", "isds": "islands", "prov": "province", "govt": "government",
    "ppl": "people", "&": "and",
}  # fmt: skip
_SMALL = frozenset({"the", "of", "and"})


def key(name: str) -> str:
    """Return what spellings of one name share.

    No accents, case, dots, articles and possessive endings; usual shortenings are written out.
    """
    text = plain(unicodedata.normalize("NFKC", name)).casefold()
    text = re.sub(r"\b(?:[a-z]\.){2,}", lambda dotted: dotted[0].replace(".", "") + " ", text)
    text = re.sub(r"['’`]s\b", "", text)
    words = re.sub(r"[^\w&+]+", " ", re.sub(r"['’`.](?=\w\b|\s|$)|['’`]", "", text)).split()
    return " ".join(word for word in (_SHORT.get(word, word) for word in words) if word not in _SMALL)


def turns(text: str) -> Iterator[str]:
    """Yield a name as it stands and, if it is turned round (`Korea, Rep.`, `Iran (Islamic Republic of)`), set right."""
    yield text
    if turned := re.fullmatch(r"([^,(]+),\s*([^,]+)|([^,(]+)\(([^)]+)\)", text):
        head, tail = (part for part in turned.groups() if part)
        yield f"{tail} {head}"
