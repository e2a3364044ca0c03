"""Statistical sources: one small module a source, each a declaration and one SELECT from its file to rows."""

from __future__ import annotations

from collections.abc import Iterable

from multivector.datasets._csv import heads_of
from multivector.datasets._source import Batch, Request, Source
from multivector.errors import UsageError
from multivector.registry import parts

__all__ = ["Batch", "Request", "Source", "batches", "sources"]


def sources() -> dict[str, Source]:
    """Return the declarations of all sources by name."""
    return {name: module.SOURCE for name, module in parts(__name__).items()}


def batches(name: str, request: Request) -> Iterable[Batch]:
    """Return what a source hands to the ledger: a batch for each of its releases.

    Args:
        name: A name from `sources`; a `table` that has the columns of another source is read as that one.
        request: The files, the release and name to keep them under, and the columns to take for a field.

    Raises:
        UsageError: There is no such source, it needs another number of files, or has no such release.
        InputError: A file can't be read or understood.
    """
    known = parts(__name__)
    if name not in known:
        hint = f"one of {', '.join(known)}; any CSV file: multivector load table FILE"
        raise UsageError(f"there is no dataset {name!r}", "load", hint)
    found: Iterable[Batch] = known[_kind(name, request)].batches(request)
    return found


def _kind(name: str, request: Request) -> str:
    if name != "table" or len(request.files) != 1 or request.columns:
        return name
    heads = heads_of(request.files[0])
    return next((other for other, source in sources().items() if source.columns and source.columns <= heads), name)
