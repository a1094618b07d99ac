"""Where an action belongs: the one target area that its money is booked on, and the goals and targets it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.model.codes import local_part, natural_key

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["Places"]

_UP = ("implements", "contributes_to", "part_of")


class Places:
    """Answers where actions belong; what was asked of an area before is remembered."""

    def __init__(self, graph: PlanGraph) -> None:
        self.graph = graph
        self._above: dict[str, tuple[str, ...]] = {}

    def booked_on(self, action: str) -> tuple[str | None, bool]:
        """Give the smallest area that holds all areas of an action, and whether there are several that none holds."""
        areas = self._areas(action)
        if not areas:
            return None, False
        ways = [self.within(area) for area in areas]
        common = [area for area in ways[0] if all(area in way for way in ways[1:])]
        return (common[0], False) if common else (None, True)

    def within(self, area: str) -> tuple[str, ...]:
        """Give an area and those that it lies in, the smallest first."""
        way = self._above.get(area)
        if way is None:
            found: dict[str, None] = {}
            frontier = [area]
            while frontier:
                found.update(dict.fromkeys(frontier))
                above = [up for one in frontier for up in self.graph.targets_of(one, "part_of")]
                frontier = [one for one in dict.fromkeys(above) if one not in found]
            way = self._above[area] = tuple(found)
        return way

    def _areas(self, action: str) -> list[str]:
        """Give the areas that are met first on every way up from an action."""
        found: dict[str, None] = {}
        frontier, seen = [action], {action}
        while frontier:
            fresh = []
            for node in frontier:
                for relation in _UP:
                    for above in self.graph.targets_of(node, relation):
                        kind = self.graph.kind(above)
                        if kind == "TargetArea":
                            found[above] = None
                        elif kind in ("Strategy", "Objective") and above not in seen:
                            seen.add(above)
                            fresh.append(above)
            frontier = fresh
        return list(found)

    def served_by(self, action: str) -> tuple[dict[str, bool], dict[str, bool]]:
        """Give the goals and the targets that an action serves, and whether what it carries out claims them itself."""
        carried_out = set(self.graph.targets_of(action, "implements"))
        found: dict[str, bool] = {}
        for one in self.graph.contributions(action):
            if one.role != "negative":
                code = local_part(one.to)
                found[code] = found.get(code, False) or one.via in carried_out
        ordered = sorted(found, key=natural_key)
        return (
            {code: found[code] for code in ordered if "." not in code},
            {code: found[code] for code in ordered if "." in code},
        )
