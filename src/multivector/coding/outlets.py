"""Names of media outlets, agencies and publishing bodies: which words can be a source that a report cites."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from multivector import parties


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of `knowledge/outlets.csv`.

    `kind` is agency, newspaper, broadcaster, online or data; `running` says when the name alone is the outlet in
    running text: empty for always, `article` for only behind `the`, `never` where the word means too many other things.
    """

    name: str
    kind: str
    running: str


@cache
def outlets() -> dict[str, Outlet]:
    """Return the known outlets by name and alias, as written."""
    found: dict[str, Outlet] = {}
    with (files("multivector.coding") / "knowledge" / "outlets.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            outlet = Outlet(row["name"], row["kind"], row["running"])
            for name in (row["name"], *row["aliases"].split("|")):
                if name:
                    found.setdefault(name, outlet)
    return found


@cache
def source_words(group: str) -> tuple[str, ...]:
    """Return the words of a class of `knowledge/source_words.csv`, the longest first.

    Raises:
        KeyError: There is no class of that name.
    """
    found: dict[str, list[str]] = defaultdict(list)
    with (files("multivector.coding") / "knowledge" / "source_words.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found[row["class"]].append(row["word"])
    return tuple(sorted(dict(found)[group], key=lambda word: (-len(word), word)))


def either(group: str) -> str:
    """Return a pattern of the words of a class."""
    return rf"(?:{'|'.join(map(re.escape, source_words(group)))})"


@cache
def _pattern(group: str) -> re.Pattern[str]:
    if group == "media":
        return re.compile(
            rf"\b{either('media')}\b|\.(?:com|net|org|kz|ru|uz|kg|media|info)$|^[A-Z]\w+(?:press|news|radio|wire|media|inform|times)$"
        )
    return re.compile(rf"\b{either(group)}s?\b", re.IGNORECASE)


def is_known(name: str) -> bool:
    """Whether the name, without its article, is in the table."""
    return bare(name) in outlets() or name in outlets()


def looks_like_media(name: str) -> bool:
    """Whether the name has a word that media carry: `Harbour Press`, `Daily Nation`, `kun.uz`."""
    return bool(_pattern("media").search(name))


def is_body(name: str) -> bool:
    """Whether the name has a word for a body that publishes figures: `Nepalese customs department`."""
    return bool(_pattern("body").search(name))


def is_document(name: str) -> bool:
    """Whether the name has a word for a document: `Treaty on ...`, `Press Release`."""
    return bool(_pattern("document").search(name))


def bare(name: str) -> str:
    """Return the name without article, possessive and the punctuation around it."""
    name = re.sub(r"\s+", " ", name).strip(" ,.;:–—-“”\"'‘’")
    name = re.sub(r"^[Tt]he\s+(?=\S)", "", name)
    return re.sub(r"['’]s?$", "", name)


def stands_for(name: str) -> str | None:
    """Return whether the words mean a `party` (state, people or place), a `seat` of power, a `person`, a `company`."""
    kind = parties.resolve(name).kind
    if kind in ("state", "capital", "city", "people", "adjective", "region") or (kind == "code" and len(name) < 4):
        return "party"
    return kind if kind in ("seat", "person", "company") else None


def is_taken(name: str) -> bool:
    """Whether the words are no outlet because they mean somebody or some place."""
    return not is_known(name) and stands_for(name) in ("party", "seat", "person")
