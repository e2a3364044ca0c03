"""`multivector party`: whom a name or code stands for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from multivector.cli import _console
from multivector.errors import InputError

if TYPE_CHECKING:
    from multivector.parties import Resolution


def party(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME|-...", help="Names or codes; - reads them from standard input, one a line."),
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="People by the office they held then: 2024-03-11, 2024-03 or 2024."),
    ] = None,
    as_json: _console.JsonOption = False,
) -> None:
    """Say who a name or code stands for: states, organisations, and the people, bodies and companies that act for them.

    A name that means nobody, or may mean several, gets no party and a reason.

        multivector party Italy Zaire "Quai d'Orsay" Eni

        cut -d, -f1 partners.csv | multivector party - --json
    """
    from multivector import parties

    found = (_line(parties.resolve(name, on)) for name in _each(names))
    _console.emit(found, as_json=as_json, columns=("name", "party", "why"))


def _line(found: Resolution) -> dict[str, Any]:
    line: dict[str, Any] = {"name": found.name, "party": found.party, "why": found.why}
    return line | {"candidates": list(found.candidates)} if found.candidates else line


def _each(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name == "-":
            yield from _given()
        else:
            yield name


def _given() -> Iterator[str]:
    for number, line in enumerate(sys.stdin.buffer, start=1):
        try:
            name = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            what = f"{line.rstrip()!r} is no text in UTF-8"
            raise InputError(what, where=f"standard input, line {number}", hint="convert the names to UTF-8") from None
        if name:
            yield name
