"""Where the thread is broken, as the rules say it: what reaches no goal, or nobody measures or follows up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.lint.engine import RuleRun
from sdggraph.lint.settings import Settings
from sdggraph.lint.system import PlanSystem
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["Gaps", "gaps_of"]

_RULES = {
    "unreached": ("SDG201", "SDG203", "SDG204"),
    "unmeasured": ("SDG202", "SDG214"),
    "idle": ("SDG207",),
    "unserved": ("SDG205",),
    "unfollowed": ("SDG206",),
}


@dataclass(frozen=True, slots=True)
class Gaps:
    """The nodes at which the thread is broken, by their ids, in the order of the plans.

    Attributes:
        unreached: Strategies, objectives and areas that reach no goal (201, 203, 204).
        unmeasured: Strategies and objectives that nobody measures (202, 214).
        idle: Objectives with neither strategy, sub-objective nor action (207).
        unserved: Prioritised goals that no strategy reaches (205), by the UN's ids.
        unfollowed: Selected targets that no objective or strategy reaches (206), by the UN's ids.
    """

    unreached: tuple[str, ...]
    unmeasured: tuple[str, ...]
    idle: tuple[str, ...]
    unserved: tuple[str, ...]
    unfollowed: tuple[str, ...]

    def __bool__(self) -> bool:
        return any((self.unreached, self.unmeasured, self.idle, self.unserved, self.unfollowed))

    def whole(self, nodes: list[str]) -> list[str]:
        """Give those of some strategies or objectives whose thread holds from goal to measurement."""
        broken = {*self.unreached, *self.unmeasured}
        return [node for node in nodes if node not in broken]


def gaps_of(graph: PlanGraph) -> Gaps:
    """Find the gaps of all plans of a graph, where these rules apply: whatever the settings say of their severity."""
    index = graph.index
    run = RuleRun(PlanSystem(list(graph.plans), list(graph.plans), index), Settings())
    found = {}
    for name, codes in _RULES.items():
        nodes: dict[int, None] = {}
        for code in codes:
            rule = ALL_RULES[code]
            parameters = run.settings.values(rule)
            nodes.update(dict.fromkeys(run.broken(rule, run.subjects(rule, parameters), parameters)))
        ids = (index.ids[node] for node in sorted(nodes))
        shared = name in ("unserved", "unfollowed")
        found[name] = tuple(dict.fromkeys(_shared(graph, node) if shared else node for node in ids))
    return Gaps(**found)


def _shared(graph: PlanGraph, node: str) -> str:
    """Give the UN's node that a plan's words are about."""
    return next(iter(graph.targets_of(node, "about")), node)
