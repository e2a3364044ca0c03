"""Which column of a table holds what, by the words of the heads; what can't be understood is said, never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from multivector.datasets._headers import Measured, field, measured, preference
from multivector.errors import InputError, UsageError

_OTHERS = (
    ({"party", "body"}, "memberships"), ({"visitor", "host"}, "visits"), ({"office"}, "offices"), ({"vote"}, "votes"),
    ({"actor", "recipient"}, "coded events"),
)  # fmt: skip
"""Kinds of tables that are known by their columns and not kept yet."""

_HINT = (
    "needed are exporter and importer, or reporter, partner and flow; year or period; value_usd, value with unit, or "
    "share_percent. Name a column by what it holds: --map COLUMN=importer, --map COLUMN=exports_usd"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table of flows: field to head, the columns of values, and the heads that are not used."""

    fields: Mapping[str, str]
    values: tuple[Measured, ...]
    unused: tuple[str, ...]

    def taken(self) -> str:
        """Say which column was taken for what, in one line."""
        fields = [f"{head} = {name}" for name, head in self.fields.items()]
        values = [f"{value.header} = {_told(value)}" for value in self.values]
        unused = f"; not used: {', '.join(self.unused)}" if self.unused else ""
        return f"columns: {', '.join([*fields, *values])}{unused}"


def understand(heads: Sequence[str], given: Mapping[str, str], where: str) -> Columns:
    """Return the columns of a table of flows.

    Args:
        heads: The heads as the file prints them.
        given: Head to the words to read in its place: `{"Ziel": "importer", "Wert": "value_thousand_eur"}`.
        where: The file's name, for errors.

    Raises:
        UsageError: `given` names no column of the file, or says nothing that is understood.
        InputError: The table is of another kind, or a needed column is missing.
    """
    _check(heads, given, where)
    fields: dict[str, str] = {}
    values: list[Measured] = []
    plainest = sorted((head for head in heads if head.strip()), key=lambda head: preference(given.get(head, head)))
    for head in [*given, *(head for head in plainest if head not in given)]:
        name = field(given.get(head, head))
        if name is not None:
            fields.setdefault(name, head)
        elif found := measured(given.get(head, head)):
            values.append(Measured(head, found.measure, found.unit, found.scale))
    values.sort(key=lambda value: heads.index(value.header))
    used = {*fields.values(), *(value.header for value in values)}
    columns = Columns(fields=fields, values=tuple(values), unused=tuple(head for head in heads if head not in used))
    lack = next(_lacking(columns), None)
    if lack is not None:
        raise InputError(f"{lack}; its columns are {', '.join(map(repr, heads))}", where, _HINT)
    return columns


def _check(heads: Sequence[str], given: Mapping[str, str], where: str) -> None:
    for head, words in given.items():
        if head not in heads:
            raise UsageError(f"no column {head!r}", where, f"its columns are {', '.join(map(repr, heads))}")
        if field(words) is None and measured(words) is None:
            raise UsageError(f"{words!r} is no field of a table", f"--map {head}={words}", _HINT)


def _lacking(columns: Columns) -> Iterator[str]:
    """Say what keeps the table from being understood, the gravest first."""
    has = columns.fields.keys()
    both = {"exporter", "importer"} <= has
    pair = {"reporter", "partner"} <= has
    kinds = [kind for needed, kind in _OTHERS if needed <= has]
    if kinds and not (both or pair):
        yield f"the table holds {kinds[0]}, and only tables of flows are kept"
    if not both and not pair:
        yield "the table does not tell who exports to whom"
    if not columns.values:
        yield "the table has no column of values that is understood"
    if not both and "flow" not in has and any(value.measure is None for value in columns.values):
        yield "the table does not tell exports from imports"
    if not {"period", "year", "month"} & has:
        yield "the table does not tell the time"
    if "unit" not in has and any(value.unit is None for value in columns.values):
        yield "the table does not tell the unit of its values"


def _told(value: Measured) -> str:
    scale = f"{value.scale:,f} " if value.scale != 1 else ""
    return f"{value.measure or 'value'} in {scale}{value.unit or 'the unit of its row'}"
