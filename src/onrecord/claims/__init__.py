"""From the layers of one document to its claims, each tied to its words."""
