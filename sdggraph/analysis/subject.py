"""What an analysis is asked about: a plan, several, or the graph of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.model.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["graph_of", "node_title"]


def graph_of(plans: Plan | PlanGraph | Iterable[Plan]) -> PlanGraph:
    """Give the graph of plans and of what they follow up; a graph is given back."""
    if isinstance(plans, PlanGraph):
        return plans
    return PlanGraph.of(*([plans] if isinstance(plans, Plan) else plans))


def node_title(graph: PlanGraph, node: str, lang: str) -> str:
    """Give a node's title with the plan's own number before it, where it has one."""
    record = graph.record(node)
    number = getattr(record, "number", None)
    title = graph.title(node, lang)
    return f"{number} {title}" if number else title
