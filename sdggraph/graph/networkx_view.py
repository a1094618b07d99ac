"""The graph as networkx knows graphs; the only module that imports networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from sdggraph.graph.index import ABOUT, ACTS_FROM, ACTS_ON
from sdggraph.model.nodes import Interaction, Prioritisation
from sdggraph.model.parts import Claim
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["cytoscape_data", "gexf_text", "graphml_text", "node_link_data", "to_networkx"]

_SCOPED = frozenset({"Prioritisation", "Selection", "Interaction"})
_INNER = frozenset({ABOUT, ACTS_FROM, ACTS_ON})


def to_networkx(graph: PlanGraph, *, plans_only: bool = False) -> nx.MultiDiGraph[str]:
    """Make a plain MultiDiGraph on which every networkx algorithm works.

    What a plan says of a shared goal or target is no node here: it stands on the edges ``prioritises`` and ``selects``
    from the plan, and a selected target's indicators hang on the target, with the plan as an attribute of the edge.
    Attributes are plain numbers and texts, and what isn't said isn't there, so that every format can hold them.

    Args:
        graph: The plans.
        plans_only: Leave out what no plan refers to of the UN's goals, targets and indicators.
    """
    index = graph.index
    used = _used(graph) if plans_only else None
    view: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, name in enumerate(index.ids):
        if index.kinds[number] not in _SCOPED and (used is None or number in used):
            owner = index.owners[number]
            plan = {"plan": index.plans[owner].id} if owner >= 0 else {}
            view.add_node(name, kind=index.kinds[number], title=graph.title(name, _language(graph, number)), **plan)
    stand_for = dict(zip(index.edges[ABOUT].sources, index.edges[ABOUT].targets, strict=True))
    for edge in graph.edges():
        if edge.relation in _INNER:
            continue
        source, target = index.number[edge.source], index.number[edge.target]
        attributes = _attributes(edge.said, _language(graph, source))
        if source in stand_for:
            attributes["plan"] = index.plans[index.owners[source]].id
        ends = [stand_for.get(end, end) for end in (source, target)]
        if all(index.ids[end] in view for end in ends):
            view.add_edge(
                index.ids[ends[0]],
                index.ids[ends[1]],
                key=edge.relation,
                relation=edge.relation,
                **attributes,
            )
    return view


def _language(graph: PlanGraph, number: int) -> str:
    owner = graph.index.owners[number]
    plan = graph.index.plans[owner] if owner >= 0 else next(iter(graph.plans), None)
    return plan.language if plan is not None else "en"


def _used(graph: PlanGraph) -> set[int]:
    """Give the plans' own nodes, what they refer to, and the goals above that."""
    index = graph.index
    used = set(index.plan_nodes())
    for edges in index.edges.values():
        used |= {
            target for source, target in zip(edges.sources, edges.targets, strict=True) if index.owners[source] >= 0
        }
    return used | {goal for node in used for goal in index.forward("part_of").get(node, ())}


def _attributes(said: Any, language: str) -> dict[str, str | float]:
    """Give what is said on an edge as plain values; texts in the language of the plan that says it."""
    found: dict[str, Any] = {}
    if isinstance(said, Claim):
        found = {"role": said.role, "basis": said.basis, "why": in_language(said.why, language)}
    elif isinstance(said, Interaction):
        found = {"score": said.score, "note": in_language(said.note, language)}
    elif isinstance(said, Prioritisation):
        found = {"significance": in_language(said.significance, language)}
        if said.materiality is not None:
            importance, impact = said.materiality.stakeholders, said.materiality.impact
            found["materiality_stakeholders"] = None if importance is None else float(importance)
            found["materiality_impact"] = None if impact is None else float(impact)
    return {name: value for name, value in found.items() if value not in (None, "")}


def graphml_text(view: nx.MultiDiGraph[str]) -> str:
    """Give a graph as GraphML; the key of an edge becomes its id."""
    return _document(nx.generate_graphml(view))


def gexf_text(view: nx.MultiDiGraph[str]) -> str:
    """Give a graph as GEXF."""
    return _document(nx.generate_gexf(view))


def _document(lines: Iterable[str]) -> str:
    return '<?xml version="1.0" encoding="utf-8"?>\n' + "".join(f"{line}\n" for line in lines)


def node_link_data(view: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Give a graph as the nodes and edges that networkx and D3 read."""
    data: dict[str, Any] = nx.node_link_data(view, edges="edges")
    return data


def cytoscape_data(view: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Give a graph as the elements that Cytoscape reads; a node's title is its name there."""
    data: dict[str, Any] = nx.cytoscape_data(view, name="title")
    return data
