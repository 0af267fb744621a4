"""Who says it, how, and through whom: reports with their cues, contents and speakers."""
