"""Windows → the arrays that the network is given, padded to the longest of a batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from multivector.coding.learned.disguise import disguised
from multivector.coding.learned.paths import DOWN, UP, numbered
from multivector.coding.learned.windows import KINDS, SLOTS, Window, first_pieces, hint_numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

INPUTS = ("pieces", "kinds", "slots", "hints", "mask", "first", "last", "named", "own", "paths", "sides", "ways")


def arrays(windows: Sequence[Window], numbers: Sequence[list[int]] | None = None) -> dict[str, Whole]:
    """Return the arrays of a batch by the names of `INPUTS`.

    Shapes: the first five (windows, pieces); first, last, named, own (windows, candidates); paths and sides (windows,
    pieces, candidates), the former numbers of rows of ways (paths, steps), 0 where there is no path.

    Args:
        windows: The windows.
        numbers: For each window the number that each party is shown by; as they come if None.
    """
    import numpy as np

    size = len(windows), max(len(window.pieces) for window in windows)
    names = max(1, *(len(window.candidates) for window in windows))
    found = {name: np.zeros(size, np.int64) for name in INPUTS[:5]}
    found |= {name: np.zeros((size[0], names), np.int64) for name in INPUTS[5:9]}
    found |= {name: np.zeros((*size, names), np.int64) for name in INPUTS[9:11]}
    ways: dict[str, int] = {}
    for row, window in enumerate(windows):
        shown = numbers[row] if numbers else list(range(SLOTS))
        _pieces(found, row, window, shown)
        first = first_pieces(window)
        for (word, name), path in window.paths.items():
            if word in first:
                found["paths"][row, first[word], name] = ways.setdefault(path, len(ways) + 1)
        for (word, name), side in window.sides.items():
            if word in first:
                found["sides"][row, first[word], name] = side
        for k, path in enumerate(window.own):
            found["own"][row, k] = ways.setdefault(path, len(ways) + 1) if window.candidates[k][1] else 0
    found["ways"] = np.array([[0] * (UP + DOWN), *(numbered(path) for path in ways)], np.int64)
    return found


def _pieces(found: dict[str, Whole], row: int, window: Window, numbers: list[int]) -> None:
    n = len(window.pieces)
    pieces, mask, ends = disguised(window, numbers)
    found["pieces"][row, :n], found["mask"][row, :n], found["kinds"][row, :n] = pieces, mask, window.kinds
    found["slots"][row, :n], found["hints"][row, :n] = [numbers[k] for k in window.slots], hint_numbers(window)
    for k, (candidate, first, _) in enumerate(window.candidates):
        found["first"][row, k], found["last"][row, k] = first, ends[k]
        found["named"][row, k] = KINDS.index(candidate.kind)
