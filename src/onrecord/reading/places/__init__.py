"""Where: names, facilities and common nouns, resolved against the gazetteer."""
