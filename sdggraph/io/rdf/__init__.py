"""Reading and writing RDF; with the semantic room the only place that knows rdflib."""

from __future__ import annotations

from sdggraph.io.rdf.jsonld import write_jsonld
from sdggraph.io.rdf.ntriples import ntriples_lines, write_nquads, write_ntriples
from sdggraph.io.rdf.rdflib_graph import to_graph
from sdggraph.io.rdf.turtle import write_trig, write_turtle

__all__ = [
    "ntriples_lines",
    "to_graph",
    "write_jsonld",
    "write_nquads",
    "write_ntriples",
    "write_trig",
    "write_turtle",
]
