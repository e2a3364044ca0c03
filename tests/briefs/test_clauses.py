"""The sentence on one dealing."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from multivector.briefs.clauses import clause, dates, told_sums, wording_of
from multivector.model import Event, PartyMention
from multivector.model.codes import MODES, SECTORS, STATUSES

NAMES = {"NOR": "Norway", "CHL": "Chile", "NLD": "the Netherlands"}
Maker = Callable[..., Event]
EVERY = [(type_, mode) for type_, modes in MODES.items() for mode in (None, *modes)]


@pytest.mark.parametrize(("type_", "mode"), EVERY)
@pytest.mark.parametrize("status", STATUSES)
def test_every_kind_of_dealing_is_a_sentence(make_event: Maker, type_: str, mode: str | None, status: str) -> None:
    """All types, modes and statuses read as one sentence, whoever is told."""
    for sides in (("NOR",), ("CHL",)), (("NOR", "NLD"), ("CHL",)), ((), ("CHL",)), (("NOR",), ()), ((), ()):
        made = make_event(type=type_, mode=mode, status=status, actors=sides[0], recipients=sides[1], date="2024-01-18")
        text = clause(made, NAMES)
        assert re.fullmatch(r"(On|Since) 18 January 2024 [^{}|]+[a-z4)]\.", text), text
        assert not any(slip in text for slip in ("  ", " .", " ,"))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"type": "AGREE"}, "Norway and Chile reached agreement."),
        ({"type": "AGREE", "count": 1}, "Norway and Chile reached an agreement."),
        (
            {"type": "AGREE", "count": 18, "value": Decimal(1500000000), "unit": "USD", "sectors": ("trade", "energy")},
            "Norway and Chile reached 18 agreements on trade and energy, worth 1.5 billion US dollars.",
        ),
        ({"type": "AGREE", "anchor": "both signed a treaty", "count": 1}, "Norway and Chile signed an agreement."),
        ({"type": "AGREE", "anchor": "agreed to sign"}, "Norway and Chile reached agreement."),
        ({"type": "CONSULT", "mode": "visit", "place": "CHL"}, "Norway visited Chile."),
        ({"type": "CONSULT", "mode": "meet", "place": "NLD"}, "Norway and Chile met for talks in the Netherlands."),
        ({"type": "CONSULT", "mode": "phone"}, "Norway and Chile spoke by telephone."),
        ({"type": "SUPPORT", "anchor": "praised"}, "Norway praised Chile."),
        (
            {"type": "SUPPORT", "value": Decimal(2000000), "unit": "EUR"},
            "Norway expressed support for Chile, promising 2 million euros.",
        ),
        ({"type": "AID", "value": Decimal(5), "unit": None}, "Norway gave aid to Chile, worth 5."),
        ({"type": "SANCTION", "mode": "expel", "count": 3}, "Norway expelled three people of Chile."),
        ({"type": "PROTEST", "mode": "demo", "place": "NOR"}, "Norway saw a demonstration against Chile."),
        (
            {"type": "ASSAULT", "status": "ongoing"},
            "Norway has been using force against Chile, still so on 2 March 2024.",
        ),
        ({"type": "AGREE", "status": "planned"}, "Norway and Chile are to reach agreement."),
        ({"type": "ACCUSE", "status": "hypothetical"}, "Norway might criticise Chile."),
        ({"type": "PROTEST", "actors": ()}, "Chile faced a protest."),
        ({"type": "AID", "actors": ()}, "Chile received aid."),
    ],
)
def test_what_is_told_of_a_dealing(make_event: Maker, fields: dict[str, Any], told: str) -> None:
    """The coded attributes alone make the sentence; the verb follows the words of a report only where they fit."""
    assert clause(make_event(**fields), NAMES) == told


def test_people_stand_on_their_side(make_event: Maker) -> None:
    """Those who act are the subject, the others are named for their party; whose side is not told stands apart."""
    mentions = (
        PartyMention("actor", "NOR", "Norway’s Kari Lund", (0, 1)),
        PartyMention("recipient", "CHL", "President Ana Rojas", (0, 1)),
    )
    people = ("Kari Lund", "Ana Rojas", "Per Aas")
    made = make_event(mode="visit", people=people, parties=mentions)
    assert clause(made, NAMES) == "Norway’s Kari Lund visited Chile, with Ana Rojas for Chile; also named: Per Aas."
    assert clause(made, NAMES, others=False) == "Norway’s Kari Lund visited Chile."


def test_the_date_keeps_its_precision(make_event: Maker) -> None:
    """A dealing of which only the year is told is dated by the year."""
    assert clause(make_event(type="AGREE", date="2009"), NAMES) == "In 2009 Norway and Chile reached agreement."
    assert dates(make_event(date="2009")) == "2009"
    assert dates(make_event()) == "not told"


def test_reports_that_differ_are_told_side_by_side(tie: Any) -> None:
    """Different sums, numbers and days of one dealing all stand in its sentence and row."""
    deal, visit = tie.events[1], tie.events[2]
    text = clause(deal, NAMES)
    assert "four or five agreements" in text
    assert "sums told: 1.2 billion US dollars and 1.5 billion US dollars" in text
    assert dates(deal) == "1 Mar 2024"
    assert dates(visit) == "1 Mar 2024 or 3 Mar 2024"
    assert [value for value, _ in told_sums(deal)] == [1200000000, 1500000000]


def test_an_unknown_party_stands_by_its_code(make_event: Maker) -> None:
    """A code without a name is shown, not dropped."""
    assert clause(make_event(type="AGREE", actors=("QQQ",)), NAMES) == "QQQ and Chile reached agreement."


@pytest.mark.parametrize("sector", SECTORS)
def test_every_sector_fits_the_sentence(make_event: Maker, sector: str) -> None:
    """A subject is told by its words, whatever it is."""
    text = clause(make_event(type="COOPERATE", sectors=(sector,)), NAMES)
    assert text.startswith("Norway and Chile worked together in the field of ")


def test_a_mode_without_a_row_takes_the_row_of_its_type(make_event: Maker) -> None:
    """A mode added to the ontology later is still told, by its type."""
    assert wording_of(make_event(type="ASSAULT", mode="later")).past == "used"
