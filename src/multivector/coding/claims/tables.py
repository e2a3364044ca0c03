"""Tables of trade in plain text: a title that names the two sides and the unit, a line of years, a line a flow."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from multivector.coding.claims.common import Draft, Flow, Reading
from multivector.coding.claims.flows import flow_at
from multivector.coding.claims.rows import row_at
from multivector.grammar.money import find_money
from multivector.grammar.numbers import read_digits

if TYPE_CHECKING:
    from multivector.coding.blocks import Block

_SCALE: Final = r"(?P<scale>millions?|billions?|thousands?|mn|bn)\b"
_UNIT: Final = re.compile(rf"\(?\b(?:in )?(?P<unit>[^\s(),;]{{1,4}}|[a-z]+ of [a-z]+)[ -]{_SCALE}")
_YEARS: Final = re.compile(r"\s*(?:(?:19|20)\d\d[\s|;]*){1,12}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LINE: Final = re.compile(
    r"\s*(?P<name>exports?|imports?|trade|turnover|total(?: trade)?)\b(?P<rest>[^a-z]*)", re.IGNORECASE
)
_CELL: Final = re.compile(r"\d[\d.,’']*")
_MEASURES: Final = {"export": "exports", "import": "imports", "trade": "trade", "turnover": "trade", "total": "trade"}


def table_claims(reading: Reading) -> list[Draft]:
    """Return the amounts told in tables: for each flow and year a claim of the party whose trade the title names."""
    found: list[Draft] = []
    head: tuple[Flow, Decimal, str] | None = None
    years: list[str] = []
    for block in reading.scene.blocks:
        text = reading.scene.parsed.text[slice(*block.span)]
        if _YEARS.fullmatch(text):
            years = _YEAR.findall(text)
        elif head is not None and years and (line := _LINE.fullmatch(text)):
            found.extend(_line(reading, block, line, head, years))
        else:
            head, years = _title(reading, block, text) or (None if years else head), []
    return found


def _title(reading: Reading, block: Block, text: str) -> tuple[Flow, Decimal, str] | None:
    """Return the flow that a line names with its unit: `Korea's trade with the UAE (USD million)`."""
    unit = _UNIT.search(text)
    sums = find_money(f"{unit['unit']} 1 {unit['scale'].rstrip('s')}") if unit else []
    if len(sums) != 1 or sums[0].value is None:
        return None
    for word in reading.scene.parsed.within(*block.span):
        row = row_at(reading.scene, "flows", word.i)
        if row is not None and row.cells["measure"] in ("trade", "exports", "imports"):
            flow = flow_at(reading, word.i)
            return (flow, sums[0].value, sums[0].unit) if flow is not None and flow.partner else None
    return None


def _line(
    reading: Reading, block: Block, line: re.Match[str], head: tuple[Flow, Decimal, str], years: list[str]
) -> list[Draft]:
    flow, scale, unit = head
    cells = list(_CELL.finditer(line["rest"]))
    if len(cells) != len(years):
        return []
    measure = next(value for word, value in _MEASURES.items() if line["name"].lower().startswith(word))
    found = []
    for cell, year in zip(cells, years, strict=True):
        start = block.span[0] + line.start("rest") + cell.start()
        words = tuple(word.i for word in reading.scene.parsed.within(start, start + len(cell.group())))
        value = read_digits(cell.group().rstrip(".,")) * scale
        if words:
            found.append(Draft("amount", flow.owner, flow.partner, measure, value, words, unit, year))
    return found
