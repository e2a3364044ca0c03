"""What is asked of a tie, and the SQL of this folder that answers it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from multivector.ledger import Store
from multivector.measures import periods
from multivector.measures.periods import By
from multivector.model.time import last_day

Row = Mapping[str, Any]

_PARAMETER = re.compile(r"\$(\w+)")
_INCLUDE = re.compile(r"\{([a-z]+)\}")


@cache
def text(name: str) -> str:
    """Return the SQL of a file of this folder, what it includes put in: `{dealings}` is `queries/dealings.sql`."""
    raw = files("multivector.measures").joinpath(name).read_text(encoding="utf-8")
    return _INCLUDE.sub(lambda found: text(f"queries/{found[1]}.sql"), raw)


def query(store: Store, name: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
    """Return the rows of a file of this folder; of the parameters, those that it names are bound."""
    sql = text(name)
    return store.query(sql, {one: parameters[one] for one in sorted(set(_PARAMETER.findall(sql)))})


@dataclass(frozen=True)
class Ask:
    """A tie of two parties in a span of time, as a whole (`by` None) or by month, quarter or year."""

    store: Store
    a: str
    b: str
    since: str | None = None
    until: str | None = None
    by: By | None = None

    def rows(self, name: str, **more: object) -> list[dict[str, Any]]:
        """Return the rows of a SQL file, put to this tie and span."""
        asked = {"a": self.a, "b": self.b, "since": self.since, "until": self.until, "by": self.by}
        return query(self.store, name, {**asked, **more})

    @property
    def of(self) -> tuple[str, str]:
        """The two parties."""
        return self.a, self.b

    @property
    def span(self) -> str | None:
        """The span asked, as `2023-01/2024-03`; None where all time is."""
        return f"{self.since or '..'}/{self.until or '..'}" if self.since or self.until else None

    @cached_property
    def _reports(self) -> list[dict[str, Any]]:
        return self.rows("queries/span.sql")

    @property
    def read(self) -> int:
        """How many reports of the span were read."""
        return sum(row["n"] for row in self._reports)

    @property
    def reports(self) -> Mapping[str, int]:
        """How many reports were read by period of their date."""
        return {row["period"]: row["n"] for row in self._reports if row["period"]}

    @property
    def as_of(self) -> dt.date | None:
        """The day from which dealings age: the last of the span, else that of the newest report; None without any."""
        if self.until:
            return last_day(self.until)
        return max((row["last_day"] for row in self._reports if row["last_day"]), default=None)

    def parts(self, rows: Sequence[Row]) -> list[tuple[str | None, list[Row]]]:
        """Return the rows as a whole (period None), and by each period from the first with a row to the last.

        A dealing whose date is not precise enough for one period is in the whole alone.
        """
        whole: list[tuple[str | None, list[Row]]] = [(None, list(rows))]
        if self.by is None:
            return whole
        placed: dict[str, list[Row]] = {}
        for row in rows:
            if period := periods.of_span(row["first_day"], row["last_day"], self.by):
                placed.setdefault(period, []).append(row)
        if not placed:
            return whole
        return whole + [(one, placed.get(one, [])) for one in periods.between(min(placed), max(placed), self.by)]

    def unplaced(self, rows: Sequence[Row]) -> str:
        """Say how many dealings stand in no period because their date is not precise enough or not told."""
        if self.by is None:
            return ""
        count = sum(periods.of_span(row["first_day"], row["last_day"], self.by) is None for row in rows)
        return f"{count} dealings stand in no {self.by}: their date is not told so precisely" if count else ""
