"""The shipped network, run by onnxruntime: windows → scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from multivector.coding.learned.arrays import arrays
from multivector.errors import SetupError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from multivector.coding.learned.windows import Window

    Scores = NDArray[np.float32]

_BATCH = 8
"""Windows read in one go, of like length."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network holds of a window, as logits.

    Shapes: `types` (pieces, 16), `modes` (pieces, modes), `statuses` (pieces, 4), `roles` (pieces, candidates, 2),
    `counts` (pieces, 5, 5): how likely so many parties stand on each side, the last for all larger numbers.
    """

    window: Window
    types: Scores
    modes: Scores
    statuses: Scores
    roles: Scores
    counts: Scores


@cache
def _session() -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    with as_file(files("multivector.coding.learned") / "reader.onnx") as path:
        if not path.exists():
            raise SetupError("the learned reader is missing", str(path), "reinstall multivector")
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def read(windows: Sequence[Window]) -> Iterator[Reading]:
    """Yield what the network holds of each window, in their order.

    Raises:
        SetupError: The network's file is missing.
    """
    order = sorted(range(len(windows)), key=lambda n: len(windows[n].pieces))
    found: dict[int, Reading] = {}
    for start in range(0, len(order), _BATCH):
        part = order[start : start + _BATCH]
        found.update(zip(part, _read([windows[n] for n in part]), strict=True))
    for n in range(len(windows)):
        yield found[n]


def _read(windows: list[Window]) -> Iterator[Reading]:
    types, modes, statuses, roles, counts = _session().run(None, arrays(windows))
    for row, window in enumerate(windows):
        n, m = len(window.pieces), len(window.candidates)
        yield Reading(window, types[row, :n], modes[row, :n], statuses[row, :n], roles[row, :n, :m], counts[row, :n])
