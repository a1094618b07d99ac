"""The thread of a node: up to the goals that it serves, down to what is done and measured, and where it breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import Words, pick, words
from sdggraph.graph.index import NEGATIVE
from sdggraph.model.codes import natural_key
from sdggraph.model.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.lint.report import Report

__all__ = ["Thread", "ThreadStep", "shortest_way", "thread_of"]

_UP = ("contributes_to", NEGATIVE, "part_of", "implements", "results_from")
_DOWN = ("contributes_to", "part_of", "implements", "results_from")
_AGAINST = words("works against", "motvirker")
_COUNTERED = words("is worked against by", "motvirkes av")


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """One node on a thread, and what comes after it.

    Attributes:
        node: The node's id.
        relation: The relation that leads here; empty at the beginning.
        backward: Whether the relation is walked against its direction.
        steps: What the thread leads to from here.
        again: Whether the node stands on the thread already, so that what follows is not said twice.
    """

    node: str
    relation: str = ""
    backward: bool = False
    steps: tuple[ThreadStep, ...] = ()
    again: bool = False

    def words(self) -> Words:
        """Say how the step is read: “contributes to”, “is measured by”."""
        if not self.relation:
            return words("", "")
        if self.relation == NEGATIVE:
            return _COUNTERED if self.backward else _AGAINST
        relation = RELATIONS[self.relation]
        return relation.backward if self.backward else relation.forward

    def walk(self) -> Iterator[ThreadStep]:
        """Give this step and all that follow, depth first."""
        yield self
        for step in self.steps:
            yield from step.walk()


@dataclass(frozen=True, slots=True)
class Thread:
    """A node's thread in both directions, and the diagnostics of the nodes on it."""

    up: ThreadStep
    down: ThreadStep
    breaks: tuple[Diagnostic, ...] = ()
    goals: tuple[str, ...] = ()
    indicators: tuple[str, ...] = field(default=())

    def to_dict(self, graph: PlanGraph, lang: str) -> dict[str, Any]:
        """Give the thread as plain dicts and lists, with titles."""
        return {
            "node": self.up.node,
            "up": [_step_dict(step, graph, lang) for step in self.up.steps],
            "down": [_step_dict(step, graph, lang) for step in self.down.steps],
            "goals": list(self.goals),
            "indicators": list(self.indicators),
            "breaks": [one.to_dict() for one in self.breaks],
        }


def thread_of(graph: PlanGraph, node: str, *, depth: int | None = None, report: Report | None = None) -> Thread:
    """Give a node's thread.

    Args:
        graph: The plans.
        node: The node, by id, local id or code.
        depth: How many steps to walk in each direction; all by default.
        report: Findings; those of nodes on the thread are given with it.

    Raises:
        NotFoundError: There is no such node, with the one that was probably meant.
    """
    start = graph.find(node)
    up = _Walk(graph, down=False).step(start, depth)
    down = _Walk(graph, down=True).step(start, depth)
    on_it = {step.node for part in (up, down) for step in part.walk()}
    breaks = tuple(one for one in report or () if one.subject in on_it)
    measures = (step.node for step in down.walk() if graph.kind(step.node) == "Indicator")
    return Thread(up, down, breaks, tuple(graph.goals_of(start)), tuple(dict.fromkeys(measures)))


class _Walk:
    """A walk in one direction; what was met before is named again, but not walked again."""

    def __init__(self, graph: PlanGraph, *, down: bool) -> None:
        self.graph = graph
        self.down = down
        self.met: set[str] = set()

    def step(self, node: str, depth: int | None, relation: str = "", *, backward: bool = False) -> ThreadStep:
        if node in self.met:
            return ThreadStep(node, relation, backward, again=bool(self._next(node)))
        self.met.add(node)
        if depth == 0:
            return ThreadStep(node, relation, backward)
        rest = None if depth is None else depth - 1
        steps = tuple(self.step(other, rest, name, backward=against) for name, against, other in self._next(node))
        return ThreadStep(node, relation, backward, steps)

    def _in_use(self, target: str) -> bool:
        """Say whether any plan speaks of a UN target."""
        return bool(self.graph.about(target) or self.graph.sources_of(target, "contributes_to"))

    def _next(self, node: str) -> list[tuple[str, bool, str]]:
        graph = self.graph
        if not self.down:
            return [(name, False, other) for name in _UP for other in _ordered(graph.targets_of(node, name))]
        if graph.kind(node) == "Goal" and len(self.met) > 1:
            return []
        found = [
            (name, True, other)
            for name in _DOWN
            for other in _ordered(graph.sources_of(node, name))
            if graph.kind(other) != "Unit" and (graph.kind(other) != "Target" or self._in_use(other))
        ]
        measures = [one for one in graph.targets_of(node, "measured_by") if graph.kind(one) == "Indicator"]
        return [*found, *(("measured_by", False, one) for one in _ordered(measures))]


def _ordered(nodes: list[str]) -> list[str]:
    return sorted(dict.fromkeys(nodes), key=natural_key)


def _step_dict(step: ThreadStep, graph: PlanGraph, lang: str) -> dict[str, Any]:
    return {
        "relation": step.relation,
        "backward": step.backward,
        "says": pick(step.words(), lang),
        "node": step.node,
        "kind": graph.kind(step.node),
        "title": graph.title(step.node, lang),
        "again": step.again,
        "steps": [_step_dict(one, graph, lang) for one in step.steps],
    }


def shortest_way(graph: PlanGraph, start: str, end: str) -> list[ThreadStep]:
    """Give a shortest way between two nodes over the thread's relations, in either direction; empty if there is none.

    Raises:
        NotFoundError: One of the nodes isn't there.
    """
    first, last = graph.find(start), graph.find(end)
    before: dict[str, ThreadStep] = {first: ThreadStep(first)}
    origin: dict[str, str] = {}
    frontier = [first]
    while frontier and last not in before:
        fresh: list[str] = []
        for node in frontier:
            for name in (*_UP, "measured_by"):
                ways = [(False, graph.targets_of(node, name)), (True, graph.sources_of(node, name))]
                for backward, others in ways:
                    for other in _ordered(others):
                        if other not in before:
                            before[other] = ThreadStep(other, name, backward)
                            origin[other] = node
                            fresh.append(other)
        frontier = fresh
    if last not in before:
        return []
    way = [before[last]]
    while way[-1].node != first:
        way.append(before[origin[way[-1].node]])
    return way[::-1]
