"""Who stands on which side: the likeliest of all ways to set the parties, scores of each and their number together.

A party on a side has a score, and so has each pair of numbers of parties on both sides: a visit with nobody visited is
unlikely, so the best of several doubtful hosts is taken. The sum over all ways (the partition function of a model of
this form) gives the likelihood of the best one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

MOST = 4
"""Parties that are counted on a side; more of them count as so many."""


def likeliest(roles: Scores, counts: Scores) -> tuple[list[int], float]:
    """Return the side of each party, and how likely the whole is as log-odds.

    Args:
        roles: Log-odds of each party as actor and as recipient, (parties, 2).
        counts: Score of each pair of numbers of actors and recipients, (`MOST` + 1, `MOST` + 1).

    Returns:
        0 for a party on neither side, 1 for an actor, 2 for a recipient.
    """
    import numpy as np

    best = np.full((MOST + 1, MOST + 1), -np.inf)
    best[0, 0] = 0
    total, steps = best, []
    for actor, recipient in roles.astype(np.float64):
        ways = _ways(best, actor, recipient)
        step = ways.argmax(0)
        steps.append(step)
        best = np.take_along_axis(ways, step[None], 0)[0]
        total = np.logaddexp.reduce(_ways(total, actor, recipient))
    best, total = best + counts, total + counts
    a, r = (int(k) for k in np.unravel_index(int(best.argmax()), best.shape))
    share = math.exp(min(0.0, float(best.max() - np.logaddexp.reduce(total, axis=None))))
    sides = []
    for step in reversed(steps):
        way = int(step[a, r])
        sides.append((0, 1, 1, 2, 2)[way])
        a, r = a - (way == 1), r - (way == 3)
    share = min(max(share, 1e-4), 1 - 1e-4)
    return sides[::-1], math.log(share / (1 - share))


def _ways(held: NDArray[np.float64], actor: float, recipient: float) -> NDArray[np.float64]:
    """The five ways to go on: on neither side, one actor more, one beyond `MOST`, and the same of recipients."""
    import numpy as np

    more = np.full((4, *held.shape), -np.inf)
    more[0, 1:] = held[:-1] + actor
    more[1, -1] = held[-1] + actor
    more[2, :, 1:] = held[:, :-1] + recipient
    more[3, :, -1] = held[:, -1] + recipient
    return np.concatenate([held[None], more])
