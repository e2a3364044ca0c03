"""Multivector: from reports and statistics to a measured, sourced picture of the ties between countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from multivector.version import __version__

if TYPE_CHECKING:
    from multivector.api import Ledger, read

__all__ = ["Ledger", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """Load a public name on its first use, so that the import stays fast."""
    if name not in __all__:
        raise AttributeError(f"module 'multivector' has no attribute {name!r}")
    from multivector import api

    return getattr(api, name)
