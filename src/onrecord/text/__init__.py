"""Text algorithms that know no domain."""
