"""Files, folders and standard input."""

from __future__ import annotations

import sys
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


def files_under(folder: Path) -> list[Path]:
    """Return all files under a folder, sorted by path; names that begin with a dot are left out.

    Raises:
        InputError: A folder can't be listed.
    """
    found: list[Path] = []
    try:
        for entry in sorted(folder.iterdir()):
            if entry.name.startswith("."):
                continue
            if entry.is_dir() and not entry.is_symlink():
                found.extend(files_under(entry))
            elif entry.is_file():
                found.append(entry)
    except OSError as error:
        msg = f"folder {str(folder)!r} can't be read: {error.strerror or error}"
        raise InputError(msg, hint="check its permissions") from error
    return found


def _missing(path: Path) -> str:
    return "check its permissions" if path.exists() else "check the path"
