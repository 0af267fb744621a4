"""Read models: plain data out of claims, ready to be shown."""
