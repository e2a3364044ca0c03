"""What a source hands to the formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loaded:
    """Bytes with the charset that their sender declared, if any."""

    data: bytes
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A source before it is loaded: `label` names it in messages, `name` is that of its report."""

    label: str
    name: str
    ending: str
    load: Callable[[], Loaded]
    path: str | None = None
