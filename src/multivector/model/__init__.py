"""Records that all parts share: frozen dataclasses, no foreign imports."""

from multivector.model.brief import Bar, Brief, Chart, Row, Section, Sentence, Table
from multivector.model.claim import Claim
from multivector.model.coding import Coding
from multivector.model.event import Event, StoredTelling, Telling, ToldValue
from multivector.model.evidence import Computed, Counted, Evidence, Said
from multivector.model.party import Party, PartyMention, Span
from multivector.model.picture import Figure
from multivector.model.report import Citation, Report

__all__ = [
    "Bar", "Brief", "Chart", "Citation", "Claim", "Coding", "Computed", "Counted", "Event", "Evidence", "Figure",
    "Party", "PartyMention", "Report", "Row", "Said", "Section", "Sentence", "Span", "StoredTelling", "Table",
    "Telling", "ToldValue",
]  # fmt: skip
