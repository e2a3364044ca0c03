"""What a source hands to the formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loaded:
    """Bytes, the charset that their sender declared, if any, and the ending that tells their format."""

    data: bytes
    charset: str | None = None
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source before it is loaded: `label` names it in messages, `name` is that of its report.

    `ending` is None where only what is loaded tells the format.
    """

    label: str
    name: str
    ending: str | None
    load: Callable[[], Loaded]
    path: str | None = None
    url: str | None = None
