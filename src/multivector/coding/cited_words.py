"""Sources named in running text: `according to CRU`, `Reuters reported on May 4 that`, `told the Financial Times`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from multivector.coding.cited_names import Source
from multivector.coding.outlets import (
    Outlet,
    bare,
    either,
    is_body,
    is_known,
    looks_like_media,
    outlets,
    source_words,
    stands_for,
)
from multivector.grammar.dates import find_dates
from multivector.model import Span

_ANY_DAY: Final = "2000-01-01"
"""Dates in names are only cut off there: what they are resolved against does not matter."""

_OPENING: Final = 5
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\b\.?"
_DAY: Final = (
    r"(?:(?:last |this )?[A-Z][a-z]{2,5}day\b|(?:last|this) (?:week|month)\b"
    rf"|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,4}}(?:, \d{{4}})?|\d[\d./-]{{5,}})"
)
_BEHIND: Final = re.compile(r"(?:['’]s \w+)? (?:(?:on|of|from|dated|in) )?(?=[A-Z\d]|last |this )")
_PROPER: Final = r"(?:(?:[A-Z]\.){2,}|[A-Z0-9À-ÖØ-ÞĀ-Ž][\w&’'+-]*(?:[./][\w-]+)*)"
_LINK: Final = r"(?:(?:of|for|on|and|de|du|del|della|do|da|la|le|the|&|–|-) ){1,2}"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to name a source in a sentence, a row of `knowledge/ways_to_cite.tsv`.

    `who` is `media` (known outlets, names with a word of media), `source` (bodies and named firms too) or `named` (any
    name). `{X}` stands for the name with article and description, `{ON}` for a date behind it, `{SAYS}` for a verb,
    `{DAY}` for a date that must be there, `{DATED}`, `{PAPER}` and `{FINDS}` for date, kind and verb of a paper by it.
    """

    pattern: re.Pattern[str]
    who: str
    example: str
    outlet: str


@cache
def ways() -> tuple[Way, ...]:
    """Return all ways, in the order of the table."""
    whole = rf"{_PROPER}(?: (?:{_LINK})?{_PROPER})*"
    body = rf"(?P<body>(?:{_PROPER} )?(?:{either('of-body')} ){{0,2}}{either('body')}(?: of {whole})?)"
    name, kind = rf"(?P<name>{whole})", either("kind")
    described = rf"(?:(?:(?i:{either('describing')})|pro-\w+|{_PROPER}(?: {_PROPER})?) )*?"
    parts = {
        "{X}": rf"(?:{described}(?P<kind>{kind}) )?(?:(?P<article>[Tt]he) )?"
        rf"(?:{name}(?P<after> {kind})|{body}(?![\w-])|{name.replace('name', 'plain')})",
        "{ON}": rf"(?:,? (?:(?:figures|data|statistics|estimates) )?(?:on its website )?"
        rf"(?:(?:published|released|broadcast|aired|carried|printed) )?"
        rf"(?:(?:on|of|in its|dated|from) |in (?={_MONTH})|(?={_DAY}))"
        "(?P<on>[^,.;]{3,30}))?",
        "{DAY}": rf"(?={_DAY})(?P<on>[^:\n]{{4,25}})",
        "{DATED}": rf"(?:(?P<dated>{_DAY}) )?",
        "{FINDS}": rf" {either('finds')}\b",
        "{PAPER}": rf"(?:[\w-]+ ){{0,2}}?{either('paper')}",
        "{SAYS}": rf"(?:(?:has|have|had|also|later|first|earlier) )?{either('says')}\b",
    }
    found = []
    with (files("multivector.coding") / "knowledge" / "ways_to_cite.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            pattern = row["pattern"]
            for mark, words in parts.items():
                pattern = pattern.replace(mark, words)
            found.append(Way(re.compile(rf"(?<![\w’'])(?:{pattern})"), row["who"], row["example"], row["outlet"]))
    return tuple(found)


def in_words(text: str, reference: str | None) -> Iterator[tuple[Source, Span]]:
    """Yield the sources named in running text, each with the span of the words that name it."""
    seen: set[int] = set()
    for way in ways():
        for match in way.pattern.finditer(text):
            for name, start in _names(match):
                if start in seen or not _counts(text, match, name, way.who):
                    continue
                seen.add(start)
                iso, month_day = _date(text, match, (start, start + len(name)), reference)
                yield Source(name, iso, month_day, (start, start + len(name))), match.span()


def _names(match: re.Match[str]) -> list[tuple[str, int]]:
    """Return the names in the words matched, without dates and the country that owns them; of a list the known ones."""
    group = next(group for group in ("name", "body", "plain") if match[group])
    words, start = _trimmed(match[group], match.start(group))
    if match["after"] and stands_for(words) == "party":
        words += match["after"]  # `the Portuguese statistics office`
    owner = re.match(r"(?:[\w.-]+ ){0,3}[\w.-]+['’]s (?=\w)|(?:[\w.-]+ )?[\w.-]+s['’] (?=\w)", words)
    if owner and is_known(re.sub(r"['’]s? $", "", owner.group())):
        return [(bare(owner.group()), start)]
    if owner and not is_known(words):
        words, start = words[owner.end() :], start + owner.end()
    pieces = [(m.group(), start + m.start()) for m in re.finditer(r"(?:^|(?<= and )).+?(?= and |$)", words)]
    if len(pieces) > 1 and not is_known(words) and _is_outlet(pieces[0][0]):
        return [(bare(piece), at) for piece, at in pieces if _is_outlet(piece)]
    return [(bare(_known_beginning(words) or words), start)]


def _is_outlet(name: str) -> bool:
    return is_known(name) or looks_like_media(name)


def _trimmed(words: str, start: int) -> tuple[str, int]:
    """Return words and their start without the dates and small words around the name: `On Tuesday the Herald`."""
    for date in reversed(find_dates(words, _ANY_DAY)):
        if date.span[1] == len(words):
            words = re.sub(r"[\s,]+(?:on|of|in|from|dated)?\s*$", "", words[: date.span[0]])
    dates = find_dates(words, _ANY_DAY)
    told = dates[0].span[1] if dates and dates[0].span[0] < _OPENING else 0
    lead = re.compile(
        r"(?:(?:As|On|In|But|And|When|While|Yet|Last|This|Earlier|Meanwhile)\b)?[\s,]*(?:the\s+)?", re.IGNORECASE
    )
    opening = lead.match(words, told)
    cut = opening.end() if opening and (told or words[: opening.end()].strip().casefold() not in ("", "the")) else 0
    return (words, start) if is_known(words) or cut >= len(words) else (words[cut:], start + cut)


def _known_beginning(words: str) -> str | None:
    """Return a known outlet that other words than its own follow: `CNN on Sunday`, `Reuters Monday`."""
    ends = [space.start() for space in re.finditer(r" (?=on |for |and |of |in |[A-Z][a-z]+day\b)", words)]
    return next((words[:end] for end in reversed(ends) if not is_known(words) and words[:end] in outlets()), None)


def _counts(text: str, match: re.Match[str], name: str, who: str) -> bool:
    """Whether the name is a source here: known, described as one, or by its words; persons and parties are none."""
    if not name or _is_plain(name):
        return False
    if name in outlets() and (who != "media" or _speaks(outlets()[name], article=bool(match["article"]))):
        return True
    meant = stands_for(name)
    if match["body"] or (match["after"] and name.endswith(match["after"])):
        return who == "source" and meant not in ("party", "person")
    if match["kind"] or match["after"]:
        return meant is None
    if meant in ("party", "person") or _is_person(text, name):
        return False
    if meant == "seat":
        return who == "source" and bool(match["article"])
    if looks_like_media(name):
        return True
    return who == "named" and meant is None if who != "source" else is_body(name) or (meant is None and _is_name(name))


def _is_plain(name: str) -> bool:
    """A bare `Treaty`, `ministry` or `State` names nobody."""
    plain = {*source_words("document"), *source_words("body"), *source_words("describing")}
    return name.lower() in plain and name not in outlets()


def _speaks(outlet: Outlet, *, article: bool) -> bool:
    """Whether `X said` makes X a source: media do, by their bare name or behind `the`; bodies speak for themselves."""
    return outlet.kind != "data" and (outlet.running == "" or (outlet.running == "article" and article))


def _is_name(name: str) -> bool:
    """A name of one word, or one in capitals, which may be a firm's or an office's: `Geostat`, `CRU`."""
    return len(name) > 2 and " " not in name and name[0].isupper()


def _is_person(text: str, name: str) -> bool:
    """Whether the text has a title or first name in front of a name of one word: `Mr Olson`, `Maria Olson`."""
    first = rf"(?<![.!?] )(?<!\n)\b(?!(?:The|In|On|But|And|For)\b)[A-Z][a-z’'-]+\.? {re.escape(name)}\b"
    return " " not in name and bool(re.search(first, text))


def _date(text: str, match: re.Match[str], name: Span, reference: str | None) -> tuple[str | None, str | None]:
    """Return the date told with the source: before its paper, right behind name or verb, or heading the sentence."""
    groups = match.groupdict()
    close = _BEHIND.match(text, name[1])
    if groups.get("dated"):
        dates = find_dates(match["dated"], reference)
    else:
        starts = [close.end()] if close else []
        starts += [match.start("on")] if groups.get("on") else []
        told = [date for at in starts for date in find_dates(text[at : at + 60], reference)[:1]]
        dates = [date for date in told if date.span[0] < _OPENING]
    if not dates:
        opening = text[max(text.rfind("\n", 0, name[0]), text.rfind(". ", 0, name[0])) + 1 : name[0]]
        dates = [date for date in find_dates(opening, reference) if _heads_sentence(opening, date.span)]
    return (dates[0].iso, None if dates[0].iso else dates[0].month_day) if dates else (None, None)


def _heads_sentence(opening: str, span: Span) -> bool:
    """Whether a date fills the words between the start of a sentence and a name, but for small ones."""
    before, after = opening[: span[0]].strip(), opening[span[1] :].strip()
    return before in ("", "On", "In", "Earlier", "Earlier on") and after.strip(" ,") in ("", "the")
