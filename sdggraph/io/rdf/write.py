"""Writes a plan as Turtle or JSON-LD: the same plan always gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rdflib import Graph

    from sdggraph.model.plan import Plan

__all__ = ["to_graph", "write_jsonld", "write_turtle"]


def to_graph(plan: Plan) -> Graph:
    """Give a plan as an ``rdflib.Graph``, for whatever rdflib can do with it."""
    from rdflib import Graph, Namespace

    from sdggraph.semantic.iris import PREFIXES
    from sdggraph.semantic.plan_triples import plan_triples

    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, Namespace(namespace))
    for triple in plan_triples(plan):
        graph.add(triple)
    return graph


def write_turtle(plan: Plan) -> str:
    """Give a plan as Turtle."""
    return to_graph(plan).serialize(format="turtle")


def write_jsonld(plan: Plan) -> str:
    """Give a plan as JSON-LD 1.1 with a context of its own, so that nothing has to be fetched to read it."""
    from sdggraph.semantic.iris import PREFIXES

    written = to_graph(plan).serialize(format="json-ld", context=PREFIXES, indent=None)
    data: dict[str, Any] = json.loads(written)
    data["@graph"] = sorted((_ordered(node) for node in data.get("@graph", [])), key=lambda node: node["@id"])
    return json.dumps({"@context": PREFIXES, "@graph": data["@graph"]}, ensure_ascii=False, indent=2) + "\n"


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    """Give a node with its keys in order and its lists, which are sets in RDF, sorted."""
    return {
        key: sorted(value, key=lambda item: json.dumps(item, sort_keys=True)) if isinstance(value, list) else value
        for key, value in sorted(node.items())
    }
