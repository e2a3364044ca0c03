"""Every word that names a party, for finding parties in text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from multivector.parties.holders import person_forms
from multivector.parties.read import known, plain, rows
from multivector.parties.records import Form, Kind
from multivector.tables import several

_Told = tuple[str, Kind, tuple[str, ...], str | None, str | None]


@cache
def forms() -> tuple[Form, ...]:
    """Return every surface form, each spelling and kind once, in the order of kinds and words.

    Words match as they are printed: case and accents count (`US` is no `us`, `Polish` no `polish`), except that words
    of more than four letters may also stand in capitals. They match between characters that are neither letter nor
    digit, longest first, with either apostrophe. Accented words are given without accents too.
    """
    found: dict[tuple[str, Kind], list[_Told]] = defaultdict(list)
    for told in _told():
        for spelling in {told[0], plain(told[0])}:
            found[spelling, told[1]].append(told)
    return tuple(_joined(words, kind, told) for (words, kind), told in found.items()) + tuple(person_forms())


def _joined(words: str, kind: Kind, told: list[_Told]) -> Form:
    parties = tuple(dict.fromkeys(code for one in told for code in one[2]))
    return Form(words, kind, parties, first=told[0][3], last=told[0][4])


def _told() -> Iterator[_Told]:
    seats = {row["words"] for row in rows("seats")}
    for row in rows("states"):
        yield from _of_state(row, seats)
    for row in rows("organisations"):
        for words in dict.fromkeys((row["name"], *several(row["names"]))):
            yield words.removeprefix("the "), "organisation", (row["code"],), None, None
    for row in rows("former"):
        kind: Kind = "state" if row["parties"] else "nobody"
        yield row["words"], kind, several(row["parties"]), row["first"] or None, row["last"] or None
    for row in rows("doubtful"):
        yield row["words"], "state", several(row["parties"]), None, None
    for row in rows("nobody"):
        yield row["words"], "nobody", (), None, None
    for table, kind_ in _PLAIN.items():
        for row in rows(table):
            yield row["words"], kind_, several(row.get("parties") or row["party"]), None, None


_PLAIN: dict[str, Kind] = {
    "seats": "seat", "regions": "region", "bodies": "office-body", "companies": "company", "cities": "city",
}  # fmt: skip


def _of_state(row: dict[str, str], seats: set[str]) -> Iterator[_Told]:
    party = (row["code"],)
    columns: dict[str, Kind] = {"names": "state", "adjectives": "adjective", "peoples": "people", "capitals": "capital"}
    for words in dict.fromkeys((known()[row["code"]].name, *several(row["official"]))):
        yield words, "state", party, None, None
    for column, kind in columns.items():
        for words in several(row[column]):
            if words not in seats:
                yield words, kind, party, None, None
