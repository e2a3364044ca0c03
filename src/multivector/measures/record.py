"""Figures as JSON types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Literal

from multivector.model import Counted, Evidence, Figure

Record = dict[str, Any]
Kind = Literal["counted", "computed"]


def kind(figure: Figure) -> Kind:
    """Return whether a figure stands as it is in a dataset, or was computed from dealings or rows."""
    plain = figure.evidence and all(isinstance(one, Counted) for one in figure.evidence)
    return "counted" if plain else "computed"


def to_record(figure: Figure, *, why: bool = False) -> Record:
    """Return a figure as JSON types, with its evidence if `why` is asked."""
    names = [field.name for field in fields(Figure) if field.name != "evidence"]
    record = {"kind": kind(figure), **{name: _plain(getattr(figure, name)) for name in names}}
    return {**record, "evidence": [_evidence(one) for one in figure.evidence]} if why else record


def _evidence(piece: Evidence) -> Record:
    held = {field.name: _plain(getattr(piece, field.name)) for field in fields(piece)}
    return {"kind": type(piece).__name__.lower(), **held}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(sorted(value.items()))
    return list(value) if isinstance(value, tuple) else value
