"""Plain English for dates, sums, names and lists; pure functions from values to words."""

from __future__ import annotations

import calendar
import functools
from collections.abc import Iterable, Sequence
from decimal import Decimal

from multivector.model.time import is_date
from multivector.tables import Row, read_table

NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of a tab-separated file of the folder `wording`, each by its column heads."""
    return read_table("multivector.briefs", "wording", name)


def date(iso: str, *, short: bool = False) -> str:
    """Return a date as precise as its ISO prefix: `18 January 2024`, `September 2023`, `2009`."""
    year, *rest = iso.split("-")
    names = calendar.month_abbr if short else calendar.month_name
    month = [names[int(rest[0])]] if rest else []
    return " ".join([str(int(rest[1])) if len(rest) > 1 else "", *month, year]).strip()


def period(told: str) -> str:
    """Return a period in words: `2022`, `Q1 2023`, `Jan 2023 to Nov 2023`, `2022/2023` as it is."""
    ends = told.split("/")
    if len(ends) == 2 and all(is_date(end) and len(end) > 4 for end in ends):
        return f"{date(ends[0], short=True)} to {date(ends[1], short=True)}"
    year, _, quarter = told.partition("-Q")
    if quarter:
        return f"Q{quarter} {year}"
    return date(told, short=True) if is_date(told) else told


def when(iso: str | None, *, since: bool = False) -> str:
    """Return a date with its preposition: `on 18 January 2024`, `in September 2023`; empty where there is none."""
    if not iso:
        return ""
    return f"{'since' if since else 'on' if len(iso) == 10 else 'in'} {date(iso)}"


def number(value: int) -> str:
    """Return a count in running text: words to ten, figures above, thousands marked."""
    return NUMERALS[value] if 0 <= value <= 10 else f"{value:,}"


def none(value: int) -> str:
    """Return a count that stands alone: `none`, `one`, `14`."""
    return number(value) if value else "none"


def counted(value: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `one dealing`, `14 dealings`, `no dealings`."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def figure(value: Decimal | float, *, places: int | None = None) -> str:
    """Return a number in figures with thousands marked and no trailing zeros; `places` rounds half to even."""
    exact = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if places is not None:
        exact = round(exact, places)
    text = f"{exact:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: Decimal | float, *, places: int = 1, short: bool = False) -> str:
    """Return a percentage: `13 per cent`, in tables `13 %`."""
    return f"{figure(value, places=places)}{' %' if short else ' per cent'}"


def amount(value: Decimal, unit: str | None) -> str:
    """Return a sum of money as exactly as told: `1.5 billion US dollars`, `1 euro`, `250,000 tenge`."""
    for scale, name in _SCALES:
        scaled = value / scale
        if abs(scaled) >= 1 and -scaled.normalize().as_tuple().exponent <= 3:  # type: ignore[operator]
            return f"{figure(scaled)} {name}{_unit(unit, 2)}"
    return f"{figure(value)}{_unit(unit, value)}"


def _unit(unit: str | None, value: Decimal | int) -> str:
    if not unit:
        return ""
    one, many = _currencies().get(unit, (unit, unit))
    return f" {one if value == 1 else many}"


@functools.cache
def _currencies() -> dict[str, tuple[str, str]]:
    return {row["code"]: (row["one"], row["many"]) for row in rows("currencies.tsv")}


def times(value: int) -> str:
    """Return how often: `once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(value, f"{number(value)} times")


def ordinal(value: int) -> str:
    """Return a rank as it is read out: `first`, `second`, ... `tenth`, then `11th`."""
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    if 1 <= value <= len(names):
        return names[value - 1]
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


def listed(items: Iterable[str], *, last: str = "and") -> str:
    """Return a list in words: `A`, `A and B`, `A, B and C`; empty for none."""
    held = list(items)
    if len(held) < 2:
        return "".join(held)
    return f"{', '.join(held[:-1])} {last} {held[-1]}"


def few(items: Sequence[str], most: int = 4) -> str:
    """Return a list in words that ends in `and N more` where it is longer than `most`."""
    if len(items) <= most:
        return listed(items)
    return listed([*items[:most], f"{number(len(items) - most)} more"])


def possessive(name: str) -> str:
    """Return the possessive of a name: `Italy’s`, `the Netherlands’`."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def capital(text: str) -> str:
    """Return the text with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def sectors(codes: Iterable[str]) -> str:
    """Return sectors in words: `energy, trade and political relations`."""
    return listed(sector(code) for code in codes)


def sector(code: str) -> str:
    """Return one sector in words; a code of a later list stands for itself."""
    return _sectors().get(code, code)


@functools.cache
def _sectors() -> dict[str, str]:
    return {row["code"]: row["words"] for row in rows("sectors.tsv")}
