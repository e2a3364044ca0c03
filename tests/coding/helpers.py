"""Short ways to code a text in tests."""

from multivector.coding import code
from multivector.coding.happenings import Draft, gather
from multivector.coding.plover.read import read_by_manual
from multivector.coding.read import read_dealings
from multivector.coding.seen import seen_by_rows
from multivector.coding.steps import set_scene
from multivector.model import Coding, Report, Telling


def coded(text: str, date: str | None = "2024-06-30", title: str | None = None) -> Coding:
    """Return the coding of a report that is only this text."""
    basis = "given" if date else None
    return code(Report(name="example", text=text, sha256="", title=title, date=date, date_basis=basis))  # type: ignore[arg-type]


def told(event: Telling | Draft) -> str:
    """Return the codes of an event in the form of the column `gives`: `AGREE occurred KEN>UGA`."""
    words = [event.type, *([event.mode] if event.mode else []), event.status]
    return f"{' '.join(words)} {','.join(event.actors)}>{','.join(event.recipients)}"


def gives(text: str, date: str | None = "2024-06-30") -> list[str]:
    """Return the codes of all events of a text."""
    return [told(event) for event in coded(text, date).events]


def rows_give(text: str, date: str | None = "2024-06-30") -> list[str]:
    """Return the codes of all events that rows alone see in a text."""
    scene = set_scene(Report("example", text, "", date=date, date_basis="given"))
    hits = [hit for hit in seen_by_rows(scene) if not hit.denied and not hit.open]
    return [told(draft) for draft in gather(read_dealings(scene, hits))]


def manual_told(draft: Telling | Draft) -> str:
    """Return type and mode of an event with the words of both sides: `COERCE arrest: Police > a blogger`."""
    sides = [", ".join(m.words for m in draft.parties if m.side == side) for side in ("actor", "recipient")]
    return f"{' '.join(filter(None, (draft.type, draft.mode)))}: {' > '.join(sides)}".strip()


def manual_rows_give(text: str) -> list[str]:
    """Return what rows alone see in a text by the PLOVER manual's conventions."""
    scene = set_scene(Report("example", text, "", date="2024-06-30", date_basis="given"))
    return [manual_told(draft) for draft in read_by_manual(scene, learned=False)]
