"""HTML pages."""

from __future__ import annotations

from collections.abc import Iterator

from multivector.errors import InputError
from multivector.reports.decode import decode
from multivector.reports.draft import Draft
from multivector.reports.limits import Limits

ENDINGS = (".html", ".htm", ".xhtml")


def read(data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
    """Yield the article of the page; nothing that the page points to is opened."""
    from multivector.reports.page import read_page
    from multivector.reports.page.tree import declared_charset

    yield read_page(decode(data, where, charset or declared_charset(data)), where, limits)
