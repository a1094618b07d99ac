"""The status of a whole plan: each indicator, and counts for each objective, target area and goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sdggraph.analysis.status.indicators import PlanFacts, indicator_status
from sdggraph.analysis.status.records import NodeStatus, Result, count_results
from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.model.codes import natural_key
from sdggraph.model.plan import Plan
from sdggraph.model.relations import UPWARD_RELATIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections import Counter
    from collections.abc import Iterable

    import pandas as pd

    from sdggraph.analysis.status.records import IndicatorStatus
    from sdggraph.graph.index import Index

__all__ = ["Status", "status"]


@dataclass(frozen=True, slots=True)
class Status:
    """How the indicators of plans stand as of a date.

    Attributes:
        as_of: The date that counts as today.
        indicators: Each indicator, in the order of the plans.
        areas: Each target area.
        objectives: Each objective.
        goals: Each goal that an indicator tells something of, in SDG order.
        graph: The plans.
    """

    as_of: dt.date
    indicators: tuple[IndicatorStatus, ...]
    areas: tuple[NodeStatus, ...]
    objectives: tuple[NodeStatus, ...]
    goals: tuple[NodeStatus, ...]
    graph: PlanGraph

    @property
    def counts(self) -> Counter[Result]:
        """How many steering indicators have each result."""
        return count_results(self.indicators)

    def __getitem__(self, node: str) -> IndicatorStatus | NodeStatus:
        """Give the status of an indicator, objective, area or goal by id, local id or code.

        Raises:
            NotFoundError: The plans have no such node.
            KeyError: It is a node of another kind.
        """
        wanted = self.graph.find(node)
        each: list[IndicatorStatus | NodeStatus] = [*self.indicators, *self.objectives, *self.areas, *self.goals]
        found = next((one for one in each if one.node == wanted), None)
        if found is None:
            raise KeyError(wanted)
        return found

    def under(self, node: str) -> tuple[IndicatorStatus, ...]:
        """Give the indicators that measure a node or what belongs to it; an indicator gives itself.

        Raises:
            NotFoundError: The plans have no such node.
        """
        found = self.graph.find(node)
        if self.graph.kind(found) == "Indicator":
            wanted = {found}
        else:
            of_node = _Measures(self.graph.index).of(self.graph.index.number[found])
            wanted = {self.graph.index.ids[one] for one in (*of_node[0], *of_node[1])}
        return tuple(one for one in self.indicators if one.node in wanted)

    def rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each indicator, with its arithmetic in words."""
        from sdggraph.analysis.status.rows import indicator_row

        return [indicator_row(one, lang) for one in self.indicators]

    def to_frame(self, lang: str = "en") -> pd.DataFrame:
        """Give the rows as a pandas data frame.

        Raises:
            NotFoundError: pandas isn't installed.
        """
        from sdggraph.analysis.frames import frame_of
        from sdggraph.analysis.status.rows import COLUMNS

        return frame_of(self.rows(lang), COLUMNS)

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Give everything as plain dicts and lists, in the form of the JSON output."""
        from sdggraph.analysis.status.rows import status_dict

        return status_dict(self, lang)


def status(plans: Plan | PlanGraph | Iterable[Plan], *, as_of: dt.date | None = None) -> Status:
    """Say how the indicators of plans stand: from baseline over measurements to target values.

    Results are performance: they are no findings, and no lint is changed by them.

    Args:
        plans: A plan, several, or the graph of them; what they follow up is looked at too.
        as_of: The date that counts as today; by default ``lint.as_of`` of the first plan, else today.
    """
    graph = plans if isinstance(plans, PlanGraph) else PlanGraph.of(*([plans] if isinstance(plans, Plan) else plans))
    index = graph.index
    day = as_of or _as_of(graph)
    facts = [PlanFacts.of(plan) for plan in graph.plans]
    used = index.backward("measured_by")
    each = {
        number: indicator_status(index.ids[number], index.records[number], facts[index.owners[number]], day)
        for number in index.of_kind("Indicator")
        if number in used or number not in index.lent or index.records[number].role == "monitoring"
    }
    measures = _Measures(index)
    goals = (measures.status(number, each) for number in index.of_kind("Goal"))
    return Status(
        day,
        tuple(each.values()),
        tuple(measures.status(number, each) for number in index.of_kind("TargetArea")),
        tuple(measures.status(number, each) for number in index.of_kind("Objective")),
        tuple(sorted((one for one in goals if one.indicators), key=lambda one: natural_key(one.node))),
        graph,
    )


def _as_of(graph: PlanGraph) -> dt.date:
    """Give the date that the plans' own ``lint:`` sections name, else today."""
    import datetime as dt

    from sdggraph.lint.config import Configuration

    configuration = Configuration()
    configuration.begin(graph.plans)
    said = (configuration.of(plan).settings.as_of for plan in graph.plans)
    return next((day for day in said if day is not None), dt.datetime.now(tz=dt.UTC).astimezone().date())


@dataclass(slots=True)
class _Measures:
    """Finds the indicators that measure a node, and those of all that belongs to it."""

    index: Index

    def of(self, node: int) -> tuple[list[int], list[int]]:
        """Give a node's own indicators and those below it, each once.

        Of a goal or target its own are those of what claims it; of anything else those that measure itself.
        """
        index = self.index
        shared = index.owners[node] < 0
        own: dict[int, None] = dict.fromkeys(self._measuring(node))
        below: dict[int, None] = {}
        backward = index.backward(*UPWARD_RELATIONS)
        claims = index.backward("contributes_to")
        targets = index.backward("part_of").get(node, ()) if shared and index.kinds[node] == "Goal" else ()
        direct = {one for at in (node, *targets) for one in claims.get(at, ())} if shared else set()
        frontier, seen = [node], {node}
        while frontier:
            fresh = []
            for here in frontier:
                for inner in backward.get(here, ()):
                    if inner in seen or index.kinds[inner] == "Unit":
                        continue
                    seen.add(inner)
                    fresh.append(inner)
                    near = inner in direct or index.kinds[inner] == "Target"
                    (own if near else below).update(dict.fromkeys(self._measuring(inner)))
            frontier = fresh
        return list(own), [one for one in below if one not in own]

    def _measuring(self, node: int) -> list[int]:
        index = self.index
        return [one for one in index.forward("measured_by").get(node, ()) if index.kinds[one] == "Indicator"]

    def status(self, node: int, each: dict[int, IndicatorStatus]) -> NodeStatus:
        """Count the results of a node's indicators."""
        own, below = self.of(node)
        found = [each[one] for one in (*own, *below)]
        ids = self.index.ids
        return NodeStatus(
            ids[node],
            tuple(ids[one] for one in own),
            tuple(ids[one] for one in below),
            count_results(found),
            sum(one.not_accepted for one in found if one.steering),
            sum(not one.steering for one in found),
        )
