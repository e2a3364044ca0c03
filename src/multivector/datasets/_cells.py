"""What a cell holds: a number, or a period of time."""

from __future__ import annotations

import re
from decimal import Decimal

from multivector.model.time import is_date

MISSING = frozenset({"", "-", "–", "—", "..", "...", ":", "na", "n/a", "n.a.", "nan", "null", "none", "x"})
"""What stands for no figure, in a column of numbers: there, and only there, NA is no country."""

_PLAIN = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_EUROPEAN = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+|[-+]?\d{1,3}(?:\.\d{3}){2,}")

_QUARTER = re.compile(r"(\d{4})[- ]?Q([1-4])|Q([1-4])[- ]?(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})[-/ ]?M?(0[1-9]|1[0-2])", re.IGNORECASE)
_SPAN = re.compile(r"(\d{4}(?:-\d{2})?)/(\d{4}(?:-\d{2})?)")


def number(cell: str, *, comma: bool = False) -> Decimal | None:
    """Return the number in a cell, or None where it is none.

    Args:
        cell: `1234.5`, `1,234.5`, `1 234`, `12.5%`, `4.6E9`.
        comma: Whether the comma is the decimal sign (files that separate columns by semicolons).
    """
    text = re.sub(r"[\s'’]|%$", "", cell.strip())
    if comma and _EUROPEAN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def period(cell: str) -> str | None:
    """Return a period in the ledger's form, or None: `2023`, `2023-04`, `2023-Q2`, `2023-04-15`, `2022/2023`.

    Read are also `202304`, `2023M04`, `Q2 2023` and `2023.0`.
    """
    text = re.sub(r"(?<=^\d{4})\.0$", "", cell.strip())
    if is_date(text) or _SPAN.fullmatch(text):
        return text
    if found := _QUARTER.fullmatch(text):
        return f"{found[1] or found[4]}-Q{found[2] or found[3]}"
    if found := _MONTH.fullmatch(text):
        return f"{found[1]}-{found[2]}"
    return None
