"""Bytes → characters."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Final

from multivector.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS: Final = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254",
}  # fmt: skip
"""What is meant by labels that are part of a wider encoding with quotation marks and dashes."""

_NO_TEXT: Final = ("unicode_escape", "unicode-escape", "raw_unicode_escape", "idna", "punycode", "undefined", "utf-7")
_ESCAPE: Final = b"\x1b"
_NEARLY: Final = "utf-8 with broken signs"
_SOUND: Final = 10


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """Return the characters of a text file; a line feed ends each line.

    Tried in this order: byte order mark, UTF-8 (bytes that fit it by chance are very rare), the encoding that the file
    or its server declares, UTF-16 without a mark, and what chardet finds in the bytes.

    Raises:
        InputError: The bytes hold no text (zero bytes that are no UTF-16), or none of the encodings fits.
    """
    text = _marked(data, where)
    if text is None:
        text = next((text for name in _candidates(data, declared) if (text := _fitting(data, name)) is not None), None)
    if text is None or "\0" in text:
        raise InputError(f"{data[:12]!r}... is no text in a known encoding", where, "save the file as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes, where: str) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], name)
            if text is None:
                msg = f"the file begins with the byte order mark of {name} but is not in it"
                raise InputError(msg, where, "save the file as UTF-8")
            return text
    return None


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    """Yield names of encodings to try; the detection runs only if it comes to that."""
    said = (declared or "").strip().casefold()
    names = [_usual(said)] if said and said not in _NO_TEXT else []
    if _ESCAPE in data:
        yield from names
    if b"\0" in data:
        yield from (name for name in names if "16" in name or "32" in name)
        yield _wide(data)
        return
    yield "utf-8"
    yield from names
    yield _NEARLY
    yield _detected(data)
    yield "cp1252"


def _wide(data: bytes) -> str:
    """Which half of each pair of bytes is zero more often tells the order of UTF-16."""
    return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"


def _detected(data: bytes) -> str:
    import chardet

    return _usual((chardet.detect(data)["encoding"] or "utf-8").casefold())


def _usual(name: str) -> str:
    return _LABELS.get(name, name)


def _nearly_utf8(data: bytes) -> str | None:
    """Text in UTF-8 with a broken sign here and there, shown as U+FFFD, ten times fewer than sound ones."""
    text = data.decode("utf-8", "replace")
    wide, broken = sum(sign > "\x7f" for sign in text), text.count("\ufffd")
    return text if wide - broken > _SOUND * broken else None


def _fitting(data: bytes, name: str) -> str | None:
    return _nearly_utf8(data) if name == _NEARLY else _strict(data, name)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (ValueError, LookupError):
        return None
