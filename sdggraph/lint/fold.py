"""Which findings only follow from others: computed once, after any engine, from what the rules declare.

A finding follows from another when the other breaks the way that the rule looks along: a reference to nothing on that
way, a node that was misspelt elsewhere, or a finding of a rule that it names, at a node above.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sdggraph.lint.engine import GATHERED
from sdggraph.model.relations import RELATIONS
from sdggraph.rules.language import AllOf, AnyOf, Has, Labelled, Not, Reach, Spread, relations_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sdggraph.base.diagnostics import Finding
    from sdggraph.graph.index import Index
    from sdggraph.lint.native import NativeEngine
    from sdggraph.rules.language import Condition, Path
    from sdggraph.rules.rule import Rule

__all__ = ["roots"]

_BREAKS_REFERENCE = frozenset({"SDG001", "SDG005", "SDG007", "SDG008", "SDG009", "SDG010"})


def roots(
    findings: Sequence[Finding], rules: Mapping[str, Rule], engine: NativeEngine, index: Index
) -> dict[int, int]:
    """Give, for each finding that follows from another, the position of the one at the bottom of it."""
    folder = _Folder(findings, rules, engine, index)
    cause = {number: found for number, finding in enumerate(findings) if (found := folder.cause(number, finding)) >= 0}
    return {number: _bottom(number, cause) for number in cause if _bottom(number, cause) != number}


def _bottom(number: int, cause: Mapping[int, int]) -> int:
    seen = {number}
    while number in cause and cause[number] not in seen:
        number = cause[number]
        seen.add(number)
    return number


class _Folder:
    def __init__(
        self, findings: Sequence[Finding], rules: Mapping[str, Rule], engine: NativeEngine, index: Index
    ) -> None:
        self.rules, self.engine, self.index = rules, engine, index
        self.at: dict[tuple[str, str], int] = {}
        self.broken: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.meant: dict[str, int] = {}
        for number, finding in enumerate(findings):
            if finding.subject is None or finding.variant == GATHERED:
                continue
            self.at.setdefault((finding.code, finding.subject), number)
            if finding.code in _BREAKS_REFERENCE:
                field = str(finding.values.get("meant") or finding.values.get("key") or "")
                if finding.path and finding.code not in ("SDG005", "SDG009"):
                    field = str(finding.path[0])
                self.broken[finding.subject].append((field, number))
            if finding.suggests is not None:
                self.meant.setdefault(finding.suggests, number)
        self._fields: dict[str, tuple[frozenset[str], bool]] = {}

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
        fields, looks_back = self._looks_at(rule)
        if self.broken or self.meant:
            for near in self._way(rule, node):
                for field, number in self.broken.get(ids[near], ()):
                    if field in fields:
                        yield number
                if looks_back and ids[near] in self.meant:
                    yield self.meant[ids[near]]
        for follows in rule.follows:
            above = {node} if follows.over is None else self.engine.image(follows.over, {node}, {})
            for near in sorted(above):
                for code in follows.codes:
                    found = self.at.get((code, ids[near]))
                    if found is not None and not (near == node and code == rule.code):
                        yield found

    def _way(self, rule: Rule, node: int) -> list[int]:
        """Give the nodes along which a rule looks from a node, itself first."""
        seen: set[int] = set()
        for path in _paths(rule.requires):
            seen |= self.engine.prefixes(path, node, {})
        return [node, *sorted(seen - {node})]

    def _looks_at(self, rule: Rule) -> tuple[frozenset[str], bool]:
        """Give the fields of records that a rule's answer hangs on, and whether it looks backwards anywhere."""
        found = self._fields.get(rule.code)
        if found is None:
            relations = relations_in(rule.requires) if rule.requires is not None else frozenset()
            names = {name for name, _ in relations if name in RELATIONS}
            fields = {join.field for name in names for join in RELATIONS[name].joins if join.field}
            fields |= {name.partition(".")[0] for name in _attributes(rule.requires)}
            singular = {field[:-3] + "y" if field.endswith("ies") else field.removesuffix("s") for field in fields}
            found = (frozenset(fields | singular), any(backward for _, backward in relations))
            self._fields[rule.code] = found
        return found


def _paths(condition: Condition | None) -> Iterator[Path]:
    match condition:
        case Reach(path) | Spread(path):
            yield path
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _paths(part)
        case Not(part) | Labelled(part):
            yield from _paths(part)
        case _:
            return


def _attributes(condition: Any) -> Iterator[str]:
    match condition:
        case Has(where):
            yield where.attribute
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _attributes(part)
        case Not(part) | Labelled(part):
            yield from _attributes(part)
        case _:
            return
