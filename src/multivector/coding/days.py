"""The dates of a text block by block: a chronicle's line has its date at its head, and all else in it leans on that."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from multivector.grammar.dates import Found, find_dates
from multivector.model.time import last_day

if TYPE_CHECKING:
    from multivector.coding.blocks import Block

_HEAD = re.compile(r"\s*(?:[.:–—]|-\s|\s[–—-]\s)\s*(?=\S)")


def told_dates(text: str, blocks: list[Block], reference: str | None) -> tuple[Found, ...]:
    """Return the dates of a text in order; those of a line that opens with a date are seen from that date.

    Args:
        text: The report's text.
        blocks: Its lines of prose.
        reference: ISO prefix of the report's date.
    """
    dates = find_dates(text, reference)
    heads = lead_dates(text, blocks, dates)
    found = [date for date in dates if _block_of(blocks, date) not in heads]
    for number, head in heads.items():
        end = blocks[number].span[1]
        seen_from = last_day(head.iso).isoformat() if head.iso else reference
        inner = find_dates(text[head.span[1] : end], seen_from)
        found += [head, *(_moved(date, head.span[1]) for date in inner)]
    return tuple(sorted(found, key=lambda date: date.span))


def lead_dates(text: str, blocks: list[Block], dates: list[Found] | tuple[Found, ...]) -> dict[int, Found]:
    """Return the date at the head of a line (`2009. On November 5`, `18 January 2024: ...`), by block."""
    starts = {block.span[0]: number for number, block in enumerate(blocks)}
    heads = ((starts[date.span[0]], date) for date in dates if date.span[0] in starts and date.iso)
    return {number: date for number, date in heads if _HEAD.match(text, date.span[1])}


def _block_of(blocks: list[Block], date: Found) -> int | None:
    return next((n for n, block in enumerate(blocks) if block.span[0] <= date.span[0] < block.span[1]), None)


def _moved(date: Found, offset: int) -> Found:
    return replace(date, span=(date.span[0] + offset, date.span[1] + offset))
