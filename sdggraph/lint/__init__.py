"""The linter: rules over the index, and what becomes of their findings."""
