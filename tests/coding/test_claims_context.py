"""Claims that only the text around a sentence makes clear: pronouns, bare trade, brackets, tables, sources."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.coding import code
from multivector.model import Report
from tests.coding.claims import claims, gives


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway sold 89 percent of its gas to the EU in 2022. Britain, its third-largest market, took a fifth.",
            [
                "share EU>NOR exports 89 percent 2022 gas",
                "rank GBR>NOR exports 3 rank - -",
                "share GBR>NOR exports 20 percent - gas",
            ],
        ),
        (
            "Georgia traded with Peru. Bilateral trade came to $40 million in 2023. The year before it was 30 million.",
            ["amount GEO>PER trade 40000000 USD 2023 -", "amount GEO>PER trade 30000000 USD 2022 -"],
        ),
        (
            "In 2021 Russia was Finland's third-largest trading partner; by 2023 it had dropped to 20th place.",
            ["rank RUS>FIN trade 3 rank 2021 -", "rank RUS>FIN trade 20 rank 2023 -"],
        ),
        (
            "Kyrgyzstan is in the Eurasian Economic Union; Uzbekistan is not.",
            ["membership KGZ>EAEU members true - - -", "membership UZB>EAEU members false - - -"],
        ),
        (
            "Norway supplied 33 percent of Germany's gas in 2022. It is now the country's first supplier.",
            ["share NOR>DEU energy-supply 33 percent 2022 gas", "rank NOR>DEU energy-supply 1 rank - gas"],
        ),
        (
            "NAIROBI, 3 May 2024 - Trade with Laos came to 4 million dollars last year, the ministry said.",
            ["amount KEN>LAO trade 4000000 USD 2023 -"],
        ),
    ],
)  # fmt: skip
def test_text_before_says_whose_the_figure_is(text: str, expected: list[str]) -> None:
    """Pronouns, `the country`, `the total` and bare trade lean on what was told before."""
    assert gives(text) == expected


def test_lines_of_a_list_share_what_its_heading_names() -> None:
    """Each line is a partner and its percentage, the heading tells whose partners they are and when."""
    text = "Main export partners of Georgia, 2023\nChina 18.2%\nAzerbaijan 13.1%\n"
    assert gives(text) == ["share CHN>GEO exports 18.2 percent 2023 -", "share AZE>GEO exports 13.1 percent 2023 -"]


def test_table_of_trade_gives_a_claim_a_cell() -> None:
    """The title names the sides and the unit, the line of years the periods."""
    text = "Laos's trade with Peru (USD million)\n\n       2022    2023\nExports  3,869    4.5\nImports  15       16\n"
    assert gives(text) == [
        "amount LAO>PER exports 3869000000 USD 2022 -", "amount LAO>PER exports 4500000 USD 2023 -",
        "amount LAO>PER imports 15000000 USD 2022 -", "amount LAO>PER imports 16000000 USD 2023 -",
    ]  # fmt: skip


def test_table_with_a_cell_too_few_gives_nothing() -> None:
    """Where it can't be told to which year a cell belongs, no figure is guessed."""
    assert gives("Laos's trade with Peru (USD million)\n2022  2023\nExports  3,869\n") == []


def test_claim_told_twice_is_one() -> None:
    """A summary that repeats the body adds nothing; a period told once holds for both."""
    text = "Italy is Peru's third-largest trading partner.\n\nIn 2023 Italy was Peru's third-largest trading partner."
    assert gives(text) == ["rank ITA>PER trade 3 rank 2023 -"]


def test_bracket_and_running_source_stand_behind_the_claim() -> None:
    """The bracket behind a sentence covers its claim, that of the next sentence does not."""
    text = "Laos owes China $2 billion (Mekong Gazette, January 5). Laos owes Japan $1 billion (Delta News, January 6)."
    coding = code(Report(name="example", text=text, sha256="", date="2024-06-30", date_basis="given"))
    assert [claim.citations for claim in coding.claims] == [("Mekong Gazette",), ("Delta News",)]
    assert [claim.cites for claim in coding.claims] == [(0,), (1,)]


def test_anchor_is_cut_out_of_the_text() -> None:
    """The span of every claim gives its anchor."""
    text = (
        "Chile is Peru's eleventh-largest export market; Peruvians made up a quarter of its foreign visitors in 2023."
    )
    for claim in claims(text):
        assert claim.anchor == text[slice(*claim.span)]


_WORDS = (
    "the of to from in and , . ; ( ) not no it its which is has been Kenya Italy Kazakh NATO EU member largest "
    "second supplier partner trade exports gas $2 billion 40 percent a third doubled since 2010 in 2023 visit first "
    "ranks owes 200 companies tourists than up 5 times as among 's share total 2022 2023 \n"
).split(" ")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30))
def test_any_words_give_claims_that_stand_in_them(words: list[str]) -> None:
    """Whatever the words, a claim is about two different parties and its anchor stands in the text."""
    text = " ".join(words)
    for claim in claims(text):
        assert claim.anchor == text[slice(*claim.span)]
        assert claim.subject != claim.object
