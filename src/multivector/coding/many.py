"""Many reports coded by several processes at once, given back in their order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from multivector.coding.steps import code
from multivector.errors import SetupError
from multivector.model import Coding, Report

Other = TypeVar("Other")
"""What stands among the reports and is no report: a source that could not be read."""
FEW = 6
"""Reports that are not worth a second process, which takes seconds to start."""
_AHEAD = 4
"""Reports a process that are taken from the source before the first of them is coded."""


def default_processes() -> int:
    """Return how many processes are used if nothing is said: two, or one where there is one core."""
    return min(2, os.cpu_count() or 1)


def code_many(
    items: Iterable[Report | Other], processes: int, *, ontology: str = "multivector"
) -> Iterator[tuple[Report | Other, Coding | None]]:
    """Yield each item, a report with its coding and anything else as it is, in their order.

    The codings are the same for any number of processes; a few reports are coded without further processes.

    Raises:
        SetupError: A process was killed from outside, mostly for want of memory.
    """
    source = iter(items)
    first = list(islice(source, FEW + 1))
    if processes < 2 or len(first) <= FEW:
        for item in chain(first, source):
            yield item, code(item, ontology=ontology) if isinstance(item, Report) else None
        return
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from _in_order(pool, partial(code, ontology=ontology), chain(first, source), processes * _AHEAD)


def _in_order(
    pool: ProcessPoolExecutor, by: Callable[[Report], Coding], items: Iterable[Report | Other], ahead: int
) -> Iterator[tuple[Report | Other, Coding | None]]:
    waiting: deque[tuple[Report | Other, Future[Coding] | None]] = deque()
    try:
        for item in items:
            waiting.append((item, pool.submit(by, item) if isinstance(item, Report) else None))
            if len(waiting) >= ahead:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())
    finally:
        for _, future in waiting:
            if future:
                future.cancel()


def _done(item: Report | Other, future: Future[Coding] | None) -> tuple[Report | Other, Coding | None]:
    try:
        return item, future.result() if future else None
    except BrokenProcessPool:
        name = item.name if isinstance(item, Report) else "?"
        raise SetupError(
            "a process that codes reports was killed", f"while or before {name!r} was coded",
            "read with --processes 1; a script that asks for more guards its calls by __name__ == '__main__'",
        ) from None  # fmt: skip
