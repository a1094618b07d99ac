"""Plans as triples, and back; what is published of them."""
