"""Plans as GraphML, GEXF, node-link JSON and Cytoscape JSON, by networkx's own writers."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sdggraph.io.graphs.exchange import exchange_graph

if TYPE_CHECKING:
    import networkx as nx

    from sdggraph.model.plan import Plan

__all__ = ["write_cytoscape", "write_gexf", "write_graphml", "write_node_link"]

_OF_TODAY = re.compile(r' lastmodifieddate="[^"]*"', re.ASCII)


def write_graphml(plan: Plan) -> str:
    """Give a plan's graph as GraphML.

    Raises:
        OutputError: An id holds what no format can hold.
    """
    from sdggraph.graph.networkx_view import graphml_text

    return graphml_text(_numbered(exchange_graph(plan)))


def write_gexf(plan: Plan) -> str:
    """Give a plan's graph as GEXF, with titles as labels and the goals' colours, the same text each day.

    Raises:
        OutputError: An id holds what no format can hold.
    """
    from sdggraph.graph.networkx_view import gexf_text

    view = exchange_graph(plan)
    for _, said in view.nodes(data=True):
        said["label"] = said["title"]
        if "color" in said:
            red, green, blue = (int(said["color"][at : at + 2], 16) for at in (1, 3, 5))
            said["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1}}
    for _, _, said in view.edges(data=True):
        said["label"] = said["relation"]
    return _OF_TODAY.sub("", gexf_text(view), count=1)


def write_node_link(plan: Plan) -> str:
    """Give a plan's graph as node-link JSON.

    Raises:
        OutputError: An id holds what no format can hold.
    """
    from sdggraph.graph.networkx_view import node_link_data

    return _json(node_link_data(exchange_graph(plan)))


def write_cytoscape(plan: Plan) -> str:
    """Give a plan's graph as the JSON of Cytoscape and Cytoscape.js.

    Raises:
        OutputError: An id holds what no format can hold.
    """
    from sdggraph.graph.networkx_view import cytoscape_data

    view = _numbered(exchange_graph(plan))
    for _, _, key, said in view.edges(keys=True, data=True):
        said["id"] = key
    return _json({**cytoscape_data(view), "data": {"name": view.graph["name"]}})


def _numbered(view: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Give the graph with a key for each edge that no other edge has: formats take it as the edge's id."""
    numbered = type(view)(**view.graph)
    numbered.add_nodes_from(view.nodes(data=True))
    for number, (source, target, said) in enumerate(view.edges(data=True), 1):
        numbered.add_edge(source, target, key=f"e{number}", **said)
    return numbered


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
