"""The dateline of a story: where it was written, and with it whose `the ministry` is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from multivector import parties

if TYPE_CHECKING:
    from multivector.coding.blocks import Block
    from multivector.coding.mentions import Mention

_AFTER = re.compile(r"[^.!?]{0,60}?(?:\)|\.|\s)\s*[-–—]{1,2}\s+|\.\s+(?:\d{1,2}\s+\w+\.?\s*)?")


def find_dateline(text: str, blocks: list[Block], names: list[Mention]) -> tuple[str | None, int | None]:
    """Return the state of the dateline and the offset where the story begins behind it, or None twice.

    A dateline is a capital, a city or a state in capitals at the start of a paragraph, followed by a dash or a full stop.
    """
    starts = {name.span[0]: name for name in names}
    for block in blocks:
        name = starts.get(block.span[0])
        if block.kind == "headline" or name is None or not name.words.isupper() or len(name.parties) != 1:
            continue
        end = _AFTER.match(text, name.span[1], min(block.span[1], name.span[1] + 80))
        if end and parties.is_state(name.parties[0]):
            return name.parties[0], end.end()
    return None, None
