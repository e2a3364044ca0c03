"""Quantities told in a text: percentages, fractions, sums of money, amounts with a unit, bare counts."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from multivector.grammar.numbers import find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from multivector.coding.scene import Scene
    from multivector.grammar.numbers import Number
    from multivector.model import Span

_PERCENT: Final = re.compile(r"[\s-]*(?:%|(?:per\s?cent|pct\.?|percent)\b)(?!age)")
_POINTS: Final = re.compile(r"\s*(?:-\s*)?(?:percentage\s+points?|p\.p\.|pp)\b")
_TIMES_AS: Final = re.compile(r"\s+times\b(?!\s+(?:in|a|since|this|that|last)\b)|[\s-]?fold\b")
_FACTOR: Final = re.compile(r"\ba factor of (?P<n>\w+)|\b(?P<twice>twice)(?= (?:as|what|the)\b)", re.IGNORECASE)
_FOLD: Final = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten)-?fold\b", re.IGNORECASE)
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_TIMES: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9
}  # fmt: skip
_PART: Final = "|".join(_PARTS)
_FRACTION: Final = re.compile(
    rf"\b(?P<times>{'|'.join(_TIMES)})[\s-](?P<part>{_PART})s?\b|(?<!first )(?<!second )(?<!latter )\b(?P<half>half)\b",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r",?\s+(?:of|its|the|all|their|our|what|fewer|less|more|higher|lower|smaller|larger)\b|\s*[.,;:)]|\s*$|\s+(?:in|to|from|on|last|since)\b|\s+[A-Z]"
)
_EVERY: Final = re.compile(rf"\bevery (?P<part>second|{_PART.replace('half|', '')})(?= [a-z])", re.IGNORECASE)
_ALL: Final = re.compile(
    r"(?<!almost )(?<!nearly )(?<!virtually )(?<!practically )(?<!about )(?<!not )\b"
    r"(?:all(?= (?:of )?(?:its|their|our) | (?:of )?the \w+ that )|every [a-z]+(?: [a-z]+)?(?= of (?:its|their|our) ))",
    re.IGNORECASE,
)
_IN: Final = re.compile(
    r"\bone (?:in|out of) (?:every )?(two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: `percent`, `percentage-points`, `times`, ISO 4217, one of `units.tsv`, empty for a count.

    `first` and `last` are word indices, `head` is the word by which the quantity hangs on the sentence.
    """

    value: Decimal
    unit: str
    first: int
    last: int
    head: int

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return len(self.unit) == 3 and self.unit.isupper()


@cache
def _units() -> tuple[re.Pattern[str], dict[str, tuple[str, Decimal]]]:
    with (files("multivector.coding") / "knowledge" / "claims" / "units.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    known = {form: (row["unit"], Decimal(row["times"])) for row in rows for form in row["forms"].split("|")}
    forms = "|".join(re.escape(form) for form in sorted(known, key=len, reverse=True))
    return re.compile(rf"[\s-]*(?P<form>{forms})(?![\w/])"), known


def find_quantities(scene: Scene) -> tuple[Quantity, ...]:
    """Return the quantities of a report in order; dates and ordinals are none, a sum of money is one quantity."""
    text = scene.parsed.text
    free = bytearray(b"\1") * len(text)
    for span in (*(found.span for found in scene.dates), *(money.span for money in scene.sums)):
        _take(free, span)
    found = [(money.span, money.value, money.unit) for money in scene.sums if money.value is not None]
    for span, value, unit in (*_fractions(text), *_factors(text)):
        if _take(free, span):
            found.append((span, value, unit))
    numbers = (number for number in find_numbers(text) if not number.ordinal and all(free[slice(*number.span)]))
    found.extend(_with_unit(text, number) for number in numbers)
    return tuple(q for span, value, unit in sorted(found) if (q := _placed(scene, span, value, unit)))


def _take(free: bytearray, span: Span) -> bool:
    """Mark the characters of a span as read; False where some were already."""
    whole = all(free[slice(*span)])
    free[slice(*span)] = bytes(span[1] - span[0])
    return whole


def _fractions(text: str) -> Iterator[tuple[Span, Decimal, str]]:
    for match in _FRACTION.finditer(text):
        if not _BEHIND.match(text, match.end()):
            continue
        times, part = (1, 2) if match["half"] else (_TIMES[match["times"].lower()], _PARTS[match["part"].lower()])
        if times < part:
            yield match.span(), (Decimal(times * 100) / part).quantize(Decimal("0.1")), "percent"
    for match in _EVERY.finditer(text):
        part = _PARTS.get(match["part"].lower(), 2)
        yield match.span(), (Decimal(100) / part).quantize(Decimal("0.1")), "percent"
    for match in _ALL.finditer(text):
        yield match.span(), Decimal(100), "percent"
    for match in _IN.finditer(text):
        number = find_numbers(match[1])[0].value
        yield match.span(), (100 / number).quantize(Decimal("0.1")), "percent"


def _factors(text: str) -> Iterator[tuple[Span, Decimal, str]]:
    """`fivefold`, `a factor of three`, `twice as`."""
    for match in (*_FACTOR.finditer(text), *_FOLD.finditer(text)):
        for number in find_numbers(next((word for word in match.groups() if word and word.lower() != "twice"), "two"))[
            :1
        ]:
            yield match.span(), number.value, "times"


def _with_unit(text: str, number: Number) -> tuple[Span, Decimal, str]:
    start, end = number.span
    for pattern, unit in ((_POINTS, "percentage-points"), (_PERCENT, "percent"), (_TIMES_AS, "times")):
        if match := pattern.match(text, end):
            return (start, match.end()), number.value, unit
    pattern, known = _units()
    if match := pattern.match(text, end):
        unit, times = known[match["form"]]
        return (start, match.end()), number.value * times, unit
    return (start, end), number.value, ""


def _placed(scene: Scene, span: Span, value: Decimal, unit: str) -> Quantity | None:
    words = scene.parsed.within(*span)
    if not words:
        return None
    inner = {word.i for word in words}
    outer = [word for word in reversed(words) if word.head not in inner or word.head == word.i]
    firm = [word for word in outer if word.dep in ("pobj", "dobj", "attr", "nsubj", "nsubjpass")]
    head = (firm or outer or words[-1:])[0].i
    return Quantity(value, unit, words[0].i, words[-1].i, head)
