"""A draft → a report: repair the text, read its head, find its language, give it its identity."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from multivector.errors import InputError
from multivector.model import Report
from multivector.reports.clean import repair
from multivector.reports.draft import Draft
from multivector.reports.head import read_head
from multivector.reports.language import detect_language

_HALF: Final = re.compile("[\ud800-\udfff]")


def text_hash(text: str) -> str:
    """Return the identity of a text: the SHA-256 of its UTF-8 bytes, in hexadecimal.

    It is taken from the text as stored, so that the same words are recognised whatever file, format or encoding they
    came in, and reading a file again adds nothing.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_report(
    draft: Draft,
    *,
    name: str,
    path: str | None = None,
    url: str | None = None,
    format_: str = "text",
    date: str | None = None,
) -> Report:
    """Return the report that a draft becomes.

    Args:
        draft: The text and what its format says of it; its own name goes before `name`.
        name: Name of the report, usually the stem of its file.
        path: The file that it came from.
        url: The address that it came from; the one that a record gives goes before.
        format_: Name of the format.
        date: ISO prefix that holds where neither the source nor the text states a date.

    Raises:
        InputError: There is no text.
    """
    repaired = repair(draft.text, draft.layout)
    text = repaired.text
    if not text.strip():
        raise InputError("there is no text in it", path or name, "a report needs at least a headline")
    head = read_head(text)
    stated = draft.date or head.date
    return Report(
        name=_storable(draft.name or name),
        text=text,
        sha256=text_hash(text),
        path=_storable(path) if path else None,
        url=_storable(draft.url or url or "") or None,
        title=_storable(draft.title or head.title or "") or None,
        publisher=_storable(draft.publisher or head.publisher or "") or None,
        date=stated or date,
        date_basis=(draft.date_basis if draft.date else "text") if stated else "given" if date else None,
        language=draft.language or detect_language(text),
        format=format_,
        pages=repaired.pages,
    )


def _storable(text: str) -> str:
    """Return text that can be written as UTF-8: file names may hold bytes, and records halves of pairs, that can't."""
    return _HALF.sub("\ufffd", text)
