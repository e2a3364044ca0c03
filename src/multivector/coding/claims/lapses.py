"""The year from which a lapse counts: `the first since 1994`, `in fifteen years`, `since the war ended in 1949`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from multivector.grammar.dates import Found
from multivector.grammar.numbers import find_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from multivector.coding.scene import Scene
    from multivector.model import Span

_LAPSE: Final = re.compile(
    r"\bin (?:more than |over |almost |nearly |about |some )?(?P<n>[\w-]+) (?P<unit>year|decade)s?\b"
)
_SINCE: Final = re.compile(r"\b(since)\s[^,.;:]{1,60}$")


def starts_told(scene: Scene, start: int, end: int) -> Iterator[Found]:
    """Yield the years from which something counts in a part of the text, as dates of the kind `start`."""
    text = scene.parsed.text
    for found in scene.dates:
        if start <= found.span[0] < end and found.iso:
            if found.kind == "start" and found.preposition != "from" and len(found.iso) < 10:
                yield found
            elif found.kind == "point" and (since := _SINCE.search(text, start, found.span[0])):
                yield replace(found, span=since.span(1))
    for match in _LAPSE.finditer(text, start, end):
        if (years := _years(match)) and (now := _now(scene, match.span())):
            yield Found(match.span(), f"{now - years:04d}", "report date", "start")


def _years(match: re.Match[str]) -> int:
    low = match["n"].lower()
    told = 1 if low in ("a", "one") else next((int(n.value) for n in find_numbers(low) if not n.ordinal), 0)
    return told * (10 if match["unit"] == "decade" else 1) if told > 1 or match["unit"] == "decade" else 0


def _now(scene: Scene, span: Span) -> int | None:
    """Return the year of what happened: told last before in the sentence, else the report's."""
    begin = scene.parsed.sentence_span(scene.parsed.within(*span)[0].sentence)[0]
    told = [found.iso for found in scene.dates if begin <= found.span[0] < span[0] and found.iso]
    date = told[-1] if told else scene.report.date
    return int(date[:4]) if date else None
