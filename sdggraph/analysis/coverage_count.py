"""The counting behind coverage, one topic at a time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sdggraph.analysis.coverage_places import StrategyPlaces
from sdggraph.analysis.coverage_rows import CoverageRow
from sdggraph.catalogue import codes
from sdggraph.graph.index import ABOUT
from sdggraph.lint.native import NativeEngine
from sdggraph.model.codes import goal_of, local_part
from sdggraph.rules.paths import MEANT_FOR_NO_GOAL
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from sdggraph.analysis.money import Money
    from sdggraph.analysis.status.overview import Status
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.rules.language import Condition

__all__ = ["Count"]

_MEASURED = "SDG202"
_GOOD = frozenset({"achieved", "on_track"})
_JUDGED = frozenset({*_GOOD, "lagging", "off"})


class Count:
    """Rows by code, and what is counted into them.

    Attributes:
        goals: A row for each goal.
        targets: A row for each target that is met.
        by_track: How many strategies each track has, in the order met.
        by_dimension: How many strategies each dimension has.
    """

    def __init__(self, graph: PlanGraph) -> None:
        self.graph = graph
        children = codes().children
        found = (local_part(node) for node in graph.nodes("Goal"))
        self.goals = {code: CoverageRow(code, targets=len(children[code])) for code in found}
        self.targets: dict[str, CoverageRow] = {}
        self.by_track: Counter[str] = Counter()
        self.by_dimension: Counter[str] = Counter()

    def row(self, code: str) -> CoverageRow:
        """Give the row of a goal or target."""
        return self.goals[code] if code in self.goals else self.targets.setdefault(code, CoverageRow(code))

    def names(self) -> None:
        """Mark what the plans prioritise and select; a target that two plans select is one target."""
        for edge in self.graph.edges(ABOUT):
            row = self.row(local_part(edge.target))
            if not row.named and not row.targets:
                self.goals[goal_of(row.code)].selected += 1
            row.named = True

    def objectives(self) -> None:
        """Count the objectives that reach each goal and target."""
        for node in self.graph.nodes("Objective"):
            for code, how in _reached(self.graph, node).items():
                if how != "against":
                    row = self.row(code)
                    row.objectives += 1
                    row.by_objective[node] = how

    def strategies(self) -> list[str]:
        """Count the strategies, and give those that reach no goal."""
        places, nodes = StrategyPlaces(self.graph), self.graph.nodes("Strategy")
        requires = ALL_RULES[_MEASURED].requires
        measured = self._meeting(nodes, requires) if requires is not None else set()
        unserved = []
        for node in nodes:
            reached = _reached(self.graph, node)
            goals = [code for code, how in reached.items() if how != "against" and code in self.goals]
            if not goals:
                unserved.append(node)
            areas, tracks = places.areas(node), places.tracks(node)
            dimensions = places.dimensions(node, goals)
            self.by_track.update(tracks)
            self.by_dimension.update(dimensions)
            for code, how in reached.items():
                row = self.row(code)
                setattr(row, how, getattr(row, how) + 1)
                if how != "against":
                    row.measured += node in measured
                    row.by_area.update(areas)
                    row.by_track.update(tracks)
                    row.by_dimension.update(dimensions)
                if how == "direct":
                    row.direct_by_area.update(areas)
        for row in self.targets.values():
            self.goals[goal_of(row.code)].served += row.strategies > 0
        return unserved

    def exempted(self, unserved: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Divide the strategies that reach no goal: those that should, and those that are meant to reach none."""
        meant = self._meeting(unserved, MEANT_FOR_NO_GOAL)
        return (
            tuple(node for node in unserved if node not in meant),
            tuple(node for node in unserved if node in meant),
        )

    def money(self, found: Money) -> None:
        """Note the money that touches each goal and target."""
        for one in (*found.goals, *found.targets):
            self.row(one.code).touches = one.touches

    def results(self, found: Status) -> None:
        """Count the indicators with a result that tell of each goal and target, and those that are on track."""
        for row in (*self.goals.values(), *self.targets.values()):
            judged = [one for one in found.under(f"sdg:{row.code}") if one.result in _JUDGED]
            row.judged = len(judged)
            row.on_track = sum(one.result in _GOOD for one in judged)

    def _meeting(self, nodes: list[str], condition: Condition) -> set[str]:
        """Give the nodes that meet a condition, as the linter sees it."""
        index = self.graph.index
        met = NativeEngine(index).meeting(condition, [index.number[node] for node in nodes], {})
        return {index.ids[number] for number in met}


def _reached(graph: PlanGraph, node: str) -> dict[str, str]:
    """Give how a node reaches each code: direct before inherited; against only where it doesn't serve it too."""
    reached: dict[str, str] = {}
    for one in graph.contributions(node):
        code = local_part(one.to)
        how = "against" if one.role == "negative" else "direct" if one.direct else "inherited"
        if code not in reached or reached[code] == "against":
            reached[code] = how
    return reached
