"""Partners of the World Factbook that look like slips of the pen: two code lists taken for one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from multivector import parties
from multivector.datasets._names import named
from multivector.datasets._source import table

_FEW = 3
"""A partner that so few countries name in all editions is a small one."""

Editions = Mapping[str, Sequence[Mapping[str, str]]]
"""Printed rows by edition."""
Place = tuple[str, int]
"""Edition, and number of the row in it from 1."""


def slips(editions: Editions) -> dict[Place, str]:
    """Return where a row looks like a slip, and the party that is perhaps meant.

    It is a partner new in a list, named by few countries, whose ISO code is the FIPS code of a party that the list of
    the data year before held and this one lacks: Gambia (ISO GM) where Germany (FIPS gm) stood.
    """
    held, twins = _held(editions), _twins()
    small = {party for party, countries in _namers(editions).items() if len(countries) <= _FEW}
    found = {}
    for place, row in _rows(editions):
        party = named(row["partner"]).party
        if party and party in small and (instead := twins.get(party)):
            years = held[row["fips"], row["flow"]]
            earlier = [year for year in years if year < row["data_year"]]
            last = years[max(earlier)] if earlier else set()
            if party not in last and instead in last - years[row["data_year"]]:
                found[place] = instead
    return found


def _rows(editions: Editions) -> Iterator[tuple[Place, Mapping[str, str]]]:
    for edition, rows in editions.items():
        for line, row in enumerate(rows, start=1):
            yield (edition, line), row


def _held(editions: Editions) -> Mapping[tuple[str, str], Mapping[str, set[str | None]]]:
    """Return the partners of each country and flow by data year."""
    held: dict[tuple[str, str], dict[str, set[str | None]]] = defaultdict(lambda: defaultdict(set))
    for _, row in _rows(editions):
        held[row["fips"], row["flow"]][row["data_year"]].add(named(row["partner"]).party)
    return held


def _namers(editions: Editions) -> Mapping[str | None, set[str]]:
    found: dict[str | None, set[str]] = defaultdict(set)
    for _, row in _rows(editions):
        found[named(row["partner"]).party].add(row["fips"])
    return found


def _twins() -> dict[str, str]:
    """Return party to the other party whose FIPS code is its two-letter ISO code."""
    pairs = ((parties.resolve(row["fips"].upper()), row["party"]) for row in table("fips"))
    return {
        iso.party: party for iso, party in pairs if iso.kind == "code" and iso.party and party not in ("", iso.party)
    }
