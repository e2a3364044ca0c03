"""The numerics against vectors computed independently, and against what their sources print."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multivector.measures.numerics import diversity, intervals, lists, resample

GIRDLED = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, *[2] * 4, *[1] * 12]
LOGGED = [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, *[4] * 3, *[3] * 4, *[2] * 4, *[1] * 14]
SECTORS = [31, 9, 6, 4, 2, 1, 1, 1]

"""Spiders by species of two plots, from the documentation of iNEXT; dealings by sector, energy first."""

VECTORS: dict[str, tuple[dict[str, Any], dict[str, float]]] = {
    "hill-chao-spider": (
        {"counts": GIRDLED},
        {"n": 168, "observed": 26, "chao1": 43.89285714, "coverage": 0.9288554388, "N1_plugin": 12.0596505,
         "N1_chao": 13.82625345, "N2_plugin": 7.84, "N2_unbiased": 8.174825175},
    ),
    "breadth-sectors": (
        {"counts": SECTORS},
        {"chao1": 12.41818182, "coverage": 0.9461197339, "N1_plugin": 4.017966204, "N1_chao": 4.491418833,
         "N2_plugin": 2.747502271, "N2_unbiased": 2.839388145, "share_outside_one": 0.4363636364,
         "rarefied_richness_m20": 5.469616504, "rarefied_richness_m10": 4.021522789},
    ),
}  # fmt: skip


def answers(counts: list[int]) -> dict[str, float | None]:
    """Return everything that is told of counts by class."""
    return {
        "n": sum(counts),
        "observed": len(counts),
        "chao1": diversity.chao1(counts),
        "coverage": diversity.coverage(counts),
        "N1_plugin": diversity.hill1(counts),
        "N1_chao": diversity.hill1_chao(counts),
        "N2_plugin": diversity.hill2(counts),
        "N2_unbiased": diversity.hill2_unbiased(counts),
        "share_outside_one": 1 - counts[0] / sum(counts),
        "rarefied_richness_m20": diversity.rarefied(counts, 20),
        "rarefied_richness_m10": diversity.rarefied(counts, 10),
    }


@pytest.mark.parametrize("name", VECTORS)
def test_diversity_meets_its_vectors(name: str) -> None:
    """To the digits given."""
    asked, expected = VECTORS[name]
    got = answers(asked["counts"])
    assert {key: got[key] for key in expected} == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("counts", "printed"),
    [(GIRDLED, (43.893, 12.060, 13.826, 7.840, 8.175)), (LOGGED, (61.403, 14.421, 16.337, 6.761, 6.920))],
)
def test_diversity_is_what_inext_prints(counts: list[int], printed: tuple[float, ...]) -> None:
    """Richness, Shannon and Simpson, as observed and estimated, to the digit."""
    names = ("chao1", "N1_plugin", "N1_chao", "N2_plugin", "N2_unbiased")
    assert [round(answers(counts)[name] or 0, 3) for name in names] == list(printed)


def test_the_vectors_here_are_those_outside(shared: Path) -> None:
    """Nothing was bent to fit."""
    outside = {one["name"]: one for one in json.loads((shared / "data" / "measure-vectors.json").read_text())}
    for name, (asked, expected) in VECTORS.items():
        assert outside[name]["parameters"]["counts"] == asked["counts"]
        assert outside[name]["expected"] == expected


def test_the_bootstrap_of_breadth_meets_its_vector() -> None:
    """20,000 draws of another program, 5 % apart at most."""
    draws = resample.multinomial([count / 55 for count in SECTORS], 55)
    found = intervals.percentiles([diversity.hill1(draw) for draw in draws])
    assert found == pytest.approx((2.782, 4.91), rel=0.05)


def test_wilson_meets_its_vector() -> None:
    """24 of 55."""
    assert intervals.wilson(24, 55) == pytest.approx((0.3137344236, 0.5673018365), rel=1e-9)


@pytest.mark.parametrize(
    ("k", "low", "high"),
    [(0, 0.0, 3.689), (1, 0.025, 5.572), (10, 4.795, 18.390), (100, 81.364, 121.627)],
)
def test_garwood_is_the_exact_interval(k: int, low: float, high: float) -> None:
    """As printed in tables of the Poisson distribution."""
    assert intervals.garwood(k) == pytest.approx((low, high), abs=5e-4)


def test_concentration_of_a_partial_list_has_bounds() -> None:
    """Kazakhstan's exports in the Factbook of June 2025: 16, 15, 10, 6 and 5 percent."""
    assert lists.concentration([0.16, 0.15, 0.10, 0.06, 0.05]) == pytest.approx((0.0642, 0.0876), rel=1e-9)


@pytest.mark.parametrize("shares", [[0.5, 0.5], [1.0], [0.7, 0.2, 0.1], [0.6, 0.42]])
def test_concentration_of_a_whole_list_is_one_number(shares: list[float]) -> None:
    """Also of one whose rounded shares add up to a little more than all."""
    low, high = lists.concentration(shares)
    assert low == pytest.approx(high) == pytest.approx(sum(share**2 for share in shares))


def test_the_mirror_gap_meets_its_vector() -> None:
    """Exporter 13,900 FOB, importer 4,600 CIF."""
    assert lists.mirror_gap(13900, 4600) == pytest.approx(-1.048308679, rel=1e-9)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30))
def test_what_is_unseen_only_adds(counts: list[int]) -> None:
    """Estimates with unseen classes are not below what was observed; coverage is a share."""
    assert 0 <= diversity.coverage(counts) <= 1
    assert diversity.chao1(counts) >= len(counts) - 1e-9
    assert 1 - 1e-9 <= diversity.hill2(counts) <= diversity.hill1(counts) + 1e-9 <= len(counts) + 1e-6
    assert diversity.rarefied(counts, sum(counts)) == pytest.approx(len(counts))
    assert diversity.rarefied(counts, 1) == pytest.approx(1)


@pytest.mark.parametrize("counts", [[1], [1, 1], [5], [3, 3], [1] * 12, [2000, 1, 1, 2], [3] * 900 + [2, 1, 1]])
def test_the_estimate_of_shannon_is_finite(counts: list[int]) -> None:
    """For one thing, for singletons alone, for samples so large that powers would overflow."""
    assert math.isfinite(diversity.hill1_chao(counts))
    assert diversity.hill1_chao(counts) >= 1


def test_resampling_is_the_same_every_time() -> None:
    """The order of reports and what else was read make no difference."""
    sums = {"b": (1.0, 0.0), "a": (2.0, 3.0)}
    first = resample.by_report(sums)
    assert first == resample.by_report(dict(reversed(sums.items())))
    assert len(first) == resample.DRAWS
    assert resample.by_report({}) == []


def test_resampled_sums_lie_around_the_sum() -> None:
    """50 reports of 1 each: the mean of totals is near 50, their spread that of a Poisson count."""
    totals = [total for (total,) in resample.by_report({str(at): (1.0,) for at in range(50)})]
    assert sum(totals) / len(totals) == pytest.approx(50, abs=1)
    assert intervals.percentiles(totals) == pytest.approx((37, 64), abs=3)


@pytest.mark.parametrize(
    ("values", "half", "expected"),
    [
        ({"a": 16, "b": 15, "c": 5}, 0.5, (2, 1, 2)),
        ({"a": 16, "b": 16, "c": 5}, 0.0, (1, 1, 1)),
        ({"a": 16, "b": 16, "c": 5}, 0.5, (1, 1, 2)),
        ({"a": 20, "b": 15, "c": 5}, 0.5, (2, 2, 2)),
    ],
)
def test_ranks_within_rounding(values: dict[str, float], half: float, expected: tuple[int, int, int]) -> None:
    """Rank, best and worst of b; equal values share the better rank."""
    assert lists.rank(values, "b", half) == expected
