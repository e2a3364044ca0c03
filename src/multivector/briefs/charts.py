"""Where the bars of a chart stand: widths and places in percent, heights in pixels, so that text keeps its size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from multivector.model import Bar, Chart

_HEIGHT: Final = 132.0
"""Pixels for the tallest column (both sides together)."""
_ROW: Final = 38.0
"""Pixels from one lying bar to the next."""
_WIDEST: Final = 88.0
"""Percent of the width for the longest lying bar; the rest is for its value."""
_STEP: Final = 12.5
"""Percent of the width from one column to the next, at most: a few columns do not fill the page."""
_LABELS: Final = 13
"""Most labels that fit under columns on a narrow screen."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar: its place and size, its value as text, and the series it belongs to (0 or 1)."""

    x: float
    y: float
    width: float
    height: float
    value: str
    series: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """Text under or over a bar; `line` 0 is the first line."""

    x: float
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that a chart's macro draws; `base` is the height of the zero line, `height` that of the whole."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    base: float
    height: float
    series: tuple[str, ...] = ()


def draw(chart: Chart) -> Drawing:
    """Return where everything of a chart stands."""
    return _lying(chart.bars) if chart.form == "bars" else _standing(chart.bars)


def _lying(bars: Sequence[Bar]) -> Drawing:
    most = max(bar.value for bar in bars) or 1.0
    widths = [_round(_WIDEST * bar.value / most) for bar in bars]
    shapes = tuple(
        Shape(0.0, at * _ROW + 18, width, 12.0, _number(bar.value))
        for at, (bar, width) in enumerate(zip(bars, widths, strict=True))
    )
    labels = tuple(Label(0.0, bar.label, at) for at, bar in enumerate(bars))
    return Drawing(shapes, labels, 0.0, len(bars) * _ROW)


def _standing(bars: Sequence[Bar]) -> Drawing:
    names = tuple(dict.fromkeys(bar.label for bar in bars))
    series = tuple(dict.fromkeys(bar.series for bar in bars))
    up = max(bar.value for bar in bars if bar.series == series[0])
    down = max((bar.value for bar in bars if bar.series != series[0]), default=0.0)
    unit = _HEIGHT / ((up + down) or 1.0)
    base, step = _round(up * unit) + 18, min(100 / len(names), _STEP)
    shapes = tuple(
        Shape(
            x=_round((names.index(bar.label) + 0.18) * step),
            y=base if bar.series != series[0] else _round(base - bar.value * unit),
            width=_round(step * 0.64),
            height=_round(bar.value * unit),
            value=_number(bar.value),
            series=series.index(bar.series),
        )
        for bar in bars
        if bar.value
    )
    below = _round(down * unit) + (18 if down else 0)
    return Drawing(shapes, _labels(names, step), base, base + below + 40, series)


def _labels(names: Sequence[str], step: float) -> tuple[Label, ...]:
    """Return the labels below columns: quarters with their year below the first of each year, years thinned out."""
    quarters = any(name.startswith("Q") for name in names)
    stride = 1 if quarters else -(-len(names) // _LABELS)
    labels, year = [], ""
    for at, name in enumerate(names):
        middle = _round((at + 0.5) * step)
        quarter, _, its_year = name.rpartition(" ")
        if quarters and (quarter or name.isdigit()):
            labels.append(Label(middle, quarter or "year"))
            labels += [Label(middle, its_year, 1)] if its_year != year else []
            year = its_year
        elif at % stride == 0:
            labels.append(Label(middle, name))
    return tuple(labels)


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _round(value: float) -> float:
    return round(value, 2)
