"""The native engine: conditions as sets of nodes, each found by one search backwards from what is to be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.graph.closure import closure, strong_components
from sdggraph.lint.attributes import attribute, meets
from sdggraph.rules.language import (
    Acyclic,
    AllOf,
    AnyOf,
    Chain,
    Either,
    Has,
    Labelled,
    Not,
    Parameter,
    Path,
    Reach,
    Spread,
    Star,
    Step,
    Tied,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.graph.index import Index
    from sdggraph.rules.language import Condition, Nodes

__all__ = ["NativeEngine"]


class NativeEngine:
    """Finds which nodes meet a condition; what was found for one rule serves the next."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._matching: dict[Any, set[int]] = {}
        self._reaching: dict[tuple[Path, Any], set[int]] = {}
        self._tied: set[int] | None = None

    def select(self, wanted: Nodes, parameters: Mapping[str, Any], among: Iterable[int] | None = None) -> list[int]:
        """Give the nodes of a description, in the order of the plans."""
        index = self.index
        if among is not None:
            kinds = index.kinds
            found = [node for node in among if not wanted.kinds or kinds[node] in wanted.kinds]
        elif wanted.kinds:
            found = [node for kind in wanted.kinds for node in index.of_kind(kind)]
        else:
            found = list(range(len(index.ids)))
        records = index.records
        for condition in wanted.where:
            found = [node for node in found if meets(records[node], condition, parameters)]
        return found

    def matching(self, wanted: Nodes, parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes of a description as a set that is kept for the next who asks."""
        key = _key(wanted, parameters)
        found = self._matching.get(key)
        if found is None:
            found = self._matching[key] = set(self.select(wanted, parameters))
        return found

    def meeting(self, condition: Condition, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give those of some nodes for which a condition holds."""
        match condition:
            case Reach():
                return self._reach(condition, among, parameters)
            case Has(where):
                records = self.index.records
                return {node for node in among if meets(records[node], where, parameters)}
            case AllOf(parts):
                left = among
                for part in parts:
                    found = self.meeting(part, left, parameters)
                    left = [node for node in left if node in found]
                return set(left)
            case AnyOf(parts):
                met: set[int] = set()
                for part in parts:
                    met |= self.meeting(part, [node for node in among if node not in met], parameters)
                return met
            case Not(part):
                return set(among) - self.meeting(part, among, parameters)
            case Labelled(part):
                return self.meeting(part, among, parameters)
            case Acyclic(path):
                return set(among) - {node for group in self.cycles(path, among) for node in group}
            case Spread():
                return self._spread(condition, among, parameters)
            case Tied():
                return self.tied().intersection(among)
        raise TypeError(f"no such condition: {condition!r}")

    def _reach(self, condition: Reach, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        least = _value(condition.at_least, parameters)
        most = None if condition.at_most is None else _value(condition.at_most, parameters)
        if least == 1 and most is None:
            return self.reaching(condition.path, condition.to, parameters).intersection(among)
        targets = self.matching(condition.to, parameters)
        found = set()
        for node in among:
            count = len(self.image(condition.path, {node}, parameters) & targets)
            if count >= least and (most is None or count <= most):
                found.add(node)
        return found

    def _spread(self, condition: Spread, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        targets = self.matching(condition.to, parameters)
        records = self.index.records
        found = set()
        for node in among:
            reached = self.image(condition.path, {node}, parameters) & targets
            values = {str(value) for one in reached for value in attribute(records[one], condition.attribute)}
            if not values or len(values) >= condition.at_least:
                found.add(node)
        return found

    def reaching(self, path: Path, to: Nodes, parameters: Mapping[str, Any]) -> set[int]:
        """Give every node from which a path leads to a node of a description."""
        key = (path, _key(to, parameters))
        found = self._reaching.get(key)
        if found is None:
            found = self._reaching[key] = self.preimage(path, self.matching(to, parameters), parameters)
        return found

    def preimage(self, path: Path, targets: set[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes from which the path leads into ``targets``."""
        match path:
            case Step(relation, backward, to):
                if to is not None:
                    targets = targets & self.matching(to, parameters)
                return self._one_step(relation, targets, forwards=backward)
            case Chain(parts):
                for part in reversed(parts):
                    targets = self.preimage(part, targets, parameters)
                return targets
            case Either(parts):
                return set().union(*(self.preimage(part, targets, parameters) for part in parts))
            case Star(part):
                return self._star(part, targets, parameters, against=True)
        raise TypeError(f"no such path: {path!r}")

    def image(self, path: Path, sources: set[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes to which the path leads from ``sources``."""
        match path:
            case Step(relation, backward, to):
                found = self._lookup(relation, sources, forwards=not backward)
                return found if to is None else found & self.matching(to, parameters)
            case Chain(parts):
                for part in parts:
                    sources = self.image(part, sources, parameters)
                return sources
            case Either(parts):
                return set().union(*(self.image(part, sources, parameters) for part in parts))
            case Star(part):
                return self._star(part, sources, parameters, against=False)
        raise TypeError(f"no such path: {path!r}")

    def prefixes(self, path: Path, node: int, parameters: Mapping[str, Any]) -> set[int]:
        """Give every node that lies on the way of a path from a node, however far the way goes."""
        if isinstance(path, Chain):
            seen, here = {node}, {node}
            for part in path.parts:
                here = self.image(part, here, parameters)
                seen |= here
            return seen
        if isinstance(path, Either):
            return set().union(*(self.prefixes(part, node, parameters) for part in path.parts))
        return {node} | self.image(path, {node}, parameters)

    def cycles(self, path: Path, among: Iterable[int]) -> list[list[int]]:
        """Give the groups of nodes that lie on a common cycle of a path."""
        return strong_components(among, lambda node: self.image(path, {node}, {}))

    def tied(self) -> set[int]:
        """Give the nodes that have a relation to or from any other; standing in a plan is none."""
        if self._tied is None:
            self._tied = set()
            for edges in self.index.edges.values():
                self._tied.update(edges.sources, edges.targets)
        return self._tied

    def _one_step(self, relation: str, ends: set[int], *, forwards: bool) -> set[int]:
        """Step once from a large set: goes through the relation's edges, and needs no table."""
        edges = self.index.edges.get(relation)
        if edges is None or not ends:
            return set()
        if len(ends) * 4 < len(edges.sources):
            return self._lookup(relation, ends, forwards=forwards)
        begin, finish = (edges.sources, edges.targets) if forwards else (edges.targets, edges.sources)
        return {other for one, other in zip(begin, finish, strict=True) if one in ends}

    def _lookup(self, relation: str, ends: set[int], *, forwards: bool) -> set[int]:
        table = self.index.forward(relation) if forwards else self.index.backward(relation)
        found: set[int] = set()
        for node in ends:
            if node in table:
                found.update(table[node])
        return found

    def _star(self, part: Path, start: set[int], parameters: Mapping[str, Any], *, against: bool) -> set[int]:
        steps = part.parts if isinstance(part, Either) else (part,)
        if all(isinstance(one, Step) and one.to is None for one in steps):
            tables = [
                self.index.forward(one.relation) if one.backward == against else self.index.backward(one.relation)
                for one in steps
                if isinstance(one, Step)
            ]
            return closure(start, tables)
        seen = set(start)
        frontier = seen
        while frontier:
            walk = self.preimage if against else self.image
            frontier = walk(part, frontier, parameters) - seen
            seen = seen | frontier
        return seen


def _value(number: int | Parameter, parameters: Mapping[str, Any]) -> int:
    return int(parameters[number.name]) if isinstance(number, Parameter) else number


def _key(wanted: Nodes, parameters: Mapping[str, Any]) -> Any:
    named = tuple(
        (one.value.name, str(parameters[one.value.name])) for one in wanted.where if isinstance(one.value, Parameter)
    )
    return (wanted, named)
