"""Words that name parties in a text."""

import pytest

from multivector import parties
from multivector.parties.read import known, rows

ADJECTIVES = [
    ("Kazakh", "KAZ"), ("Kazakhstani", "KAZ"), ("Kyrgyz", "KGZ"), ("Kyrgyzstani", "KGZ"), ("Uzbek", "UZB"),
    ("Tajik", "TJK"), ("Turkmen", "TKM"), ("Emirati", "ARE"), ("Saudi", "SAU"), ("Bosnian", "BIH"), ("Nigerien", "NER"),
    ("Nigerian", "NGA"), ("Ivorian", "CIV"), ("Burmese", "MMR"), ("Timorese", "TLS"), ("Argentine", "ARG"),
    ("Argentinian", "ARG"), ("Philippine", "PHL"), ("Filipino", "PHL"), ("Dutch", "NLD"), ("Swiss", "CHE"),
    ("British", "GBR"), ("Scottish", "GBR"), ("American", "USA"), ("Czech", "CZE"), ("Slovak", "SVK"), ("Greek", "GRC"),
    ("Turkish", "TUR"), ("Taiwanese", "TWN"), ("Palestinian", "PSE"), ("Kosovan", "XKX"), ("Kosovar", "XKX"),
    ("North Korean", "PRK"), ("South Korean", "KOR"), ("Papua New Guinean", "PNG"), ("Central African", "CAF"),
    ("Equatorial Guinean", "GNQ"), ("Cape Verdean", "CPV"), ("Sri Lankan", "LKA"), ("Bangladeshi", "BGD"),
    ("South African", "ZAF"), ("South Sudanese", "SSD"),
]  # fmt: skip


def _meanings(words: str) -> dict[str, tuple[str, ...]]:
    return {form.kind: form.parties for form in parties.forms() if form.words == words}


@pytest.mark.parametrize(("words", "party"), ADJECTIVES)
def test_adjective(words: str, party: str) -> None:
    """An adjective means its state."""
    assert _meanings(words)["adjective"] == (party,)


@pytest.mark.parametrize(
    ("words", "kind", "codes"),
    [
        ("US", "state", {"USA"}), ("New Zealand", "state", {"NZL"}), ("Myanmar", "state", {"MMR"}),
        ("Emirates", "state", {"ARE"}), ("Congolese", "adjective", {"COD", "COG"}),
        ("Koreans", "people", {"KOR", "PRK"}), ("Dominican", "adjective", {"DMA", "DOM"}),
        ("Brussels", "seat", {"BEL", "EU"}), ("Nato", "organisation", {"NATO"}), ("Chisinau", "capital", {"MDA"}),
        ("Elysee", "seat", {"FRA"}), ("Visegrad Group", "region", {"CZE", "HUN", "POL", "SVK"}),
        ("Central Asia", "region", {"KAZ", "KGZ", "TJK", "TKM", "UZB"}), ("Soviet Union", "nobody", set()),
    ],
)  # fmt: skip
def test_meaning(words: str, kind: str, codes: set[str]) -> None:
    """Words that may mean several keep them all; those with accents are also given without."""
    assert set(_meanings(words)[kind]) == codes


def test_brussels_is_no_capital_alone() -> None:
    """Words that are a seat of more than their state are not given as a capital too."""
    assert set(_meanings("Brussels")) == {"seat"}


def test_every_form() -> None:
    """Forms stand once a kind, without an article in front; all but `nobody` name parties that exist."""
    seen = set()
    for form in parties.forms():
        if form.kind != "person":
            assert (form.words, form.kind) not in seen
        seen.add((form.words, form.kind))
        assert form.words == form.words.strip() != ""
        assert not form.words.startswith("the ")
        assert set(form.parties) <= set(known())
        assert bool(form.parties) is (form.kind != "nobody"), form


def test_nobody_holds_a_party() -> None:
    """A phrase that means nobody is listed because a shorter name stands in it."""
    names = [form.words for form in parties.forms() if form.parties]
    for row in rows("nobody"):
        assert any(name in row["words"] for name in names), row
