"""When a month's or weekday's name, or four digits, are no date: names of people, counts, verbs."""

from __future__ import annotations

import re
from typing import Final

from multivector.grammar.calendars import MONTHS
from multivector.grammar.numbers import GAP


def _any(text: str) -> str:
    return rf"(?:{'|'.join(text.split())})"


_CONNECTIVES: Final = (
    "in on since until till by from of to during before after through throughout and or between last next this the a "
    "each every for late early mid"
)
_TIME: Final = re.compile(rf"(?:\b{_any(_CONNECTIVES)}[\s-]|[(–—-]|['’]s\s)$", re.IGNORECASE)
_TO_MONTH: Final = re.compile(
    rf"(?:{GAP}(?:to|until|through|and){GAP}|[^\S\n]?[–-][^\S\n]?)(?:{'|'.join(name.title() for name in MONTHS)})\b"
)
_NO_TITLE: Final = frozenset(
    f"{_CONNECTIVES} as at but while when where with that said then also again so yet if monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
_THINGS: Final = (
    "people men women children troops soldiers workers refugees migrants jobs houses homes companies "
    + "tonnes tons barrels items pieces km kilometres kilometers metres meters miles hectares percent megawatts MW "
    + "dollars euros pounds yuan rubles roubles rupees"
)
_COUNTED: Final = re.compile(rf"{GAP}{_any(_THINGS)}\b")
_FIRM: Final = re.compile(
    rf"\b(?i:in|since|by|until|till|during|before|after|through|throughout|between|from|early|late|mid|year|as{GAP}of)"
    rf"(?:{GAP}|-)(?:the{GAP}year{GAP})?$"
)
_LOOSE: Final = re.compile(
    rf"(?:\b(?i:of|and|to|or|than|for|about|around|over|nearly|on|within|towards?|ending|ended){GAP}|[(\[,–—]\s?|^|\n)$"
)
_POINTING: Final = re.compile(rf"\b(?i:the|a|an|its|their|his|her|our|this|that|\w+['’]s?){GAP}$")
_FUNCTION: Final = (
    "and to but when while with the a an it its as at by for from in on of or than that was is were has had will would "
    "after before until under over because alone he she they we there"
)
_SMALL: Final = re.compile(rf"{GAP}{_any(_FUNCTION)}\b")


def in_time(before: str, after: str) -> bool:
    """Whether the words around make a doubtful month (`May`, `March`) one: `in May`, `April to June`."""
    return bool(_TIME.search(before) or _TO_MONTH.match(after))


def is_name(before: str, after: str) -> bool:
    """Whether a month's or weekday's name stands among capitals as a person's name does: `Minister Friday Okello`."""
    capital_next = bool(re.match(r"[^\S\n]+[A-Z][a-z]", after))
    if not before.strip() or before.rstrip(" ")[-1] in '.!?:;\n“"•':
        return capital_next
    previous = re.search(r"([\w’'-]+)[^\S\n]+$", before)
    if previous is None or not previous[1][0].isupper() or previous[1].lower() in _NO_TITLE:
        return False
    return capital_next


def counts_things(before: str, after: str) -> bool:
    """Whether month and number stand as in `In January 18 agreements were signed`: days are told with `on`."""
    return bool(re.search(r"\b[Ii]n\s$", before) and re.match(r"\s+[a-z]", after))


def is_year(before: str, after: str) -> bool:
    """Whether four digits are a year: behind a word of time, or beside a noun that they point out, and no count."""
    if _COUNTED.match(after):
        return False
    if _FIRM.search(before) or re.match(rf",?{GAP}(?:when|in{GAP}which)\b", after):
        return True
    if _POINTING.search(before):
        return bool(re.match(rf"(?:{GAP}|-)[A-Za-z]", after))
    return bool(_LOOSE.search(before)) and (not re.match(rf"{GAP}[a-z]", after) or bool(_SMALL.match(after)))
