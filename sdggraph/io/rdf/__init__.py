"""RDF: plans as Turtle and JSON-LD, and the UN's own wording from Turtle; rdflib is imported when it's used."""

from __future__ import annotations

from sdggraph.io.rdf.write import to_graph, write_jsonld, write_turtle

__all__ = ["to_graph", "write_jsonld", "write_turtle"]
