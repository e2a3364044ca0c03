"""DOCX, made into HTML by mammoth: footnotes and tracked insertions stay, deletions and comments go."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from xml.parsers.expat import ExpatError

from lxml import etree

from multivector.errors import InputError
from multivector.reports.draft import Draft
from multivector.reports.limits import Limits

ENDINGS = (".docx",)
_SPACE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS: Final = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, OverflowError, EOFError, OSError, ExpatError
)  # fmt: skip
"""What the readers of packages and of XML raise for broken ones; RuntimeError is an encrypted entry."""

_OFF: Final = ("0", "false", "off", "none")


def read(data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
    """Yield the text of the document; hidden text is left out, pictures and what is linked are not opened.

    Raises:
        InputError: It is no DOCX, is encrypted, unfolds to more bytes than the limit, or defines entities of its own.
    """
    import mammoth

    from multivector.reports.page import read_page

    del charset
    safe = _checked(data, where, limits)
    try:
        page = mammoth.convert_to_html(safe, convert_image=_no_image, include_embedded_style_map=False).value
    except (KeyError, AttributeError, TypeError, IndexError, *_BROKEN) as error:
        raise InputError(f"the document is damaged: {error!r}", where, "open it and save it again") from error
    yield read_page(f"<html><body>{page}</body></html>", where, limits, whole=True)


def _no_image(image: object) -> list[object]:
    del image
    return []


def _checked(data: bytes, where: str, limits: Limits) -> io.BytesIO:
    """Return the package again, with its texts parsed and without hidden runs."""
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(packed, "w") as safe:
            limits.check("bytes", sum(entry.file_size for entry in archive.infolist()), where)
            for entry in archive.infolist():
                content = archive.read(entry)
                safe.writestr(entry.filename, _seen(content, where) if entry.filename in _TEXTS else content)
    except _BROKEN as error:
        msg = f"{data[:8]!r}... is no DOCX that can be opened: {error}"
        raise InputError(msg, where, "save it as .docx, without a password") from error
    packed.seek(0)
    return packed


def _seen(content: bytes, where: str) -> bytes:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise InputError("the document defines entities of its own", where, "open it and save it again")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise InputError(f"the document is damaged: {error}", where, "open it and save it again") from error
    for vanish in list(root.iter(f"{_SPACE}vanish")):
        run = vanish.getparent().getparent()
        if vanish.get(f"{_SPACE}val", "1") not in _OFF and run.tag == f"{_SPACE}r":
            run.getparent().remove(run)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))
