"""The thread of a node: up to the goals that it serves, down to what is done and measured, and where it breaks."""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, Literal, TypeAlias

from sdggraph.analysis.thread_records import Thread, ThreadStep
from sdggraph.graph.index import ABOUT, NEGATIVE
from sdggraph.model.codes import natural_key
from sdggraph.model.kinds import KINDS
from sdggraph.model.relations import UPWARD_RELATIONS

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.lint.report import Report

__all__ = ["BREAKING", "Ways", "shortest_way", "thread_of"]

Ways: TypeAlias = Literal["tree", "all", "shortest"]
"""What of a thread is given: each node once; every way; or only a shortest way to each end."""

BREAKING = frozenset(
    {
        *("SDG007", "SDG008", "SDG101", "SDG110", "SDG201", "SDG202", "SDG203", "SDG204", "SDG205", "SDG206"),
        *("SDG207", "SDG208", "SDG209", "SDG210", "SDG213", "SDG214", "SDG604", "SDG605"),
    }
)
"""The rules that say where a thread is broken; what others say of a node on it is no break."""

_UP = (*UPWARD_RELATIONS[:1], NEGATIVE, *UPWARD_RELATIONS[1:])
_INTO: dict[str, tuple[tuple[str, bool], ...]] = {
    "Indicator": (("measured_by", True),),
    "Unit": (("part_of", False), ("owned_by", True)),
    "Stakeholder": (("involves", True),),
    "Engagement": (("informs", False),),
}
"""How a node that stands beside the thread comes onto it: relations, and whether they are walked backwards."""

_CLAIMING = ("TargetArea", "Objective", "Strategy", "Action", "Benefit")
_ENDS = ("Goal", "NationalGoal", "Indicator", "Action", "Benefit")
_DEEPEST = 60
_MOST_STEPS = 50_000


def thread_of(
    graph: PlanGraph,
    node: str,
    *,
    depth: int | None = None,
    width: int | None = None,
    ways: Ways = "tree",
    report: Report | None = None,
) -> Thread:
    """Give a node's thread.

    Args:
        graph: The plans.
        node: The node, by id, local id or code.
        depth: How many steps to walk in each direction; 60 by default.
        width: How many steps to give from one node; all by default.
        ways: ``tree`` walks on from each node once; ``all`` as often as it is met, up to 50,000 steps; ``shortest``
            gives only a shortest way to each goal, action, benefit and indicator.
        report: Findings; those of nodes on the thread are given with it.

    Raises:
        NotFoundError: There is no such node, with the one that was probably meant.
    """
    named = graph.find(node)
    start = next(iter(graph.targets_of(named, ABOUT)), named)
    deepest = min(depth or _DEEPEST, _DEEPEST)
    up, down = (_Walk(graph, deepest, ways, down=below).thread(start) for below in (False, True))
    on_it = {step.node for part in (up, down) for step in part.walk()}
    found = [one for one in report or () if one.subject in on_it]
    measures = {step.node: None for step in down.walk() if graph.kind(step.node) == "Indicator"}
    if graph.kind(start) == "Indicator":
        measures.pop(start, None)
    above = (
        {}
        if graph.kind(start) == "Indicator"
        else {
            (step.node, one): None
            for step in up.walk()
            if step.relation not in ("", NEGATIVE) and graph.kind(step.node) in ("Objective", "TargetArea", "Strategy")
            for one in _ordered(graph.targets_of(step.node, "measured_by"))
            if one not in measures and one != start
        }
    )
    return Thread(
        _narrowed(up, width),
        _narrowed(down, width),
        tuple(one for one in found if one.code in BREAKING),
        _goals(graph, start, up),
        tuple(measures),
        tuple(above),
        tuple(one for one in found if one.code not in BREAKING),
        _below(graph, down),
    )


def _below(graph: PlanGraph, down: ThreadStep) -> tuple[tuple[str, int], ...]:
    counts = Counter(graph.kind(node) for node in {step.node for step in down.walk()} - {down.node})
    return tuple((kind, counts[kind]) for kind in KINDS if counts[kind])


def _goals(graph: PlanGraph, start: str, up: ThreadStep) -> tuple[str, ...]:
    """Give the goals that a node reaches; of one that stands beside the thread, those of what it ties to."""
    if graph.kind(start) in _CLAIMING:
        return tuple(graph.goals_of(start))
    found = {goal for step in up.steps for goal in (*graph.goals_of(step.node), step.node)}
    return tuple(_ordered([goal for goal in found if graph.kind(goal) == "Goal"]))


def _narrowed(step: ThreadStep, width: int | None) -> ThreadStep:
    """Give a thread with no more than ``width`` steps from any one node."""
    if width is None:
        return step
    steps = tuple(_narrowed(one, width) for one in step.steps[:width])
    left = step.left + max(0, len(step.steps) - width)
    return ThreadStep(step.node, step.relation, step.backward, steps, step.again, left)


class _Walk:
    """A walk in one direction."""

    def __init__(self, graph: PlanGraph, depth: int, ways: Ways, *, down: bool) -> None:
        self.graph = graph
        self.depth = depth
        self.ways = ways
        self.down = down
        self.start = ""
        self.met: set[str] = set()
        self.steps = 0

    def thread(self, start: str) -> ThreadStep:
        """Give the thread from a node."""
        self.start = start
        if self.ways == "shortest":
            return self._shortest(start)
        return self._step(start, self.depth, "", frozenset(), backward=False)

    def _step(self, node: str, depth: int, relation: str, behind: frozenset[str], *, backward: bool) -> ThreadStep:
        """Walk on from a node, unless that was done before; over all ways, unless it lies behind on this one."""
        self.steps += 1
        known = node in (behind if self.ways == "all" else self.met)
        if known or depth == 0 or self.steps > _MOST_STEPS:
            left = len(self._next(node))
            return ThreadStep(node, relation, backward, again=known and left > 0, left=0 if known else left)
        self.met.add(node)
        here = behind | {node} if self.ways == "all" else behind
        steps = (
            self._step(other, depth - 1, name, here, backward=against) for name, against, other in self._next(node)
        )
        return ThreadStep(node, relation, backward, tuple(steps))

    def _shortest(self, start: str) -> ThreadStep:
        """Walk in breadth, so that each node is met over a shortest way, and keep the ways that lead to an end."""
        met: dict[str, tuple[str, str, bool]] = {start: ("", "", False)}
        after: dict[str, list[str]] = {}
        waiting = deque([(start, self.depth)])
        while waiting:
            node, depth = waiting.popleft()
            self.met.add(node)
            for name, against, other in self._next(node) if depth else ():
                if other not in met:
                    met[other] = (node, name, against)
                    after.setdefault(node, []).append(other)
                    waiting.append((other, depth - 1))
        kept: dict[str, ThreadStep] = {}
        for node in reversed(met):
            steps = tuple(kept[one] for one in after.get(node, ()) if one in kept)
            if steps or node == start or self.graph.kind(node) in _ENDS:
                _, relation, against = met[node]
                kept[node] = ThreadStep(node, relation, against, steps)
        return kept[start]

    def _in_use(self, target: str) -> bool:
        """Say whether any plan speaks of a UN target."""
        return bool(self.graph.about(target) or self.graph.sources_of(target, "contributes_to"))

    def _next(self, node: str) -> list[tuple[str, bool, str]]:
        graph = self.graph
        if not self.down:
            into = _INTO.get(graph.kind(node), ()) if node == self.start else ()
            ways = into or tuple((name, False) for name in _UP)
            return [
                (name, back, other) for name, back in ways for other in _ordered(_ends(graph, node, name, back=back))
            ]
        if graph.kind(node) == "Goal" and node != self.start:
            return []
        found = [
            (name, True, other)
            for name in UPWARD_RELATIONS
            for other in _ordered(graph.sources_of(node, name))
            if graph.kind(other) != "Unit" or graph.kind(node) == "Unit"
            if graph.kind(other) != "Target" or self._in_use(other)
        ]
        speakers = [node, *graph.about(node)]
        measured = (one for speaker in speakers for one in graph.targets_of(speaker, "measured_by"))
        measures = [one for one in measured if graph.kind(one) == "Indicator"]
        return [*found, *(("measured_by", False, one) for one in _ordered(measures))]


def _ends(graph: PlanGraph, node: str, relation: str, *, back: bool) -> list[str]:
    """Give the other ends of a relation; for what a plan says of a goal or target the goal or target itself."""
    found = graph.sources_of(node, relation) if back else graph.targets_of(node, relation)
    return [one for end in found for one in (graph.targets_of(end, ABOUT) or [end])]


def _ordered(nodes: list[str]) -> list[str]:
    return sorted(dict.fromkeys(nodes), key=natural_key)


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
