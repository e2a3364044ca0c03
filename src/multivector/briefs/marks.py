"""The three marks that tell said, counted and computed apart, and the key to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from multivector.briefs.sentence import Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign, its word, and what it means."""

    sign: str
    word: str
    meaning: str


MARKS: Final[dict[Kind, Mark]] = {
    "said": Mark("▪", "told", "a report says so; the note quotes it"),
    "counted": Mark("▫", "dataset", "a row of a dataset says so; the note names it"),
    "computed": Mark("ƒ", "computed", "worked out from the above; the note says how, and from what"),
}
