"""How many: counts as intervals, with their kinds and bounds."""
