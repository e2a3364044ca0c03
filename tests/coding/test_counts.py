"""How many papers, people or things a dealing is told to be about."""

from __future__ import annotations

import pytest

from tests.coding.helpers import coded


@pytest.mark.parametrize(
    ("text", "type_", "count"),
    [
        ("Kenya and Japan signed four agreements in Nairobi on Monday.", "AGREE", 4),
        ("Kenya and Japan signed the treaty in Nairobi on Monday.", "AGREE", 1),
        ("Kenya signed its trade agreement with Japan on Monday.", "AGREE", 1),
        ("Kenya and Japan signed several agreements on Monday.", "AGREE", None),
        ("Kenya and Japan signed the 2008 Framework Agreement on Monday.", "AGREE", 1),
        ("Kenya and Japan issued a joint statement on Monday.", "AGREE", None),
        ("Kenya expelled two Japanese diplomats on Monday.", "SANCTION", 2),
        ("Kenya recalled its ambassador from Tokyo on Monday.", "SANCTION", None),
        ("Kenyan police arrested seven Japanese citizens on Monday.", "COERCE", 7),
        ("Kenya released a Japanese captain on Monday.", "RETREAT", 1),
        ("Kenya sent Japan 30 million dollars in aid on Monday.", "AID", None),
    ],
)
def test_counts(text: str, type_: str, count: int | None) -> None:
    """A number counts what a dealing is about, one accord or captive is one; a sum or a year is no count."""
    found = [event for event in coded(text).events if event.type == type_]
    assert [event.count for event in found] == [count]
