"""The look of a brief as one HTML file that needs nothing from outside."""

from __future__ import annotations

import base64
import calendar
import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from importlib import resources
from typing import Final

import jinja2

from multivector.briefs import charts, notetext, words
from multivector.briefs.marks import MARKS
from multivector.briefs.notes import Note, Notes
from multivector.model import Brief, Computed, Row, Said, Sentence

_MONTHS: Final = "|".join([*calendar.month_name[1:], *calendar.month_abbr[1:]])
_PAIRS: Final = re.compile(rf"(?<=\d) (?=(?:{_MONTHS}|million|billion|trillion|per cent|%)(?!\w))")
_YEARS: Final = re.compile(rf"\b({_MONTHS}) (?=\d{{4}}\b)")
_UNSAFE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Link:
    """A number in the text that leads to a note; `id` is where the note leads back to."""

    number: int
    id: str


class Page:
    """What the template asks: the notes, and the links to them as the text goes along."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.notes = brief, Notes(brief)
        self._used: Counter[int] = Counter()

    def links(self, item: Sentence | Row) -> list[Link]:
        """Return the links of the next statement; call it once for each, in reading order."""
        return [Link(number, self._next(number)) for number in self.notes.numbers(item.evidence)]

    def _next(self, number: int) -> str:
        self._used[number] += 1
        return f"r{number}-{self._used[number]}"

    def backs(self, note: Note) -> list[Link]:
        """Return the places that lead to a note."""
        return [Link(use, f"r{note.number}-{use}") for use in range(1, note.uses + 1)]

    def dealings(self, piece: Computed) -> list[tuple[int, int]]:
        """Return the runs of numbers of the dealings that went in."""
        return list(notetext.runs(notetext.dealings(piece, self.notes)[0]))

    def rows(self, piece: Computed) -> list[str]:
        """Return the inputs that are no dealings of this brief: rows of datasets."""
        return notetext.dealings(piece, self.notes)[1]


def to_html(brief: Brief) -> str:
    """Return the brief as a page in one file: styles and drawings inside, no script, nothing loaded.

    Raises:
        EvidenceError: A sentence of the brief has no evidence.
    """
    page = Page(brief)
    style = _text("style.css")
    template = _environment().get_template("brief.html.j2")
    return template.render(brief=brief, page=page, style=style, policy=_policy(style))


def _policy(style: str) -> str:
    """Return the content security policy: nothing may load or run but the page's own style."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _text(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_text),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    environment.globals.update(marks=MARKS, draw=charts.draw, kind=_kind, notetext=notetext)
    environment.tests.update(address=_is_address)
    environment.filters.update(date=words.date, parts=_parts, slug=_slug, tidy=_tidy)
    return environment


def _clean(value: object) -> object:
    """Return text without control characters and without marks that turn the direction of writing."""
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return _UNSAFE.sub("", value)


def _kind(item: object) -> str:
    return type(item).__name__.lower()


def _parts(piece: Said) -> tuple[str, str, str]:
    """Return the words before the quote, the quote, and the words after it, within the sentence around it."""
    quote = " ".join(piece.quote.split())
    before, found, after = piece.context.partition(quote)
    return (before, quote, after) if found else ("", quote, "")


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text.casefold()).strip("-")


def _is_address(text: str) -> bool:
    """Whether a cell is an address of the web, and nothing else: only such a cell becomes a link."""
    return re.fullmatch(r"https?://[\w.-]+(?::\d+)?(?:/[^\s<>\"'`\\]*)?", text) is not None


def _tidy(text: str) -> str:
    """Return text whose lines do not break between a figure and its word: `18 January`, `1.5 billion`, `13 %`."""
    return _YEARS.sub("\\1\u00a0", _PAIRS.sub("\u00a0", text))
