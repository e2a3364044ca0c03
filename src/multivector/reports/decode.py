"""Bytes → characters."""

from __future__ import annotations

import codecs

from multivector.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """Return the characters of a text file; a line feed ends each line.

    Tried in this order: byte order mark, the encoding that the file or its server declares, UTF-8, UTF-16 without a
    mark, and what chardet finds in the bytes.

    Raises:
        InputError: The bytes hold no text (zero bytes that are no UTF-16), or none of the encodings fits.
    """
    text = _marked(data, where)
    if text is None:
        text = next((text for name in _candidates(data, declared) if (text := _strict(data, name)) is not None), None)
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


def _candidates(data: bytes, declared: str | None) -> list[str]:
    names = [declared] if declared else []
    if b"\0" in data:
        return [*names, _wide(data)]
    return [*names, "utf-8", _detected(data), "cp1252"]


def _wide(data: bytes) -> str:
    """Which half of each pair of bytes is zero more often tells the order of UTF-16."""
    return "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"


def _detected(data: bytes) -> str:
    import chardet

    return chardet.detect(data, prefer_superset=True)["encoding"] or "utf-8"


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None
