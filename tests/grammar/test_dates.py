"""Dates as English texts tell them."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.grammar.calendars import hijri_month
from multivector.grammar.dates import find_dates
from multivector.model.time import is_date

REPORT = "2024-03-11"  # a Monday

STATED = [
    ("on 18 January 2024", "18 January 2024", "2024-01-18"),
    ("on January 18, 2024,", "January 18, 2024", "2024-01-18"),
    ("on the 18th of January 2024", "18th of January 2024", "2024-01-18"),
    ("on Tuesday, 5 March 2024,", "Tuesday, 5 March 2024", "2024-03-05"),
    ("on 18.01.2024", "18.01.2024", "2024-01-18"),
    ("on 1991-05-11.", "1991-05-11", "1991-05-11"),
    ("on March 4–6, 2024, the", "March 4–6, 2024", "2024-03-04"),
    ("From 28 February to 2 March 2024 the", "28 February to 2 March 2024", "2024-02-28"),
    ("between 3 and 5 May 2023", "3 and 5 May 2023", "2023-05-03"),
    ("28 December to 2 January 2024", "28 December to 2 January 2024", "2023-12-28"),
    ("in September 2023", "September 2023", "2023-09"),
    ("in early 2022", "early 2022", "2022"),
    ("in spring 2024", "spring 2024", "2024"),
    ("in the winter of 2007-08", "winter of 2007-08", "2007"),
    ("in 2009", "2009", "2009"),
    ("the 2015 agreement", "2015", "2015"),
    ("on 14 March 2566 B.E.", "14 March 2566 B.E.", "2023-03-14"),
    ("on 31 September 2023", "31 September 2023", "2023-09"),
    ("from 2019 to 2021", "2019 to 2021", "2019"),
    ("on 2024/03/11", "2024/03/11", "2024-03-11"),
    ("on 11-Mar-2024", "11-Mar-2024", "2024-03-11"),
    ("on the first of May 2023", "the first of May 2023", "2023-05-01"),
    ("DATE 09 JAN 2023", "09 JAN 2023", "2023-01-09"),
    ("No. 31 — 3 August 2023", "3 August 2023", "2023-08-03"),
    ("1 January–31 December 2023", "1 January–31 December 2023", "2023-01-01"),
    ("by end-2024", "end-2024", "2024"),
    ("In 2018³ Uzbekistan", "2018", "2018"),
    ("on 5\xa0June\xa02023", "5\xa0June\xa02023", "2023-06-05"),
    ("in 2015’s deal", "2015", "2015"),
]
RELATIVE = [
    ("on December 28", "2023-12-28"),
    ("on Jan. 18", "2024-01-18"),
    ("on 22-23 February", "2024-02-22"),
    ("on Tuesday", "2024-03-05"),
    ("on Monday", "2024-03-11"),
    ("last Monday", "2024-03-04"),
    ("next Tuesday", "2024-03-12"),
    ("on Friday of last week", "2024-03-08"),
    ("yesterday", "2024-03-10"),
    ("today", "2024-03-11"),
    ("last week", "2024-03"),
    ("last month", "2024-02"),
    ("last January", "2024-01"),
    ("this year", "2024"),
    ("later this year", "2024"),
    ("last year", "2023"),
    ("Two years ago", "2022"),
    ("three days ago", "2024-03-08"),
    ("on August 31 of last year", "2023-08-31"),
    ("in May last year", "2023-05"),
    ("last summer", "2023"),
    ("at the weekend", "2024-03-09"),
    ("in the third quarter of last year", "2023"),
    ("before the year is out", "2024"),
    ("on New Year's Day", "2024-01-01"),
]


@pytest.mark.parametrize(("text", "words", "iso"), STATED)
def test_stated(text: str, words: str, iso: str) -> None:
    """What the words state needs no report date, and is never more precise than told."""
    (found,) = find_dates(text)
    assert (text[slice(*found.span)], found.iso) == (words, iso)


@pytest.mark.parametrize(("text", "iso"), RELATIVE)
def test_seen_from_the_report(text: str, iso: str) -> None:
    """What the words leave open is seen from the report's date, in the past where nothing looks ahead."""
    (found,) = find_dates(f"Oman and Kenya signed an accord {text}.", REPORT)
    assert (found.iso, found.basis) == (iso, "report date")


@pytest.mark.parametrize(("text", "iso"), RELATIVE)
def test_open_without_report_date(text: str, iso: str) -> None:
    """Without a report date nothing is guessed; month and day are kept for later."""
    (found,) = find_dates(text)
    assert (found.iso, found.basis) == (None, "unresolved")
    assert found.month_day is None or found.month_day in iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("In November 2022 they met. The following month they signed.", "2022-12"),
        ("On 5 May 2023 he came. Two days later he left.", "2023-05-07"),
        ("On 5 May 2023 he came. On the same day he left.", "2023-05-05"),
        ("On 5 May 2023 he came. He left the next day.", "2023-05-06"),
        ("In May 2023 he came. A month earlier he had called.", "2023-04"),
        ("He came in May 2023 and signed on the 23rd, he said.", "2023-05-23"),
        ("They signed on 17 June 2018 and ratified in January.", "2019-01"),
        ("In March of last year they broke, and in May they met.", "2023-05"),
        ("They met on 5 March 2024, two days after Algiers had left.", "2024-03-03"),
        ("On 13 May 2023 they fought. Twelve days after the fight he came.", "2023-05-25"),
        ("They met in April 2008. They sued that November.", "2008-11"),
        ("They came in October 2022. On the last day of that month they left.", "2022-10-31"),
    ],
)
def test_seen_from_the_date_before(text: str, iso: str) -> None:
    """Some words lean on the date told before."""
    assert find_dates(text, REPORT)[1].iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May visited Ankara.",
        "Information Minister Friday Okello of Uganda met officials.",
        "He may march.",
        "Protocol 12/2021 on fishing, No. 5/2019",
        "2024 items were sold.",
        "aged 45, Room 2024, flight 2019, Article 2001",
        "Call +7 717 274 2024 at once.",
        "the 14th summit",
        "$2000 and 2,024 men",
        "The Sunday Times, Mar del Plata, Good Friday",
    ],
)
def test_no_dates(text: str) -> None:
    """Names, numbers of papers, counts and telephones are no dates."""
    assert find_dates(text, REPORT) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("by 2030", "deadline"),
        ("until the end of 2025", "deadline"),
        ("since 1991", "start"),
        ("from 2030", "start"),
        ("from 2019 to 2021", "span"),
        ("in 2009", "point"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    """Targets and beginnings are told apart from points in time."""
    assert find_dates(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in Q1 2023", "2023-Q1"),
        ("in the second quarter of 2023", "2023-Q2"),
        ("in the first half of 2023", "2023-01/2023-06"),
        ("in the first nine months of 2023", "2023-01/2023-09"),
        ("January-June 2023", "2023-01/2023-06"),
        ("FY 2022-23", "2022/2023"),
        ("in the 1990s", "1990/1999"),
        ("between 1991 and 2024", "1991/2024"),
    ],
)
def test_periods(text: str, period: str) -> None:
    """Parts of years and years together have the form of claims."""
    assert find_dates(text)[0].period == period


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("They will meet again on May 2.", "2024-05-02"),
        ("On May 2 they will meet again.", "2024-05-02"),
        ("They met on May 2.", "2023-05-02"),
        ("He said on May 2 that they would meet on June 5.", "2023-05-02"),
        ("On Tuesday Kazakhstan will sign.", "2024-03-12"),
        ("The summit opens in Vilnius on 28 November.", "2024-11-28"),
        ("The round, of which all is settled, will be held in Geneva on 18 June.", "2024-06-18"),
        ("Readers will remember that on 5 April Libya handed over two men.", "2023-04-05"),
        ("He will travel to Kingston, Jamaica, next week.", "2024-03"),
        ("Visas are valid until 1 May.", "2024-05-01"),
        ("It has been in force since Saturday, and talks will begin.", "2024-03-09"),
    ],
)
def test_tense_decides(text: str, iso: str) -> None:
    """A yearless date lies ahead where the words around it do."""
    assert find_dates(text, REPORT)[0].iso == iso


def test_all_ahead() -> None:
    """`future` turns yearless dates ahead."""
    assert find_dates("on May 2", REPORT, future=True)[0].iso == "2024-05-02"


def test_one_text_one_order() -> None:
    """The unmistakable dates of a text settle the order of days and months in the others."""
    european = find_dates("signed on 2/5/2019, after talks on 15/4/2019 and 24/4/2019")
    american = find_dates("signed on 2/5/2019, after talks on 1/15/2019")
    assert (european[0].iso, american[0].iso) == ("2019-05-02", "2019-02-05")


def test_calendars() -> None:
    """A Hijri date is known to the month; the Gregorian one beside it says more."""
    assert hijri_month(1445, 7) == "2024-01"
    assert [f.iso for f in find_dates("on 5 Rajab 1445 AH, or 17 January 2024")] == ["2024-01", "2024-01-17"]


def test_count_behind_a_month() -> None:
    """`In January 18 agreements` tells a month and a count."""
    assert find_dates("In January 18 agreements were signed.", REPORT)[0].iso == "2024-01"
    assert find_dates("Tokayev’s January 18 visit", REPORT)[0].iso == "2024-01-18"


@given(
    st.lists(
        st.sampled_from(
            [text for text, *_ in STATED] + [text for text, _ in RELATIVE] + ["May", "2024", ",", "\n\n", "5"]
        )
    ),
    st.sampled_from([None, "2024", "2024-03", REPORT, "0001-01-01", "9999-12-31"]),
)
def test_any_text(parts: list[str], reference: str | None) -> None:
    """Any text is read; spans lie in order inside it, and every date exists."""
    text = " ".join(parts)
    found = find_dates(text, reference)
    assert all(0 <= f.span[0] < f.span[1] <= len(text) for f in found)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
    assert all(is_date(iso) for f in found for iso in (f.iso, f.last) if iso)


@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2150, 1, 1)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_round_trip(day: dt.date, form: str) -> None:
    """Every day is read back from every full form, whatever stands around it."""
    text = f"The two sides, 12 men, signed it on {day.strftime(form)} in Rome."
    assert [f.iso for f in find_dates(text, REPORT)] == [day.isoformat()]
