"""Who published a report, as printed in its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from multivector import parties
from multivector.reports.head.lines import Line, is_place
from multivector.reports.head.words import is_label, is_name, outlet_noun, words

_CUT: Final = re.compile(r"\s+(?:[—–|·•]|-{1,2})\s+|\s*;\s*|\s{3,}|\t|\s+\|\s*|\s*\|\s+")
_EDITION: Final = re.compile(r"[\s,(]*\b(?:vol(?:ume)?|issue|no|nr|number|ed(?:ition)?)\b\.?:?\s*\d.*$", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d\d.*|.*\bminutes?\b.*|comments? \(\d+\)", re.IGNORECASE)
_RIGHTS: Final = re.compile(
    r"(?:(?:©|copyright)\s*(?:©\s*)?(?:\d{4}\s*)?|\(c\)\s*\d{4}\s+)(?:by\s+)?([^.,|©\n]{3,60})", re.IGNORECASE
)
_SHORT: Final = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be the publisher's, the line it stands in (-1: outside the head) and how good its place is."""

    name: str
    line: int
    strength: int


def find_publisher(lines: Sequence[Line], agency: str | None, text: str) -> Candidate | None:
    """Return the publisher, or None where nothing in the head can only be its name.

    From the surest: a field (`Publication: ...`), the agency of the dateline, a name that the line of rights repeats, a
    name beside the date, a line that names what publishes (a ministry, a review) or an organisation while another line
    is left to be the title.
    """
    rights = _bare(match[1]) if (match := _RIGHTS.search(text[-2000:])) else ""
    beside = [c for c in _beside_dates(lines) if _is_supported(c.name, text)]
    found = [*_fields(lines), *beside, *_by_noun(lines), *_masthead(lines)]
    if agency:
        found.append(Candidate(agency, -1, 80))
    found = [
        Candidate(c.name, c.line, max(c.strength, 70) + 5) if rights and _bare(c.name) == rights else c for c in found
    ]
    found += [Candidate(c.text, n, 75) for n, c in enumerate(lines) if rights and _bare(c.text) == rights]
    if not found and match and is_name(match[1].strip()):
        found.append(Candidate(match[1].strip(), -1, 60))
    return max(found, key=lambda c: c.strength, default=None)


def _fields(lines: Sequence[Line]) -> Iterator[Candidate]:
    for n, line in enumerate(lines):
        if line.kind == "field" and line.key == "publisher":
            name = _first_piece(line)
            if name:
                yield Candidate(name, n, 100)
        elif line.kind == "field" and line.key == "from" and outlet_noun(line.text) and is_name(line.text):
            yield Candidate(line.text, n, 90)


def _beside_dates(lines: Sequence[Line]) -> Iterator[Candidate]:
    """A name in the line of the date, or in a line of its own in the same block."""
    for n, line in enumerate(lines):
        if line.stated is None or line.kind == "field" or line.stated.strength < 2:
            continue
        for name in _names(line):
            yield Candidate(name, n, 50 + 10 * outlet_noun(name))
        for k, other in enumerate(lines):
            if k != n and other.block == line.block and _is_free(lines, k):
                name = _first_piece(other)
                if is_name(name) and not _is_letterhead(name):
                    yield Candidate(name, k, 40 + 10 * outlet_noun(name) - abs(k - n))


def _is_free(lines: Sequence[Line], k: int) -> bool:
    """Whether a line may be the publisher's: plain, without a date, and another such line is left for the title."""
    plain = [n for n, line in enumerate(lines) if line.kind == "plain" and line.stated is None]
    return k in plain and len(plain) > 1


def _first_piece(line: Line) -> str:
    return _EDITION.sub("", _CUT.split(line.text)[0]).strip(" ,;")


def _is_supported(name: str, text: str) -> bool:
    """Whether a name beside a date is more than a person's could be.

    It says that it publishes, has an article or an `&`, holds an adjective of place, or speaks in the text.
    """
    if outlet_noun(name) or "&" in name or name.startswith("The ") or f"\n{name}:" in text:
        return True
    return any(word.casefold() in words("region") or parties.resolve(word).kind == "adjective" for word in name.split())


def _names(line: Line) -> list[str]:
    """Return the names in a line beside its date; a single word counts only if it says that it publishes."""
    stated = line.stated
    if stated is None:
        return []
    rest = line.text[: stated.start] + " | " + line.text[stated.end :]
    pieces = [_without_places(_EDITION.sub("", piece).strip(" ,.:;()[]–—-")) for piece in _CUT.split(rest)]
    return [p for p in pieces if is_name(p) and not _is_other(p) and (outlet_noun(p) or len(p.split()) > 1)][:1]


def _without_places(piece: str) -> str:
    parts = piece.split(", ")
    return ", ".join(part for part in parts if not is_place(part)) if any(map(is_place, parts)) else piece


def _is_other(piece: str) -> bool:
    first = piece.split(maxsplit=1)[0].casefold()
    if (
        is_label(piece)
        or _CLOCK.fullmatch(piece)
        or first in ("by", "reported", "updated")
        or first in words("stating")
    ):
        return True
    return any(word.casefold() in words("stating") for word in piece.split()) or is_place(piece)


def _by_noun(lines: Sequence[Line]) -> Iterator[Candidate]:
    """A line of its own that names a publishing body, while another line is left for the title."""
    plain = [n for n, line in enumerate(lines) if line.kind == "plain"]
    for n in plain if len(plain) > 1 else []:
        name = _first_piece(lines[n])
        whom = parties.resolve(name)
        known = whom.kind in ("organisation", "seat", "office-body", "code") and not parties.is_state(whom.party or "")
        known = known or whom.kind == "seat"
        if (known or outlet_noun(name)) and is_name(name):
            top = 15 if n == 0 and len(name.split()) <= _SHORT else 0
            yield Candidate(name, n, 30 + top + 5 * known - 20 * (_is_letterhead(name) and not known) - min(n, 9))


def _masthead(lines: Sequence[Line]) -> Iterator[Candidate]:
    """A first line whose line below says that it is a periodical: `A digest of ... Week to Friday, 30 March 2018`."""
    for first, tag in pairwise(lines[:2]):
        said = {word.casefold() for word in re.findall(r"\w+", tag.text)}
        if first.kind == "plain" and tag.block == first.block and said & words("tagline") and is_name(first.text):
            yield Candidate(first.text, 0, 25 if tag.text.split()[0] in ("A", "An", "The") else 15)


def _is_letterhead(name: str) -> bool:
    """A state or a body so general that the line below it is the one that publishes."""
    last = re.split(r"\s+of\s+", name, maxsplit=1, flags=re.IGNORECASE)[0].split()[-1].casefold()
    return last in words("letterhead") or is_place(name)


def _bare(name: str) -> str:
    return re.sub(r"^the |[\W_]+", " ", name.casefold().strip()).strip()
