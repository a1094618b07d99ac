"""The index: every node of some plans and of the catalogue as a small integer, every relation as two lists of them.

It holds plain lists only, so that a plan of 10,000 strategies is indexed in a few hundredths of a second and no package
has to be imported for it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.base.places import FieldPath
    from sdggraph.model.plan import Plan

__all__ = ["ABOUT", "ACTS_FROM", "ACTS_ON", "NEGATIVE", "Edges", "Index", "Unresolved"]

ABOUT = "about"
"""From what one plan says of a goal or target (a Prioritisation or Selection) to that goal or target."""

ACTS_FROM = "acts_from"
"""From an Interaction to the node whose doing it is."""

ACTS_ON = "acts_on"
"""From an Interaction to the goal or target that is helped or hindered."""

NEGATIVE = "works_against"
"""The claims with the role negative: kept apart, so that no thread runs over them."""


@dataclass(slots=True)
class Edges:
    """One relation's edges: parallel lists of source, target, and what is said on the edge (a Claim, or None)."""

    sources: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    said: list[Any] = field(default_factory=list)

    def add(self, source: int, target: int, said: Any = None) -> None:
        """Add one edge."""
        self.sources.append(source)
        self.targets.append(target)
        self.said.append(said)

    def __len__(self) -> int:
        return len(self.sources)


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that names nothing, or a node of a kind that the field doesn't join (then ``found`` is its id)."""

    source: int
    path: FieldPath
    relation: str
    text: str
    wanted: tuple[str, ...]
    found: str | None = None


@dataclass(slots=True)
class Index:
    """The nodes and edges of a plan system.

    Attributes:
        plans: The plans, in the order in which they were added.
        ids: Each node's id; the node's number is its position here.
        kinds: Each node's kind.
        records: Each node's record; None for the catalogue's, which the catalogue keeps.
        owners: The position in ``plans`` of each node's plan; -1 for the catalogue's nodes.
        number: Each id's number.
        edges: The edges of each relation.
        unresolved: References that lead nowhere or to a wrong kind.
        lent: Nodes that stand in a library, which a plan may use or not.
        twice: Nodes that were met a second time under one id: the id, and the kind met.
    """

    plans: list[Plan] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    records: list[Any] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    number: dict[str, int] = field(default_factory=dict)
    edges: dict[str, Edges] = field(default_factory=lambda: defaultdict(Edges))
    unresolved: list[Unresolved] = field(default_factory=list)
    twice: list[tuple[str, str]] = field(default_factory=list)
    lent: set[int] = field(default_factory=set)
    _by_kind: dict[str, list[int]] = field(default_factory=dict)
    _backward: dict[tuple[str, ...], dict[int, list[int]]] = field(default_factory=dict)
    _forward: dict[str, dict[int, list[int]]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[int]:
        """Give the nodes of a kind, in the order of the plans."""
        if not self._by_kind:
            self._by_kind = self.sorted_by_kind(range(len(self.kinds)))
        return self._by_kind.get(kind, [])

    def sorted_by_kind(self, nodes: Iterable[int]) -> dict[str, list[int]]:
        """Give some nodes kind by kind, each in the order in which they come; mostly those of a kind come together."""
        groups: dict[str, list[int]] = {}
        last, add = None, None
        for node in nodes:
            kind = self.kinds[node]
            if kind is not last or add is None:
                last, add = kind, groups.setdefault(kind, []).append
            add(node)
        return groups

    def forward(self, relation: str) -> dict[int, list[int]]:
        """Give each node's targets over a relation."""
        table = self._forward.get(relation)
        if table is None:
            table = {}
            edges = self.edges.get(relation)
            if edges is not None:
                for source, target in zip(edges.sources, edges.targets, strict=True):
                    table.setdefault(source, []).append(target)
            self._forward[relation] = table
        return table

    def backward(self, *relations: str) -> dict[int, list[int]]:
        """Give each node's sources over one or several relations together."""
        table = self._backward.get(relations)
        if table is None:
            table = {}
            for relation in relations:
                edges = self.edges.get(relation)
                if edges is not None:
                    for source, target in zip(edges.sources, edges.targets, strict=True):
                        table.setdefault(target, []).append(source)
            self._backward[relations] = table
        return table

    def plan_nodes(self) -> Iterator[int]:
        """Give every node that belongs to a plan."""
        return (node for node, owner in enumerate(self.owners) if owner >= 0)

    def size(self) -> tuple[int, int]:
        """Count the nodes that the plans have or refer to, and the edges among them."""
        touched = {node for node, owner in enumerate(self.owners) if owner >= 0}
        count = 0
        for edges in self.edges.values():
            for source, target in zip(edges.sources, edges.targets, strict=True):
                if self.owners[source] >= 0:
                    touched.add(target)
                    count += 1
        return len(touched), count
