"""The graph as networkx knows graphs; the only module that imports networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from sdggraph.graph.index import ABOUT, ACTS_FROM, ACTS_ON
from sdggraph.model.nodes import Interaction, Prioritisation
from sdggraph.model.parts import Claim

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["to_networkx"]

_SCOPED = frozenset({"Prioritisation", "Selection", "Interaction"})
_INNER = frozenset({ABOUT, ACTS_FROM, ACTS_ON})


def to_networkx(graph: PlanGraph) -> nx.MultiDiGraph[str]:
    """Make a plain MultiDiGraph on which every networkx algorithm works.

    What a plan says of a shared goal or target is no node here: it stands on the edges ``prioritises`` and ``selects``
    from the plan, and a selected target's indicators hang on the target, with the plan as an attribute of the edge.
    """
    index = graph.index
    view: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, name in enumerate(index.ids):
        if index.kinds[number] not in _SCOPED:
            owner = index.owners[number]
            plan = index.plans[owner].id if owner >= 0 else None
            view.add_node(name, kind=index.kinds[number], title=graph.title(name, _language(graph, number)), plan=plan)
    stand_for = dict(zip(index.edges[ABOUT].sources, index.edges[ABOUT].targets, strict=True))
    for edge in graph.edges():
        if edge.relation in _INNER:
            continue
        source, target = index.number[edge.source], index.number[edge.target]
        attributes = _attributes(edge.said)
        if source in stand_for:
            attributes["plan"] = index.plans[index.owners[source]].id
        ends = [stand_for.get(end, end) for end in (source, target)]
        if all(index.kinds[end] not in _SCOPED for end in ends):
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


def _attributes(said: Any) -> dict[str, Any]:
    if isinstance(said, Claim):
        return {"role": said.role, "basis": said.basis, "why": said.why}
    if isinstance(said, Interaction):
        return {"score": said.score, "note": said.note}
    if isinstance(said, Prioritisation):
        return {"significance": said.significance, "materiality": said.materiality}
    return {}
