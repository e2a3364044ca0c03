"""The ledger: reports, tellings and judgements kept in one DuckDB file, and the events drawn from them."""

from multivector.ledger.add import Added
from multivector.ledger.store import Store

__all__ = ["Added", "Store"]
