"""Measures on public corpora that are not part of this repository; each module scores one task on one corpus."""
