"""Single characters that a page or a converter changed, and those that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SPACES: Final = dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_LINE_ENDS: Final = {0x0B: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n\n"}
_UNSEEN: Final = dict.fromkeys(
    (0x200B, 0x2060, 0xFEFF, 0x180E, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_CONTROLS: Final = dict.fromkeys(n for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in "\t\n\f\x0b\x85")
_HYPHENS: Final = {0x2010: "-", 0x2011: "-"}
_TABLE: Final = {**_LIGATURES, **_SPACES, **_UNSEEN, **_CONTROLS, **_LINE_ENDS, **_HYPHENS}

_SOFT_BREAK: Final = re.compile(r"\xad[ \t]*\n[ \t]*(?=\S)")
_LATIN_JOINER: Final = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]+(?=[A-Za-z\u00c0-\u024f])")
_LONE_HALF: Final = re.compile("[\ud800-\udfff]")


def plain_characters(text: str) -> str:
    """Return the text in NFC with ligatures spelled out, all spaces plain, and unseen characters gone.

    A soft hyphen at a line end joins the word across it. Joiners that other scripts need stay. Raised digits stay: they
    are footnote marks or powers. Half a surrogate pair, which no file can hold, becomes U+FFFD.
    """
    text = _SOFT_BREAK.sub("", text).replace("\xad", "")
    text = _LATIN_JOINER.sub("", _LONE_HALF.sub("\ufffd", text))
    return unicodedata.normalize("NFC", text.translate(_TABLE))
