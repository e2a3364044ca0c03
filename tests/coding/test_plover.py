"""Coding by the PLOVER manual's own conventions: its types, and everybody in a sentence a side."""

import csv
from pathlib import Path

import pytest

from multivector.coding import code, coder_version
from multivector.coding.plover.conventions import Convention, conventions
from multivector.coding.rows import Row, rows
from multivector.errors import UsageError
from multivector.model import Coding, Report
from tests.coding.helpers import manual_rows_give

TABLE = Path(__file__).with_name("plover.tsv")


def by_manual(text: str) -> Coding:
    """Return the coding of a text by the manual's conventions."""
    return code(Report("example", text, "", date="2024-06-30", date_basis="given"), ontology="plover")


@pytest.mark.parametrize("row", [row for row in rows(manual=True) if row not in rows()], ids=lambda row: row.id)
def test_row_gives_what_its_example_says(row: Row) -> None:
    """A row for all actors gives type, mode and the words of both sides of its example."""
    assert "; ".join(manual_rows_give(row.example)) == row.gives


@pytest.mark.parametrize("row", [row for row in conventions() if row.example], ids=lambda row: row.id)
def test_convention_gives_what_its_example_says(row: Convention) -> None:
    """Where the manual draws the border otherwise than our guidelines, the example has the manual's type."""
    assert [event.split(":")[0] for event in manual_rows_give(row.example)] == [row.gives]


def _words(text: str) -> set[str]:
    return {word.strip("'’.,").lower() for word in text.split()} - {"the", "a", "an", "of", "and", "in", "to"}


def _holds(event: dict[str, str], types: str, actor: str, recipient: str) -> bool:
    sides = ((event["actor"], actor), (event["recipient"], recipient))
    return event["type"] in types.split("|") and all(not want or _words(told) & _words(want) for told, want in sides)


def _told(text: str) -> list[dict[str, str]]:
    return [
        {"type": event.type}
        | {s: " ".join(m.words for m in event.parties if m.side == s) for s in ("actor", "recipient")}
        for event in by_manual(text).events
    ]


def test_most_sentences_of_the_table_are_read() -> None:
    """States, domestic and armed actors, crowds, courts, firms: type and both sides in five sentences of six."""
    with TABLE.open(encoding="utf-8") as lines:
        table = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    right = [
        any(_holds(event, row["type"], row["actor"], row["recipient"]) for event in _told(row["text"])) for row in table
    ]
    assert sum(right) / len(table) > 5 / 6


def test_parties_have_words_and_a_state_only_where_it_is_told() -> None:
    """A court of a country stands for it; a firm of no told country for nobody, and has its words all the same."""
    (event,) = by_manual("A French court convicted the smuggler.").events
    assert (event.type, event.mode, event.actors, event.recipients) == ("SANCTION", "convict", ("FRA",), ())
    assert [(m.side, m.party, m.words) for m in event.parties] == [
        ("actor", "FRA", "A French court"),
        ("recipient", None, "the smuggler"),
    ]


def test_domestic_dealings_have_one_state_on_both_sides() -> None:
    """Police and people of one country are two sides."""
    (event,) = by_manual("Nigerian police arrested four Nigerian journalists.").events
    assert (event.type, event.mode, event.actors, event.recipients) == ("COERCE", "arrest", ("NGA",), ("NGA",))


@pytest.mark.parametrize(
    ("text", "type_", "actor", "recipient"),
    [
        ("Police fired tear gas at students in Dhaka.", "ASSAULT", "BGD", "BGD"),
        ("Rebels in Nepal announced a truce.", "CONCEDE", "NPL", None),
        ("The speaker of the Kuwaiti parliament met Bahraini lawmakers.", "CONSULT", "KWT", "BHR"),
        ("Chad's president dissolved the parliament.", "COERCE", "TCD", "TCD"),
        ("The army accused the rebels of looting.", "ACCUSE", None, None),
    ],
)
def test_the_state_behind_somebody(text: str, type_: str, actor: str | None, recipient: str | None) -> None:
    """Told in the phrase, by the place, or by the only state spoken of where the word is domestic; else by nobody."""
    sides = [(e.actors, e.recipients) for e in by_manual(text).events if e.type == type_]
    assert ((actor,) if actor else (), (recipient,) if recipient else ()) in sides


def test_a_pronoun_has_the_name_of_its_sentence() -> None:
    """The words of a side are those by which the sentence calls it."""
    words = [m.words for e in by_manual("The bishop arrived and he praised the nurses.").events for m in e.parties]
    assert "he" not in words


def test_different_acts_of_people_of_no_state_stay_apart() -> None:
    """Two acts of one type by people of no told state are two events."""
    events = by_manual("The gang kidnapped a banker. Masked gunmen killed two shepherds near the lake.").events
    assert [event.type for event in events] == ["ASSAULT", "ASSAULT"]


def test_coder_says_by_which_ontology_it_coded() -> None:
    """The version differs, so that codings by different conventions are never mixed unseen."""
    coding = by_manual("Peru and Ecuador signed a fisheries accord on Monday.")
    assert coding.coder == coder_version("plover") != coder_version()
    assert [event.type for event in coding.events] == ["SUPPORT"]


def test_an_unknown_ontology_is_an_error() -> None:
    """The message names what was given and what there is."""
    with pytest.raises(UsageError, match="'cameo'"):
        code(Report("example", "x", ""), ontology="cameo")
