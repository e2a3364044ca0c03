"""Names and codes → parties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector import parties
from multivector.errors import UsageError
from multivector.parties.forms import forms
from multivector.parties.read import plain

LOOKALIKES = [
    ("Congo, Dem. Rep.", "COD"), ("Congo-Brazzaville", "COG"), ("D.R. Congo", "COD"), ("Congo, Republic of the", "COG"),
    ("Korea, Dem. People's Rep.", "PRK"), ("N Korea", "PRK"), ("Dominica", "DMA"), ("Dominican Rep.", "DOM"),
    ("Republic of the Union of Myanmar", "MMR"), ("Uk", "GBR"), ("America", "USA"), ("New Mexico", None),
    ("West Papua", None), ("TU\u0308RKI\u0307YE", "TUR"), ("Lao PDR", "LAO"), ("Swaziland", "SWZ"), ("Zaire", "COD"),
    ("Taiwan, Province of China", "TWN"), ("Hong Kong SAR, China", "HKG"), ("West Bank and Gaza", "PSE"),
    ("Yugoslavia", None), ("Northern Ireland", "GBR"), ("laws", None), ("Guam", "GUM"), ("GUAM", "GUAM"),
    ("Republic of Vietnam", None), ("Socialist Republic of Viet Nam", "VNM"), ("Republic of China", "TWN"),
    ("People's Republic of China", "CHN"), ("OPEC", "OPEC"), ("OPEC+", "OPEC+"), ("Guinea", "GIN"),
]  # fmt: skip
"""Names that hold, shorten or resemble the name of another party."""

OF_TABLES = [
    ("Iran, Islamic Rep.", "IRN"), ("Egypt, Arab Rep.", "EGY"), ("Yemen, Rep.", "YEM"), ("Gambia, The", "GMB"),
    ("Venezuela, RB", "VEN"), ("Micronesia, Fed. Sts.", "FSM"), ("St. Lucia", "LCA"), ("Macao SAR, China", "MAC"),
    ("Bolivia (Plurinational State of)", "BOL"), ("Iran (Islamic Republic of)", "IRN"), ("Rep. of Moldova", "MDA"),
    ("Venezuela (Bolivarian Rep. of)", "VEN"), ("United Rep. of Tanzania", "TZA"), ("China, P.R.: Mainland", "CHN"),
    ("China, P.R.: Hong Kong", "HKG"), ("Solomon Isds", "SLB"), ("Bosnia Herzegovina", "BIH"), ("Korea, South", "KOR"),
    ("São Tomé and Príncipe, Dem. Rep. of", "STP"), ("Burma/Myanmar", "MMR"), ("German Federal Republic", "DEU"),
    ("Macedonia, FYR", "MKD"), ("Democratic Republic of Vietnam", "VNM"), ("Netherlands, The", "NLD"),
    ("Serbia and Montenegro", None), ("World", None), ("Euro area", None), ("Areas, nes", None),
]  # fmt: skip
"""Names as statistical tables write them."""

BEYOND_STATES = [
    ("kz", "KAZ"), ("ITA", "ITA"), ("eaeu", "EAEU"), ("Arab League", "LAS"), ("Quai d’Orsay", "FRA"), ("Rome", "ITA"),
    ("the Kremlin", "RUS"), ("European Commission", "EU"), ("EU foreign policy chief", "EU"), ("Tokayev", "KAZ"),
    ("NATO Secretary General", "NATO"), ("Kazakhstan's government", "KAZ"), ("U.S. Secretary of State", "USA"),
    ("President of Kenya", "KEN"), ("Ministry of Defence of Italy", "ITA"), ("president", None), ("Milan", None),
    ("Brussels", None), ("Central Asia", None), ("Korean", None), ("Congo", None), ("au", None), ("AU", "AU"),
    ("South America", None), ("", None), ("-", None), ("?", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "party"), [*LOOKALIKES, *OF_TABLES, *BEYOND_STATES])
def test_name(name: str, party: str | None) -> None:
    """A name stands for its party, or for none where it can't be told; either way it says why."""
    found = parties.resolve(name)
    assert (found.name, found.party) == (name, party)
    assert found.why


@pytest.mark.parametrize(
    ("name", "candidates"),
    [("Congo", {"COD", "COG"}), ("Dominican", {"DMA", "DOM"}), ("Brussels", {"BEL", "EU"}), ("au", {"AUS", "AU"})],
)
def test_candidates(name: str, candidates: set[str]) -> None:
    """Where several may be meant, all of them are named."""
    assert set(parties.resolve(name).candidates) == candidates


def test_former_names_say_why() -> None:
    """A dissolved state is handed to no successor, and the reader learns what became of it."""
    assert "fifteen states" in parties.resolve("Soviet Union").why
    assert "1997" in parties.resolve("Zaire").why


def test_person_on_a_date() -> None:
    """A person counts while in office."""
    assert parties.resolve("Nazarbayev", on="2015").party == "KAZ"
    later = parties.resolve("Nazarbayev", on="2024")
    assert later.party is None
    assert "no known office" in later.why


def test_date_that_is_none() -> None:
    """A date that does not exist is a wrong call."""
    with pytest.raises(UsageError, match="2023-02-30"):
        parties.resolve("Italy", on="2023-02-30")


@given(st.text(max_size=40))
def test_never_raises(name: str) -> None:
    """Whatever the text, there is an answer, and a party in it is a known one."""
    found = parties.resolve(name)
    assert found.party is None or parties.get(found.party).code == found.party


def test_case_accents_articles() -> None:
    """Neither capitals, small letters, accents nor an article change which state is meant."""
    for form in forms():
        if form.kind == "state" and len(form.parties) == 1 and form.words != "Guam":  # GUAM is an organisation
            for spelling in (form.words.upper(), form.words.lower(), plain(form.words), f"  the {form.words} "):
                assert parties.resolve(spelling).party == form.parties[0], spelling
