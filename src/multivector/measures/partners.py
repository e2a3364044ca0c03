"""Lists of partners: what a party sells to or buys from each, by one count; totals, blocs and ranks in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from multivector import parties
from multivector.measures.ask import Ask, Row
from multivector.measures.numerics.lists import rounding
from multivector.model import Counted

PERCENT = "percent"
_KEY = ("dataset", "release", "published", "reporter", "whose", "counted", "unit", "period")


@dataclass(frozen=True)
class Partners:
    """One list. `rows` are its rows, the world's and parts of the total among them; money or percent of the total."""

    dataset: str
    release: str
    published: str | None
    reporter: str | None
    whose: str
    counted: str
    unit: str
    period: str
    rows: tuple[Row, ...]

    @property
    def partial(self) -> bool:
        """Whether the list says of itself that it holds the largest partners alone."""
        return any(row["partial"] for row in self.rows)

    @cached_property
    def blocs(self) -> frozenset[str]:
        """Organisations that stand beside a member of theirs: they are neither ranked nor added."""
        named = {row["partner"] for row in self.rows if row["partner"]}
        return frozenset(one for one in named if not parties.is_state(one) and named & self.members(one))

    @cached_property
    def values(self) -> dict[str, float]:
        """What falls to each partner that holds a rank: not the party itself, no bloc beside its members."""
        held: dict[str, float] = {}
        for row in self.rows:
            if row["partner"] and row["partner"] != self.whose and row["partner"] not in self.blocs:
                held[row["partner"]] = held.get(row["partner"], 0.0) + float(row["value"])
        return held

    @cached_property
    def total(self) -> float:
        """100 of percent, else the world's row, else the sum of what is listed."""
        if self.unit == PERCENT:
            return 100.0
        world = [float(row["value"]) for row in self.rows if row["world"]]
        return (
            max(world) if world else sum(float(row["value"]) for row in self.rows if row["partner"] not in self.blocs)
        )

    @property
    def half(self) -> float:
        """By how much a value may be off by its rounding; money is taken as exact."""
        return float(rounding([row["value"] for row in self.rows])) if self.unit == PERCENT else 0.0

    def members(self, bloc: str) -> frozenset[str]:
        """Return the members of an organisation in the year of the list."""
        return parties.members(bloc, self.period[:4])

    def value(self, partner: str) -> float | None:
        """Return what falls to a partner, for a bloc in no row to its members; None where nothing is listed."""
        own = [float(row["value"]) for row in self.rows if row["partner"] == partner]
        if own:
            return sum(own)
        if parties.is_state(partner):
            return None
        found = [value for one, value in self.values.items() if one in self.members(partner)]
        return sum(found) if found else None

    def of(self, partner: str) -> list[Row]:
        """Return the rows of a partner, or of its members for a bloc in no row."""
        own = [row for row in self.rows if row["partner"] == partner]
        if own or parties.is_state(partner):
            return own
        return [row for row in self.rows if row["partner"] in self.members(partner)]

    def place(self, row: Row) -> str:
        """Return where a row is found: `factbook 2025-06-26, row 1161`."""
        return f"{self.dataset} {self.release}, {row['row']}"

    def statement(self, row: Row) -> Counted:
        """Return a row as evidence."""
        unit = " %" if self.unit == PERCENT else f" {self.unit}"
        partner = row["partner"] or row["words"]
        note = f" ({row['note']})" if row["note"] else ""
        text = f"{self.whose}, {self.counted}, {self.period}: {partner} {float(row['value']):,.10g}{unit}{note}"
        return Counted(
            dataset=self.dataset, release=self.release, published=self.published, row=row["row"], statement=text
        )

    @property
    def count(self) -> str:
        """Say whose count it is: `counted by KAZ, factbook 2025-06-26`."""
        who = f"counted by {self.reporter}" if self.reporter else "who counted is not told"
        return f"{who}, {self.dataset} {self.release}"


def lists(ask: Ask, name: str) -> list[Partners]:
    """Return the lists of a SQL file, the first party's first, and after them the sums of exports and imports."""

    def key(row: Row) -> tuple[str, ...]:
        return tuple(str(row[one]) for one in _KEY)

    found = [
        Partners(**{one: held[0][one] for one in _KEY}, rows=tuple(held))
        for held in (list(group) for _, group in groupby(ask.rows(name), key))
    ]
    return sorted([*found, *_both(found)], key=lambda held: held.whose != ask.a)


def _both(found: Sequence[Partners]) -> Iterable[Partners]:
    """Yield exports and imports of one party, count, currency and period as one list."""
    for x in found:
        for m in found:
            same = (x.dataset, x.reporter, x.whose, x.unit, x.period) == (
                m.dataset,
                m.reporter,
                m.whose,
                m.unit,
                m.period,
            )
            pair = x.counted.startswith("exports") and m.counted == x.counted.replace("exports", "imports", 1)
            if same and pair and x.unit != PERCENT and not (x.partial or m.partial):
                yield Partners(
                    dataset=x.dataset, release=x.release if x.release == m.release else f"{x.release} and {m.release}",
                    published=x.published, reporter=x.reporter, whose=x.whose, unit=x.unit, period=x.period,
                    counted=x.counted.replace("exports", "trade", 1), rows=_added(x, m),
                )  # fmt: skip


def _added(x: Partners, m: Partners) -> tuple[Row, ...]:
    """Return the rows of both lists, and the sum of their totals as the world."""
    worlds = [one.total for one in (x, m)]
    kept = [row for row in (*x.rows, *m.rows) if not row["world"]]
    world = {
        "partner": None,
        "words": "world",
        "world": True,
        "partial": False,
        "value": sum(worlds),
        "row": "totals of both",
    }
    return (*kept, {**world, "note": None})
