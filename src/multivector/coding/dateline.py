"""The dateline of a story: where it was written, and with it whose `the ministry` is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from multivector import parties

if TYPE_CHECKING:
    from multivector.coding.blocks import Block
    from multivector.coding.mentions import Mention

_AFTER = re.compile(r"[^.!?]{0,60}?(?:\)|\.|\s)\s*[-–—]{1,2}\s+|\.\s+(?:\d{1,2}\s+\w+\.?\s*)?")


def find_datelines(text: str, blocks: list[Block], names: list[Mention]) -> tuple[str | None, list[Block]]:
    """Return the state of the first dateline, and the blocks without their datelines.

    A dateline is a capital, a city or a state in capitals at the start of a paragraph, with a dash or a full stop
    behind it. A digest has one before each item.
    """
    starts = {name.span[0]: name for name in names}
    home, shortened = None, []
    for block in blocks:
        name = starts.get(block.span[0])
        end = _end(text, block, name) if name is not None else None
        if name is not None and end is not None:
            home = home or name.parties[0]
        shortened.append(block if end is None else replace(block, span=(end, block.span[1])))
    return home, shortened


def _end(text: str, block: Block, name: Mention) -> int | None:
    """Return where the story begins behind a dateline, or None where the name is none."""
    if block.kind == "headline" or not name.words.isupper() or len(name.parties) != 1:
        return None
    match = _AFTER.match(text, name.span[1], min(block.span[1], name.span[1] + 80))
    return match.end() if match and match.end() < block.span[1] and parties.is_state(name.parties[0]) else None
