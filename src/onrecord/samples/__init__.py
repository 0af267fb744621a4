"""The packaged sample: sixteen reports by invented outlets, read by ``make demo``; see ``SOURCES.md`` beside them."""
