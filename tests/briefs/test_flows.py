"""Rows of datasets and claims of reports in words."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

import pytest

from multivector.briefs import claims, flows, shares
from multivector.briefs.material import FlowLine, Material
from multivector.model import Claim


def lines(tie: Material) -> list[FlowLine]:
    """Return the two rows of the sample and the newer one again in a later release."""
    old, new = tie.flows
    return [old, new, dataclasses.replace(new, release="2025", row="row 9")]


def test_the_newest_period_of_the_newest_release_is_told(tie: Material) -> None:
    """Older periods and earlier releases of the same period give way."""
    ((line,),) = flows.newest(lines(tie))
    assert (line.period, line.release) == ("2022", "2025")


def test_releases_that_say_the_same_stand_together(tie: Material) -> None:
    """One reading, several releases: first and last are named."""
    groups = flows.alike(lines(tie))
    assert [[line.release for line in group] for group in groups] == [["2024"], ["2024", "2025"]]
    assert flows.releases(groups[0]) == "release 2024"
    assert flows.releases(groups[1]) == "2 releases, 2024 to 2025"


def test_several_partners_and_measures_make_one_sentence(tie: Material) -> None:
    """A country's partners are listed by rank, the dataset is named once."""
    first = dataclasses.replace(tie.flows[1], partner="NLD", value=Decimal(9), rank=1)
    bought = dataclasses.replace(tie.flows[1], measure="imports", rank=None)
    assert flows.told(flows.newest([*tie.flows, first, bought]), tie) == (
        "By partners (A Bureau), release 2024, the largest shares of Chile’s exports of 2022 went to the Netherlands "
        "(9 per cent) and Norway (4 per cent); Norway supplied 4 per cent of Chile’s imports of 2022."
    )


def test_what_a_source_says_against_a_row_is_shown(tie: Material) -> None:
    """A row flagged as implausible says so, a list that is partial says it in its note alone."""
    line = dataclasses.replace(tie.flows[0], note="partial list; implausible: printed Gambia", period=None)
    assert flows.remark(line) == " (implausible: printed Gambia)"
    assert flows.remark(dataclasses.replace(line, note="partial list")) == ""
    assert flows.evidence(line, tie).statement == (
        "Chile’s exports, period not told: Norway 3.5 %, fourth of five partners listed (partial list; implausible: "
        "printed Gambia)"
    )


def test_sums_of_money_have_their_currency(tie: Material) -> None:
    """A row in dollars is told in dollars, with the day of its release where it has one."""
    line = dataclasses.replace(tie.flows[0], unit="USD", value=Decimal(2500000), release="2024-06-27", rank=None)
    assert flows.told([[line]], tie).startswith(
        "By partners (A Bureau), release of 27 June 2024, Norway took 2.5 million US dollars of Chile’s exports of 2021"
    )


def test_three_periods_make_a_chart(tie: Material) -> None:
    """Shares over time are drawn from three periods on, one bar a period, of the newest release."""
    older = dataclasses.replace(tie.flows[0], period="2019", value=Decimal(2), row="row 2019")
    assert shares.charts(tie) == ()
    (chart,) = shares.charts(dataclasses.replace(tie, flows=(older, *lines(tie))))
    assert [(bar.label, bar.value) for bar in chart.bars] == [("2019", 2.0), ("2021", 3.5), ("2022", 4.0)]
    assert chart.sentence.text == (
        "By partners (A Bureau), Norway’s share of Chile’s exports lay between 2 per cent (2019) and 4 per cent (2022) "
        "in the three periods that list it."
    )


@pytest.mark.parametrize(
    ("fields", "reading", "value"),
    [
        (
            {"kind": "rank", "measure": "trade", "value": Decimal(3), "unit": "rank"},
            "Norway’s rank in Chile’s trade",
            "third",
        ),
        (
            {"kind": "rank", "measure": "exports", "value": Decimal(1), "unit": "rank", "scope": "EU"},
            "Norway’s rank in Chile’s exports (the European Union)",
            "first",
        ),
        (
            {"kind": "share", "measure": "imports", "value": Decimal("13.5"), "unit": "percent"},
            "Norway’s share of Chile’s imports",
            "13.5 %",
        ),
        (
            {"kind": "amount", "measure": "investment", "value": Decimal(7300000000), "unit": "USD"},
            "Norway’s investment in Chile",
            "7.3 billion US dollars",
        ),
        (
            {"kind": "amount", "measure": "companies", "value": Decimal(250), "unit": "items"},
            "Norway’s companies in Chile",
            "250",
        ),
        (
            {"kind": "growth", "measure": "trade", "value": Decimal(-4), "unit": "percent"},
            "Growth of Norway’s trade with Chile",
            "-4 %",
        ),
        (
            {"kind": "membership", "measure": "members", "object": "EU", "value": False},
            "Norway’s membership of the European Union",
            "no",
        ),
        (
            {"kind": "precedence", "measure": "visits", "value": Decimal(1997), "unit": "year"},
            "First or last of Norway’s visits to Chile since",
            "1997",
        ),
        ({"kind": "assessment", "measure": "dependence", "value": "high"}, "Norway’s dependence on Chile", "high"),
        ({"kind": "office", "measure": "ambassador", "value": "Per Aas"}, "Norway’s ambassador to Chile", "Per Aas"),
        (
            {"kind": "amount", "measure": "other", "value": Decimal(70000), "unit": "people", "scope": "flights"},
            "Norway’s flights with Chile",
            "70,000 people",
        ),
        ({"kind": "rank", "measure": "aid", "object": None, "value": None}, "Norway’s rank in aid", "not told"),
    ],
)
def test_a_claim_is_a_reading_and_a_value(tie: Material, fields: dict[str, Any], reading: str, value: str) -> None:
    """Every kind of claim says what is measured, of whom, and what was told."""
    claim = Claim(**({"subject": "NOR", "object": "CHL", "anchor": "words", "span": (0, 5)} | fields))
    assert (claims.reading(claim, tie), claims.value(claim)) == (reading, value)
