"""Who published a report, as printed in its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from multivector import parties
from multivector.reports.clean.hyphens import is_common
from multivector.reports.head.lines import Line
from multivector.reports.head.masthead import mastheads
from multivector.reports.head.pieces import is_person, is_place, name_in, pieces_of
from multivector.reports.head.words import either, is_label, is_name, outlet_noun, words

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


def find_publisher(lines: Sequence[Line], agency: str | None, text: str, signed: str | None) -> Candidate | None:
    """Return the publisher, or None where nothing in the head can only be its name.

    From the surest: a field (`Publication: ...`), the agency of the dateline, a name that the line of rights repeats, a
    name beside the date, the name that signs the text, a line that names what publishes (a ministry, a review) or an
    organisation while another line is left to be the title, a masthead.
    """
    owner = _owner(text)
    beside = [c for c in _beside_dates(lines) if _is_supported(c.name, text, in_line=_is_signature(lines, c.line))]
    found = [*_fields(lines), *beside, *_said(lines), *_by_authors(lines), *_by_noun(lines), *_around_titles(lines)]
    found += [Candidate(name, n, strength) for name, n, strength in mastheads(lines)]
    found += [Candidate(name, -1, strength) for name, strength in ((agency, 80), (signed, 55)) if name]
    rights = _bare(owner)
    found = [replace(c, strength=max(c.strength, 70) + 5) if rights and _bare(c.name) == rights else c for c in found]
    found += [Candidate(c.text, n, 75) for n, c in enumerate(lines) if rights and _bare(c.text) == rights]
    if not found and is_name(owner):
        found.append(Candidate(owner, -1, 60))
    return max(found, key=lambda c: c.strength, default=None)


def _owner(text: str) -> str:
    """Return the name in the line of rights at the end, or an empty text."""
    match = _RIGHTS.search(text[-2000:])
    return re.sub(r"\s+(?:19|20)\d\d$", "", match[1].strip()) if match else ""


def _fields(lines: Sequence[Line]) -> Iterator[Candidate]:
    """A field of the publisher, or a sender that is a body: `From: Balkans Unit`, `FM AMEMBASSY CONAKRY`."""
    for n, line in enumerate(lines):
        if line.kind != "field" or line.key not in ("publisher", "from"):
            continue
        name = _name(line)
        if line.key == "publisher":
            yield Candidate(name or line.text, n, 100)
        elif name and (outlet_noun(name) or "&" in name or _has_adjective(name) or _has_state(name)):
            yield Candidate(name, n, 90)


def _name(line: Line) -> str:
    found = pieces_of(line.text)
    return name_in(found[0]) if found else ""


def _beside_dates(lines: Sequence[Line]) -> Iterator[Candidate]:
    """A name in the line of the date, or in a line of its own in the same block."""
    for n, line in enumerate(lines):
        if line.stated is None or line.kind == "field" or line.stated.strength < 2:
            continue
        for name in _names(line):
            yield Candidate(name, n, 50 + 10 * outlet_noun(name))
        for k, other in enumerate(lines):
            if k != n and other.block == line.block and _is_free(lines, k):
                name = _name(other)
                if name and not _is_letterhead(name):
                    yield Candidate(name, k, 40 + 10 * outlet_noun(name) - abs(k - n))


def _is_free(lines: Sequence[Line], k: int) -> bool:
    """Whether a line may be the publisher's: plain, without a date, and another such line is left for the title."""
    plain = [n for n, line in enumerate(lines) if line.kind == "plain" and line.stated is None]
    return k in plain and len(plain) > 1


def _is_signature(lines: Sequence[Line], n: int) -> bool:
    """Whether a line has the date, or stands right beside it, is short, and has the headline above it."""
    near = any(other.stated and other.block == lines[n].block for other in (*lines[n - 1 : n], *lines[n + 1 : n + 2]))
    short = len(lines[n].text.split()) < _SHORT
    return lines[n].stated is not None or (near and short and any(line.kind == "plain" for line in lines[:n]))


def _is_supported(name: str, text: str, *, in_line: bool) -> bool:
    """Whether a name beside a date is more than a person's or a place's could be.

    It says that it publishes, has an article or an `&`, holds an adjective of place, speaks in the text, or, in the
    line of the date or right beside it below the headline, is made of common words.
    """
    if outlet_noun(name) or "&" in name or f"\n{name}:" in text:
        return True
    if name.startswith("The ") and len(name.split()) <= _SHORT:
        return True
    return _has_adjective(name) or (in_line and any(map(is_common, name.split())) and not is_person(name))


def _has_adjective(name: str) -> bool:
    return any(word.casefold() in words("region") or parties.resolve(word).kind == "adjective" for word in name.split())


def _has_state(name: str) -> bool:
    return any(parties.resolve(word).kind == "state" for word in name.split())


def _names(line: Line) -> list[str]:
    """Return the name in a line beside its date."""
    stated = line.stated
    if stated is None:
        return []
    found = [name_in(piece) for piece in pieces_of(f"{line.text[: stated.start]} | {line.text[stated.end :]}")]
    return [name for name in found if name][:1]


def _said(lines: Sequence[Line]) -> Iterator[Candidate]:
    """A line that says who publishes: `Special to the Levantine Star`, `Prepared by the Great Lakes Desk, 3 August`."""
    for n, line in enumerate(lines):
        if re.match(rf"{either('publishes')}\b", line.text, re.IGNORECASE):
            rest = f"{line.text[: line.stated.start]} | {line.text[line.stated.end :]}" if line.stated else line.text
            name = next(map(name_in, pieces_of(rest)), "")
            if name and not is_person(name):
                yield Candidate(name, n, 65)


def _by_authors(lines: Sequence[Line]) -> Iterator[Candidate]:
    """The outlet behind an author: `By Thoko Banda, Kafue Courier`."""
    for n, line in enumerate(lines):
        name = name_in(line.text.rpartition(", ")[2]) if line.kind == "byline" and ", " in line.text else ""
        if name and outlet_noun(name):
            yield Candidate(name, n, 45)


def _by_noun(lines: Sequence[Line]) -> Iterator[Candidate]:
    """A line of its own that names a publishing body, while another line is left for the title."""
    plain = [n for n, line in enumerate(lines) if line.kind == "plain"]
    for n in plain if len(plain) > 1 else []:
        name = _name(lines[n])
        whom = parties.resolve(name)
        known = whom.kind in ("organisation", "seat", "office-body", "code") and not parties.is_state(whom.party or "")
        known = known or whom.kind == "seat"
        if name and (known or outlet_noun(name)):
            top = 15 if n == 0 and len(name.split()) <= _SHORT else 0
            yield Candidate(name, n, 30 + top + 5 * known - 20 * (_is_letterhead(name) and not known) - min(n, 9))


def _around_titles(lines: Sequence[Line]) -> Iterator[Candidate]:
    """The outlet that a path to the page begins with, or that the title of the page ends in."""
    for n, line in enumerate(lines):
        found = pieces_of(line.text)
        if len(found) < 2 or line.kind not in ("menu", "plain"):
            continue
        name = name_in(found[0] if line.kind == "menu" else found[-1])
        if name and outlet_noun(name) and not is_label(found[0]) and len(name.split()) > 1:
            yield Candidate(name, n, 35)


def _is_letterhead(name: str) -> bool:
    """A state or a body so general that the line below it is the one that publishes."""
    last = re.split(r"\s+of\s+", name, maxsplit=1, flags=re.IGNORECASE)[0].split()[-1].casefold()
    return last in words("letterhead") or is_place(name)


def _bare(name: str) -> str:
    return re.sub(r"^the |[\W_]+", " ", name.casefold().strip()).strip()
