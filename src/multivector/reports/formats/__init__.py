"""Formats: one module each, found by this folder.

A format declares `ENDINGS` (lower case, with the dot) and has one function
`read(data: bytes, where: str, limits: Limits, charset: str | None) -> Iterator[Draft | InputError]`.
It yields a draft a report; an `InputError` stands for one report that can't be read among others that can, and is
raised where nothing can be read. `charset` is what the sender declared, `where` names the source in messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Protocol, cast

from multivector.errors import InputError
from multivector.registry import parts
from multivector.reports.draft import Draft
from multivector.reports.limits import Limits


class Format(Protocol):
    """What a module of this folder offers."""

    ENDINGS: tuple[str, ...]

    def read(self, data: bytes, where: str, limits: Limits, charset: str | None = None) -> Iterator[Draft | InputError]:
        """Yield the reports in the bytes."""


@cache
def formats() -> dict[str, Format]:
    """Return all formats by name."""
    return {name: cast("Format", module) for name, module in parts(__name__).items()}


@cache
def endings() -> dict[str, str]:
    """Return the name of the format of each known ending."""
    return {ending: name for name, format_ in formats().items() for ending in format_.ENDINGS}
