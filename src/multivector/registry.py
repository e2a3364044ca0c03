"""Parts of one kind, found by their folder."""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points
from types import ModuleType

from multivector.errors import SetupError


def parts(folder: str) -> dict[str, ModuleType]:
    """Return the modules of a package folder by name, then those of outside packages.

    Args:
        folder: Dotted name of a package, such as `multivector.cli`.

    Returns:
        Name to module, in the order of names; modules whose name starts with `_` are left out. Other packages add
        parts through entry points in the group of that name.

    Raises:
        SetupError: A part can't be imported, or two parts have one name. A broken part is never skipped.
    """
    package = importlib.import_module(folder)
    found = {
        info.name: f"{folder}.{info.name}"
        for info in pkgutil.iter_modules(package.__path__)
        if not info.name.startswith("_")
    }
    for entry in entry_points(group=folder):
        if entry.name in found:
            raise SetupError(f"two parts are called {entry.name!r}", folder, f"rename the one in {entry.value!r}")
        found[entry.name] = entry.value
    return {name: _load(name, found[name], folder) for name in sorted(found)}


def _load(name: str, module: str, folder: str) -> ModuleType:
    try:
        return importlib.import_module(module)
    except Exception as error:
        raise SetupError(
            f"part {name!r} fails to import: {error}", folder, "reinstall the package that it belongs to"
        ) from error
