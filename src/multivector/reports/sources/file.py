"""Files, folders and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from multivector.errors import InputError
from multivector.reports.limits import Limits
from multivector.reports.sources.loaded import Loaded, Source


def plain_file(path: Path, limits: Limits) -> Source:
    """Return a file as a source; its name is the file's stem."""
    return Source(str(path), path.stem, path.suffix.lower(), lambda: Loaded(read_bytes(path, limits)), str(path))


def standard_input(limits: Limits) -> Source:
    """Return standard input as a source of plain text."""
    return Source("standard input", "stdin", ".txt", lambda: Loaded(_read_stdin(limits)))


def read_bytes(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a plain file.

    Raises:
        InputError: It is missing, can't be read, is no plain file (a pipe, a device), or is over the limit.
    """
    try:
        if not path.is_file():
            raise InputError(f"{str(path)!r} is no file that can be read", hint=_missing(path))
        limits.check("bytes", path.stat().st_size, str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{str(path)!r} can't be read: {error.strerror or error}", hint=_missing(path)) from error


def _read_stdin(limits: Limits) -> bytes:
    data = sys.stdin.buffer.read(limits.bytes + 1)
    limits.check("bytes", len(data), "standard input")
    return data


def files_under(folder: Path) -> Iterator[Path | InputError]:
    """Yield all files under a folder, sorted by path; an error for each folder that can't be listed.

    Names that begin with a dot, links to folders, and what is no plain file are left out.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        msg = f"folder {str(folder)!r} can't be read: {error.strerror or error}"
        yield InputError(msg, hint="check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if is_folder(entry) and not entry.is_symlink():
            yield from files_under(entry)
        elif _is_file(entry):
            yield entry


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; one that can't be asked is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    """Whether a path is to be read as a file; reading one that can't be asked says why."""
    try:
        return path.is_file()
    except OSError:
        return True


def _missing(path: Path) -> str:
    try:
        return "it must be a plain file, and readable" if path.exists() else "check the path: nothing is there"
    except (OSError, ValueError):
        return "check the path and its permissions"
