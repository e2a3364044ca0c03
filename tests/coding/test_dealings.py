"""What a sentence tells, whatever its form: text → codes."""

import pytest

from tests.coding.helpers import coded, gives


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # roles over forms
        ("Two Iranian consular officers were expelled from Albania.", ["SANCTION expel occurred ALB>IRN"]),
        ("Peru's foreign minister was received in Quito by Ecuador's president.", ["CONSULT visit occurred PER>ECU"]),
        ("A visit paid to Helsinki by Vietnam's party chief bore no contracts.", ["CONSULT visit occurred VNM>FIN"]),
        ("Norway was asked by Colombia to host the next round.", ["REQUEST meet occurred COL>NOR"]),
        ("Hungary vetoed a joint EU statement.", ["REJECT change occurred HUN>EU"]),
        # who is meant
        ("Jordan Bennett, Canada's minister, met his Chilean counterpart in Lima.", ["CONSULT meet occurred CAN>CHL"]),
        ("Brussels opened a probe into Chinese electric cars.", ["ACCUSE investigate occurred EU>CHN"]),
        ("Mongolian and Korean officials met in Bonn. The two sides signed a memorandum.",
         ["CONSULT meet occurred MNG>KOR", "AGREE occurred MNG>KOR"]),
        ("President Sadyr Japarov arrived in Budapest. There he and Viktor Orbán signed a declaration.",
         ["CONSULT visit occurred KGZ>HUN", "AGREE occurred KGZ>HUN"]),
        ("M23 rebels shelled a Congolese army base; Kinshasa condemned Rwanda.",
         ["ASSAULT occurred >COD", "ACCUSE disapprove occurred COD>RWA"]),
        # what did not happen
        ("Malta stopped short of expelling Libya's envoy.", []),
        ("Will Egypt buy Korean jets?", []),
        ("The trade war between the United States and China hurt Korean exporters.", []),
        ("A former Danish prime minister toured the new Oslo library as a tourist.", []),
        ("Turkmenistan should invite Azerbaijan to the talks, the author argues.", []),
        ("No Georgian delegation has visited Moscow.", []),
        # plans and possibilities
        ("Poland's president will visit Kyiv.", ["CONSULT visit planned POL>UKR"]),
        ("Urso of Italy announced that he would visit Kazakhstan later this year.", ["CONSULT visit planned ITA>KAZ"]),
        ("Serbia might sign a free-trade agreement with Egypt.", ["AGREE hypothetical SRB>EGY"]),
        # several in one sentence
        ("Brazil criticised Bolivia for closing the bridge and sent 40 tonnes of rice to Paraguay.",
         ["ACCUSE disapprove occurred BRA>BOL", "AID occurred BRA>PRY"]),
        ("Switzerland's minister visited Algeria and Mali.",
         ["CONSULT visit occurred CHE>DZA", "CONSULT visit occurred CHE>MLI"]),
        # who was where
        ("The foreign ministers of Azerbaijan and Armenia met in Almaty.", ["CONSULT meet occurred AZE>ARM"]),
        ("Vietnam's ambassador to Cuba met Cuban Minister Rosa Perez in Havana.", ["CONSULT meet occurred VNM>CUB"]),
        ("Kazakh officials met Italian ministers in Rome.", ["CONSULT visit occurred KAZ>ITA"]),
    ],
)  # fmt: skip
def test_sentence_gives_its_dealings(text: str, expected: list[str]) -> None:
    """The text gives exactly these dealings."""
    assert gives(text) == expected


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Uzbekistan and Saudi Arabia signed ten agreements worth $12 billion in Jeddah on 18 August 2022.",
         {"count": 10, "value": 12_000_000_000, "unit": "USD", "date": "2022-08-18", "place": "SAU"}),
        ("Albania expelled two Iranian diplomats on 5 October 2022.",
         {"count": 2, "date": "2022-10-05", "place": None}),
        ("Kenya and Uganda signed an agreement on rail transport in May 2023.",
         {"count": 1, "date": "2023-05", "sectors": ("transport",)}),
        ("Italian Foreign Minister Antonio Tajani visited Astana in September 2023.",
         {"people": ("Antonio Tajani",), "place": "KAZ", "date": "2023-09"}),
    ],
)  # fmt: skip
def test_attributes_are_told_with_the_dealing(text: str, attributes: dict[str, object]) -> None:
    """The one dealing of the text has these attributes."""
    (event,) = coded(text).events
    assert {name: getattr(event, name) for name in attributes} == attributes


def test_spans_cut_the_words_out_of_the_text() -> None:
    """The anchor, the parties and the told attributes are passages of the report."""
    coding = coded(
        "On 5 June 2023 Kenya’s president visited Rwanda. They signed 3 agreements worth €2 million (Reuters, 6 June)."
    )
    text = coding.report.text
    for event in coding.events:
        assert text[slice(*event.spans[0])] == event.anchor
        assert all(text[slice(*party.span)] == party.words for party in event.parties)
    assert {text[slice(*coding.events[1].told[name])] for name in ("count", "value")} == {"3", "€2 million"}


def test_a_happening_told_twice_is_one_telling() -> None:
    """A visit told in the headline, the text and once more by "the visit" is one, with all that is told of it."""
    coding = coded(
        "Kenya's President William Ruto visited Rwanda on 5 June 2023. During his visit to Kigali, Ruto met President "
        "Paul Kagame. The visit lasted two days.",
    )
    (event,) = coding.events
    assert (event.type, event.mode, event.date) == ("CONSULT", "visit", "2023-06-05")
    assert set(event.people) == {"William Ruto", "Paul Kagame"}


def test_the_same_occasion_has_the_day_of_what_was_told_before() -> None:
    """`On the same day` points to the day of the meeting before, though other sides deal with each other."""
    coding = coded(
        "Bulgaria's foreign minister met his Japanese counterpart in Tokyo on 12 February 2023. "
        "On the same trip Bulgaria and Korea signed a memorandum on shipping."
    )
    assert [(event.type, event.date) for event in coding.events] == [
        ("CONSULT", "2023-02-12"),
        ("AGREE", "2023-02-12"),
    ]


def test_a_bracket_stands_behind_its_own_sentence() -> None:
    """A citation covers the dealing before it and not the one after."""
    coding = coded("Kenya praised Ghana on 3 May 2023 (Daily Nation, 4 May 2023). Peru praised Chile on 5 May 2023.")
    assert [event.citations for event in coding.events] == [("Daily Nation",), ()]


def test_another_language_is_kept_and_not_coded() -> None:
    """A report that is not in English keeps its text and has no events."""
    from multivector.coding import code
    from multivector.model import Report

    coding = code(Report(name="x", text="Il ministro è arrivato ad Astana.", sha256="", language="it"))
    assert (coding.events, coding.report.text) == ((), "Il ministro è arrivato ad Astana.")


def test_what_stands_beside_an_article_is_not_coded() -> None:
    """Lists of other stories and cookie lines are no part of the report; the article below them is."""
    assert gives(
        "Kenya praised Ghana on 3 May 2023.\n\nMOST READ\nIran condemned Iraq\nPeru expelled Chile's envoy\n\n"
        "Accra thanked Nairobi the same day.\n\nWe use cookies to improve this site."
    ) == ["SUPPORT occurred KEN>GHA", "SUPPORT occurred GHA>KEN"]


def test_a_description_that_belongs_to_the_one_it_describes() -> None:
    """`the prime minister, his first visit there, called`: who `he` is, is not asked of his own description."""
    assert gives("Duties were doubled; the prime minister, his first visit there, called it unfair.") == []
