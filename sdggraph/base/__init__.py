"""What everything else stands on: places, errors, diagnostics, edits, near-miss search and words."""
