"""Which findings only follow from others: computed once, after any engine, from what the rules declare.

A finding follows from another when the other breaks a step of the way that the rule looks along: a reference
to nothing over which the step would have gone, or one that was meant for a node on the way and misspelt; or if
it is a finding of a rule that it names, at a node above.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sdggraph.lint.engine import GATHERED
from sdggraph.model.record import singular
from sdggraph.model.relations import FIELDS
from sdggraph.rules.language import Chain, Either, Star, Step, attributes_in, paths_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sdggraph.base.diagnostics import Finding
    from sdggraph.graph.index import Index
    from sdggraph.lint.native import NativeEngine
    from sdggraph.rules.language import Path
    from sdggraph.rules.rule import Rule

__all__ = ["roots"]

_BREAKS_REFERENCE = frozenset({"SDG001", "SDG005", "SDG007", "SDG008", "SDG009", "SDG010"})


def roots(findings: Sequence[Finding], rules: Mapping[str, Rule], engine: NativeEngine, index: Index) -> dict[int, int]:
    """Give, for each finding that follows from another, the position of the one at the bottom of it."""
    folder = _Folder(findings, rules, engine, index)
    causes = ((number, folder.cause(number, finding)) for number, finding in enumerate(findings))
    cause = {number: found for number, found in causes if found >= 0}
    bottoms: dict[int, int] = {}
    for number in cause:
        _find_bottom(number, cause, bottoms)
    return {number: bottom for number, bottom in bottoms.items() if bottom != number}


def _find_bottom(number: int, cause: Mapping[int, int], bottoms: dict[int, int]) -> None:
    """Note the bottom of a chain of causes for all on it; of findings that cause each other the first stands."""
    way: dict[int, int] = {}
    while number in cause and number not in bottoms and number not in way:
        way[number] = len(way)
        number = cause[number]
    bottom = bottoms.get(number, number)
    if number in way:
        bottom = min(one for one, place in way.items() if place >= way[number])
    bottoms.update(dict.fromkeys(way, bottom))


class _Folder:
    def __init__(
        self, findings: Sequence[Finding], rules: Mapping[str, Rule], engine: NativeEngine, index: Index
    ) -> None:
        self.rules, self.engine, self.index = rules, engine, index
        self.at: dict[tuple[str, str], int] = {}
        self.broken: dict[int, list[tuple[str, int]]] = defaultdict(list)
        self.meant: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for number, finding in enumerate(findings):
            if finding.subject is None or finding.variant == GATHERED:
                continue
            self.at.setdefault((finding.code, finding.subject), number)
            node = index.number.get(finding.subject)
            if finding.code not in _BREAKS_REFERENCE or node is None:
                continue
            field = _broken_field(finding)
            self.broken[node].append((field, number))
            suggested = index.number.get(finding.suggests or "")
            join = _joins(index.kinds[node]).get(field)
            if suggested is not None and join is not None:
                self.meant[suggested].append((join[0], number))

    def cause(self, number: int, finding: Finding) -> int:
        """Give the position of the finding that this one follows from at once, or -1."""
        rule = self.rules.get(finding.code)
        if rule is None or rule.requires is None or finding.subject is None or finding.variant == GATHERED:
            return -1
        node = self.index.number.get(finding.subject)
        if node is None:
            return -1
        return next((found for found in self._causes(rule, node) if found != number), -1)

    def _causes(self, rule: Rule, node: int) -> Iterator[int]:
        ids = self.index.ids
        if self.broken:
            own = _with_singular(name.partition(".")[0] for name in attributes_in(rule.requires))
            yield from (number for field, number in self.broken.get(node, ()) if field in own)
            # What is asked of a whole plan follows from no single reference in it.
            for path in paths_in(rule.requires) if self.index.kinds[node] != "Plan" else ():
                for step, nodes in self._steps(path, {node})[1]:
                    yield from self._broken_steps(step, nodes)
        for follows in rule.follows:
            for near in self._above(follows.over, node):
                for code in follows.codes:
                    found = self.at.get((code, ids[near]))
                    if found is not None and not (near == node and code == rule.code):
                        yield found

    def _above(self, over: Path | None, node: int) -> Iterator[int]:
        """Give the nodes that a path leads to, over a star the nearest first: mostly the cause is near."""
        if not isinstance(over, Star):
            yield from [node] if over is None else sorted(self.engine.image(over, {node}, {}))
            return
        frontier, seen = {node}, {node}
        while frontier:
            yield from sorted(frontier)
            frontier = self.engine.image(over.part, frontier, {}) - seen
            seen |= frontier

    def _steps(self, path: Path, start: set[int]) -> tuple[set[int], list[tuple[Step, set[int]]]]:
        """Give where a path leads from some nodes, and each of its steps with the nodes where it is taken."""
        match path:
            case Step():
                return self.engine.image(path, start, {}), [(path, start)]
            case Chain(parts):
                taken = []
                for part in parts:
                    start, steps = self._steps(part, start)
                    taken += steps
                return start, taken
            case Either(parts):
                each = [self._steps(part, start) for part in parts]
                return set().union(*(end for end, _ in each)), [one for _, steps in each for one in steps]
            case Star(part):
                reached = self.engine.image(path, start, {})
                return reached, self._steps(part, reached)[1]
        raise TypeError(f"no such path: {path!r}")

    def _broken_steps(self, step: Step, nodes: set[int]) -> Iterator[int]:
        """Give the broken references over which a step would have gone from some nodes."""
        if step.backward:
            for near in sorted(nodes & self.meant.keys()):
                yield from (number for relation, number in self.meant[near] if relation == step.relation)
            return
        for near in sorted(nodes & self.broken.keys()):
            joins = _joins(self.index.kinds[near])
            for field, number in self.broken[near]:
                relation, ends = joins.get(field, ("", frozenset()))
                if relation == step.relation and (step.to is None or not ends.isdisjoint(step.to.kinds)):
                    yield number


def _broken_field(finding: Finding) -> str:
    """Give the field of the record that a reader's finding has left empty."""
    if finding.path and finding.code not in ("SDG005", "SDG009"):
        return str(finding.path[0])
    return str(finding.values.get("meant") or finding.values.get("key") or "")


@cache
def _joins(kind: str) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Give, by a kind's fields of references (singular too), the relation and the kinds where it may end."""
    return {
        key: (relation, frozenset(join.targets))
        for (source, field), (relation, join) in FIELDS.items()
        if source == kind
        for key in _with_singular([field])
    }


def _with_singular(fields: Iterable[str]) -> set[str]:
    named = set(fields)
    return named | {singular(name) for name in named}
