"""Reading and writing RDF; with the semantic room the only place that knows rdflib."""

from __future__ import annotations

from sdggraph.io.rdf.jsonld import write_jsonld
from sdggraph.io.rdf.ntriples import ntriples_lines, write_nquads, write_ntriples
from sdggraph.io.rdf.parse import syntax_of
from sdggraph.io.rdf.published import write_published
from sdggraph.io.rdf.rdflib_graph import to_graph
from sdggraph.io.rdf.rdfxml import write_rdfxml
from sdggraph.io.rdf.read import plan_from_rdf, plans_from_rdf, read_rdf
from sdggraph.io.rdf.turtle import write_trig, write_turtle
from sdggraph.io.syntaxes import RDF_SUFFIXES

__all__ = [
    "RDF_SUFFIXES",
    "ntriples_lines",
    "plan_from_rdf",
    "plans_from_rdf",
    "read_rdf",
    "syntax_of",
    "to_graph",
    "write_jsonld",
    "write_nquads",
    "write_ntriples",
    "write_published",
    "write_rdfxml",
    "write_trig",
    "write_turtle",
]
