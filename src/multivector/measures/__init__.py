"""What can be measured of a tie: one SQL file a measure, the numerics that SQL can't express beside them."""

from multivector.measures.catalogue import MeasureHead, catalogue
from multivector.measures.record import kind, to_record
from multivector.measures.rows import figures
from multivector.measures.run import measure
from multivector.measures.tie import Tie, tie

__all__ = ["MeasureHead", "Tie", "catalogue", "figures", "kind", "measure", "tie", "to_record"]
