"""Numbers in digits and words, with their magnitudes: `3'400'000`, `1,5 Mrd`, `two and a half billion`, `19th`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from multivector.model import Span

GAP: Final = r"(?:[^\S\n]*(?:[^\S\n]|\n)[^\S\n]*)"
"""One gap between words: blanks and at most one line end, so that nothing is read across paragraphs."""


def _row(words: str, first: int, step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(first + step * n) for n, word in enumerate(words.split())}


_UNITS: Final = _row("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen", 0) | _row(
    "fifteen sixteen seventeen eighteen nineteen", 15
)
_TENS: Final = _row("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_PARTS: Final = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_GROUPS: Final = {"hundred": Decimal(100), "dozen": Decimal(12)}
MAGNITUDES: Final[dict[str, Decimal]] = {
    **dict.fromkeys(("k", "thousand"), Decimal(10**3)),
    **dict.fromkeys(("lakh", "lakhs", "lac"), Decimal(10**5)),
    **dict.fromkeys(("m", "mm", "mn", "mln", "mio", "million", "millions"), Decimal(10**6)),
    **dict.fromkeys(("crore", "crores"), Decimal(10**7)),
    **dict.fromkeys(("b", "bn", "bln", "mrd", "billion", "billions", "milliard", "milliards"), Decimal(10**9)),
    **dict.fromkeys(("tn", "trn", "trln", "trillion", "trillions"), Decimal(10**12)),
}
_ORDINALS: Final = (
    _row("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1)
    | _row("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 13)
    | {word[:-1] + "ieth": value for word, value in _TENS.items()}
    | {"hundredth": Decimal(100)}
)
_APPROX: Final = {
    "about": "about some around roughly approximately circa c. ca. nearabout an|estimated",
    "almost": "almost nearly close|to just|under",
    "more than": "more|than over above upwards|of in|excess|of exceeding well|over",
    "less than": "less|than under below fewer|than",
    "at least": "at|least no|less|than not|less|than no|fewer|than",
    "up to": "up|to at|most as|much|as as|many|as no|more|than",
}

DIGITS: Final = r"(?:\d{1,3}(?:[,.'’ \u00a0\u2009\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)[½¼¾⅓⅔]?|[½¼¾]"
"""A numeral in digits, with any usual separators."""


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_LARGE: Final = _either(word for word in MAGNITUDES if len(word) > 2)
_SHORT: Final = r"(?:MM|mm|mn|MN|[Mm]ln|[Mm]io|[Bb]n|BN|[Bb]ln|[Mm]rd|[Tt]r?n|[Tt]rln)\b\.?"
MAGNITUDE: Final = rf"(?:(?:{GAP}|-)?(?i:{_LARGE})\b|[^\S\n]?{_SHORT}|[KkMmBb]\b)"
"""A word or letters for thousands, millions and so on, behind a numeral."""

_SEP: Final = rf"(?:{GAP}|-)"
SMALL_NUMBER: Final = rf"(?:(?:{_either(_TENS)})(?:{_SEP}(?:{_either(list(_UNITS)[1:10])})\b)?|(?:{_either(_UNITS)}))"
_GROUP: Final = rf"(?:{SMALL_NUMBER}|an?|half{_SEP}an?){_SEP}(?:{_either(_GROUPS)})"
SMALL_NUMBER0: Final = rf"(?:{_GROUP}(?:{GAP}(?:and{GAP})?{SMALL_NUMBER}\b)?|{SMALL_NUMBER})"
_PART: Final = rf"(?:{GAP}and{GAP}(?:an?|one){_SEP}(?:half|quarter))"
_SCALED: Final = (
    rf"(?:(?:{SMALL_NUMBER0}\b{_PART}?|half{_SEP}an?|a{_SEP}quarter{GAP}of{GAP}an?|an?)(?:{_SEP}(?:{_LARGE})\b)+)"
)
_ORDINAL: Final = rf"(?:(?:{_either(_TENS)}){_SEP})?(?:{_either(_ORDINALS)})"
_WORDS: Final = rf"(?i:{_SCALED}(?:{GAP}{_SCALED})*(?:{GAP}{SMALL_NUMBER0}\b)?|{_ORDINAL}\b|{SMALL_NUMBER0}\b{_PART}?)"
AMOUNT: Final = rf"(?:(?:{DIGITS})(?:{MAGNITUDE})*|{_WORDS})"
"""A whole number expression without sign, in digits or words."""

_NUMBER: Final = re.compile(
    rf"(?<![\w.,'’])(?<![A-Za-z]-)"
    rf"(?:(?:{DIGITS})(?:(?P<ordinal>st|nd|rd|th)\b|(?:{MAGNITUDE})*(?!\w))|(?P<words>\b{_WORDS}\b))"
)
_HEDGES: Final = sorted((words for row in _APPROX.values() for words in row.split()), key=len, reverse=True)
_BEFORE: Final = re.compile(
    rf"\b((?i:{'|'.join(re.escape(words).replace(re.escape('|'), GAP) for words in _HEDGES)})){GAP}(?:\S{{1,3}})?$"
)
_NO_NUMBER: Final = re.compile(rf"\b(?:no|any|some|every|each){GAP}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as told; `approx` is about, almost, more than, less than, at least, up to, or None where told bare.

    The span holds numeral and magnitude, not the words of approximation.
    """

    span: Span
    value: Decimal
    ordinal: bool = False
    approx: str | None = None


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a text in order; indefinite ones (`several million`, `hundreds`) are left out."""
    return [number for match in _NUMBER.finditer(text) if (number := _number(text, match))]


def _number(text: str, match: re.Match[str]) -> Number | None:
    words = match["words"]
    if words and not _counts(text, match):
        return None
    value = read_amount(match.group(), ordinal=bool(match["ordinal"]), after=text[match.end() : match.end() + 12])
    if value is None:
        return None
    ordinal = bool(match["ordinal"]) or bool(words and re.split(r"[\s-]+", words.lower())[-1] in _ORDINALS)
    return Number(match.span(), value, ordinal, approx_before(text, match.start()))


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether words are a number: no bare `million` or `half`, no `no one`, `one another`."""
    words = match["words"].lower()
    if words in _PARTS or words in _GROUPS or words in MAGNITUDES:
        return False
    if words != "one":
        return True
    if _NO_NUMBER.search(text, max(0, match.start() - 8), match.start()):
        return False
    return not text.startswith(" another", match.end())


def approx_before(text: str, start: int) -> str | None:
    """Return how the number that begins at `start` is hedged by the words before it."""
    match = _BEFORE.search(text, max(0, start - 28), start)
    if not match:
        return None
    told = "|".join(match[1].lower().split())
    return next(name for name, words in _APPROX.items() if told in words.split())


def read_amount(words: str, *, ordinal: bool = False, after: str = "") -> Decimal | None:
    """Return the value of one number expression, or None where it is none.

    Args:
        words: What stands in the text, without currency.
        ordinal: Whether the numeral has an ordinal ending, which is then left out of account.
        after: The words that follow; a percent sign there makes `7.125` a decimal fraction.
    """
    numeral = re.match(DIGITS, words)
    if numeral:
        rest = "" if ordinal else words[numeral.end() :]
        scaled = bool(rest.strip()) or re.match(r"\s*(?:%|per\s?cent|percent)", after) is not None
        return _scaled(read_digits(numeral.group(), decimal_point=scaled), _tokens(rest))
    return _spoken(list(_tokens(words)))


def _tokens(words: str) -> Iterator[str]:
    return (token for token in re.split(r"[\s.-]+", words.lower()) if token and token not in ("a", "an", "and", "of"))


def _scaled(value: Decimal, magnitudes: Iterator[str]) -> Decimal:
    for word in magnitudes:
        value *= MAGNITUDES[word]
    return _whole(value)


def read_digits(numeral: str, *, decimal_point: bool = False) -> Decimal:
    """Return the value of a numeral in digits, telling thousands marks from decimal marks.

    The last mark is the decimal one where two kinds stand, a repeated mark is for thousands, and a single comma or
    point before exactly three digits is for thousands; with `decimal_point` a single point is decimal in any case.
    """
    fraction = Decimal(0)
    if numeral[-1] in "½¼¾⅓⅔":
        fraction = Decimal(str(unicodedata.numeric(numeral[-1])))
        numeral = numeral[:-1] or "0"
    bare = re.sub(r"[^\d.,]", "", numeral)
    marks = re.findall(r"[.,]", bare)
    if not marks:
        return Decimal(bare) + fraction
    whole, _, rest = bare.rpartition(marks[-1])
    thousands = len(rest) == 3 and bool(whole.lstrip("0")) and (marks[-1] == "," or not decimal_point)
    if len(marks) > 1:
        thousands = marks[-1] == marks[0]
    digits = re.sub(r"[.,]", "", whole)
    return Decimal(digits + rest if thousands else f"{digits or '0'}.{rest}") + fraction


def _spoken(tokens: list[str]) -> Decimal | None:
    """Add up number words: units add, groups and magnitudes multiply what stands before them."""
    chunks: list[Decimal] = []
    current, last = Decimal(0), ""
    for token in tokens:
        if token in MAGNITUDES:
            if last in MAGNITUDES and chunks:
                chunks[-1] *= MAGNITUDES[token]
            else:
                chunks.append((current or Decimal(1)) * MAGNITUDES[token])
            current = Decimal(0)
        elif token in _GROUPS:
            current = (current or Decimal(1)) * _GROUPS[token]
        else:
            current += next(table[token] for table in (_UNITS, _TENS, _PARTS, _ORDINALS) if token in table)
        last = token
    return _whole(sum(chunks, current)) if tokens else None


def _whole(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value
