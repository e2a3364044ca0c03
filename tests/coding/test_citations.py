"""The sources that reports cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.coding.citations import Cited, blank, find_citations
from multivector.coding.cited_words import Way, ways
from multivector.coding.outlets import outlets

REPORT = "2024-03-11"


def cited(text: str, reference: str | None = REPORT) -> list[tuple[str | None, str | None]]:
    """Return outlet and date of each source."""
    return [(found.citation.outlet, found.citation.date) for found in find_citations(text, reference)]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("(Astana Times, January 23)", [("Astana Times", "2024-01-23")]),
        ("(The Astana Times, January 23)", [("Astana Times", "2024-01-23")]),
        ("(see EDM, January 3, 2023)", [("EDM", "2023-01-03")]),
        ("(, March 11)", [(None, "2024-03-11")]),
        ("(Press Release – Italian MFA, March 11)", [("Press Release – Italian MFA", "2024-03-11")]),
        ("(Consilium.europa.eu, June 24, 2022)", [("Consilium.europa.eu", "2022-06-24")]),
        ("(Notes from Poland, May 23, 2022)", [("Notes from Poland", "2022-05-23")]),
        (
            "(Radio Free Europe/Radio Liberty, February 7; Kaztag.Info, February 7)",
            [("Radio Free Europe/Radio Liberty", "2024-02-07"), ("Kaztag.Info", "2024-02-07")],
        ),
        ("[Reuters, 30 October; Caixin, 31 October]", [("Reuters", "2023-10-30"), ("Caixin", "2023-10-31")]),
        ("(Reuters, AFP, May 4)", [("Reuters", "2023-05-04"), ("AFP", "2023-05-04")]),
        ("(Reuters and AFP, May 4)", [("Reuters", "2023-05-04"), ("AFP", "2023-05-04")]),
        ("(Reuters; AFP, May 4)", [("Reuters", "2023-05-04"), ("AFP", "2023-05-04")]),
        ("(EDM, January 3, 2023, February 5, 2023)", [("EDM", "2023-01-03"), ("EDM", "2023-02-05")]),
        ("(Reuters, May 4, 6)", [("Reuters", "2023-05-04"), ("Reuters", "2023-05-06")]),
        ("(OECD 2022)", [("OECD", "2022")]),
        ("(www.mfa.gov.kz, 5 May)", [("mfa.gov.kz", "2023-05-05")]),
        ("(Interfax, in Russian, 14.03.2016)", [("Interfax", "2016-03-14")]),
        ("(Eurostat, April 2023)", [("Eurostat", "2023-04")]),
        ("(see Press Release SC/14232)", [("Press Release SC/14232", None)]),
        (
            "(Treaty on Friendship between the Republic of Kenya and the Republic of Angola, November 5, 2009)",
            [("Treaty on Friendship between the Republic of Kenya and the Republic of Angola", "2009-11-05")],
        ),
        ("(Paul Goble, EDM, May 6, 2023)", [("EDM", "2023-05-06")]),
        ("(“Kenya and Angola Sign”, Daily Nation, January 23)", [("Daily Nation", "2024-01-23")]),
    ],
)
def test_brackets(bracket: str, expected: list[tuple[str | None, str | None]]) -> None:
    """A bracket at the end of a sentence names its sources with their dates; articles are left out."""
    text = f"Kenya and Angola signed an air accord {bracket}. They were pleased."
    found = find_citations(text, REPORT)
    assert cited(text) == expected
    assert {text[slice(*place.bracket)] for place in found} == {bracket}
    assert {place.covers for place in found} == {"before"}


@pytest.mark.parametrize(
    "text",
    [
        "Turkish leaders made the trip last month (April 11–12).",
        "The Eurasian Economic Union (EAEU) and Iran (Tehran’s envoy was present) signed the pact.",
        "The share of Russia (24 percent, 2022) is falling.",
        "The World Food Programme (WFP) sent rice.",
        "They met at the summit (Astana, June 3, 2023).",
        "A Kenyan minister (1997-2007) said no.",
        "The accord (signed on 5 May 2023) holds; see the figures (Table 3, 2022).",
        "Officials say that the accord holds. According to officials in Kyiv it does not.",
        "According to plan, the ministry said, the minister told the Kenyan president that it was signed.",
        "According to Norway the accord holds.",
        "(Source: President of the Italian Republic)\n\nThe accord holds.",
        "Photo: compressor station near Sarakhs. (Fars / archive)",
        "MANILA, June 18, 2024 (Harbour Press) -- The accord holds.",
        "The Defence Ministry announced its own drill.",
        "The World Bank said that trade fell. State television reported it.",
        "According to the Treaty it holds; figures from the ministry differ.",
    ],
)
def test_no_citations(text: str) -> None:
    """Dates, abbreviations, asides, figures, places, captions, datelines and officials are no sources."""
    assert cited(text) == []


@pytest.mark.parametrize("way", ways(), ids=lambda way: way.example)
def test_ways_to_cite(way: Way) -> None:
    """Each row of the table finds the outlet of its own example."""
    assert [outlet for outlet, _ in cited(way.example)] == [way.outlet]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters reported on May 4 that they had signed.", ("Reuters", "2023-05-04")),
        ("On May 4, Reuters reported that they had signed.", ("Reuters", "2023-05-04")),
        ("The Guardian said on Tuesday that they had signed.", ("Guardian", "2024-03-05")),
        ("It fell, according to Geostat.", ("Geostat", None)),
        ("It fell, according to the news agency APS.", ("APS", None)),
        ("It fell, according to Russia’s TASS.", ("TASS", None)),
        ("It fell, according to the Nepalese customs department.", ("Nepalese customs department", None)),
        ("It fell, according to Kazakhstan's Ministry of Energy.", ("Ministry of Energy", None)),
        ("It fell, according to the U.N. refugee agency.", ("U.N. refugee agency", None)),
        ("Speaking to CNN on Sunday, he said no.", ("CNN", "2024-03-10")),
        ("RFI (8 Jan) has Berlin leaving early.", ("RFI", "2024-01-08")),
        ("It bought 80 per cent of the wine (Vinorama).", ("Vinorama", None)),
    ],
)
def test_running_text(text: str, expected: tuple[str, str | None]) -> None:
    """Sources in running text have the date told with them, and no owner or article."""
    assert cited(text) == [expected]


def test_footnotes_in_square_brackets() -> None:
    """A note line gives the source, its mark in the text the place that it covers."""
    text = "Kenya and Angola signed.[3] Lisbon praised it.[4]\n\n[3] Trend, 6 June 2023.\n[4] Ibid.\n"
    (found,) = find_citations(text, REPORT)
    assert (found.citation.outlet, found.citation.date) == ("Trend", "2023-06-06")
    assert [text[slice(*span)] for span in (found.bracket, *found.again)] == ["[3]", "[4]"]
    assert len(found.notes) == 2


def test_footnotes_with_raised_marks() -> None:
    """Raised marks point to a numbered list."""
    text = "They signed an accord,¹ which Lisbon praised.²\n\n1. Lusa, 4 May 2023.\n2. Expresso, 6 May 2023."
    assert cited(text) == [("Lusa", "2023-05-04"), ("Expresso", "2023-05-06")]


def test_numbered_paragraphs_are_no_notes() -> None:
    """Without marks or a heading a numbered list is text."""
    assert cited("1. Reuters, 4 May 2023, was late.\n2. They signed.") == []


def test_credit_lines() -> None:
    """A source line under a table counts, one under a picture does not."""
    assert cited("Japan   9.7%\nSource: Lumber Yearbook 2006") == [("Lumber Yearbook 2006", None)]
    assert cited("The president smiles\nSource: Presidency") == []


def test_line_under_a_quotation() -> None:
    """A dated line under a quotation names its document."""
    text = "“We applaud it.”\n\n– Joint statement of France and Italy, March 11, 2021\n\nThey met."
    assert cited(text) == [("Joint statement of France and Italy", "2021-03-11")]


def test_each_source_once() -> None:
    """The same outlet and date cited again is one source with two places; an alias is the same outlet."""
    text = (
        "They signed (RFE/RL, May 4). They met (Radio Free Europe/Radio Liberty, May 4). Talks ended (RFE/RL, May 6)."
    )
    found = find_citations(text, REPORT)
    assert [(place.citation.outlet, place.citation.date) for place in found] == [
        ("RFE/RL", "2023-05-04"),
        ("RFE/RL", "2023-05-06"),
    ]
    assert len(found[0].again) == 1


def test_undated_mention_beside_the_dated_one() -> None:
    """An outlet named in a sentence that also cites it with a date is that source."""
    assert cited("Reuters reported that they had signed (Reuters, May 4).") == [("Reuters", "2023-05-04")]


def test_without_report_date() -> None:
    """A yearless date stays open, its month and day kept."""
    (found,) = find_citations("They signed (Reuters, May 4).")
    assert (found.citation.date, found.month_day) == (None, "05-04")


def test_blank_keeps_offsets() -> None:
    """Brackets and marks become blanks, and everything else stays where it was."""
    text = "They signed[1] (Reuters,\nMay 4). Xinhua reported it.\n\n[1] Trend, 6 June 2023."
    quiet = blank(text, find_citations(text, REPORT))
    assert len(quiet) == len(text)
    assert quiet.split() == ["They", "signed", ".", "Xinhua", "reported", "it."]
    assert quiet.count("\n") == text.count("\n")


def test_table_of_outlets() -> None:
    """The table holds hundreds of outlets, each of a known kind."""
    kinds = {"agency", "newspaper", "broadcaster", "online", "data"}
    assert len(outlets()) > 600
    assert {outlet.kind for outlet in outlets().values()} == kinds
    assert {outlet.running for outlet in outlets().values()} == {"", "article", "never"}


PIECES = [
    "(Reuters, May 4)",
    "(",
    ")",
    "[1]",
    "¹",
    "\n[1] Trend, 6 June 2023.",
    "; ",
    "according to ",
    "Reuters",
    "the ",
    ", ",
    "May 4",
]


@given(st.lists(st.sampled_from([*PIECES, "They signed. ", "told ", "\n\n", "(, March 11)", "X’s "])))
def test_any_text(pieces: list[str]) -> None:
    """Any text is read; spans lie inside it, no source comes twice, and blanking keeps length and lines."""
    text = "".join(pieces)
    found = find_citations(text, REPORT)
    assert all(isinstance(place, Cited) and 0 <= place.bracket[0] < place.bracket[1] <= len(text) for place in found)
    assert len({place.citation for place in found}) == len(found)
    quiet = blank(text, found)
    assert (len(quiet), quiet.count("\n")) == (len(text), text.count("\n"))


@given(st.sampled_from(["(Astana Times, January 23)", "(see EDM, May 6, 2023)"]), st.text("abc .,\n", max_size=30))
def test_stable_in_any_surroundings(bracket: str, around: str) -> None:
    """What stands around a bracket does not change what it cites."""
    assert cited(f"{around}\n\nThey signed {bracket}.\n\n{around}") == cited(f"They signed {bracket}.")
