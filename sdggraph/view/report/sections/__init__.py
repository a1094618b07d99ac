"""The sections of a report, a module each; each gives a section, and says so where the plan has nothing to show."""
