"""Sources in brackets: `(Astana Times, January 23; see EDM, May 6, 2023)`, `[Reuters, 30 October]`, `RFI (8 Jan)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from multivector.coding.cited_names import Source, parts_of, read_part, same_again, titled
from multivector.coding.outlets import is_known, is_taken
from multivector.grammar.dates import find_dates
from multivector.model import Span

_BRACKET: Final = re.compile(r"\((?:[^()\n]|\n(?!\s*\n)|\([^()\n]*\)){2,400}\)|\[(?:[^\[\]\n]|\n(?!\s*\n)){2,400}\]")
_CAPTION: Final = re.compile(r"\s*(?:source|photo|image|picture|credit|courtesy|foto)s?\b", re.IGNORECASE)
_DATELINE: Final = re.compile(r"\s*(?:--|[–—-])")
_FIGURE: Final = re.compile(r"\d")


def bracketed(text: str, reference: str | None) -> Iterator[tuple[Source, Span]]:
    """Yield the sources in brackets, each with its bracket's span."""
    for match in _BRACKET.finditer(text):
        if _is_caption(text, match) or _is_dateline(text, match):
            continue
        found = _of_bracket(match.group()[1:-1], match.start() + 1, reference)
        if not any(source.date or source.month_day for source in found) and not _may_stand_undated(text, match):
            found = []
        found = found or _named_before(text, match, reference) or _source_of_figure(text, match)
        yield from ((source, match.span()) for source in found)


def _is_caption(text: str, match: re.Match[str]) -> bool:
    """A bracket that is a line of its own and speaks of a picture or its source."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    alone = not line.strip() and text[match.end() :].split("\n", 1)[0].strip() in ("", ".")
    return alone and bool(_CAPTION.match(match.group()[1:]))


def _is_dateline(text: str, match: re.Match[str]) -> bool:
    """`MANILA, June 18 (Harbour Press) --`: the publisher's own name at the head of its story."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return len(line) < 70 and line[:2].isupper() and bool(_DATELINE.match(text, match.end()))


def _may_stand_undated(text: str, match: re.Match[str]) -> bool:
    """An outlet without date is a source at the end of a sentence or behind `see`; elsewhere it is an abbreviation."""
    content = match.group()[1:-1]
    asked = re.match(r"(?:see|cf\.|source)\b", content, re.IGNORECASE)
    return bool(asked) or (_ends_sentence(text, match) and not _abbreviates(text, match.start(), content))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop follows the bracket, or stands before it at the end of a line."""
    if re.match(r"\.(?:\s|$)", text[match.end() : match.end() + 2]):
        return True
    return text[match.end() : match.end() + 1] in ("", "\n") and text[: match.start()].rstrip(" ")[-1:] in (".", "”")


def _abbreviates(text: str, start: int, content: str) -> bool:
    """Whether the bracket holds the first letters of the words before it: `World Food Programme (WFP)`."""
    words = re.findall(r"\w+", text[max(0, start - 120) : start])[-len(content) - 4 :]
    letters = "".join(word[0] for word in words if word[0].isupper())
    return content.isupper() and content in letters


def _of_bracket(content: str, offset: int, reference: str | None) -> list[Source]:
    """Read the parts between semicolons and behind dates; an outlet without date shares that of the next part."""
    parts = parts_of(content, reference)
    found: list[list[Source]] = []
    for start, end in parts:
        named = read_part(content[start:end], offset + start, reference)
        before = next((sources for sources in reversed(found) if sources), [])
        found.append(named or same_again(content[start:end], before, offset + start, reference))
    if not any(found):
        return []
    for n in range(len(found) - 2, -1, -1):
        after = found[n + 1]
        if after and after[0].date and not found[n]:
            found[n] = _sharing(content, parts[n], offset, after[0])
        elif after and (after[0].date or after[0].month_day):
            found[n] = [
                s if s.date or s.month_day else replace(s, date=after[0].date, month_day=after[0].month_day)
                for s in found[n]
            ]
    return [source for part in found for source in part]


def _sharing(content: str, part: Span, offset: int, dated: Source) -> list[Source]:
    """Return the undated name of a part with the date of the next part, if it is written like a name."""
    words = content[slice(*part)]
    name = words.strip()
    if not titled(name) or is_taken(name) or find_dates(name):
        return []
    start = offset + part[0] + len(words) - len(words.lstrip())
    return [Source(name, dated.date, dated.month_day, (start, start + len(name)))]


def _named_before(text: str, match: re.Match[str], reference: str | None) -> list[Source]:
    """`RFI (8 Jan) has it that`: a known outlet in front of a bracket that holds its date."""
    before = re.search(r"((?:[A-Z][\w/.&’'-]*\s+){1,5})$", text[max(0, match.start() - 60) : match.start()])
    dates = find_dates(match.group()[1:-1], reference)
    if not before or len(dates) != 1 or dates[0].span != (0, len(match.group()) - 2):
        return []
    words = before[1].split()
    for n in range(len(words)):
        name = " ".join(words[n:])
        if is_known(name):
            start = match.start() - len(before[1]) + before[1].index(words[n])
            return [Source(name, dates[0].iso, None if dates[0].iso else dates[0].month_day, (start, match.end()))]
    return []


def _source_of_figure(text: str, match: re.Match[str]) -> list[Source]:
    """`80 per cent of its exports (Vinorama).`: an undated name at the end of a sentence with a figure."""
    name = match.group()[1:-1]
    sentence = re.split(r"[.!?]\s|\n", text[max(0, match.start() - 300) : match.start()])[-1]
    if not _ends_sentence(text, match) or not _FIGURE.search(sentence):
        return []
    if not re.fullmatch(r"(?:[A-Z][a-z][\w’'-]*)(?: (?:of |for )?[A-Z][\w’'-]+){0,4}", name) or is_taken(name):
        return []
    return [Source(name, None, None, (match.start() + 1, match.end() - 1))]
