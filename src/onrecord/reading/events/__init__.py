"""What happened: triggers, types, parts, circumstances, and how firmly the clause itself says it."""
