"""Sentences and rows are made here, and refused without evidence of their kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from multivector.errors import EvidenceError
from multivector.model import Computed, Counted, Event, Evidence, Row, Said, Sentence

Kind = Literal["said", "counted", "computed"]
CLASSES: Final[dict[Kind, type[Said] | type[Counted] | type[Computed]]] = {
    "said": Said,
    "counted": Counted,
    "computed": Computed,
}


def sentence(kind: Kind, text: str, evidence: Iterable[Evidence]) -> Sentence:
    """Return a sentence that rests on evidence.

    Args:
        kind: What it is: told by reports, read off a dataset, or computed.
        text: The sentence, with its full stop.
        evidence: What it rests on, without repetition in the result; one piece at least is of the sentence's kind.

    Raises:
        EvidenceError: There is no evidence of that kind, or a passage without words.
    """
    held = _distinct(evidence)
    prove(kind, text, held)
    return Sentence(text, kind, held)


def row(kind: Kind, cells: Sequence[str], evidence: Iterable[Evidence]) -> Row:
    """Return a row of a table that rests on evidence; refused as a sentence is."""
    held = _distinct(evidence)
    prove(kind, " | ".join(cells), held)
    return Row(tuple(cells), kind, held)


def prove(kind: Kind, text: str, evidence: Sequence[Evidence]) -> None:
    """Raise `EvidenceError` where a text lacks evidence of its kind or rests on an empty passage."""
    if not any(isinstance(piece, CLASSES[kind]) for piece in evidence):
        msg = f"a sentence has no evidence of the kind {kind!r}: {text!r}"
        raise EvidenceError(msg, "brief", "a brief is written only with sentences that rest on evidence")
    for piece in evidence:
        if isinstance(piece, Said) and not piece.quote.strip():
            msg = f"a sentence rests on a passage without words: {text!r}"
            raise EvidenceError(msg, piece.report, "read the report again")


def computed(
    measure: str, source: str, events: Iterable[Event] = (), parameters: Mapping[str, str] | None = None
) -> Computed:
    """Return the evidence of a computation over dealings: its name, where its formula comes from, what went in."""
    inputs = tuple(event.id for event in events)
    return Computed(measure=measure, source=source, parameters=parameters or {}, inputs=inputs)


def identity(piece: Evidence) -> tuple[object, ...]:
    """Return what tells one piece of evidence from another; equal pieces share a note."""
    fields = (getattr(piece, name) for name in piece.__dataclass_fields__)
    return type(piece).__name__, *(tuple(sorted(x.items())) if isinstance(x, Mapping) else x for x in fields)


def _distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({identity(piece): piece for piece in evidence}.values())
