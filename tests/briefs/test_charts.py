"""Where bars stand."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.briefs import charts
from multivector.briefs.material import Material
from multivector.briefs.plan import compose
from multivector.model import Bar, Chart, Table

VALUES = st.lists(st.integers(0, 500), min_size=1, max_size=30).filter(any)


def chart(tie: Material, form: Literal["bars", "columns", "two-sided"], bars: list[Bar]) -> Chart:
    """Return a chart of these bars; its words do not matter."""
    says = compose(tie).bottom_line[0]
    return Chart("A chart", "dealings", tuple(bars), says, Table((), ()), form)


@given(values=VALUES)
def test_lying_bars_are_as_long_as_their_values(values: list[int]) -> None:
    """Lengths are in proportion, the longest leaves room for its number, none overlaps the next."""
    drawing = charts.draw(_plain("bars", [Bar(str(at), float(value)) for at, value in enumerate(values)]))
    most = max(values)
    assert [shape.width for shape in drawing.shapes] == [pytest.approx(88 * value / most, abs=0.01) for value in values]
    assert drawing.height >= drawing.shapes[-1].y + drawing.shapes[-1].height


@given(up=VALUES, down=VALUES)
def test_two_sides_share_one_scale(up: list[int], down: list[int]) -> None:
    """A dealing is as high above the line as below it, and everything lies within the drawing."""
    bars = [Bar(f"{at}", float(value), "up") for at, value in enumerate(up)]
    bars += [Bar(f"{at}", float(value), "down") for at, value in enumerate(down)]
    drawing = charts.draw(_plain("two-sided", bars))
    units = {round(shape.height / float(shape.value.replace(",", "")), 1) for shape in drawing.shapes}
    assert max(units) - min(units) <= 0.11
    for shape in drawing.shapes:
        assert (shape.y == drawing.base) is bool(shape.series)
        assert shape.y >= 0
        assert shape.y + shape.height < drawing.height
        assert shape.x + shape.width <= 100


def _plain(form: Any, bars: list[Bar]) -> Chart:
    return Chart("A chart", "dealings", tuple(bars), None, Table((), ()), form)  # type: ignore[arg-type]


def test_quarters_have_their_year_once(tie: Material) -> None:
    """The year stands below its first quarter, and below a bar that has a year alone."""
    names = ["older", "Q4 2023", "2024", "Q1 2024", "Q2 2024", "newer"]
    drawing = charts.draw(chart(tie, "columns", [Bar(name, 1.0) for name in names]))
    assert [(label.text, label.line) for label in drawing.labels] == [
        ("older", 0), ("Q4", 0), ("2023", 1), ("year", 0), ("2024", 1), ("Q1", 0), ("Q2", 0), ("newer", 0),
    ]  # fmt: skip


def test_many_years_are_thinned_out(tie: Material) -> None:
    """No more labels than fit on a narrow screen, and no bar for nothing."""
    drawing = charts.draw(chart(tie, "columns", [Bar(str(1990 + at), float(at % 2)) for at in range(24)]))
    assert len(drawing.labels) == 12
    assert len(drawing.shapes) == 12
    assert drawing.series == ("",)
