"""What is linted together: the plans that were named, and those that they follow up, in groups that hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.graph.build import build_index, system_of
from sdggraph.lint.native import NativeEngine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.places import FieldPath, Origin, Place
    from sdggraph.graph.index import Index
    from sdggraph.model.plan import Plan

__all__ = ["PlanSystem", "systems"]


@dataclass(slots=True)
class PlanSystem:
    """Plans that follow up one another, as one index; ``named`` are those whose nodes are reported."""

    plans: list[Plan]
    named: list[Plan]
    index: Index
    _engine: NativeEngine | None = None

    @property
    def engine(self) -> NativeEngine:
        """The one engine over the index, so that what one rule has found out serves the next, and folding too."""
        if self._engine is None:
            self._engine = NativeEngine(self.index)
        return self._engine

    def origin(self, node: str) -> Origin | None:
        """Give where a node stands, if its plan was read from somewhere."""
        for plan in self.plans:
            if plan.reading is not None and node in plan.reading.origins:
                return plan.reading.origins[node]
        return None

    def place(self, node: str | None, path: FieldPath = (), default: FieldPath = ()) -> Place | None:
        """Give the place of a value of a node."""
        origin = self.origin(node) if node is not None else None
        return origin.place(path, default) if origin is not None else None

    def reported(self) -> list[int]:
        """Give the nodes of the named plans, in the order of the plans, and the catalogue's.

        What a plan doesn't use of a library is no part of it.
        """
        owners = self.index.owners
        names = {plan.id for plan in self.named}
        wanted = {-1, *(number for number, plan in enumerate(self.index.plans) if plan.id in names)}
        unused = self.index.lent - {target for edges in self.index.edges.values() for target in edges.targets}
        return [node for node, owner in enumerate(owners) if owner in wanted and node not in unused]


def systems(named: Iterable[Plan]) -> list[PlanSystem]:
    """Group plans with those that they follow up; plans that have nothing in common are apart."""
    groups: list[tuple[dict[str, Plan], list[Plan]]] = []
    for plan in named:
        members = {one.id: one for one in system_of(plan)}
        asked = [plan]
        rest = []
        for others, other_asked in groups:
            if others.keys() & members.keys():
                members = {**others, **{name: one for name, one in members.items() if name not in others}}
                asked = [*other_asked, *asked]
            else:
                rest.append((others, other_asked))
        groups = [*rest, (members, asked)]
    return [PlanSystem(list(members.values()), asked, build_index(members.values())) for members, asked in groups]
