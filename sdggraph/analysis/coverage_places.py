"""Where each strategy stands: its target areas, its tracks, its dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.model.codes import local_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["DIMENSIONS", "USUAL_DIMENSION", "StrategyPlaces"]

DIMENSIONS = ("environment", "economy", "social")

_GROUPS = {"environment": "6 13 14 15", "economy": "8 9 10 12", "social": "1 2 3 4 5 7 11 16"}
USUAL_DIMENSION = {code: name for name, codes in _GROUPS.items() for code in codes.split()}
"""The dimension that each goal is usually grouped under; goal 17 is under none."""


class StrategyPlaces:
    """Answers where strategies stand; what was asked of an objective before is remembered."""

    def __init__(self, graph: PlanGraph) -> None:
        self.graph = graph
        self._areas: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._given = self._given_dimensions()

    def _given_dimensions(self) -> dict[str, set[str]]:
        """Give the dimensions of each goal: as the plans say, and as it is usually grouped."""
        found: dict[str, set[str]] = {}
        for node in self.graph.nodes("Goal"):
            code = local_part(node)
            said = {name for one in self.graph.about(node) for name in self.graph.record(one).dimensions}
            found[code] = said | ({USUAL_DIMENSION[code]} if code in USUAL_DIMENSION else set())
        return found

    def areas(self, strategy: str) -> tuple[str, ...]:
        """Give the target areas that a strategy stands in, itself or through its objectives; outer areas too."""
        graph = self.graph
        above = tuple(
            node
            for relation in ("contributes_to", "part_of")
            for node in graph.targets_of(strategy, relation)
            if graph.kind(node) in ("Objective", "TargetArea")
        )
        known = self._areas.get(above)
        if known is None:
            known = self._areas[above] = self._areas_from(above)
        return known

    def _areas_from(self, start: tuple[str, ...]) -> tuple[str, ...]:
        graph = self.graph
        seen = dict.fromkeys(start)
        frontier = list(seen)
        while frontier:
            fresh = []
            for node in frontier:
                for other in graph.targets_of(node, "part_of"):
                    if other not in seen and graph.kind(other) in ("Objective", "TargetArea"):
                        seen[other] = None
                        fresh.append(other)
            frontier = fresh
        return tuple(node for node in seen if graph.kind(node) == "TargetArea")

    def tracks(self, strategy: str) -> tuple[str, ...]:
        """Give a strategy's tracks; where it has none, those of its objectives."""
        own: tuple[str, ...] = self.graph.record(strategy).tracks
        if own:
            return own
        above = (node for node in self.graph.targets_of(strategy, "contributes_to"))
        found = (self.graph.record(node).tracks for node in above if self.graph.kind(node) == "Objective")
        return tuple(dict.fromkeys(track for tracks in found for track in tracks))

    def dimensions(self, strategy: str, goals: Iterable[str]) -> tuple[str, ...]:
        """Give a strategy's dimensions; where it has none, those of the goals that it reaches."""
        own: tuple[str, ...] = self.graph.record(strategy).dimensions
        said = set(own) if own else {name for code in goals for name in self._given.get(code, ())}
        return tuple(name for name in DIMENSIONS if name in said)
