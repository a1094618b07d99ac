"""Plans as graphs of rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.semantic.terms import NAMESPACES, XSD, Iri
from sdggraph.semantic.triples import triples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib import Graph

    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Triple

__all__ = ["graph_of", "to_graph"]


def to_graph(plan: Plan) -> Graph:
    """Give a plan as an rdflib graph, with the usual prefixes bound."""
    return graph_of(triples(plan))


def graph_of(statements: Iterable[Triple], graph: Graph | None = None) -> Graph:
    """Give triples as an rdflib graph: a new one, or in the given one."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none") if graph is None else graph
    for prefix, namespace in NAMESPACES.items():
        graph.bind(prefix, namespace)
    for subject, predicate, value in statements:
        term: rdflib.URIRef | rdflib.Literal
        if isinstance(value, Iri):
            term = rdflib.URIRef(value)
        elif value.language:
            term = rdflib.Literal(value.text, lang=value.language)
        elif value.datatype == XSD.string:
            term = rdflib.Literal(value.text)
        else:
            term = rdflib.Literal(value.text, datatype=rdflib.URIRef(value.datatype))
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), term))
    return graph
