"""The hard small cases of claims: errors reported of other tools, each with what must and must not come out."""

from decimal import Decimal

import pytest

from multivector.model import Claim
from tests.coding.claims import claims

CASES = [
    (
        "As a supplier of potash to Brazil, Canada is second only to Russia.",
        [("rank", "CAN", "BRA", 2)],
        [("rank", "CAN", 1)],
    ),
    (
        "Türkiye is one of Georgia’s largest trading partners.",
        [],
        [("rank",)],
    ),
    (
        "South Africa is Germany’s largest trading partner in Africa.",
        [("rank", "ZAF", "DEU", 1, "Africa")],
        [("rank", None)],
    ),
    (
        "Germany is no longer Poland’s largest supplier of machinery.",
        [],
        [("rank", 1)],
    ),
    (
        "Vietnam’s No. 2 export market is China.",
        [("rank", "CHN", "VNM", "exports", 2)],
        [],
    ),
    (
        "Russia buys a third of Armenia’s exports.",
        [("share", "RUS", "ARM", "exports", Decimal("33.3"), "percent")],
        [],
    ),
    (
        "Trade between Uzbekistan and Afghanistan doubled in 2023.",
        [("growth", "UZB", "AFG", 100, "2023")],
        [("growth", 200)],
    ),
    (
        "Mongolia’s main suppliers in 2023 were China (41 percent), Russia (26 percent) and Japan (6 percent).",
        [
            ("share", "CHN", "MNG", "imports", 41, "2023"),
            ("share", "RUS", "MNG", "imports", 26, "2023"),
            ("share", "JPN", "MNG", "imports", 6, "2023"),
        ],
        [("rank",)],
    ),
    (
        "Neither Switzerland nor Norway is a member of the European Union.",
        [("membership", "CHE", "EU", False), ("membership", "NOR", "EU", False)],
        [("membership", True)],
    ),
    (
        "Türkiye, the only NATO member that borders Syria, closed the crossing.",
        [("membership", "TUR", "NATO", True)],
        [("membership", "SYR")],
    ),
    (
        "Trade between Mongolia and South Korea came to $110 million in Q1 2023.",
        [("amount", 110000000, "2023-Q1")],
        [("2023",)],
    ),
    (
        "India’s exports to Nepal were $8 billion in FY 2022-23.",
        [("amount", 8000000000, "2022/2023")],
        [("2023",), ("2022",)],
    ),
    (
        "In the 1990s Italy invested $2 billion in Kazakhstan.",
        [("amount", "ITA", "KAZ", "investment", 2000000000, "1990/1999")],
        [("1990",)],
    ),
    (
        "The presidents want trade between Uzbekistan and Türkiye to reach $5 billion by 2026.",
        [],
        [("amount",)],
    ),
    (
        "Some 200 German companies work in Uzbekistan.",
        [("amount", "DEU", "UZB", "companies", 200, "items")],
        [("USD",)],
    ),
    (
        "In 2022 Italy was the third-largest buyer of Kazakh exports.",
        [("rank", "ITA", "KAZ", "exports", 3, "2022")],
        [],
    ),
    (
        "In 2022 trade between Kenya and Uganda came to 300 dollars.",
        [("amount", "KEN", "UGA", "trade", 300, "2022")],
        [],
    ),
]


def values(claim: Claim) -> tuple[object, ...]:
    """Return what a claim tells, whatever the field."""
    told = (claim.kind, claim.subject, claim.object, claim.measure, claim.value, claim.unit, claim.period, claim.scope)
    return tuple(value if isinstance(value, bool) or not isinstance(value, int) else Decimal(value) for value in told)


def fits(wanted: tuple[object, ...], claim: Claim) -> bool:
    """Whether a claim tells all that is wanted; True and 1 are not the same."""
    told = values(claim)
    return all(
        any(value == one and isinstance(value, bool) is isinstance(one, bool) for one in told) for value in wanted
    )


@pytest.mark.parametrize(("text", "wanted", "absent"), CASES, ids=[case[0][:40] for case in CASES])
def test_case(text: str, wanted: list[tuple[object, ...]], absent: list[tuple[object, ...]]) -> None:
    """Every wanted claim is there, none of the wrong readings is."""
    found = claims(text)
    assert [one for one in wanted if not any(fits(one, claim) for claim in found)] == []
    assert [claim for claim in found if any(fits(one, claim) for one in absent if one != ("rank", None))] == []


def test_rank_within_a_group_keeps_the_group() -> None:
    """`in Africa` is never lost."""
    assert [claim.scope for claim in claims("South Africa is Germany’s largest trading partner in Africa.")] == [
        "Africa"
    ]
