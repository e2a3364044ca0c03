"""Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from multivector.errors import InputError
from multivector.reports.decode import decode
from multivector.reports.draft import Draft
from multivector.reports.limits import Limits

ENDINGS = (".md", ".markdown")


def read(data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
    """Yield the text as it stands."""
    text = decode(data, where, charset)
    limits.check("characters", len(text), where)
    yield Draft(text)
