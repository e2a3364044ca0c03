"""Take a measure of a tie."""

from __future__ import annotations

import importlib

from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.measures import periods
from multivector.measures.ask import Ask
from multivector.measures.catalogue import MeasureHead, catalogue
from multivector.measures.periods import By
from multivector.model import Figure
from multivector.model.time import first_day, is_date, last_day


def measure(
    store: Store,
    name: str,
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
) -> list[Figure]:
    """Return the figures of a measure for the tie of two parties.

    Args:
        store: The ledger.
        name: A name from `catalogue`.
        a: Code of one party.
        b: Code of the other.
        since: First date, as an ISO prefix; what may have been on or after it counts.
        until: Last date.
        by: `month`, `quarter` or `year`: also a figure for each, after those of the whole span.

    Returns:
        Figures with their intervals, how many dealings or rows they rest on, and these as evidence.

    Raises:
        UsageError: The measure, a date or the period is unknown, both parties are one, or the span is empty.
    """
    asked = ask(store, a, b, since=since, until=until, by=by)
    heads = {head.name: head for head in catalogue()}
    if name not in heads:
        raise UsageError(f"no measure {name!r}", "measure", f"one of {', '.join(heads)}")
    return take(asked, heads[name])


def take(asked: Ask, head: MeasureHead) -> list[Figure]:
    """Return the figures of a measure: those of the module that stands beside its SQL file."""
    module = importlib.import_module(f"multivector.measures.{head.name}")
    found: list[Figure] = module.figures(asked, head)
    return found


def ask(
    store: Store, a: str, b: str, *, since: str | None = None, until: str | None = None, by: str | None = None
) -> Ask:
    """Return what is asked, checked; arguments and errors as of `measure`."""
    if a == b:
        raise UsageError(f"{a!r} is named twice", "tie", "a tie has two parties")
    for option, date in (("--since", since), ("--until", until)):
        if date is not None and not is_date(date):
            raise UsageError(f"{date!r} is no date", option, "a day, month or year: 2024-01-18, 2024-01 or 2024")
    if since and until and first_day(since) > last_day(until):
        raise UsageError(f"{since!r} is after {until!r}", "--since, --until", "the first date comes first")
    if by is None:
        return Ask(store, a, b, since, until)
    if by not in periods.KINDS:
        raise UsageError(f"no period {by!r}", "--by", f"one of {', '.join(periods.KINDS)}")
    kind: By = by  # type: ignore[assignment]
    return Ask(store, a, b, since, until, kind)
