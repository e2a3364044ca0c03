"""What the coder made of one report."""

from __future__ import annotations

from dataclasses import dataclass

from multivector.model.claim import Claim
from multivector.model.event import Telling
from multivector.model.report import Citation, Report


@dataclass(frozen=True, slots=True)
class Coding:
    """A report with its tellings, claims and citations; `coder` is the version and checksum of what coded it."""

    report: Report
    events: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    coder: str
