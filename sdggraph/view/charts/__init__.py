"""Charts: one module a drawing, each a function from a plain record to accessible SVG."""
