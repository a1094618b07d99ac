"""What a plan covers: which goals and targets it names, serves and measures, and through which areas.

A strategy counts once for a goal, however many of its targets it names; for which goals it counts twice or more is
never added up, so no sum over goals is given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.graph.index import ABOUT
from sdggraph.lint.native import NativeEngine
from sdggraph.model.codes import goal_of, local_part, natural_key
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["Coverage", "CoverageRow", "coverage"]

_MEASURED = "SDG202"


@dataclass(slots=True)
class CoverageRow:
    """What a plan does for one goal or target.

    Attributes:
        code: The goal's or target's code.
        named: Whether the plan prioritises the goal or selects the target.
        selected: How many targets of the goal are selected; 0 for a target.
        objectives: How many objectives reach it.
        direct: How many strategies claim it, or one of its targets, themselves.
        inherited: How many more reach it through what they belong to.
        against: How many strategies work against it.
        measured: How many of the strategies that reach it are measured.
        by_area: How many strategies of each target area reach it.
    """

    code: str
    named: bool = False
    selected: int = 0
    objectives: int = 0
    direct: int = 0
    inherited: int = 0
    against: int = 0
    measured: int = 0
    by_area: Counter[str] = field(default_factory=Counter)

    @property
    def strategies(self) -> int:
        """How many strategies reach it, directly or by inheritance."""
        return self.direct + self.inherited


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a plan covers: a row a goal and a row a target, and its areas in the order of the plan."""

    goals: tuple[CoverageRow, ...]
    targets: tuple[CoverageRow, ...]
    areas: tuple[str, ...]
    strategies: int
    unserved: tuple[str, ...]

    def rows(self, graph: PlanGraph, lang: str, *, targets: bool = False) -> list[dict[str, Any]]:
        """Give plain rows, ready for CSV or a data frame."""
        found = []
        for row in self.targets if targets else self.goals:
            one: dict[str, Any] = {"code": row.code, "title": graph.title(f"sdg:{row.code}", lang), "named": row.named}
            if not targets:
                one["selected_targets"] = row.selected
            one |= {
                "objectives": row.objectives,
                "strategies": row.strategies,
                "direct": row.direct,
                "inherited": row.inherited,
                "against": row.against,
                "measured": row.measured,
            }
            found.append(one | {graph.title(area, lang): row.by_area[area] for area in self.areas})
        return found


def coverage(graph: PlanGraph) -> Coverage:
    """Count what the plans in a graph cover.

    Every goal has a row; a target has one if it is selected or anything reaches it.
    """
    goals = {local_part(node): CoverageRow(local_part(node)) for node in graph.nodes("Goal")}
    targets: dict[str, CoverageRow] = {}
    _name(graph, goals, targets)
    strategies = graph.nodes("Strategy")
    measured = _measured(graph, strategies)
    areas = _areas_of(graph)
    unserved = []
    for node in graph.nodes("Objective"):
        for to in {one.to for one in graph.contributions(node) if one.role != "negative"}:
            _row(goals, targets, local_part(to)).objectives += 1
    for node in strategies:
        reached = _reached(graph, node)
        if not any("." not in code for code, role in reached.items() if role != "against"):
            unserved.append(node)
        for code, how in reached.items():
            row = _row(goals, targets, code)
            setattr(row, how, getattr(row, how) + 1)
            if how != "against":
                row.measured += node in measured
                row.by_area.update(areas.get(node, ()))
    ordered = tuple(targets[code] for code in sorted(targets, key=natural_key))
    return Coverage(tuple(goals.values()), ordered, tuple(graph.nodes("TargetArea")), len(strategies), tuple(unserved))


def _name(graph: PlanGraph, goals: dict[str, CoverageRow], targets: dict[str, CoverageRow]) -> None:
    for edge in graph.edges(ABOUT):
        code = local_part(edge.target)
        row = _row(goals, targets, code)
        row.named = True
        if "." in code:
            goals[goal_of(code)].selected += 1


def _row(goals: dict[str, CoverageRow], targets: dict[str, CoverageRow], code: str) -> CoverageRow:
    return goals[code] if code in goals else targets.setdefault(code, CoverageRow(code))


def _reached(graph: PlanGraph, node: str) -> dict[str, str]:
    """Give how a strategy reaches each code: direct before inherited; against only where it doesn't serve it too."""
    reached: dict[str, str] = {}
    for one in graph.contributions(node):
        code = local_part(one.to)
        how = "against" if one.role == "negative" else "direct" if one.direct else "inherited"
        if code not in reached or reached[code] == "against":
            reached[code] = how
    return reached


def _measured(graph: PlanGraph, strategies: list[str]) -> set[str]:
    """Give the strategies that are measured, as the linter sees it."""
    requires = ALL_RULES[_MEASURED].requires
    if requires is None:
        return set()
    numbers = [graph.index.number[node] for node in strategies]
    met = NativeEngine(graph.index).meeting(requires, numbers, {})
    return {graph.index.ids[number] for number in met}


def _areas_of(graph: PlanGraph) -> dict[str, list[str]]:
    """Give the target areas that each strategy stands in, itself or through its objectives; outer areas too."""
    found: dict[str, list[str]] = defaultdict(list)
    for strategy in graph.nodes("Strategy"):
        frontier, seen = [strategy], {strategy}
        while frontier:
            above = [
                other
                for node in frontier
                for relation in ("contributes_to", "part_of")
                for other in graph.targets_of(node, relation)
                if other not in seen and graph.kind(other) in ("Objective", "TargetArea")
            ]
            seen.update(above)
            found[strategy] += [node for node in dict.fromkeys(above) if graph.kind(node) == "TargetArea"]
            frontier = above
    return found
