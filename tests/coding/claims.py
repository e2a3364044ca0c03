"""Short ways to read the claims of a text in tests."""

from multivector.coding.claims import find_claims
from multivector.coding.steps import set_scene
from multivector.model import Claim, Report


def claims(text: str, date: str = "2024-06-30") -> list[Claim]:
    """Return the claims of a report that is only this text."""
    return find_claims(set_scene(Report(name="example", text=text, sha256="", date=date, date_basis="given")))


def told(claim: Claim) -> str:
    """Return a claim in the form of the column `gives`: `rank LAO>THA trade 8 rank - -`."""
    value = claim.value
    shown = str(value).lower() if isinstance(value, bool) else value if isinstance(value, str) else f"{value:f}"
    if "." in shown and shown.replace(".", "").lstrip("-").isdigit():
        shown = shown.rstrip("0").rstrip(".")
    words = (claim.measure, shown, claim.unit, claim.period, claim.scope)
    rest = " ".join((word or "-").replace(" ", "_") for word in words)
    return f"{claim.kind} {claim.subject or '-'}>{claim.object or '-'} {rest}"


def gives(text: str, date: str = "2024-06-30") -> list[str]:
    """Return the claims of a text, shortly."""
    return [told(claim) for claim in claims(text, date)]
