"""The ledger: reports, tellings and judgements kept in one DuckDB file, and the events drawn from them."""

from multivector.ledger.add import Added
from multivector.ledger.judge import Judgement
from multivector.ledger.load import Loaded
from multivector.ledger.store import Store
from multivector.ledger.why import Reason

__all__ = ["Added", "Judgement", "Loaded", "Reason", "Store"]
