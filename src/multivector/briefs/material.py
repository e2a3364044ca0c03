"""What a brief is made from: records taken from the ledger, sorted once, so that the rest is pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from multivector.model import Claim, Event, Figure, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report as the list of sources shows it; `id` is the ledger's."""

    id: str
    name: str
    title: str | None
    publisher: str | None
    date: str | None
    date_basis: str | None
    url: str | None = None

    @property
    def label(self) -> str:
        """How the report is called in tables: its publisher, else its title, else its name."""
        return self.publisher or self.title or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetLine:
    """A dataset in one release, as loaded."""

    name: str
    release: str
    publisher: str
    licence: str
    published: str | None

    @property
    def label(self) -> str:
        """How the dataset is called in sentences: its name, and who publishes it where the name does not say."""
        return f"{self.name} ({self.publisher})" if self.publisher else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim with the passage that it stands in."""

    claim: Claim
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLine:
    """A row of a dataset on what one party takes from or sells to the other.

    `whose` is the party whose total it is measured against, `partner` the other; `measure` is exports, imports, ...;
    `note` is what the source says of the row; `rank` is the partner's place among the `listed` of the same release and
    period.
    """

    dataset: str
    release: str
    published: str | None
    whose: str
    partner: str
    measure: str
    period: str | None
    value: Decimal
    unit: str
    row: str
    note: str | None = None
    rank: int | None = None
    listed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that a brief of `parties` is made from.

    `names` gives the words for each party code; `said` the passage of each telling by its id; `as_of` is the date of
    the newest report in the ledger; `ledger` its content hash; `coders` the versions that coded the tellings;
    `held` counts all reports of the ledger, whatever they tell.
    """

    parties: tuple[str, ...]
    names: Mapping[str, str]
    as_of: str | None
    ledger: str
    events: tuple[Event, ...]
    said: Mapping[str, Said]
    reports: tuple[ReportLine, ...]
    claims: tuple[ClaimLine, ...] = ()
    flows: tuple[FlowLine, ...] = ()
    datasets: tuple[DatasetLine, ...] = ()
    figures: tuple[Figure, ...] = ()
    coders: tuple[str, ...] = ()
    held: int = 0

    def evidence(self, events: Iterable[Event]) -> tuple[Said, ...]:
        """Return the passages of all tellings of these events, in order."""
        return tuple(self.said[stored.id] for event in events for stored in event.tellings if stored.id in self.said)

    def dataset(self, name: str) -> str:
        """Return how a dataset is called in sentences."""
        return next((line.label for line in self.datasets if line.name == name), name)

    def name(self, code: str) -> str:
        """Return the words for a party; a code without a name stands for itself."""
        return self.names.get(code, code)
