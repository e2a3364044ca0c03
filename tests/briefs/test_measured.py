"""Measures of a tie in the brief."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from multivector.briefs.bottom_line import bottom_line
from multivector.briefs.material import Material
from multivector.briefs.notetext import plain
from multivector.briefs.sections import measured
from multivector.model import Computed, Counted, Figure, Table


def figure(measure: str, value: float | None, unit: str, **fields: Any) -> Figure:
    """Return a figure that rests on one computation."""
    evidence = (Computed(measure=measure, source="a book", inputs=fields.pop("inputs", ())),)
    given: dict[str, Any] = {"of": ("NOR", "CHL"), "period": None, "evidence": evidence, "n": 12}
    return Figure(measure=measure, value=value, unit=unit, **(given | fields))


def unlisted(whose: str, partner: str, measure: str, period: str) -> Figure:
    """Return the rank of a partner that a list does not name."""
    return figure(
        f"dependence.{measure}-rank", None, "rank", of=(whose, partner), period=period, low=6, n=5,
        inputs=(f"partners 2024, row {whose} {measure}",), note="not among the 5 partners listed",
    )  # fmt: skip


def rows(tie: Material, *figures: Figure) -> list[tuple[str, ...]]:
    """Return the cells of the section on these figures."""
    section = measured.section(dataclasses.replace(tie, figures=figures))
    if section is None:
        return []
    (table,) = section.blocks
    assert isinstance(table, Table)
    return [row.cells for row in table.rows]


@pytest.mark.parametrize(
    ("made", "cells"),
    [
        (
            figure("intensity.tone", 0.876, "ratio", low=0.5, high=1.0, interval="95 %, bootstrap"),
            ("Tone, from −1 (conflict) to 1 (co-operation)", "0.88", "0.5 to 1 (95 %, bootstrap)", "12 dealings"),
        ),
        (
            figure("breadth.outside", 0.8744, "share", low=0.7, high=0.93, interval="95 %, Wilson"),
            ("Share of the subjects outside energy", "87.4 %", "70 % to 93 % (95 %, Wilson)", "12 dealings"),
        ),
        (
            figure("breadth.n1", None, "sectors", n=2, note="no index: 2 dealings"),
            ("Breadth: effective number of sectors", "—", "—", "two dealings; no index: 2 dealings"),
        ),
        (
            figure("dependence.exports-rank", 5, "rank", of=("CHL", "NOR"), period="2023", n=5, note="of 5 listed"),
            ("Norway’s rank in Chile’s exports, 2023", "fifth", "—", "five rows; of 5 listed"),
        ),
        (
            figure("dependence.imports", None, "share", of=("CHL", "NOR"), n=0, low=0.0, high=0.045, note="not listed"),
            ("Norway’s share in Chile’s imports", "—", "0 % to 4.5 %", "not listed"),
        ),
    ],
)
def test_a_figure_has_value_range_and_basis(tie: Material, made: Figure, cells: tuple[str, ...]) -> None:
    """A value in its unit, its range with the method, and what went in; without a value, why."""
    assert rows(tie, made) == [cells]


def test_only_the_newest_period_of_a_list_is_shown(tie: Material) -> None:
    """Older periods stand in the figures by reading; a measure of no name in the table is left out."""
    old, new = (
        figure("dependence.exports", value, "share", period=period) for value, period in ((0.1, "2021"), (0.2, "2022"))
    )
    assert [cells[1] for cells in rows(tie, new, old, figure("breadth.later", 1.0, "sectors"))] == ["20 %"]
    assert rows(tie, unlisted("CHL", "NOR", "imports", "2022")) == []


def test_a_figure_rests_on_all_dealings_and_a_row_on_its_row(tie: Material) -> None:
    """A share depends on what is not in it; a row of a dataset has one note in the whole brief."""
    share = figure("breadth.outside", 0.5, "share", inputs=(tie.events[0].id,))
    flow = tie.flows[1]
    counted = Counted(dataset="partners", release="2024", published=None, row=flow.row, statement="CHL: NOR 4 %")
    dependence = figure("dependence.exports", 0.04, "share", of=("CHL", "NOR"), evidence=(counted,))
    section = measured.section(dataclasses.replace(tie, figures=(share, dependence)))
    assert section is not None
    (table,) = section.blocks
    assert isinstance(table, Table)
    inputs = {id_ for piece in table.rows[0].evidence if isinstance(piece, Computed) for id_ in piece.inputs}
    assert inputs == {event.id for event in tie.events if event.status == "occurred"}
    assert table.rows[1].kind == "counted"
    (piece,) = table.rows[1].evidence
    assert isinstance(piece, Counted)
    assert piece.statement == "Chile’s exports, 2022: Norway 4 %, second of five partners listed"


def test_the_bottom_line_takes_the_share_where_there_is_an_index(tie: Material) -> None:
    """With enough dealings the share outside energy is told, without them they are counted."""
    outside = figure("breadth.outside", 0.874, "share")
    enough = dataclasses.replace(tie, figures=(figure("breadth.n1", 11.0, "sectors"), outside))
    few = dataclasses.replace(tie, figures=(figure("breadth.n1", None, "sectors"), outside))
    assert bottom_line(enough)[0].text.endswith(
        "touch four sectors, and 87 per cent of the subjects lie outside energy."
    )
    assert bottom_line(few)[0].text.endswith("touch four sectors, and two reach beyond energy.")
    assert len(bottom_line(enough)[0].evidence) == 2


def test_the_bottom_line_says_who_is_not_listed(tie: Material) -> None:
    """That a list does not name the other side is known of it, and its rows are the evidence."""
    missing = (
        unlisted("NOR", "CHL", "exports", "2022"),
        unlisted("NOR", "CHL", "imports", "2022"),
        unlisted("CHL", "NOR", "imports", "2022"),
    )
    line = bottom_line(dataclasses.replace(tie, figures=missing))[1]
    assert line.text == (
        "By partners (A Bureau), release 2024, Norway took 4 per cent of Chile’s exports of 2022, second of five "
        "partners listed; Chile is not among the partners listed for Norway’s exports and imports of 2022, nor Norway "
        "among those for Chile’s imports of 2022."
    )
    assert len(line.evidence) == 4


def test_rows_that_went_in_are_named_in_the_note(tie: Material) -> None:
    """Inputs that are no dealings of the brief are told by their place."""
    from multivector.briefs.notes import Notes
    from multivector.briefs.plan import compose

    (piece,) = unlisted("CHL", "NOR", "imports", "2022").evidence
    assert plain(piece, Notes(compose(tie))).endswith("Source: a book. From partners 2024, row CHL imports.")
