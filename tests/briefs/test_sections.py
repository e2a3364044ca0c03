"""What the sections of a brief say."""

import dataclasses
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from multivector.briefs.bottom_line import bottom_line
from multivector.briefs.material import Material
from multivector.briefs.notes import statements
from multivector.briefs.plan import compose
from multivector.briefs.sections import (
    agreements,
    disagreements,
    figures,
    meetings,
    open_promises,
    sources,
    subjects,
    timeline,
)
from multivector.model import Brief, Chart, Event, Sentence, Table

Maker = Callable[..., Event]
MakeMaterial = Callable[..., Material]


def cells(section: Any, table: int = 0) -> list[tuple[str, ...]]:
    """Return the cells of a section's table."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [row.cells for row in tables[table].rows]


def test_the_order_of_a_brief(tie: Material) -> None:
    """Sections stand in their order, all of them where there is something to say."""
    brief = compose(tie)
    assert (brief.title, brief.as_of, brief.ledger) == ("Norway and Chile", "2024-05", "0123456789abcdef")
    assert [section.heading for section in brief.sections] == [
        "Timeline",
        "Subjects",
        "Agreements and sums",
        "Who met whom",
        "Figures by reading",
        "Where sources disagree",
        "Open promises",
        "Sources",
        "Method",
    ]


def test_sections_without_content_are_left_out(make_material: MakeMaterial, make_event: Maker) -> None:
    """One dealing without people, sums or subject makes a short brief."""
    brief = compose(make_material(make_event(type="SUPPORT", date="2024-03")))
    assert [section.heading for section in brief.sections] == ["Timeline", "Sources", "Method"]


def test_nothing_told_is_an_answer(make_material: MakeMaterial) -> None:
    """A tie of which no report tells still has a brief that says so."""
    brief = compose(make_material(as_of=None))
    assert [line.text for line in brief.bottom_line] == [
        "None of the 12 reports in this ledger tells of a dealing between Norway and Chile that took place."
    ]
    assert [section.heading for section in brief.sections] == ["Method"]


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (0, "This ledger holds no report, so nothing is told of a dealing between Norway and Chile that took place."),
        (1, "The one report in this ledger tells of no dealing between Norway and Chile that took place."),
    ],
)
def test_how_little_was_read_is_said(make_material: MakeMaterial, held: int, told: str) -> None:
    """Nothing in one report is another answer than nothing read."""
    assert bottom_line(make_material(held=held))[0].text == told


def test_the_bottom_line_has_three_sentences_with_figures(tie: Material) -> None:
    """Direction and breadth, dependence, the oldest open promise; the kinds are told apart."""
    lines = bottom_line(tie)
    assert [line.kind for line in lines] == ["computed", "counted", "computed"]
    assert lines[0].text == (
        "Mostly co-operative: reports tell of four dealings between Norway and Chile, three co-operative and one "
        "conflictive; three fall in the twelve months to May 2024, none in the twelve before; the three whose subject "
        "is told touch four sectors, and two reach beyond energy."
    )
    assert lines[1].text == (
        "By partners (A Bureau), release 2024, Norway took 4 per cent of Chile’s exports of 2022, second of five "
        "partners listed."
    )
    assert lines[2].text == (
        "The oldest open promise, told on 2 March 2024, is that Chile is to visit Norway in April 2024; no report up "
        "to May 2024 tells that it has come about."
    )


def test_the_bottom_line_copies_no_single_dealing(tie: Material) -> None:
    """No sentence of it is one dealing verbatim."""
    told = {row.cells[1] for row in timeline.section(tie).blocks[1].rows}  # type: ignore[union-attr]
    assert not told & {line.text for line in bottom_line(tie)}


def test_without_a_dataset_nothing_is_said_on_dependence(tie: Material) -> None:
    """What was not loaded is left out, the rest stays word for word."""
    bare = dataclasses.replace(tie, flows=(), datasets=())
    assert [line.text for line in bottom_line(bare)] == [
        line.text for line in (*bottom_line(tie)[:1], *bottom_line(tie)[2:])
    ]


@pytest.mark.parametrize(
    ("types", "lead"),
    [
        (["AGREE", "AID"], "Co-operative: "),
        (["AGREE", "AID", "ACCUSE"], "Mostly co-operative: "),
        (["AGREE", "ACCUSE"], "Mixed: "),
        (["AGREE", "ACCUSE", "ASSAULT"], "Mostly conflictive: "),
        (["ASSAULT"], "Conflictive: "),
    ],
)
def test_the_first_word_follows_the_counts(
    make_material: MakeMaterial, make_event: Maker, types: list[str], lead: str
) -> None:
    """Two thirds of one tone give the first word."""
    events = [make_event(type=type_, anchor=f"words {at}") for at, type_ in enumerate(types)]
    assert bottom_line(make_material(*events))[0].text.startswith(lead)


def test_new_sectors_are_counted_against_earlier_dealings(make_material: MakeMaterial, make_event: Maker) -> None:
    """Breadth changes: what was not told before the last twelve months is new."""
    old = make_event(anchor="old", date="2010", sectors=("energy",))
    new = make_event(anchor="new", date="2024-01", sectors=("energy", "culture"))
    text = bottom_line(make_material(old, new))[0].text
    assert text.endswith("touch two sectors, one of them new in that year, and one reaches beyond energy.")


def test_the_timeline_keeps_precision_and_all_passages(tie: Material) -> None:
    """A year is listed as a year; each row rests on all tellings of its dealing."""
    section = timeline.section(tie)
    assert section is not None
    table = section.blocks[1]
    assert isinstance(table, Table)
    assert [row.cells[0] for row in table.rows] == [
        "2009",
        "1 Mar 2024",
        "1 Mar 2024 or 3 Mar 2024",
        "Apr 2024",
        "10 Apr 2024",
    ]
    assert [len(row.evidence) for row in table.rows] == [1, 2, 2, 1, 1]


def test_a_chart_says_what_it_shows_and_has_its_numbers_in_a_table(tie: Material) -> None:
    """Bars and table hold the same numbers."""
    charts = [block for section in compose(tie).sections for block in section.blocks if isinstance(block, Chart)]
    assert [chart.title for chart in charts] == ["Dealings by quarter", "Dealings by sector"]
    for chart in charts:
        drawn = sum(bar.value for bar in chart.bars)
        listed = sum(int(cell) for row in chart.table.rows for cell in row.cells[1:] if cell.isdigit())
        assert drawn == listed
        assert chart.sentence.text.endswith(".")


def test_sums_that_differ_stand_side_by_side(tie: Material) -> None:
    """Neither sum is preferred or averaged."""
    assert cells(agreements.section(tie))[1][2:] == ("4 or 5", "1.2 billion US dollars or 1.5 billion US dollars")


def test_sums_add_up_by_currency(make_material: MakeMaterial, make_event: Maker, tie: Material) -> None:
    """Each currency has its own total, with the range where reports differ; a plan is in none."""
    deal: dict[str, Any] = {"type": "AGREE", "unit": "USD"}
    more = make_event(anchor="and more", value=Decimal(300000000), **deal)
    planned = make_event(anchor="to come", value=Decimal(9), status="planned", **deal)
    euro = make_event(anchor="in euros", value=Decimal(5), type="AGREE", unit="EUR")
    lines = agreements.totals([*tie.events, more, planned, euro])
    assert [line.text for line in lines] == [
        "The sums told of two agreements add up to between 1.5 billion US dollars and 1.8 billion US dollars, as "
        "reports differ; whether one sum is part of another is not told."
    ]
    assert make_material(more).events == (more,)


def test_agreements_are_counted_with_their_range(tie: Material) -> None:
    """Where reports differ on a number, the sum of numbers has a range."""
    (line,) = agreements.numbers(tie.events)
    assert line.text == (
        "Reports tell of two dealings in which agreement was reached; the two with a number told count between five "
        "and six in all."
    )


def test_the_most_frequent_subject_is_named(make_material: MakeMaterial, make_event: Maker) -> None:
    """One subject that leads, or several alike."""
    told = [("energy", "trade"), ("energy",), ("culture", "trade")]
    events = [make_event(anchor=f"words {at}", sectors=each) for at, each in enumerate(told)]
    assert _says(make_material(*events)) == (
        "The most frequent subjects are energy and trade, each with two of the three dealings whose subject is told; "
        "they touch three sectors in all."
    )
    assert _says(make_material(*events[:2])) == (
        "The most frequent subject is energy, with all of the two dealings whose subject is told; they touch two "
        "sectors in all."
    )
    assert (
        _says(make_material(events[0])) == "The one dealing whose subject is told touches energy and trade, each once."
    )


def _says(material: Material) -> str:
    (chart,) = subjects.section(material).blocks  # type: ignore[union-attr]
    assert isinstance(chart, Chart)
    return chart.sentence.text


def test_those_met_most_often_are_named(make_material: MakeMaterial, make_event: Maker) -> None:
    """A sentence counts people and meetings before the table lists them."""
    visit = {"mode": "visit", "people": ("Kari Lund", "Ana Rojas")}
    events = [make_event(anchor="one", **visit), make_event(anchor="two", mode="visit", people=("Kari Lund",))]
    section = meetings.section(make_material(*events))
    assert section is not None
    assert isinstance(section.blocks[0], Sentence)
    assert section.blocks[0].text == "Reports name two people in two meetings and visits, most often Kari Lund (twice)."


def test_people_stand_with_their_office_on_their_side(tie: Material) -> None:
    """Offices are told as the report words them."""
    assert cells(meetings.section(tie)) == [
        (
            "1 Mar 2024 or 3 Mar 2024",
            "Visit to Chile",
            "Norway’s Foreign Minister Kari Lund",
            "President Ana Rojas",
            "—",
        )
    ]


def test_claims_stand_beside_rows_of_datasets(tie: Material) -> None:
    """What is claimed and what is counted are rows of one table, each of its kind."""
    section = figures.section(tie)
    assert section is not None
    table = section.blocks[0]
    assert isinstance(table, Table)
    assert [row.kind for row in table.rows] == ["said", "said", "counted", "counted"]
    assert table.rows[0].cells == ("Norway’s rank in Chile’s exports", "third", "not told", "Fjord Wire, 2 Mar 2024")
    assert table.rows[3].cells[:3] == ("Norway in Chile’s exports", "4 %, second of five partners listed", "2022")


def test_every_disagreement_shows_all_values_and_who_tells_them(tie: Material) -> None:
    """Sum, number, date and rank differ in the sample; a coarser date is no disagreement."""
    assert [(on, told) for on, _, told in cells(disagreements.section(tie))] == [
        ("Sum", "1.2 billion US dollars (Andes Review); 1.5 billion US dollars (Fjord Wire)"),
        ("Number", "4 (Fjord Wire); 5 (Andes Review)"),
        ("Date", "1 March 2024 (Fjord Wire); 3 March 2024 (Andes Review)"),
        ("Rank", "third (Fjord Wire); fifth (Andes Review)"),
    ]


def test_open_promises_say_their_state(tie: Material) -> None:
    """A promise whose date has passed rests on its passage and on the rule."""
    section = open_promises.section(tie)
    assert cells(section) == [("2 Mar 2024", "Chile is to visit Norway.", "Apr 2024", "date passed, nothing reported")]


def test_sources_count_what_each_tells(tie: Material) -> None:
    """Reports with tellings and claims, datasets with release and licence."""
    section = sources.section(tie)
    assert cells(section) == [
        ("Fjord Wire", "Visit to Santiago", "2 Mar 2024", "3", "1"),
        ("Andes Review", "Copper & salmon", "May 2024 (inferred)", "3", "2"),
        ("not told", "note", "not told", "1", "0"),
    ]
    assert cells(section, 1) == [("partners", "2024", "A Bureau", "CC0")]


def test_a_sentence_changes_only_with_its_evidence(tie: Material) -> None:
    """Without the last dealing, every statement that does not rest on it stays word for word."""
    short = dataclasses.replace(tie, events=tie.events[:-1])
    dropped = tie.events[-1].id
    before, after = _texts(compose(tie)), _texts(compose(short))
    assert {text for text, ids in before.items() if dropped not in ids} <= set(after)


def _texts(brief: Brief) -> dict[str, set[str]]:
    return {text: {id_ for piece in item.evidence for id_ in _ids(piece)} for text, item in statements(brief)}


def _ids(piece: Any) -> tuple[str, ...]:
    return getattr(piece, "inputs", None) or (getattr(piece, "event", None) or "",)


def test_the_method_is_three_lines(tie: Material) -> None:
    """Three sentences, each with evidence."""
    method = compose(tie).sections[-1]
    assert len(method.blocks) == 3
    assert all(isinstance(block, Sentence) and block.evidence for block in method.blocks)
