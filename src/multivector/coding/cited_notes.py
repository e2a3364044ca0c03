"""Footnotes and credit lines: `[3] Trend, 6 June 2023.` with its mark in the text, `Source: Lumber Yearbook 2006`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from multivector.coding.cited_names import Source, read_part, same_again, titled
from multivector.coding.outlets import bare, is_known, looks_like_media
from multivector.grammar.dates import find_dates
from multivector.model import Span

_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LINE: Final = re.compile(
    r"^[^\S\n]*(?:\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<plain>\d{1,3})[.):]?|(?P<star>[*†‡]{1,3}))[^\S\n]*(?P<note>[^\s\d.].*\S)[^\S\n]*$",
    re.MULTILINE,
)
_ROUND: Final = re.compile(r"\((\d{1,3})\)")
_STAR: Final = re.compile(r"(?<=[\w.,;”\"’)])([*†‡]{1,3})(?!\w)")
_STARS: Final = {"*": 0, "†": 10, "‡": 20}
_MARK: Final = re.compile(r"\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁻]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)")
_HEADING: Final = re.compile(
    r"^\W*(?:end ?notes|foot ?notes|notes|references|sources)\W*$", re.IGNORECASE | re.MULTILINE
)
_CREDIT: Final = re.compile(r"^[^\S\n]*Sources?:[^\S\n]*(?P<note>\S.*)$", re.MULTILINE)

_ENDING: Final = re.compile(r"(?<=[\w.!?”\"’)]) (?:[–—]|--?) (?P<note>[A-Z][^–—()\[\]\n;]{3,60})$", re.MULTILINE)
_ATTRIBUTION: Final = re.compile(
    r"^[^\S\n]*(?:[–—]|--?)[^\S\n]*(?P<note>[^\s–—-](?:.*,\n{1,2}.{4,24}|.*))$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Note:
    """A source named in a note line, and where the text is marked with it (the line itself where it is not)."""

    source: Source
    line: Span
    marks: tuple[Span, ...]


def noted(text: str, reference: str | None) -> list[Note]:
    """Return the sources of footnotes, of credit lines under tables and of the lines under quotations."""
    return [*_footnotes(text, reference), *_credits(text, reference), *_attributions(text, reference)]


def _footnotes(text: str, reference: str | None) -> list[Note]:
    lines = [match for match in _LINE.finditer(text) if match["note"]]
    marks = _marks(text, [match.span() for match in lines])
    marks += [(-_STARS[mark[1][0]] - len(mark[1]), mark.span(1)) for mark in _STAR.finditer(text)]
    if any(match["round"] for match in lines):
        marks += [(int(mark[1]), mark.span()) for mark in _ROUND.finditer(text)]
    heading = max((match.start() for match in _HEADING.finditer(text)), default=None)
    found: list[Note] = []
    before: list[Source] = []
    for match in lines:
        number = _number(match)
        own = tuple(span for n, span in marks if n == number and span[1] <= match.start())
        if not own and (match["raised"] or match["star"] or heading is None or match.start() < heading):
            continue
        named = same_again(match["note"], before, match.start("note"), reference) or _of_note(match, reference)
        found += [Note(source, match.span(), own or (match.span(),)) for source in named]
        before = named or before
    return found


def _number(match: re.Match[str]) -> int:
    """Return the number of a note line; stars and daggers count below zero."""
    if match["star"]:
        return -_STARS[match["star"][0]] - len(match["star"])
    return int((match["square"] or match["round"] or match["raised"] or match["plain"]).translate(_RAISED))


def _marks(text: str, lines: list[Span]) -> list[tuple[int, Span]]:
    """Return the numbers that marks in the text name, without those that begin note lines."""
    found = []
    for match in _MARK.finditer(text):
        if any(start <= match.start() < end and not text[start : match.start()].strip() for start, end in lines):
            continue
        numbers = re.findall(r"\d+", (match[1] or match[2]).translate(_RAISED))
        if match[1] and re.fullmatch(r"\d+\s?[–-]\s?\d+", match[1]):
            numbers = [str(n) for n in range(int(numbers[0]), min(int(numbers[1]), int(numbers[0]) + 20) + 1)]
        found += [(int(number), match.span()) for number in numbers]
    return found


def _of_note(match: re.Match[str], reference: str | None) -> list[Source]:
    found = []
    for part in re.finditer(r"[^;]+", match["note"]):
        found += read_part(part.group(), match.start("note") + part.start(), reference, note=True)
    return found


def _credits(text: str, reference: str | None) -> list[Note]:
    """Return the sources of `Source:` lines that stand under figures; those under pictures are captions."""
    found = []
    for match in _CREDIT.finditer(text):
        above = text[: match.start()].rstrip().rpartition("\n")[2]
        if not re.search(r"\d|[.!?][”\"»’)]*$", above):
            continue
        for part in re.finditer(r"[^;]+", match["note"]):
            start = match.start("note") + part.start()
            named = _listed(part.group(), start) or read_part(part.group(), start, reference, note=True)
            named = named or _undated(part.group(), start)
            found += [Note(source, match.span(), (match.span(),)) for source in named]
    return found


def _listed(words: str, offset: int) -> list[Source]:
    """Return undated names between commas: `Savanna Herald, Lusa, Reuters`."""
    parts = [(part.group(), offset + part.start()) for part in re.finditer(r"[^,]+", words)]
    named = [_undated(part, start) for part, start in parts]
    outlets = any(_is_outlet(bare(part)) for part, _ in parts)
    listed = len(parts) > 1 and outlets and all(named) and not find_dates(words)
    return [source for sources in named for source in sources] if listed else []


def _attributions(text: str, reference: str | None) -> list[Note]:
    """Return the dated sources of lines like `– Joint statement of the Five, March 11, 2021` under a quotation."""
    found = []
    for match in _ATTRIBUTION.finditer(text):
        if not re.search(r"[”\"»][^\S\n]*$", text[: match.start()].rstrip()):
            continue
        named = read_part(match["note"], match.start("note"), reference, note=True)
        found += [Note(source, match.span(), (match.span(),)) for source in named if source.date or source.month_day]
    for match in _ENDING.finditer(text):
        named = read_part(match["note"], match.start("note"), reference)
        found += [
            Note(source, match.span(), (match.span(),))
            for source in named
            if source.outlet and (source.date or source.month_day) and _is_outlet(source.outlet)
        ]
    return found


def _is_outlet(name: str) -> bool:
    return is_known(name) or looks_like_media(name)


def _undated(words: str, offset: int) -> list[Source]:
    name = bare(words)
    if not name or not (titled(name) or is_known(name)):
        return []
    start = offset + words.index(name)
    return [Source(name, None, None, (start, start + len(name)))]
