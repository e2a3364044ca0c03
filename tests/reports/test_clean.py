"""Text repair: what pages, converters and wrong decodings did is undone, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.reports.clean import repair

BROKEN = {
    "Officials said that Uzbeki-\nstan and Japan signed a water ac-\ncord in Tash-\nkent on 5 June 2023.\n":
        "Officials said that Uzbekistan and Japan signed a water accord in Tashkent on 5 June 2023.\n",
    "It pursues a multi-\nvector policy.": "It pursues a multi-vector policy.",
    "a non-\naligned state": "a non-aligned state",
    "the oil-\nrich emirate": "the oil-rich emirate",
    "a Kremlin-\nbacked party": "a Kremlin-backed party",
    "the Kazakh-\nItalian council": "the Kazakh-Italian council",
    "UZBEKI-\nSTAN SIGNS": "UZBEKISTAN SIGNS",
    "import-\nand export licences": "import- and export licences",
    "Guinea-\nBissau": "Guinea-Bissau",
    "a day-to-\nday matter": "a day-to-day matter",
    "in 2023-\n24": "in 2023-\n24",
    "the C5-\nplus group": "the C5-plus group",
    "ex-\nports and ex-\npresidents": "exports and ex-presidents",
    "a land-sea route, this land-\nsea route": "a land-sea route, this land-sea route",
    "the Uzbeki\xad\nstan visit": "the Uzbekistan visit",
    "the Uzbeki\u2010\nstan visit": "the Uzbekistan visit",
    "Shakka-\nliyev spoke": "Shakkaliyev spoke",
    "- one item -\n- another": "- one item -\n- another",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BROKEN.items())
def test_words_broken_at_line_ends(text: str, expected: str) -> None:
    """A typesetter's hyphen goes, a compound keeps its own."""
    assert repair(text).text == expected


CHARACTERS = {
    "Uzbeki\u200bstan on 5\u00a0June\u202f2023": "Uzbekistan on 5 June 2023",
    "The \ufb01nance ministers con\ufb01rmed the o\ufb03cial text": "The finance ministers confirmed the official text",
    "\ufeffTokayev": "Tokayev",
    "Tu\u0308rkiye": "Türkiye",
    "co\xadoperation": "cooperation",
    "T\u202eeht\u202c": "Teht",
    "a\x00b\x1bc": "abc",
    "One.\u2028Two.": "One.\nTwo.",
    "free\u2011trade": "free-trade",
    "half \ud83d": "half \ufffd",
}


@pytest.mark.parametrize(("text", "expected"), CHARACTERS.items())
def test_characters(text: str, expected: str) -> None:
    """Ligatures are spelled out, spaces plain, unseen signs gone."""
    assert repair(text).text == expected


MOJIBAKE = {
    "TÃ¼rkiye and Japan": "Türkiye and Japan",
    "Kazakhstanâ€™s â€œnew chapterâ€\x9d â€“ today": "Kazakhstan’s “new chapter” – today",
    "Ä°stanbul, ErdoÄŸan": "İstanbul, Erdoğan",
    "CÃ´te dâ€™Ivoire": "Côte d’Ivoire",
    "Казахстан".encode().decode("latin-1"): "Казахстан",
    "TÃƒÂ¼rkiye": "Türkiye",
    "Äº": "ĺ",
}


@pytest.mark.parametrize(("text", "expected"), MOJIBAKE.items())
def test_wrong_decoding_is_mended(text: str, expected: str) -> None:
    """Where the pairs of signs can be nothing else."""
    assert repair(text).text == expected


@pytest.mark.parametrize(
    "text", ["“LE CAFÉ”", "ÅRET – ÅRET", "PÅ”", "AMANHÃ…", "à «Paris»", "Łódź, Erdoğan, Тоқаев", "5 °C", "São Tomé"]
)
def test_signs_that_only_look_so_stay(text: str) -> None:
    """A capital before a closing quotation mark is no broken letter."""
    assert repair(text).text == text


NOTES = {
    "worth $2 billion.3 The work began.\n\n3 Trend, 6 June 2023.\n":
        "worth $2 billion.[3] The work began.\n\n[3] Trend, 6 June 2023.\n",
    "In 2018³ Uzbekistan and Japan signed": "In 2018[3] Uzbekistan and Japan signed",
    "an accord,¹ which\n\n1. Lusa, 4 May 2023.": "an accord,[1] which\n\n[1] Lusa, 4 May 2023.",
    "an accord.12 It\n\n¹² Lusa, 4 May 2023.": "an accord.[12] It\n\n[12] Lusa, 4 May 2023.",
    "an accord¹,² which": "an accord[1][2] which",
    "the accord4 and “trade.”5\n\nNotes\n4 Trend, 6 June.\n5 Lusa, 7 June.":
        "the accord[4] and “trade.”[5]\n\nNotes\n[4] Trend, 6 June.\n[5] Lusa, 7 June.",
    "40 km² and 10³ units over 7 m³": "40 km² and 10³ units over 7 m³",
    "rose by 5.3 percent to $2 billion.3 Then": "rose by 5.3 percent to $2 billion.3 Then",
    "1. They met.\n\n2. The G7 agreed.\n\n3. They left.": "1. They met.\n\n2. The G7 agreed.\n\n3. They left.",
    "cited before.[2] Now\n\n2. Trend, 5 May": "cited before.[2] Now\n\n[2] Trend, 5 May",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOTES.items())
def test_footnote_marks_get_brackets(text: str, expected: str) -> None:
    """So that they are no part of a number, and still lead to their note."""
    assert repair(text).text == expected


PAGES = {
    "Kenya signed a\n\n12\n\npower purchase contract.\n": "Kenya signed a power purchase contract.\n",
    "Uzbeki-\n\n12\n\nstan": "Uzbekistan",
    "One.\n\n7\n\nTwo.\n\n8\n\nThree.\n\n9\n\nFour.": "One.\n\nTwo.\n\nThree.\n\nFour.",
    "Share of trade\n\n41\n\nShare of exports": "Share of trade\n\n41\n\nShare of exports",
    "signed a\n\n- 12 -\n\npower contract": "signed a power contract",
}


@pytest.mark.parametrize(("text", "expected"), PAGES.items())
def test_page_numbers(text: str, expected: str) -> None:
    """A number that cuts a sentence is the page's; one that stands as an item stays."""
    assert repair(text).text == expected


def test_running_heads_go_and_pages_are_told() -> None:
    """The first page keeps its head; sentences and words run on over the edge; notes move out of the way."""
    pages = [
        "THE REVIEW\nA title\n\nKenya and Ethiopia signed a1\n\n1 Trend, 6 June 2023.\n1",
        "THE REVIEW\npower purchase contract with Uzbeki-\n2",
        "THE REVIEW\nstan. The end.\n3",
    ]
    result = repair("\f".join(pages))
    assert result.text.startswith("THE REVIEW\nA title\n\nKenya and Ethiopia signed a1\n\n1 Trend")
    pages[0] = pages[0].replace("a1", "a¹")
    result = repair("\f".join(pages))
    assert result.text == (
        "THE REVIEW\nA title\n\nKenya and Ethiopia signed a[1] power purchase contract with Uzbekistan. The end.\n\n"
        "[1] Trend, 6 June 2023."
    )
    assert [result.text[n : n + 5] for n in result.pages] == ["THE R", "power", "stan."]


WRAPPED = """\
ASTANA (AP) - Kazakhstan and Italy signed an accord on water on
Monday, the second in a month, after talks which Foreign Minister
Tokayev called "frank". The text is secret.

Key points:
- the accord runs for ten years and can be renewed for five more
  years by either side
- it holds no sums
Date: 5 June 2023

Partner     Share
Italy       12
"""
UNWRAPPED = """\
ASTANA (AP) - Kazakhstan and Italy signed an accord on water on Monday, the second in a month, after talks which Foreign Minister Tokayev called "frank". The text is secret.

Key points:
- the accord runs for ten years and can be renewed for five more years by either side
- it holds no sums
Date: 5 June 2023

Partner     Share
Italy       12
"""  # noqa: E501 - one line a paragraph is the point


def test_paragraphs_broken_into_lines_are_joined_and_lists_and_tables_kept() -> None:
    """Hard-wrapped text becomes one line a paragraph."""
    assert repair(WRAPPED).text == UNWRAPPED


def test_texts_that_need_no_repair_stay_as_they_are(shared: Path) -> None:
    """Texts that are not broken at a width come back unchanged, so that spans of their annotations hold."""
    for file in sorted((shared / "gold").glob("*/reports/*.txt")) + sorted((shared / "gold").glob("*dev/*.txt")):
        text = file.read_text()
        if max(map(len, text.split("\n"))) > 120:
            assert repair(text).text == text.replace("\xa0", " "), file.name


@given(st.text(alphabet=st.sampled_from("ab AB12.,-\n\f³¹[]•Ã¼â€™É”\xa0\xad"), max_size=60))
def test_repair_never_fails_and_pages_lie_in_the_text(text: str) -> None:
    """Whatever stands in the file; and letters are never lost."""
    result = repair(text)
    assert all(0 <= n <= len(result.text) for n in result.pages)
    assert sum(c in "abAB" for c in result.text) >= sum(c in "abAB" for c in text) or "\f" in text
