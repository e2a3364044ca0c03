"""Made-up reports and tellings for the tests of the ledger."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from multivector.model import Citation, Claim, Coding, Report, Telling


def report(text: str, name: str = "one", **head: Any) -> Report:
    """Return a report whose hash is that of its text."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    given = {"publisher": "The Harbour Post", "date": "2025-03-04", "date_basis": "text", **head}
    return Report(name=name, text=text, sha256=sha256, **given)


def telling(text: str, anchor: str, type_: str = "AGREE", **told: Any) -> Telling:
    """Return a telling whose anchor stands in the text."""
    start = text.index(anchor)
    given = {"actors": ("CHL",), "recipients": ("NOR",), "date": "2025-03-03", "confidence": 0.9, **told}
    return Telling(type=type_, anchor=anchor, spans=((start, start + len(anchor)),), **given)


TEXT = "OSLO (The Harbour Post, 4 March 2025). Chile and Norway signed a salmon accord worth $2.5 million on Monday."


def coding(name: str = "one", coder: str = "0.1", text: str = TEXT, **head: Any) -> Coding:
    """Return a small coding: a telling, a claim and a citation."""
    told = telling(text, "signed a salmon accord", value=Decimal(2500000), unit="USD", sectors=("agriculture",))
    claim = Claim(
        kind="amount", subject="CHL", object="NOR", measure="trade", value=Decimal("2.5"), anchor="salmon", span=(0, 6)
    )
    cited = Citation("The Harbour Post", "2025-03-04", (6, 22))
    return Coding(report(text, name, **head), (told,), (claim,), (cited,), coder)
