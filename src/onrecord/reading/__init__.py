"""From a document to its layers: who reports, what happened, where, when, how many."""
