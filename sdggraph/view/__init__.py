"""What people look at: the explorer, charts and reports."""
