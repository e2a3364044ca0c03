"""Who took part, and for whom."""

from collections.abc import Callable

from multivector.briefs import people
from multivector.model import Event, PartyMention

Maker = Callable[..., Event]


def mention(side: str, party: str | None, words: str) -> PartyMention:
    """Return words that stand for a party."""
    return PartyMention(side, party, words, (0, len(words)))  # type: ignore[arg-type]


def test_a_bare_surname_is_the_full_name_again(make_event: Maker) -> None:
    """Who is named in full and by surname stands once; a surname alone stands."""
    assert people.named(make_event(people=("Ana Rojas", "Rojas", "Lund"))) == ("Ana Rojas", "Lund")


def test_a_side_is_told_by_the_words_that_stand_for_it(make_event: Maker) -> None:
    """Words for one party place a person; words for two, or for none, do not."""
    parties = (
        mention("actor", "NOR", "Norway’s Kari Lund"),
        mention("recipient", "CHL", "President Ana Rojas"),
        mention("actor", "NOR", "Per Aas"),
        mention("recipient", "CHL", "Per Aas"),
        mention("recipient", None, "rebel Jo Vik"),
    )
    made = make_event(people=("Kari Lund", "Ana Rojas", "Per Aas", "Jo Vik"), parties=parties)
    assert people.sides(made) == {"Kari Lund": "NOR", "Ana Rojas": "CHL", "Per Aas": None, "Jo Vik": None}
    assert people.of_party(made, None) == ("Per Aas", "Jo Vik")


def test_an_office_is_told_as_the_report_words_it(make_event: Maker) -> None:
    """The longest words that hold the name are taken, a whole clause is not, a genitive loses its ending."""
    parties = (
        mention("actor", "NOR", "Kari Lund"),
        mention("actor", "NOR", "Foreign Minister\nKari Lund’s"),
        mention("actor", "NOR", f"Kari Lund, who {'spoke and ' * 20}left"),
    )
    made = make_event(people=("Kari Lund", "Ana Rojas"), parties=parties)
    assert people.told_as(made, "Kari Lund") == "Foreign Minister Kari Lund"
    assert people.told_as(made, "Ana Rojas") == "Ana Rojas"
