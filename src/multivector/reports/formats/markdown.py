"""Markdown: its marks are taken out, its words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from multivector.errors import InputError
from multivector.model.time import is_date
from multivector.reports.decode import decode
from multivector.reports.draft import Draft
from multivector.reports.head.dates import plain_date
from multivector.reports.head.words import words
from multivector.reports.limits import Limits

ENDINGS = (".md", ".markdown")
_FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY: Final = re.compile(r"([A-Za-z_ -]+):[ \t]*(.*)")
_NOTE: Final = re.compile(r"\[\^([^\]\s]+)\]")
_STEPS: Final = tuple(
    (re.compile(pattern, re.MULTILINE), to)
    for pattern, to in (
        (r"<!--[\s\S]*?-->", ""),
        (r"<sup>\s*\[?(\d{1,3})\]?\s*</sup>", r"[\1]"),
        (r"<br ?/?>", "\n"),
        (r"</?[A-Za-z][^<>\n]*>", ""),
        (r"^(?:[-*_] ?){3,}[ \t]*$\n?", ""),
        (r"^(?=[ \t|:-]*--)[ \t|:-]+$\n?", ""),
        (r"^={2,}[ \t]*$\n?", ""),
        (r"^(?:```|~~~).*$\n?", ""),
        (r"^ {0,3}#{1,6}[ \t]+", ""),
        (r"^(?:[ \t]*>)+[ \t]?", ""),
        (r"^[ \t]*\|[ \t]*(.*?)[ \t]*\|[ \t]*$", r"\1"),
        (r"^\[(?!\d+\])[^\]\n]+\]:[ \t]+\S+.*$\n?", ""),
        (r"!?\[([^\]\[\n]*(?:\[\d+\])?[^\]\[\n]*)\]\([^()\s]*(?:\([^()]*\))?[^()]*\)", r"\1"),
        (r"!?\[([^\]\[\n]{2,})\]\[[^\]\n]*\]", r"\1"),
        (r"<((?:https?|mailto):[^<>\s]+)>", r"\1"),
        (r"(?<![\\*\w])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![*\w])", r"\2"),
        (r"(?<![\\_\w])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![_\w])", r"\2"),
        (r"(?<!`)(`{1,2})([^`\n]+)\1(?!`)", r"\2"),
        (r"(?:\\|(?<! ) {2,})$", ""),
        (r"\\([\\`*_{}\[\]()#+.!|>~-])", r"\1"),
    )
)


def read(data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
    """Yield the text without marks of headings, emphasis, links and code; tables and lists keep their lines.

    Title, publisher and date are taken from the front matter if there is one. Footnotes become `[3]`.
    """
    text = decode(data, where, charset)
    limits.check("characters", len(text), where)
    front = _FRONT.match(text)
    fields = _fields(front[1]) if front else {}
    date = _iso(fields.get("date", ""))
    yield Draft(
        _plain(text[front.end() :] if front else text),
        title=fields.get("title"),
        publisher=fields.get("publisher"),
        date=date,
        date_basis="text" if date else None,
    )


def _plain(text: str) -> str:
    numbers: dict[str, int] = {}
    for match in _NOTE.finditer(text):
        numbers.setdefault(match[1], int(match[1]) if match[1].isascii() and match[1].isdigit() else len(numbers) + 1)
    text = re.sub(r"^\[\^([^\]\s]+)\]:[ \t]*", lambda m: f"[{numbers[m[1]]}] ", text, flags=re.MULTILINE)
    text = _NOTE.sub(lambda m: f"[{numbers[m[1]]}]", text)
    for pattern, to in _STEPS:
        text = pattern.sub(to, text)
    return text


def _fields(front: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in front.split("\n"):
        match = _KEY.fullmatch(line.rstrip())
        if match and match[2]:
            key = next(
                (key for key in ("title", "publisher", "date") if match[1].casefold() in words(f"field {key}")), ""
            )
            found.setdefault(key, match[2].strip("\"' "))
    return found


def _iso(text: str) -> str | None:
    return text[:10] if is_date(text[:10]) else plain_date(text)
