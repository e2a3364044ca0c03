"""The forms in which English texts tell dates: one row a form, a pattern and the reader that says what it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from multivector.grammar import calendars as cal
from multivector.grammar import date_absolute as read
from multivector.grammar import date_relative as seen
from multivector.grammar.date_scope import Match, Reading, Scope
from multivector.grammar.numbers import GAP, SMALL_NUMBER


@dataclass(frozen=True, slots=True)
class Form:
    """A way to tell a date; `read` gives None where the words look like a date and are none."""

    pattern: re.Pattern[str]
    read: Callable[[Match, Scope], Reading | None]


_MONTHS: Final = tuple(name.title() for name in cal.MONTHS)
_FULL: Final = "|".join([*_MONTHS, *map(str.upper, _MONTHS)])
_SHORTENED: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_SHORT: Final = f"(?:{_SHORTENED}|{_SHORTENED.upper()})"
_MONTH: Final = rf"(?P<month>(?:{_FULL}|{_SHORT}\b\.?)(?!\w))"
_YYYY: Final = r"(?:1[5-9]|20|21)\d\d"
_END: Final = r"(?![^\W¹²³⁰⁴-⁹]|%)"  # a raised footnote mark is no part of a number
_YEAR: Final = rf"(?P<year>{_YYYY}){_END}(?![.,]\d)(?!(?<=0)['’]s)"
_DAY: Final = rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{_END}(?![.,:]\d)"
_DASH: Final = r"[^\S\n]?[-–—‑−/][^\S\n]?"
_WEEKDAY: Final = (
    rf"(?:{'|'.join([*map(str.title, cal.WEEKDAYS), *map(str.upper, cal.WEEKDAYS)])}"
    r"|(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?(?=,?\s+\d))(?!\w)"
)
_ERA: Final = rf"(?:(?P<era_year>2[3-6]\d\d){GAP}?(?:B\.{GAP}?E\.|BE\b)|B\.?E\.?{GAP}(?P<era_year2>2[3-6]\d\d))"
_YEARLY: Final = (
    rf"(?P<yearly>(?i:last|this|next|the{GAP}same|that|the{GAP}(?:previous|following|next|current))){GAP}year(?!\w)"
)
_OF_YEAR: Final = rf"(?:,?{GAP}?(?:(?:of|in){GAP})?(?:{_YEAR}|{_ERA}|{_YEARLY}))"
_PART: Final = (
    rf"(?P<part>(?i:(?:the{GAP})?(?:(?:very{GAP})?(?:early|mid|late)(?:{GAP}in)?(?:{GAP}|-)|end-"
    rf"|(?:beginning|start|middle|end|(?:first|second|latter){GAP}half|(?:first|second|third|fourth|last){GAP}week"
    rf"|(?:first|last){GAP}days){GAP}of{GAP})(?:the{GAP})?))"
)
_ON: Final = rf"(?:{_WEEKDAY},?{GAP}(?:the{GAP})?)?"
_UP_TO: Final = rf"(?:{_DASH}|{GAP}(?:to|through|until|till){GAP})"
_DAYS: Final = rf"(?P<day>{_DAY})(?:(?:{_UP_TO}|{GAP}(?:and|or){GAP}|,{GAP}(?:and{GAP})?)(?P<last_day>{_DAY}))*"
_AND_DAY: Final = rf"(?:,{GAP}{_DAY})*,?{GAP}and{GAP}"
_NO_NOUN: Final = rf"(?!{GAP}[a-z]+s\b|{_DASH}\d)"
_DAYS_AFTER: Final = rf"(?P<day>{_DAY})(?:(?:{_UP_TO}|{_AND_DAY})(?P<last_day>{_DAY}){_NO_NOUN})?"
_UNIT: Final = r"(?P<unit>day|weekend|week|fortnight|month|quarter|year|decade|morning|afternoon|evening|night)"
_SPAN_OF_TIME: Final = r"(?P<unit>day|week|fortnight|month|quarter|year|decade)"
_NTH_WORD: Final = (
    r"(?i:twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirt(?:y-first|ieth)|twentieth|first|second|third"
    r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth)"
)
_FALL: Final = rf"(?:(?<=this )|(?<=last )|(?<=next ))fall|fall(?={GAP}(?:of{GAP})?\d{{4}})"
_BEHIND_TIME: Final = r"(?<=\b[Oo]n )|(?<=\b[Ff]rom )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Bb]y )"
_COUNT: Final = rf"(?P<n>(?i:the|an?|{SMALL_NUMBER})|\d{{1,3}})"
_PAPER: Final = (
    r"(?:[Nn]os?\.|Nr\.|№|Protocol|Resolution|UNSCR|Decree|Directive|Regulation|Decision|Order|Articles?|[Ff]light|[Rr]oom"
    r"|Gate|Case|Document|Annex|Chapter|Volume|Vol\.|Issue|[Pp]aragraph|Section|[Pp]age|pp?\.)"
)
_FIRST: Final = rf"(?:(?P<quarter>(?i:first|second|third|fourth)){GAP}quarter|(?P<half>(?i:first|second)){GAP}half"
_MONTHS_OF: Final = rf"|first{GAP}(?P<months>two|three|four|five|six|seven|eight|nine|ten|eleven){GAP}months)"
_BESIDE: Final = rf"the{GAP}(?:coming|current|following|next|previous|preceding|same|very{GAP}same)"
_POINTERS: Final = rf"(?i:last|this|next|{_BESIDE}|that(?:{GAP}same)?|same)"
_CLOCK: Final = r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_DAY_WORDS: Final = "|".join(sorted((words.replace(" ", GAP) for words in seen.DAYS), key=len, reverse=True))
_EDGE: Final = rf"(?:at{GAP})?(?:the{GAP})?(?:start|beginning|middle|end){GAP}of"
_AT: Final = rf"(?:(?i:earlier|later|early|late|mid|{_EDGE}){GAP}(?:in{GAP})?)?"


def _form(reader: Callable[[Match, Scope], Reading | None], pattern: str) -> Form:
    return Form(re.compile(pattern), reader)


FORMS: Final = (
    # numbers that are no dates
    _form(read.nothing, rf"\b{_PAPER}(?:\s\(E[UC]\))?(?:\sNo\.?)?\s?(?:[A-Z]+/)*\d+(?:[/-]\d+)*(?:,\s\d+/\d+)*(?!\w)"),
    _form(read.nothing, r"(?:\+\d|\b(?:[Tt]el|[Pp]hone|[Ff]ax)\b[.:]?\s?\+?\d)[\d ()/-]{5,}"),
    # 2024-03-11, 2024-03, 11.03.2024, 11/3/2024
    _form(read.iso, rf"(?<![\w/-])(\d{{4}})-(\d\d)-(\d\d){_CLOCK}(?![\w-])"),
    _form(read.iso, r"(?<![\w/-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\w/-])"),
    _form(read.iso, r"(?<![\w/-])((?:19|20)\d\d)/(0[1-9]|1[0-2])/([0-3]\d)(?![\w/-])"),
    _form(read.calendar, rf"(?<![\w/-])(?P<day>\d{{1,2}})-(?i:(?P<month>{_SHORTENED}))-(?P<year>{_YYYY})(?![\w-])"),
    _form(read.numeric, r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\w/-]|\.\d)"),
    # 11 March 2024, 4-6 March, the 11th of March last year; March 11, March 4-6, 2024
    _form(read.calendar, rf"(?<![\w/.,])(?<!\d[–-]){_ON}{_DAYS}{GAP}(?:of{GAP})?{_MONTH}{_OF_YEAR}?"),
    _form(read.calendar, rf"\b{_ON}{_MONTH}{GAP}(?:the{GAP})?{_DAYS_AFTER}{_OF_YEAR}?"),
    _form(read.calendar, rf"\b(?:the{GAP})?(?P<day>{_NTH_WORD}){GAP}of{GAP}{_MONTH}{_OF_YEAR}?"),
    # March, late March 2024, March of last year; last March, the following March
    _form(read.month, rf"\b{_PART}?{_MONTH}{_OF_YEAR}?"),
    _form(
        seen.pointed_month,
        rf"\b(?P<which>(?i:last|next|this|that|the{GAP}(?:following|previous|next))){GAP}{_MONTH}(?!{GAP}\d{{1,2}}\b)",
    ),
    # Tuesday, last Tuesday, Tuesday of last week
    _form(
        seen.weekday,
        rf"\b(?:(?P<which>(?i:last|next|this|the{GAP}(?:following|previous))){GAP})?(?P<weekday>{_WEEKDAY})"
        rf"(?:{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week)?(?:{GAP}(?:morning|afternoon|evening|night)\b)?",
    ),
    # yesterday, later this year, the following month, the same day, two years ago, a month later
    _form(seen.day_word, rf"\b(?i:{_DAY_WORDS})\b"),
    _form(seen.pointed_unit, rf"\b{_AT}(?P<which>{_POINTERS}){GAP}{_UNIT}\b"),
    _form(seen.ago, rf"\b{_COUNT}(?:{GAP}|-){_SPAN_OF_TIME}s?{GAP}ago\b"),
    _form(
        seen.later,
        rf"\b{_COUNT}{GAP}{_SPAN_OF_TIME}s?{GAP}"
        rf"(?P<way>later|earlier|afterwards|(?:before|after|on)(?=\s*(?:[,.;:)]|$|that\b)))",
    ),
    _form(seen.since_event, rf"\b{_COUNT}{GAP}{_SPAN_OF_TIME}s?{GAP}(?P<way>after|before)(?={GAP}\w)"),
    _form(seen.weekend, rf"\b(?i:at|over|on|during|by|before){GAP}the{GAP}weekend\b"),
    _form(
        seen.end_of,
        rf"\bthe{GAP}(?:end|close){GAP}of{GAP}the{GAP}(?P<unit>year|month)\b|\bthe{GAP}(?P<unit_out>year|month){GAP}(?:is|was){GAP}out\b",
    ),
    _form(seen.end_of, r"\b(?P<unit>year)[- ]end\b"),
    _form(seen.end_of, rf"\b(?i:the{GAP}(?:beginning|start|middle){GAP}of{GAP}the){GAP}(?P<unit>year|month)\b"),
    _form(
        read.feast,
        rf"\b(?P<feast>New{GAP}Year(?:['’]s{GAP}(?:Day|Eve))?|Christmas(?:{GAP}Day)?|Easter)\b(?!{GAP}(?:Mon|Sun|Satur|Fri)day){_OF_YEAR}?",
    ),
    # on the 14th, since the 12th, on the fifteenth, from the 11th of this month; the last day of that month
    _form(
        seen.ordinal_day,
        rf"(?:{_BEHIND_TIME}|(?<=\d(?:st|nd|rd|th) to ))the{GAP}"
        rf"(?:(?P<day>\d{{1,2}}(?:st|nd|rd|th))|(?P<nth>{_NTH_WORD})(?={GAP}?[,.;:)]|{GAP}of{GAP}th))"
        rf"(?:{GAP}of{GAP}(?P<of>that|this|last|next|the(?:{GAP}same)?){GAP}month|(?!{GAP}of\b))"
        rf"(?!{GAP}(?:anniversary|floor|parallel|century|session|summit|congress|birthday|time|day|place|hole|meridian|round)\b)",
    ),
    _form(
        seen.edge_day,
        rf"\bthe{GAP}(?P<edge>first|last){GAP}day{GAP}of{GAP}(?P<which>that|the|this|the{GAP}same){GAP}(?P<unit>month|year)\b",
    ),
    # Q1 2023, H1 2023, the first half of 2023, the first nine months of last year
    _form(read.part_of_year, rf"\bQ(?P<quarter>[1-4]){_OF_YEAR}"),
    _form(read.part_of_year, rf"\bH(?P<half>[12]){_OF_YEAR}"),
    _form(read.part_of_year, rf"\b(?i:the{GAP})?{_FIRST}{_MONTHS_OF}{_OF_YEAR.replace('|that|', '|that|the|')}"),
    _form(read.part_of_year, rf"\b(?<=in )the{GAP}(?P<quarter>first|second|third|fourth){GAP}quarter\b"),
    # spring 2024, last summer, in autumn, the winter of 2007-08
    _form(
        read.season,
        rf"\b{_PART}?(?:(?P<which>(?i:last|next|this)){GAP})?"
        rf"(?P<season>(?i:spring|summer|autumn|winter)|{_FALL})(?!\w)"
        rf"(?:,?{GAP}(?:of{GAP})?(?P<year>{_YYYY})(?:[-/–](?:\d\d){{1,2}})?(?!\w)|{GAP}(?:of{GAP})?{_YEARLY})?",
    ),
    # 2019-2021, FY 2022-23, FY 2023, the 1990s
    _form(
        read.years,
        rf"(?<![\w/.,-])(?:F\.?Y\.?{GAP}?|(?:fiscal|financial|marketing|school|crop){GAP}year{GAP})?(?P<first>{_YYYY})"
        rf"[^\S\n]?[-–—/][^\S\n]?(?P<last>\d{{4}}|\d\d)(?![\w/-]|[.,]\d)",
    ),
    _form(
        read.fiscal_year, rf"\b(?:F\.?Y\.?{GAP}?|(?:fiscal|financial|marketing|school|crop){GAP}(?:year{GAP})?){_YEAR}"
    ),
    _form(read.decade, rf"\b(?:(?i:early|mid|late)(?:{GAP}|-))?(?P<first>(?:1[5-9]|20)\d0)['’]?s\b"),
    # 5 Rajab 1445 AH, Reiwa 6
    _form(
        read.hijri,
        rf"\b(?:\d{{1,2}}{GAP})?(?P<hmonth>{'|'.join(cal.HIJRI)}),?{GAP}(?P<hyear>1[34]\d\d)(?!\w)"
        rf"(?:{GAP}(?:A\.?H\.?|H\b))?",
    ),
    _form(read.era, rf"\b(?P<era>Reiwa|Heisei|Showa|Minguo|Juche){GAP}(?P<n>\d{{1,3}})\b"),
    # 2009
    _form(read.bare_year, rf"(?<![\w/.,$€£-]){_PART}?(?<![\w/.,$€£]){_YEAR}"),
)
"""All forms. Where several begin at one place the longest match wins, then the form that stands first."""
