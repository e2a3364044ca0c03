"""Put the SQL of this folder to a ledger."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from multivector.ledger import Store

_PARAMETER = re.compile(r"\$(\w+)")
_INCLUDE = re.compile(r"\{(\w+)\}")


@cache
def text(name: str) -> str:
    """Return the SQL of a file of this folder, what it includes put in: `{dealings}` is `queries/dealings.sql`."""
    raw = files("multivector.measures").joinpath(name).read_text(encoding="utf-8")
    return _INCLUDE.sub(lambda found: text(f"queries/{found[1]}.sql"), raw)


def query(store: Store, name: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
    """Return the rows of a file of this folder; of the parameters, those that it names are bound."""
    sql = text(name)
    return store.query(sql, {one: parameters[one] for one in set(_PARAMETER.findall(sql))})
