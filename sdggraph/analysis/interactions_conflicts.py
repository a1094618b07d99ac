"""Strategies that serve goals or targets at odds, and what the plan itself says it works against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.graph.index import NEGATIVE
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from sdggraph.analysis.interactions_links import Link
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.texts import Text

__all__ = ["Conflict", "DeclaredHarm", "conflicts_of", "declared_harms"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A strategy that serves two goals or targets of which one hinders the other.

    Attributes:
        strategy: The strategy's id.
        link: The interaction between the two.
        direct: Whether the strategy claims both itself; else it serves at least one only through what it belongs to.
    """

    strategy: str
    link: Link
    direct: bool


@dataclass(frozen=True, slots=True)
class DeclaredHarm:
    """That an area, objective or strategy says that it works against a goal or target."""

    node: str
    target: str
    why: Text | None
    language: str

    def why_in(self, lang: str) -> str:
        """Give the reason in a language."""
        return in_language(self.why, lang, self.language)


def conflicts_of(graph: PlanGraph, links: tuple[Link, ...]) -> tuple[Conflict, ...]:
    """Give every strategy and pair at odds that it serves, the worst first; a target stands for its goal too."""
    against = {(one.source, one.target): one for one in links if one.score < 0}
    ends = {node for pair in against for node in pair}
    found = []
    for node in graph.nodes("Strategy") if against else ():
        served: dict[str, bool] = {}
        for one in graph.contributions(node):
            if one.role != "negative" and one.to in ends:
                served[one.to] = served.get(one.to, False) or one.direct
        found += [
            Conflict(node, against[source, target], served[source] and served[target])
            for source in served
            for target in served
            if (source, target) in against
        ]
    return tuple(sorted(found, key=lambda one: one.link.score))


def declared_harms(graph: PlanGraph) -> tuple[DeclaredHarm, ...]:
    """Give the claims with the role negative."""
    found = []
    for edge in graph.edges(NEGATIVE):
        plan = graph.plan_of(edge.source)
        found.append(DeclaredHarm(edge.source, edge.target, edge.said.why, plan.language if plan else ""))
    return tuple(found)
