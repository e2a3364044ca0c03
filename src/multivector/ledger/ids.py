"""Ids made of content: the same content has the same id in every ledger, and another content another."""

from __future__ import annotations

import hashlib
import json

DIGITS = 16
"""Hexadecimal digits of an id: among a million ids, two meet by chance once in 37 million ledgers."""


def content_id(letter: str, *parts: object) -> str:
    """Return `letter` and the hash of the parts (any JSON values), for example `t3f2a…`."""
    return letter + digest(*parts)[:DIGITS]


def digest(*parts: object) -> str:
    """Return the SHA-256 of the parts, written as canonical JSON."""
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
