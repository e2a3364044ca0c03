"""Many reports coded by two processes at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

import pytest

from multivector.coding import many
from multivector.coding.many import FEW, code_many
from multivector.errors import SetupError
from multivector.model import Report

if TYPE_CHECKING:
    from collections.abc import Iterator


def _reports(number: int) -> Iterator[Report | str]:
    for n in range(number):
        text = f"Kenya's foreign minister visited Rwanda on {n + 1} June 2023. The two signed {n + 2} accords."
        yield Report(f"r{n}", text, "", date="2023-06-30", date_basis="given")
        if n == 2:
            yield "no report"


def test_two_processes_give_what_one_gives() -> None:
    """The same codings in the same order, what is no report in its place."""
    one, two = (list(code_many(_reports(FEW + 3), processes)) for processes in (1, 2))
    assert one == two
    assert [item if isinstance(item, str) else item.name for item, _ in two][2:5] == ["r2", "no report", "r3"]
    assert all(coding and coding.events for item, coding in two if isinstance(item, Report))


def _killed(_report: Report, **_given: object) -> NoReturn:
    os._exit(9)


def test_a_killed_process_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed stops the reading with an error that says what to do."""
    monkeypatch.setattr(many, "code", _killed)
    with pytest.raises(SetupError, match="--processes 1"):
        list(code_many(_reports(FEW + 3), 2))


def test_reports_are_taken_as_they_are_coded() -> None:
    """A source that never ends is not read to its end first."""

    def endless() -> Iterator[Report | str]:
        while True:
            yield "no report"

    assert next(code_many(endless(), 2)) == ("no report", None)
