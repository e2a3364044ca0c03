"""Datasets: statistical sources, each in a release."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetHead:
    """What a source says of itself: `kind` is the kind of its rows (flow, membership, vote, tenure, pact, told).

    `published` is an ISO date prefix. A load that gives fewer than `least` or more than `most` rows is refused: half a
    table must not pass for the whole (None: not known).
    """

    name: str
    release: str
    kind: str
    publisher: str
    licence: str
    url: str | None = None
    published: str | None = None
    least: int = 1
    most: int | None = None
