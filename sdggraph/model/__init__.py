"""The records of the field: codes, texts, nodes, relations, plans. No graph, no input or output."""
