"""The headline of a report."""

from __future__ import annotations

from collections.abc import Sequence

from multivector.reports.head.lines import Line
from multivector.reports.head.pieces import is_place, name_in, pieces_of, without_number
from multivector.reports.head.publisher import Candidate
from multivector.reports.head.words import is_label, is_name, outlet_noun, words

_PHRASE = 5


def find_title(lines: Sequence[Line], publisher: Candidate | None) -> str | None:
    """Return the headline: a field, else the first line of the head that is nothing else.

    Lines above the publisher come first, if they are no letterhead, then those in blocks below, then those beside it.
    A publisher's line that holds more than its name holds the headline. A masthead with nothing below it is the title
    too, and so is the name of a document. A line below that goes on with a small letter belongs to it.
    """
    field = next((line.text for line in lines if line.kind == "field" and line.key == "title"), None)
    if field:
        return field
    at = publisher.line if publisher else -1
    beside = _beside(lines[at], publisher) if publisher and at >= 0 else None
    order = [n for n in _order(lines, at) if not publisher or not _is_speech(lines[n], publisher)]
    if beside and (at == 0 or not order):
        return beside
    if order and not (len(lines) == 1 and lines[0].text.endswith((".", "!", "?", "…"))):
        return _whole(lines, order[0])
    return _document(lines, publisher) or (publisher.name if publisher and at >= 0 else None)


def _document(lines: Sequence[Line], publisher: Candidate | None) -> str | None:
    """Return what a head without a headline calls its text: `Joint statement`, behind a body's name `Press review`."""
    issued = publisher is not None and bool(
        {word.casefold() for word in publisher.name.split()} & words("outlet first")
    )
    labels = [line.text for line in lines if line.kind == "label" and not line.stated and len(line.text.split()) > 1]
    named = [line.text for line in lines if line.text.casefold() in words("document")]
    return next(iter([*named, *(labels if issued else ())]), None)


def _order(lines: Sequence[Line], at: int) -> list[int]:
    """Return the lines that may be the headline, the likeliest first; `at` is that of the publisher."""
    rest = [n for n, line in enumerate(lines) if _may_be_title(lines, n) and not _is_imprint(line) and n != at]
    if at < 0:
        return rest
    heads = {line.block for line in lines if line.kind == "place"}
    above = [n for n in rest if n < at and lines[n].block not in heads]
    above = [n for n in above if not _is_letterhead(lines[n], together=lines[n].block == lines[at].block)]
    below = [n for n in rest if n > at and lines[n].block > lines[at].block]
    beside = [n for n in rest if n > at and lines[n].block == lines[at].block]
    beside.sort(key=lambda n: lines[n].stated is not None)
    phrases = [n for n in beside if not lines[n].stated and _is_phrase(lines[n].text)]
    whole = [
        n for n in below[:1] if len(lines[n].text.split()) >= _PHRASE or lines[n].text.casefold() in words("document")
    ]
    return [*above, *whole, *phrases, *below, *beside]


def _is_phrase(text: str) -> bool:
    """Whether a line is long enough to be a headline beside the publisher's name, and no description of it."""
    said = {word.casefold() for word in text.split()}
    return len(said) >= _PHRASE and not said & words("tagline") and not outlet_noun(text)


def _is_speech(line: Line, publisher: Candidate) -> bool:
    return line.text.casefold().startswith(f"{publisher.name.casefold()}:")


def _beside(line: Line, publisher: Candidate) -> str | None:
    """Return the headline that a line gives beside name, date, number and labels: `Headline | Lake Courier | 5 Nov`."""
    if line.kind != "plain":
        return None
    text = f"{line.text[: line.stated.start]} | {line.text[line.stated.end :]}" if line.stated else line.text
    rest = [piece for piece in map(without_number, pieces_of(text)) if piece and name_in(piece) != publisher.name]
    rest = [
        piece
        for piece in rest
        if not piece[0].islower()
        and not outlet_noun(piece)
        and not is_place(piece)
        and not is_label(piece)
        and len(piece.split()) > 2
        and publisher.name not in piece
    ]
    return rest[0] if len(rest) == 1 else None


def _may_be_title(lines: Sequence[Line], n: int) -> bool:
    """A plain line, or a label that goes on below: `Joint communiqué` / `on the visit of ...`."""
    if lines[n].kind == "label" and n + 1 < len(lines):
        return lines[n + 1].block == lines[n].block and lines[n + 1].text[0].islower()
    return lines[n].kind == "plain" and not lines[n].text[0].islower()


def _whole(lines: Sequence[Line], n: int) -> str:
    """Return a headline with the lines below it that go on with a small letter."""
    text = lines[n].text
    for line in lines[n + 1 :]:
        if line.block != lines[n].block or line.kind != "plain" or not line.text[0].islower() or _is_imprint(line):
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
