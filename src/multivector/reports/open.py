"""Named sources → reports, one after another; what can't be read is handed out as such and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from multivector.errors import InputError, UsageError
from multivector.model import Report
from multivector.model.time import is_date
from multivector.reports.build import make_report
from multivector.reports.draft import Draft, LeftOutError, Unread
from multivector.reports.formats import endings, formats
from multivector.reports.limits import Limits
from multivector.reports.sources import file, url
from multivector.reports.sources.loaded import Source

DEFAULT = Limits()


def open_reports(
    sources: Iterable[str | Path], *, date: str | None = None, limits: Limits = DEFAULT
) -> Iterator[Report | Unread]:
    """Yield the reports of files, folders, addresses and standard input (`-`), in the order named.

    Args:
        sources: Paths, `http(s)` addresses, or `-` for plain text on standard input. Of a folder all files of a known
            ending are read, sorted by path; the others are named once in an `Unread` with `skipped` set.
        date: ISO prefix for the reports that state no date and whose record gives none.
        limits: What is over one of them gives an `Unread`, never a shortened report.

    Yields:
        A `Report`, or an `Unread` with the reason. Names are unique: the second `a` is called `a-2`.

    Raises:
        UsageError: `date` is no date.
    """
    if date is not None and not is_date(date):
        raise UsageError(f"{date!r} is no date", "--date", "write 2024-03-11, 2024-03 or 2024")
    return _unique(result for source in sources for result in _open(source, date, limits))


def _open(source: str | Path, date: str | None, limits: Limits) -> Iterator[Report | Unread]:
    if source == "-":
        yield from _read(file.standard_input(limits), date, limits)
        return
    if isinstance(source, str) and url.is_address(source):
        yield from _read(url.page(source, limits), date, limits)
        return
    path = Path(source)
    if not file.is_folder(path):
        yield from _read(file.plain_file(path, limits), date, limits)
        return
    unknown = []
    for entry in file.files_under(path):
        if isinstance(entry, InputError):
            yield Unread(str(path), entry)
        elif entry.suffix.lower() in endings():
            yield from _read(file.plain_file(entry, limits), date, limits)
        else:
            unknown.append(entry)
    yield from _unknown(path, unknown)


def _read(source: Source, date: str | None, limits: Limits) -> Iterator[Report | Unread]:
    try:
        name = _format_of(source.ending, source.label) if source.ending is not None else ""
        loaded = source.load()
        name = name or _format_of(loaded.ending, source.label)
        for draft in formats()[name].read(loaded.data, source.label, limits, loaded.charset):
            yield _report(draft, source, name, date)
    except InputError as error:
        yield Unread(source.label, error)


def _report(draft: Draft | InputError, source: Source, format_: str, date: str | None) -> Report | Unread:
    if isinstance(draft, InputError):
        return Unread(source.label, draft, skipped=isinstance(draft, LeftOutError))
    try:
        return make_report(draft, name=source.name, path=source.path, url=source.url, format_=format_, date=date)
    except InputError as error:
        return Unread(source.label, error)


def _format_of(ending: str, label: str) -> str:
    if ending not in endings():
        raise InputError(f"{ending!r} is an unknown ending of a report", label, _known_endings())
    return endings()[ending]


def _unknown(folder: Path, files: list[Path]) -> Iterator[Unread]:
    if files:
        names = ", ".join(repr(str(entry.relative_to(folder))) for entry in files)
        error = LeftOutError(f"files of unknown ending are left out: {names}", str(folder), _known_endings())
        yield Unread(str(folder), error, skipped=True)


def _known_endings() -> str:
    return f"known endings: {' '.join(sorted(endings()))}"


def _unique(results: Iterator[Report | Unread]) -> Iterator[Report | Unread]:
    """Give the second report of a name the suffix -2, and so on, past names that others have by themselves."""
    taken: set[str] = set()
    for result in results:
        if isinstance(result, Report):
            name, n = result.name, 1
            while name in taken:
                n += 1
                name = f"{result.name}-{n}"
            taken.add(name)
            yield replace(result, name=name)
        else:
            yield result
