"""Sums of money: `US$2-3 billion`, `CHF 3'400'000`, `a 400-million-euro loan`, `3 lakh crore rupees`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from multivector.grammar.currencies import by_form, currencies, which
from multivector.grammar.numbers import AMOUNT, DIGITS, GAP, MAGNITUDE, approx_before, read_amount
from multivector.model import Span


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money: `value` in whole units of `unit` (ISO 4217), None where it is indefinite (`millions of euros`).

    Of a range it is the lower end, with the upper one in `high`. `approx` is as in `Number`.
    """

    span: Span
    value: Decimal | None
    unit: str
    high: Decimal | None = None
    approx: str | None = None


_BETWEEN: Final = r"(?P<%s>(?<=[Bb]etween ))?"
_RANGE: Final = rf"(?:[^\S\n]?[-–—][^\S\n]?|{GAP}(?:to|or){GAP}|(?(%s){GAP}and{GAP}|(?!)))"
_VAGUE: Final = (
    rf"(?i:(?:hundreds|tens|dozens|scores|thousands|millions|billions|trillions|several|many|a{GAP}few|some|multi-?|untold)"
    rf"(?:{GAP}of)?(?:(?:{GAP}|-)?(?:tens|hundreds?|thousands?|millions?|billions?|trillions?)(?:{GAP}of)?)*(?:{GAP}|-))"
)


_NUMBERS: Final = ("low", "high", "low2", "high2", "low3")
_OTHER_MEANINGS: Final = re.compile(
    "real|reais|crowns?|sol|soles|mark|som|dong|kip|rand|lek|leone|pula|kina|drams?|won|loti", re.IGNORECASE
)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the ways to tell a sum: sign before, name or code behind, name before a large number, no number at all."""
    signs = _either(sign for row in currencies() for sign in (*row.symbols, *row.short))
    words = [form for form in by_form() if form[0].isalpha() and form == form.lower() and len(form) > 2]
    names, heads = _either(words), _either(form for form in words if not _OTHER_MEANINGS.fullmatch(form))
    number = rf"(?:(?:{DIGITS}){GAP}[mMbB]\b|{AMOUNT})(?!\w)"
    sign = rf"(?P<sign>(?<!\w)(?:{signs}))[^\S\n]?"
    return re.compile(
        rf"{_BETWEEN % 'pair'}{sign}(?P<low>{number})(?:{_RANGE % 'pair'}(?:(?P=sign)[^\S\n]?)?(?P<high>{number}))?"
        rf"|{_BETWEEN % 'pair2'}(?<![\w.,'’])(?P<low2>{number})(?:{_RANGE % 'pair2'}(?P<high2>{number}))?"
        rf"(?:(?:{GAP}|-)(?P<name>(?i:(?:{names})))\b|[^\S\n]?(?P<code>{signs})(?!\w))"
        rf"|\b(?P<head>(?i:{heads})){GAP}(?P<low3>{number})"
        rf"|\b{_VAGUE}(?P<vague>(?i:{names}))\b"
    )


def _either(forms: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(form) for form in forms}, key=lambda form: (-len(form), form)))


def find_money(text: str) -> list[Money]:
    """Return the sums of a text in order.

    A sum told in two currencies is given once, in the first. A sum whose currency can't be told (rupees in a text that
    names no country) is left out, for without its unit it can't be compared.
    """
    found: list[Money] = []
    for match in _pattern().finditer(text):
        money = _money(text, match)
        if money and not (found and _restated(text, found[-1], money)):
            found.append(money)
    return found


def _money(text: str, match: re.Match[str]) -> Money | None:
    form = match["sign"] or match["name"] or match["code"] or match["head"] or match["vague"]
    unit = which(form, text, match.start())
    if unit is None or not _is_currency(text, match, form.lower()):
        return None
    if match["vague"]:
        return Money(match.span(), None, unit)
    low, high = match["low"] or match["low2"] or match["low3"], match["high"] or match["high2"]
    value, top = read_amount(low), read_amount(high) if high else None
    if value is None:
        return None
    low_end = _scaled_like(low, high, value) if high else value
    return Money(match.span(), low_end, unit, top, approx_before(text, match.start()))


def _scaled_like(low: str, high: str, value: Decimal) -> Decimal:
    """In `$2-3 billion` the magnitude belongs to both ends."""
    if re.search(rf"(?:{MAGNITUDE})$", low):
        return value
    top = re.match(DIGITS, high)
    scale = read_amount("1" + high[top.end() :]) if top else None
    return value * scale if scale else value


def _is_currency(text: str, match: re.Match[str], form: str) -> bool:
    """Whether a word that has other meanings is money here, unlike `won three contracts`, `500 pounds of`, `COP 28`."""
    after, number = text[match.end() : match.end() + 24], " ".join(filter(None, (match[group] for group in _NUMBERS)))
    large = bool(re.search(rf"\d[,.'’\s]?\d{{3}}|\d{{3}}|{MAGNITUDE}$", number))
    if match["head"]:
        return bool(re.search(f"{MAGNITUDE}$", number))
    if match["code"] or (match["sign"] and form.isalpha()):
        return large
    if form == "won":
        scaled = re.search(rf"\d[,.\s]\d{{3}}$|{MAGNITUDE}$", number)
        return bool(scaled) and not re.match(rf"{GAP}(?:by|over|against|his|her|its|their|two|three|medals)\b", after)
    if form in ("pound", "pounds"):
        scaled = re.search(f"{MAGNITUDE}$", number)
        return not re.match(rf"{GAP}of\b", after) and (bool(scaled) or form == "pounds")
    return not _OTHER_MEANINGS.fullmatch(form) or large or bool(re.search(r"\d\d", number))


_AGAIN: Final = re.compile(
    rf"[^\S\n]?[,(\[—–]*[^\S\n]?(?:(?i:or|about|around|approximately|approx\.|roughly|some|equivalent{GAP}to|equal{GAP}to|i\.e\.|worth|at{GAP}the{GAP}time"
    rf"|nearly|almost|over|more{GAP}than|ca?\.|≈|=)[,]?{GAP}?)*(?:US)?[^\S\n]?"
)


def _restated(text: str, first: Money, second: Money) -> bool:
    """Whether the second sum is the first one in another currency: `5 million dollars (4.6 million euros)`."""
    between = text[first.span[1] : second.span[0]]
    return first.unit != second.unit and len(between) > 1 and bool(_AGAIN.fullmatch(between))
