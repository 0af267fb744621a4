"""WHAT a capture says: its one text layer, and its outlet, title and date, each with the basis it rests on."""
