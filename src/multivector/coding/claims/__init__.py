"""Claims: checkable statements about parties that are no events, found sentence by sentence, a file a kind."""

from multivector.coding.claims.find import find_claims

__all__ = ["find_claims"]
