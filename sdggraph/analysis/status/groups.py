"""The indicators of a plan by target area and objective, the worst first: the order in which people read status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.analysis.status.records import WORST_FIRST
from sdggraph.model.codes import natural_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sdggraph.analysis.status.overview import Status
    from sdggraph.analysis.status.records import IndicatorStatus

__all__ = ["Group", "groups_of", "worst_first"]


@dataclass(frozen=True, slots=True)
class Group:
    """A target area, or an objective in it, with its indicators; ``node`` is None for what belongs to neither."""

    node: str | None
    indicators: tuple[IndicatorStatus, ...]
    inner: tuple[Group, ...] = ()

    @property
    def rank(self) -> int:
        """How soon it should be read: the worst result in it."""
        ranks = [_rank(one) for one in self.indicators]
        return min([*ranks, *(group.rank for group in self.inner)], default=len(WORST_FIRST) + 1)


def _rank(one: IndicatorStatus) -> int:
    return WORST_FIRST.index(one.result) if one.steering else len(WORST_FIRST)


def worst_first(each: Iterable[IndicatorStatus]) -> tuple[IndicatorStatus, ...]:
    """Order indicators by what needs somebody most, then by their numbers; those that are only followed come last."""
    return tuple(
        sorted(each, key=lambda one: (_rank(one), not one.not_accepted, natural_key(one.indicator.number or one.node)))
    )


def groups_of(status: Status, wanted: Collection[str] | None = None) -> tuple[Group, ...]:
    """Give the target areas with their objectives and indicators, the worst first.

    An indicator of several objectives stands under each of them; one of a strategy or action under its objective.

    Args:
        status: The status of the plans.
        wanted: The ids of the indicators to give; by default all.
    """
    by_id = {one.node: one for one in status.indicators if wanted is None or one.node in wanted}
    graph = status.graph
    by_area: dict[str | None, list[Group]] = {one.node: [] for one in status.areas}
    by_area[None] = []
    shown: set[str] = set()
    inner = {one.node: _inner_objectives(status, one.node) for one in status.objectives}
    known = {one.node: one for one in status.objectives}
    for one in status.objectives:
        further = {node for other in inner[one.node] for node in known[other].indicators}
        mine = [node for node in one.indicators if node in by_id and (node in one.own or node not in further)]
        if mine:
            shown.update(mine)
            group = Group(one.node, worst_first(by_id[node] for node in mine))
            homes: list[str | None] = [*_areas_of(status, one.node)]
            for home in homes or [None]:
                by_area[home].append(group)
    groups = []
    for area in status.areas:
        mine = [node for node in area.own if node in by_id]
        mine += [
            node
            for node in area.below
            if node in by_id and node not in shown and not _in_inner_area(status, area.node, node)
        ]
        shown.update(mine)
        groups.append(Group(area.node, worst_first(by_id[node] for node in mine), _ordered(by_area[area.node])))
    rest = worst_first(one for node, one in by_id.items() if node not in shown)
    groups.append(Group(None, rest, _ordered(by_area[None])))
    order = {node: number for number, node in enumerate(graph.index.ids)}
    kept = [group for group in groups if group.indicators or group.inner]
    return tuple(
        sorted(kept, key=lambda group: (group.node is None, group.rank, order[group.node] if group.node else 0))
    )


def _ordered(groups: list[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda group: group.rank))


def _inner_objectives(status: Status, node: str) -> list[str]:
    graph = status.graph
    return [one for one in graph.sources_of(node, "part_of") if graph.kind(one) == "Objective"]


def _areas_of(status: Status, node: str) -> list[str]:
    """Give the target areas that an objective stands in; an inner objective stands in its parents' ones."""
    graph = status.graph
    frontier, seen = [node], {node}
    while frontier:
        above = [other for one in frontier for other in graph.targets_of(one, "part_of") if other not in seen]
        areas = [one for one in above if graph.kind(one) == "TargetArea"]
        if areas:
            return list(dict.fromkeys(areas))
        seen.update(above)
        frontier = above
    return []


def _in_inner_area(status: Status, area: str, indicator: str) -> bool:
    graph = status.graph
    inner = {one for one in graph.sources_of(area, "part_of") if graph.kind(one) == "TargetArea"}
    return any(one.node in inner and indicator in one.indicators for one in status.areas)
