"""What the tests of the ledger share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from multivector.ledger import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty ledger, open for writing."""
    with Store.open(tmp_path / "ledger.duckdb", create=True) as opened:
        yield opened
