"""What the model tells of a word, numbered: types, modes and statuses of dealings, and the roles of parties."""

from __future__ import annotations

from typing import Final

from multivector.model.codes import MODES, STATUSES, TYPES, symmetric

MODE_NAMES: Final = tuple(
    (type_, mode) for type_, modes in MODES.items() for mode in ((None, *modes) if type_ != "CONSULT" else modes)
)
"""Pairs of type and mode; None where a type has modes and none of them is told."""
ROLES: Final = ("actor", "recipient")
"""Where order says nothing (`symmetric`) all parties are actors."""

__all__ = ["MODE_NAMES", "ROLES", "STATUSES", "TYPES", "symmetric"]
