"""What can be measured of a tie: one SQL file a measure, the numerics that SQL can't express beside them."""

from multivector.measures.catalogue import MeasureHead, catalogue
from multivector.measures.rows import figures
from multivector.measures.run import measure

__all__ = ["MeasureHead", "catalogue", "figures", "measure"]
