"""The chains that lead to benefits: what results in what, and the order in which it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.graph.closure import strong_components

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["BenefitLink", "chains", "layers"]


@dataclass(frozen=True, slots=True)
class BenefitLink:
    """That a strategy, action or benefit results in a benefit."""

    source: str
    benefit: str


def chains(graph: PlanGraph) -> tuple[tuple[BenefitLink, ...], tuple[tuple[str, ...], ...]]:
    """Give every link, and the loops among benefits, each as its benefits in the order of the plans.

    A link within a loop that leads to a benefit which stands before it, or to itself, is left out, so that the links
    make chains.
    """
    numbers = [graph.index.number[node] for node in graph.nodes("Benefit")]
    forward = graph.index.forward("results_from")
    benefits = set(numbers)
    found = strong_components(numbers, lambda one: [up for up in forward.get(one, ()) if up in benefits])
    loop_of = {node: place for place, loop in enumerate(found) for node in loop}
    links = []
    for node in numbers:
        for source in dict.fromkeys(forward.get(node, ())):
            within = node in loop_of and loop_of.get(source) == loop_of[node]
            if not (within and source >= node):
                links.append(BenefitLink(graph.index.ids[source], graph.index.ids[node]))
    return tuple(links), tuple(tuple(graph.index.ids[one] for one in sorted(loop)) for loop in found)


def layers(nodes: Iterable[str], links: Sequence[BenefitLink]) -> dict[str, int]:
    """Give each node's place from left to right: 0 for what results from nothing, else one more than what it needs.

    What has only one follower stands right before it, so that an action doesn't stand far from its benefit.
    """
    before: dict[str, list[str]] = {node: [] for node in nodes}
    after: dict[str, list[str]] = {node: [] for node in before}
    for one in links:
        before.setdefault(one.benefit, []).append(one.source)
        before.setdefault(one.source, [])
        after.setdefault(one.source, []).append(one.benefit)
    place: dict[str, int] = {}
    waiting = {node: len(sources) for node, sources in before.items()}
    free = [node for node, count in waiting.items() if not count]
    while free:
        node = free.pop()
        place[node] = max((place[source] + 1 for source in before[node]), default=0)
        for follower in after.get(node, ()):
            waiting[follower] -= 1
            if not waiting[follower]:
                free.append(follower)
    for node, sources in before.items():
        if not sources and after.get(node):
            place[node] = min(place[follower] for follower in after[node]) - 1
    return place
