"""Codes of parties, and which states are members of which organisation when."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from multivector.errors import UsageError
from multivector.model import Party
from multivector.model.time import is_date
from multivector.parties.holders import during
from multivector.parties.read import known, rows


def get(code: str) -> Party:
    """Return the party of a code such as `KAZ` or `EAEU`.

    Raises:
        UsageError: No party has this code.
    """
    try:
        return known()[code]
    except KeyError:
        hint = "codes are ISO 3166-1 alpha-3 (KAZ) or usual acronyms (EAEU); `multivector party NAME` finds them"
        raise UsageError(f"no party has the code {code!r}", hint=hint) from None


def is_state(code: str) -> bool:
    """Whether the code is that of a state or territory; False for organisations and for what is no code."""
    return code in known() and known()[code].kind == "state"


@cache
def _members() -> dict[str, tuple[tuple[str, str | None, str | None], ...]]:
    by: dict[str, list[tuple[str, str | None, str | None]]] = defaultdict(list)
    for row in rows("members"):
        by[row["org"]].append((row["state"], row["first"] or None, row["last"] or None))
    return {org: tuple(spans) for org, spans in by.items()}


def members(org: str, on: str | None = None) -> frozenset[str]:
    """Return the codes of an organisation's members, observers and candidates left out.

    Suspended members count as members. The rosters are the organisations' own lists as known in April 2026; of those
    that took over from another body (the AU, the OSCE, the WTO) they begin with the organisation itself.

    Args:
        org: Code of an organisation.
        on: An ISO date prefix: those that were members on one of its days; None: those with no last day.

    Returns:
        Codes; those of the G20 hold two organisations.

    Raises:
        UsageError: `org` is no organisation or one whose members are not known here, or `on` is no date.
    """
    if get(org).kind != "organisation":
        raise UsageError(f"{org!r} is a state and has no members", hint="give an organisation, such as EAEU")
    if on is not None and not is_date(on):
        raise UsageError(f"{on!r} is no date", hint="write YYYY, YYYY-MM or YYYY-MM-DD")
    if org not in _members():
        raise UsageError(
            f"the members of {org!r} are not known here", hint=f"known are those of {', '.join(_members())}"
        )
    spans = _members()[org]
    return frozenset(state for state, first, last in spans if (last is None if on is None else during(first, last, on)))
