"""The headline of a report."""

from __future__ import annotations

from collections.abc import Sequence

from multivector.reports.head.lines import Line
from multivector.reports.head.publisher import Candidate
from multivector.reports.head.words import is_name, outlet_noun, words


def find_title(lines: Sequence[Line], publisher: Candidate | None) -> str | None:
    """Return the headline: a field, else the first line of the head that is nothing else.

    Lines above the publisher come first, if they are no letterhead, then those in blocks below, then those beside it.
    A masthead with nothing below it is the title too. A line below that goes on with a small letter belongs to it.
    """
    field = next((line.text for line in lines if line.kind == "field" and line.key == "title"), None)
    if field:
        return field
    at = publisher.line if publisher else -1
    plain = [n for n, line in enumerate(lines) if _may_be_title(lines, n) and not _is_imprint(line)]
    rest = [n for n in plain if n != at]
    if at < 0:
        order = rest
    else:
        heads = {line.block for line in lines if line.kind == "place"}
        above = [n for n in rest if n < at and lines[n].block not in heads]
        above = [n for n in above if not _is_letterhead(lines[n], together=lines[n].block == lines[at].block)]
        below = [n for n in rest if n > at and lines[n].block > lines[at].block]
        order = [*above, *below, *[n for n in rest if n > at]]
    if order and not (len(lines) == 1 and lines[0].text.endswith((".", "!", "?", "…"))):
        return _whole(lines, order[0])
    return publisher.name if publisher and at >= 0 else None


def _may_be_title(lines: Sequence[Line], n: int) -> bool:
    """A plain line, or a label that goes on below: `Joint communiqué` / `on the visit of ...`."""
    if lines[n].kind == "label" and n + 1 < len(lines):
        return lines[n + 1].block == lines[n].block and lines[n + 1].text[0].islower()
    return lines[n].kind == "plain" and not lines[n].text[0].islower()


def _whole(lines: Sequence[Line], n: int) -> str:
    """Return a headline with the lines below it that go on with a small letter."""
    text = lines[n].text
    for line in lines[n + 1 :]:
        if line.block != lines[n].block or line.kind != "plain" or not line.text[0].islower():
            break
        text += f" {line.text}"
    return text


def _is_imprint(line: Line) -> bool:
    """A line that a date ends or fills is no headline, unless the date is that of the session it reports on."""
    return line.stated is not None and line.stated.strength > 1


def _is_letterhead(line: Line, *, together: bool) -> bool:
    """A state or a general body above the publisher; `together`, in one block with it, any publishing body."""
    found = [word.casefold() for word in line.text.split()]
    if found[0] in words("letterhead") or found[-1] in words("letterhead"):
        return True
    return together and outlet_noun(line.text) and is_name(line.text)
