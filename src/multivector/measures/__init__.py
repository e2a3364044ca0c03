"""What can be measured of a tie."""

from multivector.measures import rows

__all__ = ["rows"]
