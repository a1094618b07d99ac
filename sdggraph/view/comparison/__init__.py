"""A comparison as people read it: one outline, and its forms as Markdown and as a page."""
