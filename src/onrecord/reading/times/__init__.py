"""When: time expressions as intervals, anchored to the report."""
