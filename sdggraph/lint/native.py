"""The native engine: conditions as sets of nodes, each found by one search backwards from what is to be reached."""

from __future__ import annotations

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, Any

from sdggraph.lint.alike import agreeing, unique
from sdggraph.lint.attributes import attribute
from sdggraph.lint.comparing import between, comparing, covering, each, translated
from sdggraph.lint.walking import Walker
from sdggraph.rules.language import (
    Acyclic,
    Agree,
    AllOf,
    AnyOf,
    Between,
    Compare,
    Covers,
    Each,
    Every,
    Has,
    Labelled,
    Not,
    Parameter,
    Predicate,
    Reach,
    Spread,
    Tied,
    Translated,
    Unique,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.graph.index import Index
    from sdggraph.rules.language import Condition, Nodes, Path

__all__ = ["NativeEngine"]


_FEW = 4
"""For so few nodes, plans for the most part, one search on from each is cheaper than one back from all ends."""


class NativeEngine(Walker):
    """Finds which nodes meet a condition; what was found for one rule serves the next."""

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self._reaching: dict[tuple[Path, Nodes, Any], set[int]] = {}
        self._tied: set[int] | None = None
        self.twins: dict[Unique, dict[int, int]] = {}

    def meeting(self, condition: Condition, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give those of some nodes for which a condition holds."""
        match condition:
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
            case _:
                return self._walked(condition, among, parameters) if among else set()

    def failing(self, condition: Condition, among: list[int], parameters: Mapping[str, Any]) -> list[int]:
        """Give those of some nodes for which a condition doesn't hold, in their order."""
        match condition:
            case Has(where):
                return [
                    node for node, fits in zip(among, self.fitting(where, among, parameters), strict=True) if not fits
                ]
            case Reach(path, to, at_least=1, at_most=None) if len(among) > _FEW:
                fine = self.reaching(path, to, parameters)
            case _:
                fine = self.meeting(condition, among, parameters)
        return [node for node in among if node not in fine]

    def _walked(self, condition: Condition, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes that meet a condition on relations or on one attribute."""
        match condition:
            case Reach():
                return self._reach(condition, among, parameters)
            case Has(where):
                return set(compress(among, self.fitting(where, among, parameters)))
            case Acyclic(path):
                return set(among) - {node for group in self.cycles(path, among) for node in group}
            case Every(path, to, requires):
                reached = self.select(to, parameters)
                failing = set(reached) - self.meeting(requires, reached, parameters)
                return set(among) - self.preimage(path, failing, parameters)
            case Spread():
                return self._spread(condition, among, parameters)
            case Tied():
                return self.tied().intersection(among)
            case _:
                return self._compared(condition, among, parameters)

    def _compared(  # one return a condition
        self, condition: Condition, among: list[int], parameters: Mapping[str, Any]
    ) -> set[int]:
        """Give the nodes whose values compare as they should."""
        index = self.index
        match condition:
            case Compare():
                return comparing(self, condition, among, parameters)
            case Each():
                return each(index, condition, among, parameters)
            case Unique():
                return unique(self, condition, among, parameters)
            case Agree():
                return agreeing(self, condition, among, parameters)
            case Covers():
                return covering(self, condition, among, parameters)
            case Between():
                return between(self, condition, among, parameters)
            case Translated():
                return translated(index, condition, among)
            case Predicate(function=holds):
                owners = index.owners
                return {node for node in among if holds(index.records[node], index.plans[owners[node]])}
        raise TypeError(f"no such condition: {condition!r}")

    def _reach(self, condition: Reach, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        least = _value(condition.at_least, parameters)
        most = None if condition.at_most is None else _value(condition.at_most, parameters)
        if least == 1 and most is None and len(among) > _FEW:
            return self.reaching(condition.path, condition.to, parameters).intersection(among)
        if least == 1 and most is None:
            targets = self.matching(condition.to, parameters)
            return {node for node in among if self.leads(condition.path, node, targets, parameters)}
        counts = self._counts(condition, among, parameters)
        return {
            node for node in among if least <= counts.get(node, 0) and (most is None or counts.get(node, 0) <= most)
        }

    def _counts(self, condition: Reach, among: list[int], parameters: Mapping[str, Any]) -> Mapping[int, int]:
        """Count the nodes that each of some nodes reaches: from whichever side there are fewer."""
        targets = self.matching(condition.to, parameters)
        if len(targets) < len(among):
            wanted = set(among)
            ends = (self.preimage(condition.path, {target}, parameters) for target in targets)
            return Counter(node for reaching in ends for node in reaching & wanted)
        return {node: len(self.reached(condition.path, node, parameters) & targets) for node in among}

    def reached(self, path: Path, node: int, parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes to which a path leads from one node; kept for the next who asks."""
        question = (path, node, _values(parameters))
        found: set[int] = self.keep(question, lambda: self.image(path, {node}, parameters))
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
        key = (path, to, _values(parameters))
        found = self._reaching.get(key)
        if found is None:
            found = self._reaching[key] = self.preimage(path, self.matching(to, parameters), parameters)
        return found

    def leading_to(self, path: Path, node: int, parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes from which a path leads to one node; kept for the next who asks."""
        question = ("to", path, node, _values(parameters))
        found: set[int] = self.keep(question, lambda: self.preimage(path, {node}, parameters))
        return found

    def tied(self) -> set[int]:
        """Give the nodes that have a relation to or from any other; standing in a plan is none."""
        if self._tied is None:
            self._tied = set()
            for edges in self.index.edges.values():
                self._tied.update(edges.sources, edges.targets)
        return self._tied


def _value(number: int | Parameter, parameters: Mapping[str, Any]) -> int:
    return int(parameters[number.name]) if isinstance(number, Parameter) else number


def _values(parameters: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in parameters.items()))
