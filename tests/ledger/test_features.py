"""What speaks for one dealing and what against, feature by feature."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.ledger.samples import report, telling

from multivector.ledger import features, knowledge, same
from multivector.ledger.profile import Profile, Told, contexts, profile


def made(text: str, anchor: str, *, name: str = "a", on: str | None = "2025-03-04", **codes: Any) -> Profile:
    """Return the profile of a telling in a text of one telling."""
    given = {"actors": ("PER",), "recipients": ("GHA",), "date": None, **codes}
    told = telling(text, anchor, given.pop("type_", "AGREE"), **given)
    return profile(Told(f"t{name}", name, "x", on, told), contexts(report(text), [told])[0])


def two(one: dict[str, Any], other: dict[str, Any], text: str = "They signed it.") -> tuple[Profile, Profile]:
    """Return two profiles of like texts that differ in codes."""
    return made(text, "signed", name="a", **one), made(text, "signed", name="b", **other)


@pytest.mark.parametrize(
    ("one", "other", "type_", "figure"),
    [
        ("2025-03-03", "2025-03-03", "AGREE", 1.0),
        ("2025-03-03", "2025-03-04", "AGREE", 0.3),
        ("2025-03-03", "2025-03-09", "AGREE", -1.0),
        ("2025-03-03", "2025-03-04", "COOPERATE", 0.35),
        ("2025-03-03", "2025-03", "AGREE", 0.35),
        ("2025-03", "2025-03", "AGREE", 0.35),
        ("2025-03-31", "2025-04", "AGREE", 0.0),
        ("2025-01-15", "2025-04", "AGREE", -1.0),
        ("2025-03-03", "2025", "AGREE", 0.1),
        ("2025-03-03", None, "AGREE", 0.1),
        ("2025-05-03", None, "AGREE", -0.6),
    ],
)
def test_dates(one: str | None, other: str | None, type_: str, figure: float) -> None:
    """A day says most, a year least; an undated telling lies in the weeks before its report."""
    pair = two({"date": one, "type_": type_}, {"date": other, "type_": type_})
    assert features.date(*pair) == pytest.approx(figure)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("300000000000", "JPY"), ("298000000000", "JPY"), True),
        (("300000000000", "JPY"), ("2000000000", "USD"), True),
        (("345000000000", "KRW"), ("240000000", "USD"), True),
        (("9000000", "EUR"), ("90000000", "NOK"), True),
        (("1500000000", "USD"), ("1200000000", "USD"), False),
        (("300000000000", "JPY"), ("200000000", "USD"), False),
        (("5", "QQQ"), ("5", "USD"), True),
        (("5", None), ("50", "USD"), False),
    ],
)
def test_sums(one: tuple[str, str], other: tuple[str, str], alike: bool) -> None:
    """Rounded and converted sums may be one; a currency without rate is compared as it stands."""
    assert features.same_sum(Decimal(one[0]), one[1], Decimal(other[0]), other[1]) is alike


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        (("Kassym-Jomart Tokayev",), ("Kasym-Zhomart Toqaev",), 1),
        (("Қасым-Жомарт Тоқаев",), ("Tokayev",), 1),
        (("Phạm Quốc Hưng",), ("Pham Quoc Hung",), 1),
        (("Bae Sang-cheol",), ("Yoon Hye-rin",), -1),
        (("Bae Sang-cheol",), (), 0),
    ],
)
def test_people(one: tuple[str, ...], other: tuple[str, ...], sign: int) -> None:
    """Spellings and scripts don't part people; other people part dealings."""
    figure = features.names(*two({"people": one}, {"people": other}))
    assert (figure > 0) - (figure < 0) == sign


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("The foreign minister went.", "Foreign ministers went.", 1),
        ("The trade minister went.", "The minister of foreign affairs went.", -1),
        ("The premier went.", "The prime minister went.", 1),
        ("The envoy went.", "They went.", 0),
    ],
)
def test_offices(one: str, other: str, sign: int) -> None:
    """Two names of one office are one, two offices are two."""
    figure = features.offices(made(one, "went", name="a"), made(other, "went", name="b"))
    assert (figure > 0) - (figure < 0) == sign


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("signed a loan for a railway", "the rail credit that was signed", 1),
        ("signed a pact on seafarers", "the treaty about crews", 1),
        ("signed a pact on nickel", "the treaty about crews", -1),
        ("signed an agreement", "the treaty about crews", 0),
        ("Peruvians and Ghanaians signed in Lima", "Ghana and Peru signed in Accra", 0),
    ],
)
def test_subjects(one: str, other: str, sign: int) -> None:
    """Kin words are one subject; words of papers, parties and their capitals are none."""
    figure = features.subject(made(one, "signed"), made(other, other.rsplit(maxsplit=1)[-1], name="b"))
    assert (figure > 0) - (figure < 0) == sign


VISIT = {"type_": "CONSULT", "mode": "visit", "date": "2025-03-03"}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (VISIT, VISIT, None),
        (VISIT, {**VISIT, "actors": ("GHA",), "recipients": ("PER",)}, "the sides are turned round"),
        (VISIT, {**VISIT, "mode": "phone"}, "a call and a meeting"),
        (VISIT, {**VISIT, "date": "2025-03-14"}, "too many days apart"),
        (VISIT, {**VISIT, "recipients": ("NGA",)}, "fewer than half of the parties in common"),
        (VISIT, {**VISIT, "type_": "REJECT", "mode": "meet"}, "types that are no kin"),
        ({"date": "2025-03-03"}, {"date": "2025-03-03", "actors": ("GHA",), "recipients": ("PER",)}, None),
        ({"type_": "SUPPORT"}, {"type_": "AGREE"}, None),
    ],
)
def test_what_rules_out_that_two_are_one(one: dict[str, Any], other: dict[str, Any], why: str | None) -> None:
    """A return visit, a call, another week, other parties, other acts."""
    assert same.ruled_out(*two(one, other)) == why


def test_two_states_that_ratify_are_two_dealings() -> None:
    """Though the treaty is one and an accord has no direction."""
    text = "Parliament ratified the treaty."
    one = made(text, "ratified", name="a", actors=("PER",), recipients=("GHA",))
    other = made(text, "ratified", name="b", actors=("GHA",), recipients=("PER",))
    assert same.ruled_out(one, other) == "two states ratify"


def test_one_report_does_not_tell_one_dealing_twice() -> None:
    """Its coder has merged what it tells; only a twin of the same words is one."""
    one = made("They signed it.", "signed")
    assert same.ruled_out(one, made("They signed it.", "signed")) is None
    assert same.ruled_out(one, made("They signed it.", "They")) == "one report tells both"


def test_comparing_has_no_direction() -> None:
    """The first and the second are judged as the second and the first."""
    one = made("signed a loan", "signed", date="2025-03")
    other = made("a credit", "credit", name="b", date="2025-03-03")
    assert same.compare(one, other) == same.compare(other, one)


def test_the_words_of_a_sentence_go_to_the_nearest_dealing() -> None:
    """Two dealings in one sentence don't share their subjects."""
    text = "In Accra they signed a pact on nickel, and in Lima a treaty about crews."
    told = [telling(text, "signed a pact"), telling(text, "a treaty")]
    own = [set(context.own) for context in contexts(report(text), told)]
    assert "nickel" in own[0] - own[1]
    assert "sailor" in own[1] - own[0]


@pytest.mark.parametrize("name", ["words.tsv", "offices.tsv", "stages.tsv", "kin.tsv", "rates.csv", "stop.tsv"])
def test_tables_are_whole(name: str) -> None:
    """Each row has every cell filled, and no word stands twice."""
    rows = knowledge.table(name)
    assert rows
    assert all(cell for row in rows for cell in row.values())
    words = [word for row in rows for word in row.get("words", row.get("word", "")).split("|") if word]
    assert len(words) == len(set(words))
