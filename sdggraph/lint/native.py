"""The native engine: conditions as sets of nodes, each found by one search backwards from what is to be reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING, Any

from sdggraph.lint.alike import contradictions, twins
from sdggraph.lint.attributes import getter
from sdggraph.lint.comparing import between, lacking_languages, miscomparing, missing_values, with_wrong_item
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
    from collections.abc import Collection, Iterable, Mapping

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

    def meeting(self, condition: Condition, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give those of some nodes for which a condition holds."""
        return set(among).difference(self.failing(condition, among, parameters))

    def failing(self, condition: Condition, among: list[int], parameters: Mapping[str, Any]) -> list[int]:
        """Give those of some nodes for which a condition doesn't hold, in their order.

        These are mostly few, so they, not the many that are well, are what is passed on.
        """
        if not among:
            return []
        match condition:
            case AllOf(parts):
                return self._failing_one_of(parts, among, parameters)
            case AnyOf(parts):
                for part in parts:
                    among = self.failing(part, among, parameters)
                return among
            case Not(part):
                return _without(among, self.failing(part, among, parameters))
            case Labelled(part):
                return self.failing(part, among, parameters)
            case Has(where):
                fitting = self.fitting(where, among, parameters)
                return list(compress(among, map(not_, fitting)))
            case Reach() | Spread() | Between():
                return _without(among, self._met(condition, among, parameters))
            case _:
                return _within(among, self._unmet(condition, among, parameters))

    def _failing_one_of(self, parts: Iterable[Condition], among: list[int], parameters: Mapping[str, Any]) -> list[int]:
        """Give those of some nodes for which some condition doesn't hold; what fails one is not asked the next."""
        failing: set[int] = set()
        left = among
        for part in parts:
            found = self.failing(part, left, parameters)
            failing.update(found)
            left = _without(left, found)
        return _within(among, failing)

    def _met(self, condition: Reach | Spread | Between, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give nodes that meet a condition of which these are what is found; others may be there too."""
        match condition:
            case Reach():
                return self._reach(condition, among, parameters)
            case Spread():
                return self._spread(condition, among, parameters)
            case Between():
                return between(self, condition, parameters)

    def _unmet(self, condition: Condition, among: list[int], parameters: Mapping[str, Any]) -> AbstractSet[int]:
        """Give nodes that don't meet a condition of which these are what is found; others may be there too."""
        match condition:
            case Acyclic(path):
                return {node for group in self.cycles(path, among) for node in group}
            case Every(path, to, requires):
                failing = self.failing(requires, self.select(to, parameters), parameters)
                return self.preimage(path, set(failing), parameters)
            case Compare():
                return miscomparing(self, condition, among, parameters)
            case Each():
                return with_wrong_item(self.index, condition, among, parameters)
            case Unique():
                return twins(self, condition, parameters).keys()
            case Agree():
                return contradictions(self, condition, parameters).keys()
            case Tied():
                return self._untied(among)
            case Covers():
                return {node for node in among if missing_values(self, condition, node, parameters)}
            case Translated():
                return lacking_languages(self.index, condition, among)
            case Predicate(function=holds):
                records, plans, owners = self.index.records, self.index.plans, self.index.owners
                return {node for node in among if not holds(records[node], plans[owners[node]])}
        raise TypeError(f"no such condition: {condition!r}")

    def _reach(self, condition: Reach, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        least = _value(condition.at_least, parameters)
        most = None if condition.at_most is None else _value(condition.at_most, parameters)
        if least == 1 and most is None and len(among) > _FEW:
            return self.reaching(condition.path, condition.to, parameters)
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
        reached = self.reached if len(among) <= _FEW else self._reached_once
        return {node: len(reached(condition.path, node, parameters) & targets) for node in among}

    def _reached_once(self, path: Path, node: int, parameters: Mapping[str, Any]) -> set[int]:
        return self.image(path, {node}, parameters)

    def reached(self, path: Path, node: int, parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes to which a path leads from one node; kept for the next who asks."""
        question = (path, node, _values(parameters))
        found: set[int] = self.keep(question, lambda: self.image(path, {node}, parameters))
        return found

    def _spread(self, condition: Spread, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
        targets = self.matching(condition.to, parameters)
        records, values_of = self.index.records, getter(condition.attribute)
        found = set()
        for node in among:
            values: set[str] = set()
            for one in self.image(condition.path, {node}, parameters) & targets:
                values.update(map(str, values_of(records[one])))
                if len(values) >= condition.at_least:
                    break
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

    def _untied(self, among: list[int]) -> set[int]:
        """Give those of some nodes that have no relation to or from any other; standing in a plan is none."""
        left = set(among)
        for edges in self.index.edges.values():
            left.difference_update(edges.sources, edges.targets)
        return left


def _without(nodes: list[int], others: Collection[int]) -> list[int]:
    if not others:
        return nodes
    apart = others if isinstance(others, AbstractSet) else set(others)
    return [node for node in nodes if node not in apart]


def _within(nodes: list[int], others: AbstractSet[int]) -> list[int]:
    return [node for node in nodes if node in others] if others else []


def _value(number: int | Parameter, parameters: Mapping[str, Any]) -> int:
    return int(parameters[number.name]) if isinstance(number, Parameter) else number


def _values(parameters: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in parameters.items()))
