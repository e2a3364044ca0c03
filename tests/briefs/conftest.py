"""A small tie, told by three composed reports and one dataset; the countries are real, the dealings are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from multivector.briefs.material import ClaimLine, DatasetLine, FlowLine, Material, ReportLine
from multivector.model import Claim, Event, PartyMention, Said, StoredTelling, Telling, ToldValue

NAMES = {"NOR": "Norway", "CHL": "Chile", "NLD": "the Netherlands", "EU": "the European Union", "RUS": "Russia"}
REPORTS = {
    "wire": ReportLine(
        id="r1", name="wire", title="Visit to Santiago", publisher="Fjord Wire", date="2024-03-02", date_basis="text"
    ),
    "review": ReportLine(
        id="r2", name="review", title="Copper & salmon", publisher="Andes Review", date="2024-05", date_basis="inferred"
    ),
    "note": ReportLine(id="r3", name="note", title=None, publisher=None, date=None, date_basis=None),
}


def telling(report: str, anchor: str, **fields: Any) -> StoredTelling:
    """Return a stored telling; `words` maps a party to the words that stand for it on the actor's side."""
    words: dict[str, str] = fields.pop("words", {})
    given: dict[str, Any] = {"type": "CONSULT", "actors": ("NOR",), "recipients": ("CHL",), "confidence": 0.9} | fields
    mentions = tuple(
        PartyMention("actor" if party in given["actors"] else "recipient", party, told, (0, len(told)))
        for party, told in words.items()
    )
    told = Telling(anchor=anchor, spans=((0, len(anchor)),), **({"parties": mentions} | given))
    id_ = "t" + hashlib.sha256(f"{report} {anchor}".encode()).hexdigest()[:8]
    line = REPORTS[report]
    return StoredTelling(id=id_, report=report, publisher=line.publisher, report_date=line.date, telling=told)


def event(*tellings: StoredTelling) -> Event:
    """Return the event of these tellings: attributes of the first, all people and sums."""
    first = tellings[0].telling
    names = ("type", "mode", "status", "actors", "recipients", "date", "place", "count", "value", "unit", "sectors")
    people = tuple(dict.fromkeys(person for stored in tellings for person in stored.telling.people))
    sums = tuple(
        ToldValue(value=stored.telling.value, unit=stored.telling.unit, report=stored.report)
        for stored in tellings
        if stored.telling.value is not None
    )
    fields = {name: getattr(first, name) for name in names}
    return Event(
        id="e" + tellings[0].id[1:], people=people, confidence=0.9, tellings=tellings, told_values=sums, **fields
    )


def said(stored: StoredTelling, event_id: str) -> Said:
    """Return the passage of a telling."""
    line = REPORTS[stored.report]
    return Said(
        report=line.name,
        title=line.title,
        publisher=line.publisher,
        date=line.date,
        quote=stored.telling.anchor,
        span=stored.telling.spans[0],
        place="paragraph 2",
        event=event_id,
        telling=stored.id,
        context=f"Later that day {stored.telling.anchor}, officials said.",
    )


def material(*events: Event, **fields: Any) -> Material:
    """Return what a brief of Norway and Chile is made from."""
    told = {stored.report for each in events for stored in each.tellings}
    given: dict[str, Any] = {
        "parties": ("NOR", "CHL"),
        "names": NAMES,
        "as_of": "2024-05",
        "ledger": "0123456789abcdef",
        "reports": tuple(line for name, line in REPORTS.items() if name in told),
        "coders": ("1.0",),
        "held": 12,
    }
    passages = {stored.id: said(stored, each.id) for each in events for stored in each.tellings}
    return Material(events=events, said=passages, **(given | fields))


def claim(report: str, anchor: str, **fields: Any) -> ClaimLine:
    """Return a claim on Norway in Chile with its passage."""
    made = Claim(anchor=anchor, span=(0, len(anchor)), **({"subject": "NOR", "object": "CHL"} | fields))
    line = REPORTS[report]
    passage = Said(
        report=report, title=line.title, publisher=line.publisher, date=line.date, quote=anchor, span=made.span,
        place="paragraph 3",
    )  # fmt: skip
    return ClaimLine(claim=made, said=passage)


def flow(period: str, value: str, rank: int) -> FlowLine:
    """Return a row on Norway's part of Chile's exports."""
    return FlowLine(
        dataset="partners", release="2024", published="2024-01-10", whose="CHL", partner="NOR", measure="exports",
        period=period, value=Decimal(value), unit="percent", row=f"row {period}", rank=rank, listed=5,
    )  # fmt: skip


def sample_events() -> list[Event]:
    """Return the dealings of the sample, by date."""
    treaty = telling("review", "have been bound by a treaty since 2009", type="AGREE", date="2009", count=1)
    visit: dict[str, Any] = {
        "mode": "visit",
        "place": "CHL",
        "sectors": ("trade", "raw-materials"),
        "people": ("Kari Lund", "Ana Rojas"),
    }
    visits = (
        telling(
            "wire", "Foreign Minister Kari Lund arrived in Santiago", date="2024-03-01", **visit,
            words={"NOR": "Norway’s Foreign Minister Kari Lund", "CHL": "President Ana Rojas"},
        ),
        telling("review", "Ms Lund's trip to Chile on 3 March", date="2024-03-03", **visit),
    )  # fmt: skip
    deal: dict[str, Any] = {"type": "AGREE", "place": "CHL", "unit": "USD", "sectors": ("energy",)}
    low, high = Decimal(1200000000), Decimal(1500000000)
    deals = (
        telling("wire", "signed four accords worth $1.5bn", date="2024-03-01", count=4, value=high, **deal),
        telling("review", "signed five accords, $1.2bn in all", date="2024-03", count=5, value=low, **deal),
    )
    rebuke = telling("note", "criticised <b>Oslo's</b> whaling", type="ACCUSE", mode="disapprove", date="2024-04-10",
                     actors=("CHL",), recipients=("NOR",), sectors=("environment",))  # fmt: skip
    plan = telling("wire", "would return the visit in April", mode="visit", status="planned", date="2024-04",
                   actors=("CHL",), recipients=("NOR",))  # fmt: skip
    return [event(treaty), event(*deals), event(*visits), event(plan), event(rebuke)]


def sample() -> Material:
    """Return a tie with every section: five dealings, three claims, two rows of a dataset."""
    claims = (
        claim("wire", "Chile's third-largest buyer", kind="rank", measure="exports", value=Decimal(3), unit="rank"),
        claim("review", "only the fifth buyer of Chile", kind="rank", measure="exports", value=Decimal(5), unit="rank"),
        claim("review", "ties are broadening", kind="assessment", measure="breadth", value="rising"),
    )
    dataset = DatasetLine(name="partners", release="2024", publisher="A Bureau", licence="CC0", published="2024-01-10")
    flows = (flow("2021", "3.5", 4), flow("2022", "4", 2))
    return material(*sample_events(), claims=claims, flows=flows, datasets=(dataset,))


@pytest.fixture
def tie() -> Material:
    """Return the sample's material."""
    return sample()


@pytest.fixture
def make_event() -> Callable[..., Event]:
    """Return a function that makes an event of one telling in the wire."""

    def make(**fields: Any) -> Event:
        return event(telling("wire", fields.pop("anchor", "words of a report"), **fields))

    return make


@pytest.fixture
def make_material() -> Callable[..., Material]:
    """Return a function that makes material from events."""
    return material
