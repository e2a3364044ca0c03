"""Text in UTF-8 that was decoded as Windows-1252 or Latin-1 before it came: `TÃ¼rkiye`."""

from __future__ import annotations

import re
from typing import Final

_BYTE: Final = {bytes([n]).decode("cp1252", "ignore") or chr(n): n for n in range(0x80, 0x100)} | {
    chr(n): n for n in range(0x80, 0xA0)
}


def _signs(first: int, last: int) -> str:
    """Return a character class of all signs that a byte from first to last may have become."""
    return "[" + "".join(re.escape(sign) for sign, n in sorted(_BYTE.items()) if first <= n <= last) + "]"


_NEXT: Final = _signs(0x80, 0xBF)
_RUN: Final = re.compile(
    f"(?:{_signs(0xC2, 0xDF)}{_NEXT}|{_signs(0xE0, 0xEF)}{_NEXT}{{2}}|{_signs(0xF0, 0xF4)}{_NEXT}{{3}})+"
)
_PUNCTUATION: Final = frozenset("‘’“”…–—‹›«»\xa0")
_TIMES: Final = 2


def mend_mojibake(text: str) -> str:
    """Return the text with such runs decoded rightly, where that is certain; also where it happened twice.

    A capital before a closing quotation mark (`CAFÉ”`) is by chance also a valid pair of bytes, so that a single pair
    counts only if its second sign is no punctuation, or if its first is a capital after a small letter.
    """
    for _ in range(_TIMES):
        text = _RUN.sub(_mended, text)
    return text


def _mended(match: re.Match[str]) -> str:
    run = match.group()
    try:
        decoded = bytes(_BYTE[sign] for sign in run).decode("utf-8")
    except UnicodeDecodeError:
        return run
    return decoded if _certain(match, run, decoded) else run


def _certain(match: re.Match[str], run: str, decoded: str) -> bool:
    if not all(sign.isprintable() or sign in "\xa0\xad\u200b\ufeff" for sign in decoded):
        return False
    if len(decoded) > 1 or run.startswith(("â€", "ï¬")):
        return True
    before = match.string[match.start() - 1 : match.start()]
    return not set(run[1:]) & _PUNCTUATION or (before.islower() and run[0].isupper())
