"""What a bracket or note names as its source, and whether those words can be one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from multivector.coding.outlets import (
    bare,
    either,
    is_body,
    is_document,
    is_known,
    is_taken,
    looks_like_media,
    outlets,
    source_words,
)
from multivector.grammar.dates import Found, find_dates
from multivector.model import Span
from multivector.model.time import is_date


@dataclass(frozen=True, slots=True)
class Source:
    """A source as named: outlet without article (None where only a date is told), date, and where it stands."""

    outlet: str | None
    date: str | None
    month_day: str | None
    span: Span


_LEAD: Final = re.compile(
    r"\s*(?:(?:see(?: also)?|cf\.?|e\.g\.,?|i\.e\.,?|also|via|quoted in|cited in|as (?:reported|cited|quoted) (?:by|in)"
    r"|according to|data from|data|sources?:?|from)(?!\w)[:,]?\s+)+", re.IGNORECASE,
)  # fmt: skip
_FURTHER: Final = re.compile(r"(?:,(?:\s+and)?|\s+and|\s+&)\s+(?=[A-Z“\"])(?!(?:in|pp?\.)\b)")
_SAME: Final = r"(?:ibid\b|ibidem\b|idem\b|op\. cit\.)"
_ADDRESS: Final = r"https?://\S+|www\.\S+"
_PAGES: Final = r"pp?\.?\s?\d+(?:[-–]\d+)?"
_READ: Final = r"(?:last )?accessed\b.*|retrieved\b.*"
_TAIL: Final = re.compile(rf"[\s.,]*(?:(?:in {either('language')}|{_ADDRESS}|{_PAGES}|{_READ})[\s.,]*)*$")
_BETWEEN: Final = re.compile(r"\s*(?:,|;|,?\s+and)\s*")


def parts_of(content: str, reference: str | None) -> list[Span]:
    """Return where the parts of a bracket lie: between semicolons, and where a name follows a date in the middle.

    `Lusa, 28 February, and Reuters, 1 March` has two.
    """
    cuts = [(semicolon.start(), semicolon.end()) for semicolon in re.finditer(";", content)]
    dates = [found.span for found in find_dates(content, reference)]
    for _, end in dates[:-1]:
        name = _FURTHER.match(content, end)
        if name and not any(start <= name.end() < stop for start, stop in dates):
            cuts.append((end, name.end()))
    bounds = [(0, 0), *sorted(cuts), (len(content), len(content))]
    return [(before[1], after[0]) for before, after in pairwise(bounds) if content[before[1] : after[0]].strip()]


def read_part(part: str, offset: int, reference: str | None, *, note: bool = False) -> list[Source]:
    """Return the sources of one part of a bracket or note, one for each date; empty where it names none.

    Args:
        part: The words between bracket, semicolon and bracket.
        offset: Where the part stands in the text.
        reference: ISO prefix of the report's date.
        note: Whether the part is a footnote, which may hold author, title and pages too.
    """
    if note:
        part = _opened(part)
    lead = _LEAD.match(part)
    start = lead.end() if lead else 0
    dates = _trailing(part, [found for found in find_dates(part, reference) if found.span[0] >= start])
    end = dates[0].span[0] if dates else len(part)
    words = part[start:end]
    span = (offset + start + len(words) - len(words.lstrip(" ,")), offset + len(part.rstrip(" .,")))
    if not dates and (year := re.search(r"\s((?:19|20)\d\d)\W*$", words)) and is_known(words[: year.start()]):
        return [Source(bare(words[: year.start()]), year[1], None, span)]
    if dates and not bare(words):
        return [_source(None, found, span) for found in dates] if words.lstrip().startswith(",") else []
    outlet = _outlet(words, note=note)
    if not _is_source(outlet, dates, asked=bool(lead)):
        return []
    return [_source(name, found, span) for name in _split(outlet) for found in (dates or (None,))]


def same_again(part: str, before: list[Source], offset: int, reference: str | None) -> list[Source]:
    """Return the sources before once more where a part says so (`ibid.`), with the date that it gives, if any."""
    if not before or not re.match(rf"\s*{_SAME}", part, re.IGNORECASE):
        return []
    dates = find_dates(part, reference)
    span = (offset, offset + len(part.rstrip(" .")))
    return [_source(before[-1].outlet, date, span) for date in dates] or before


def _opened(note: str) -> str:
    """Return a note without the day on which a page was read and the brackets around a date; offsets stay."""
    note = re.sub(rf"\((?:{_READ[:-1]}[^()]*)\)", lambda match: " " * len(match.group()), note) if "(" in note else note
    return re.sub(r"\s\(([^()]*(?:19|20)\d\d)\)", r", \1 ", note)


def _source(outlet: str | None, found: Found | None, span: Span) -> Source:
    if found is None:
        return Source(outlet, None, None, span)
    return Source(outlet, found.iso, None if found.iso else found.month_day, span)


def _trailing(part: str, dates: list[Found]) -> list[Found]:
    """Return the dates at the end of the part: what stands behind them is only language, pages or address."""
    kept: list[Found] = []
    dates = [day for found in dates for day in _days_of(part, found)]
    dates = [*dates, *_further_days(part, dates[-1])] if dates else []
    end = len(part)
    for found in reversed(dates):
        between = part[found.span[1] : end]
        if not (_BETWEEN.fullmatch(between) if kept else _TAIL.fullmatch(between)):
            break
        kept.insert(0, found)
        end = found.span[0]
    return kept


def _days_of(part: str, found: Found) -> list[Found]:
    """Return both days of `5 and 7 March`; a span of days stays one."""
    joined = re.compile(r"\d( (?:and|&) )").search(part, *found.span)
    if not found.last or len(found.last) < 10 or not joined:
        return [found]
    (start, end), (middle, behind) = found.span, joined.span(1)
    last = replace(found, iso=found.last, span=(behind, end), last=None, kind="point")
    return [replace(found, span=(start, middle), last=None, kind="point"), last]


def _further_days(part: str, last: Found) -> list[Found]:
    """Return the days told behind a day: `May 4, 6`."""
    more = re.fullmatch(r"(?:,\s*\d{1,2})+\s*", part[last.span[1] :])
    if not more or len(last.month_day or "") < 5:
        return []
    found = []
    for day in re.finditer(r"\d+", more.group()):
        iso, month_day = (text and f"{text[:-2]}{int(day.group()):02}" for text in (last.iso, last.month_day))
        span = last.span[1] + day.start(), last.span[1] + day.end()
        found += [replace(last, span=span, iso=iso, month_day=month_day)] if iso is None or is_date(iso) else []
    return found


def _outlet(words: str, *, note: bool) -> str:
    """Return the outlet among the words: behind a quoted title, without address and preposition of the date."""
    words = re.sub(_ADDRESS, "", words) if bare(re.sub(_ADDRESS, "", words)) else _host(words)
    if title := list(re.finditer(r"[“\"«‘][^“”\"«»]{3,}[”\"»’]", words)):
        behind, before = words[title[-1].end() :], words[: title[0].start()]
        words = behind if bare(behind) else before if bare(before) else words
    words = re.sub(r"[\s,]+(?:of|on|from|dated|issued|published|posted|updated|both|all)\s*$", "", words)
    name = bare(_TAIL.sub("", words))
    pieces = name.split(", ")
    if len(pieces) > 1 and is_known(pieces[-1]) and not all(map(is_known, pieces)) and (note or _is_person(pieces[0])):
        return bare(pieces[-1])
    return name


def _host(words: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?|/.*$", "", bare(words))


def _is_person(words: str) -> bool:
    return bool(re.fullmatch(r"(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+", words)) and not (
        is_body(words) or looks_like_media(words) or is_document(words)
    )


def _split(outlet: str) -> list[str]:
    """Return the outlets of a list (`Reuters, AFP`, `Reuters and AFP`), where each part is one by itself."""
    parts = re.split(r",\s+(?:and\s+)?|\s+(?:and|&)\s+", outlet)
    alone = all(is_known(bare(part)) or looks_like_media(part) or part.startswith("The ") for part in parts)
    return [bare(part) for part in parts] if len(parts) > 1 and alone and outlet not in outlets() else [outlet]


def _is_source(outlet: str, dates: list[Found], *, asked: bool) -> bool:
    """Whether the words can name a source; `asked` says that `see` or the like stands before them."""
    if not outlet or len(outlet) > 160 or outlet.lower().split()[0] in source_words("own part"):
        return False
    if all(is_known(name) for name in _split(outlet)):
        return bool(dates) or asked or not _too_plain(outlet)
    if not titled(outlet) or is_taken(outlet):
        return False
    named = is_document(outlet) or is_body(outlet) or looks_like_media(outlet)
    if not dates:
        return named and (asked or _has_number(outlet))
    years_only = all(found.iso is not None and len(found.iso) == 4 for found in dates)
    return (named or not years_only) and not any(found.kind == "span" and not found.month_day for found in dates)


def _has_number(outlet: str) -> bool:
    """`UN document S/2024/112`: the number of a document names it without a date."""
    return bool(re.search(r"\b[A-Z]+/[\w/.-]*\d", outlet))


def _too_plain(outlet: str) -> bool:
    return any(outlets()[name].running == "never" for name in _split(outlet) if name in outlets())


def titled(name: str) -> bool:
    """Whether the words are written like a name: capitals, with connecting words and words of documents between."""
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", name):
        return True
    words = [word.strip(",.()[]“”\"'‘’:") for word in name.split()]
    if not words or not any(word[:1].isupper() for word in words):
        return False
    small = {*source_words("small"), *" ".join((*source_words("document"), *source_words("body"))).split()}
    return all(not word[:1].islower() or {word, word.rstrip("s")} & small or "." in word for word in words)
