"""What can be measured: each measure is one SQL file of this folder, whose head says what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from multivector.errors import SetupError


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureHead:
    """The head of a measure: what it answers, by which formula, in which unit and range, from what and after whom."""

    name: str
    question: str
    formula: str
    unit: str
    range: str
    direction: str
    needs: str
    parameters: str
    interval: str
    source: str


@cache
def catalogue() -> tuple[MeasureHead, ...]:
    """Return the heads of all measures by name.

    Raises:
        SetupError: A head is incomplete.
    """
    folder = files("multivector.measures")
    names = sorted(file.name.removesuffix(".sql") for file in folder.iterdir() if file.name.endswith(".sql"))
    return tuple(head_of(name, folder.joinpath(f"{name}.sql").read_text(encoding="utf-8")) for name in names)


def head_of(name: str, sql: str) -> MeasureHead:
    """Return the head of a measure: the comment in front of its SQL, `-- key: words`, lines that go on indented."""
    lines = re.match(r"(?:--.*\n)*", sql)
    told: dict[str, str] = {}
    key = ""
    for line in lines[0].splitlines() if lines else ():
        begin = re.fullmatch(r"-- (\w+): (.*)", line)
        key, words = (begin[1], begin[2]) if begin else (key, line.removeprefix("--").strip())
        told[key] = f"{told[key]} {words}" if key in told else words
    needed = {field.name for field in fields(MeasureHead)} - {"name"}
    if told.keys() != needed:
        odd = ", ".join(sorted(told.keys() ^ needed))
        raise SetupError(f"the head of the measure {name!r} lacks or adds {odd}", f"{name}.sql", "-- key: words")
    return MeasureHead(name=name, **told)
