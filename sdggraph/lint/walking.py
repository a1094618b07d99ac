"""Walks paths over the index, from many nodes at once and in either direction."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Any

from sdggraph.graph.closure import closure, cyclic_core, strong_components
from sdggraph.lint.attributes import meets, sieve
from sdggraph.model.codes import local_part
from sdggraph.model.kinds import KINDS
from sdggraph.rules.terms import IN_PLAN, Chain, Either, Parameter, Star, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from sdggraph.graph.index import Index
    from sdggraph.rules.terms import Nodes, Path, Where

__all__ = ["Walker"]


@dataclass(frozen=True)
class _Shared:
    """What may be asked of a node of the catalogue, which has no record in a plan."""

    code: str


class Walker:
    """Finds the nodes of a description and those at either end of a path; keeps what it found for the next."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._matching: dict[Any, set[int]] = {}
        self._kept: dict[Any, Any] = {}
        self._given: dict[type[Any], tuple[set[str], set[str]]] = {}
        self._rows: dict[int, tuple[list[int], list[Any]]] = {}
        self._claims: dict[tuple[str, str, bool], dict[int, list[int]]] = {}

    def keep(self, question: Any, answer: Callable[[], Any]) -> Any:
        """Give the answer to a question that may be asked again, found once."""
        if question not in self._kept:
            self._kept[question] = answer()
        return self._kept[question]

    def select(self, wanted: Nodes, parameters: Mapping[str, Any]) -> list[int]:
        """Give the nodes of a description, in the order of the plans."""
        return self.narrow([self.index.of_kind(kind) for kind in wanted.kinds or KINDS], wanted, parameters)

    def narrow(self, kinds: Iterable[list[int]], wanted: Nodes, parameters: Mapping[str, Any]) -> list[int]:
        """Give those of some nodes, given kind by kind, that meet the conditions of a description."""
        found: list[int] = []
        for nodes in kinds:
            self._rows.setdefault(id(nodes), (nodes, []))
            left = nodes
            for condition in wanted.where:
                left = self._sifted(condition, left, parameters) if left else left
            found = [*found, *left] if found else left
        return found

    def _sifted(self, condition: Where, nodes: list[int], parameters: Mapping[str, Any]) -> list[int]:
        """Give those of some nodes of one kind that meet a condition."""
        one = self.index.records[nodes[0]]
        if one is not None and self._alike_in(one, condition):
            return nodes if meets(one, condition, parameters) else []
        return list(compress(nodes, self.fitting(condition, nodes, parameters)))

    def _alike_in(self, record: Any, condition: Where) -> bool:
        """Say whether a condition is sure to hold for all records of a class or for none.

        So it is where none of them gives the field, as then all have its default, or where all give it and no more is
        asked.
        """
        some, every = self._given_by(type(record))
        name = condition.attribute.partition(".")[0]
        return name not in some or (condition.operator == "given" and name in every)

    def _given_by(self, kind: type[Any]) -> tuple[set[str], set[str]]:
        """Give the fields that some record of a class gives, and those that every one gives."""
        if not self._given:
            # Records of a plan file share the sets of their fields' names, so there are few to look at.
            sets = {
                (one.__class__, id(names := one.__pydantic_fields_set__)): names for one in self.index.records if one
            }
            for (each, _), names in sets.items():
                some, every = self._given.setdefault(each, (set(), set(names)))
                some |= names
                every &= names
        return self._given[kind]

    def fitting(self, condition: Where, nodes: list[int], parameters: Mapping[str, Any]) -> list[bool]:
        """Say of each of some nodes whether it meets a condition on its attributes."""
        return sieve(condition, parameters)(self.records_of(nodes))

    def records_of(self, nodes: list[int]) -> list[Any]:
        """Give the records of some nodes; those of a whole kind are asked for again and again, so they are kept."""
        records = self.index.records
        kept = self._rows.get(id(nodes))
        if kept is None or kept[0] is not nodes:
            return [records[node] or self._shared(node) for node in nodes]
        if not kept[1]:
            kept[1].extend(records[node] or self._shared(node) for node in nodes)
        return kept[1]

    def _shared(self, node: int) -> _Shared:
        return _Shared(local_part(self.index.ids[node]))

    def matching(self, wanted: Nodes, parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes of a description as a set that is kept for the next who asks."""
        key = (frozenset(wanted.kinds), wanted.where, _named_values(wanted, parameters))
        found = self._matching.get(key)
        if found is None:
            found = self._matching[key] = set(self.select(wanted, parameters))
        return found

    def preimage(self, path: Path, targets: set[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes from which the path leads into ``targets``."""
        match path:
            case Step(to=to):
                if to is not None:
                    targets = targets & self.matching(to, parameters)
                return self._one_step(path, targets, forwards=path.backward)
            case Chain(parts):
                for part in reversed(parts):
                    targets = self.preimage(part, targets, parameters)
                return targets
            case Either(parts):
                return set().union(*(self.preimage(part, targets, parameters) for part in parts))
            case Star(part):
                return self._star(part, targets, parameters, against=True)

    def image(self, path: Path, sources: set[int], parameters: Mapping[str, Any]) -> set[int]:
        """Give the nodes to which the path leads from ``sources``."""
        match path:
            case Step(relation=relation, backward=True, to=to) if relation == IN_PLAN:
                key = (path, frozenset(sources), _named_values(to, parameters) if to is not None else ())
                inside: set[int] = self.keep(key, lambda: self._in_plans(sources, to, parameters))
                return inside
            case Step(to=to):
                found = self._one_step(path, sources, forwards=not path.backward)
                return found if to is None else found & self.matching(to, parameters)
            case Chain(parts):
                for part in parts:
                    sources = self.image(part, sources, parameters)
                return sources
            case Either(parts):
                return set().union(*(self.image(part, sources, parameters) for part in parts))
            case Star(part):
                return self._star(part, sources, parameters, against=False)

    def leads(self, path: Path, node: int, targets: set[int], parameters: Mapping[str, Any]) -> bool:
        """Say whether the path leads from a node into ``targets``.

        It goes on from the node as long as there are few; a star it walks back from the targets, which mostly meets
        what the node leads to after a step or two.
        """
        parts = path.parts if isinstance(path, Chain) else (path,)
        here = {node}
        for number, part in enumerate(parts, start=1):
            if isinstance(part, Star) and len(here) > len(targets):
                wanted = self.preimage(Chain(parts[number:]), targets, parameters)
                return self._meets(part.part, wanted, here, parameters)
            here = self.image(part, here, parameters)
        return not here.isdisjoint(targets)

    def _meets(self, part: Path, targets: set[int], sources: set[int], parameters: Mapping[str, Any]) -> bool:
        """Say whether the path, any number of times, leads from some node of ``sources`` into ``targets``."""
        frontier, seen = targets, set(targets)
        while frontier:
            if not sources.isdisjoint(frontier):
                return True
            frontier = self.preimage(part, frontier, parameters) - seen
            seen |= frontier
        return False

    def ends(self, path: Path, nodes: Iterable[int], parameters: Mapping[str, Any]) -> Mapping[int, Collection[int]]:
        """Give where the path leads from each of some nodes, without those from which it leads nowhere.

        It is fast for paths of one step; there one end may stand twice.
        """
        if isinstance(path, Step) and path.relation != IN_PLAN:
            table = self._table(path, forwards=not path.backward)
            ways = {node: table[node] for node in nodes if node in table}
            if path.to is None:
                return ways
            wanted = self.matching(path.to, parameters)
            return {
                node: inside
                for node, way in ways.items()
                if (inside := way if wanted.issuperset(way) else wanted.intersection(way))
            }
        return self._all_ends(path, nodes, parameters)

    def _all_ends(self, path: Path, nodes: Iterable[int], parameters: Mapping[str, Any]) -> dict[int, set[int]]:
        parts = path.parts if isinstance(path, Either) else (path,)
        if not all(isinstance(part, Step) and part.relation != IN_PLAN for part in parts):
            return {node: self.image(path, {node}, parameters) for node in nodes}
        found: dict[int, set[int]] = {node: set() for node in nodes}
        for part in parts:
            if isinstance(part, Step):
                table = self._table(part, forwards=not part.backward)
                wanted = None if part.to is None else self.matching(part.to, parameters)
                for node in found.keys() & table.keys():
                    found[node].update(table[node] if wanted is None else wanted.intersection(table[node]))
        return found

    def cycles(self, path: Path, among: Iterable[int]) -> list[list[int]]:
        """Give the groups of nodes that lie on a common cycle of a path."""
        steps = path.parts if isinstance(path, Either) else (path,)
        if all(_is_plain(one) for one in steps):
            tables = [self._table(one, forwards=not one.backward) for one in steps if isinstance(one, Step)]
            core = cyclic_core(tables)
            among = [node for node in among if node in core]
        return strong_components(among, lambda node: self.image(path, {node}, {}))

    def _one_step(self, step: Step, ends: set[int], *, forwards: bool) -> set[int]:
        """Step once; from a large set it goes through the relation's edges, and needs no table."""
        if step.relation == IN_PLAN:
            return self._to_plans(ends) if forwards else self._in_plans(ends, None, {})
        edges = self.index.edges.get(step.relation)
        if edges is None or not ends:
            return set()
        if step.role is None and len(ends) * 4 >= len(edges.sources):
            begin, finish = (edges.sources, edges.targets) if forwards else (edges.targets, edges.sources)
            return {other for one, other in zip(begin, finish, strict=True) if one in ends}
        table = self._table(step, forwards=forwards)
        found: set[int] = set()
        for node in ends:
            if node in table:
                found.update(table[node])
        return found

    def _table(self, step: Step, *, forwards: bool) -> Mapping[int, list[int]]:
        index = self.index
        if step.role is None:
            return index.forward(step.relation) if forwards else index.backward(step.relation)
        key = (step.relation, step.role, forwards)
        table = self._claims.get(key)
        if table is None:
            table = self._claims[key] = {}
            edges = index.edges[step.relation]
            begin, finish = (edges.sources, edges.targets) if forwards else (edges.targets, edges.sources)
            for one, other, said in zip(begin, finish, edges.said, strict=True):
                if said is not None and said.role == step.role:
                    table.setdefault(one, []).append(other)
        return table

    def _to_plans(self, nodes: Iterable[int]) -> set[int]:
        index = self.index
        owners = {index.owners[node] for node in nodes if index.kinds[node] != "Plan"}
        return {index.number[index.plans[owner].id] for owner in owners if owner >= 0}

    def _in_plans(self, plans: set[int], to: Nodes | None, parameters: Mapping[str, Any]) -> set[int]:
        """Give what stands in some plans, perhaps of a description only."""
        index = self.index
        owned: dict[int, set[int]] = self.keep(IN_PLAN, self._by_owner)
        inside = [owned[index.owners[plan]] for plan in plans if index.kinds[plan] == "Plan"]
        if to is not None:
            inside = [own & self.matching(to, parameters) for own in inside]
        return set().union(*inside) - plans

    def _by_owner(self) -> dict[int, set[int]]:
        owned: dict[int, set[int]] = {}
        for node, owner in enumerate(self.index.owners):
            owned.setdefault(owner, set()).add(node)
        return owned

    def _star(self, part: Path, start: set[int], parameters: Mapping[str, Any], *, against: bool) -> set[int]:
        steps = part.parts if isinstance(part, Either) else (part,)
        if all(_is_plain(one) for one in steps):
            tables = [self._table(one, forwards=one.backward == against) for one in steps if isinstance(one, Step)]
            return closure(start, tables)
        walk = self.preimage if against else self.image
        frontier, seen = start, set(start)
        while frontier:
            frontier = walk(part, frontier, parameters) - seen
            seen |= frontier
        return seen


def _is_plain(part: Path) -> bool:
    return isinstance(part, Step) and part.to is None and part.role is None and part.relation != IN_PLAN


def _named_values(wanted: Nodes, parameters: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give the values of the parameters that a description names."""
    named = (one.value.name for one in wanted.where if isinstance(one.value, Parameter))
    return tuple((name, str(parameters[name])) for name in named)
