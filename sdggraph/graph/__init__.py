"""Plans as one typed graph: an index of interned integers, paths over it, queries, and a networkx view on demand."""
