"""The counting behind coverage, one topic at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.analysis.coverage_places import StrategyPlaces
from sdggraph.analysis.coverage_rows import CoverageRow
from sdggraph.catalogue import codes
from sdggraph.graph.index import ABOUT
from sdggraph.lint.native import NativeEngine
from sdggraph.model.codes import goal_of, local_part, natural_key
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
    """What is counted, by the code of the goal or target that it is counted for.

    Attributes:
        by_track: How many strategies each track has, in the order met.
        by_dimension: How many strategies each dimension has.
    """

    def __init__(self, graph: PlanGraph) -> None:
        self.graph = graph
        self.by_track: Counter[str] = Counter()
        self.by_dimension: Counter[str] = Counter()
        self._goals = [local_part(node) for node in graph.nodes("Goal")]
        self._named: set[str] = set()
        self._figures: dict[str, Counter[str]] = defaultdict(Counter)
        self._spread: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        self._objectives: dict[str, dict[str, str]] = defaultdict(dict)
        self._money: dict[str, Decimal] = {}

    def names(self) -> None:
        """Note what the plans prioritise and select; a target that two plans select is one target."""
        self._named = {local_part(edge.target) for edge in self.graph.edges(ABOUT)}

    def objectives(self) -> None:
        """Count the objectives that reach each goal and target."""
        for node in self.graph.nodes("Objective"):
            for code, how in _reached(self.graph, node).items():
                if how != "against":
                    self._objectives[code][node] = how

    def strategies(self) -> list[str]:
        """Count the strategies, and give those that reach no goal."""
        places, nodes = StrategyPlaces(self.graph), self.graph.nodes("Strategy")
        requires = ALL_RULES[_MEASURED].requires
        measured = self._meeting(nodes, requires) if requires is not None else set()
        unserved = []
        for node in nodes:
            reached = _reached(self.graph, node)
            goals = [code for code, how in reached.items() if how != "against" and "." not in code]
            if not goals:
                unserved.append(node)
            spread = {
                "by_area": places.areas(node),
                "by_track": places.tracks(node),
                "by_dimension": places.dimensions(node, goals),
            }
            self.by_track.update(spread["by_track"])
            self.by_dimension.update(spread["by_dimension"])
            for code, how in reached.items():
                self._figures[how][code] += 1
                if how == "direct":
                    self._spread["direct_by_area"][code].update(spread["by_area"])
                if how != "against":
                    self._figures["measured"][code] += node in measured
                    for name, found in spread.items():
                        self._spread[name][code].update(found)
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
        self._money = {one.code: one.touches for one in (*found.goals, *found.targets)}

    def results(self, found: Status) -> None:
        """Count the indicators with a result that tell of each goal and target, and those that are on track."""
        for code in (*self._goals, *self._targets()):
            judged = [one for one in found.under(f"sdg:{code}") if one.result in _JUDGED]
            self._figures["judged"][code] = len(judged)
            self._figures["on_track"][code] = sum(one.result in _GOOD for one in judged)

    def rows(self) -> tuple[tuple[CoverageRow, ...], tuple[CoverageRow, ...]]:
        """Give a row for each goal, and one for each target that is met, in SDG order."""
        targets = tuple(self._row(code) for code in self._targets())
        children = codes().children
        goals = []
        for code in self._goals:
            under = [one for one in targets if goal_of(one.code) == code]
            selected, served = sum(one.named for one in under), sum(one.strategies > 0 for one in under)
            goals.append(replace(self._row(code), targets=len(children[code]), selected=selected, served=served))
        return tuple(goals), targets

    def _targets(self) -> list[str]:
        met = {*self._named, *self._objectives, *self._money, *(code for one in self._figures.values() for code in one)}
        return sorted((code for code in met if "." in code), key=natural_key)

    def _row(self, code: str) -> CoverageRow:
        figures = {name: found[code] for name, found in self._figures.items()}
        spread = {name: found[code] for name, found in self._spread.items() if code in found}
        reached_by = self._objectives.get(code, {})
        return CoverageRow(
            code,
            named=code in self._named,
            objectives=len(reached_by),
            direct=figures.get("direct", 0),
            inherited=figures.get("inherited", 0),
            against=figures.get("against", 0),
            measured=figures.get("measured", 0),
            by_area=spread.get("by_area", Counter()),
            direct_by_area=spread.get("direct_by_area", Counter()),
            by_track=spread.get("by_track", Counter()),
            by_dimension=spread.get("by_dimension", Counter()),
            by_objective=reached_by,
            touches=self._money.get(code, Decimal()),
            judged=figures.get("judged"),
            on_track=figures.get("on_track"),
        )

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
