"""Short ways to code a text in tests."""

from multivector.coding import code
from multivector.model import Coding, Report, Telling


def coded(text: str, date: str | None = "2024-06-30", title: str | None = None) -> Coding:
    """Return the coding of a report that is only this text."""
    basis = "given" if date else None
    return code(Report(name="example", text=text, sha256="", title=title, date=date, date_basis=basis))  # type: ignore[arg-type]


def told(event: Telling) -> str:
    """Return the codes of an event in the form of the column `gives`: `AGREE occurred KEN>UGA`."""
    words = [event.type, *([event.mode] if event.mode else []), event.status]
    return f"{' '.join(words)} {','.join(event.actors)}>{','.join(event.recipients)}"


def gives(text: str, date: str | None = "2024-06-30") -> list[str]:
    """Return the codes of all events of a text."""
    return [told(event) for event in coded(text, date).events]
