"""Numbers that SQL can't express: intervals, resampling, diversity, shares of partial lists. Pure functions."""
