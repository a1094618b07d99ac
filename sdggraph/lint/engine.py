"""Runs the rules over a plan system and gives findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Finding, Severity
from sdggraph.lint.attributes import attribute
from sdggraph.lint.facts import facts_of, shown
from sdggraph.lint.judge import NATIVE
from sdggraph.model.codes import local_part, natural_key
from sdggraph.model.kinds import CATALOGUE_KINDS
from sdggraph.rules.language import Acyclic
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sdggraph.lint.judge import Judge
    from sdggraph.lint.settings import Settings
    from sdggraph.lint.system import PlanSystem
    from sdggraph.model.plan import Plan
    from sdggraph.rules.rule import Rule

__all__ = ["GATHERED", "RuleRun", "run_rules"]

GATHERED = "gathered"
"""The variant of a finding that stands for all subjects of a rule."""

_MOST_RELATED = 5
_LONGEST_WAY = 12
"""A way round that has more nodes is named by its beginning and its end."""


def run_rules(system: PlanSystem, rules: Iterable[Rule], settings: Settings) -> Iterator[tuple[Finding, Severity]]:
    """Give what the rules find in the named plans, with the severity that holds in each plan."""
    run = RuleRun(system, settings)
    for rule in rules:
        if rule.requires is not None:
            yield from run.check(rule)


@dataclass(slots=True)
class _Look:
    """What one rule looks at and what breaks it; for a rule that gathers also how many these are in each plan.

    Attributes:
        engine: The engine that has judged.
        levels: The severity in each plan of the system; None in a plan in which the rule doesn't apply.
    """

    rule: Rule
    parameters: dict[str, Any]
    engine: str = NATIVE
    levels: Sequence[Severity | None] = ()
    subjects: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    counts: Mapping[int, int] = field(default_factory=dict)
    spoilt: Mapping[int, int] = field(default_factory=dict)

    def gathers(self, plan: int) -> bool:
        """Say whether one finding stands for all of a plan."""
        gathering = self.rule.gathering
        if gathering is None or self.spoilt.get(plan, 0) < gathering.fewest:
            return False
        return self.spoilt[plan] >= gathering.share * self.counts[plan]


class RuleRun:
    """One run over one plan system; what one rule has found out serves the next.

    A ``judge`` of another engine says which subjects break a rule; the native engine does where there is none, and
    for the rules that the judge can't run.
    """

    def __init__(self, system: PlanSystem, settings: Settings, judge: Judge | None = None) -> None:
        self.system = system
        self.judge = judge
        self.settings = settings
        self.engine = system.engine
        self.reported = system.reported()
        self._looks: dict[str, _Look] = {}
        self._of_kind = system.index.sorted_by_kind(self.reported)

    def check(self, rule: Rule) -> Iterator[tuple[Finding, Severity]]:
        """Give one rule's findings, in the order of the plans."""
        look = self._look(rule)
        if isinstance(rule.requires, Acyclic):
            yield from self._cycles(rule, look)
            return
        hidden = self._gathered(look.broken) if rule.yields and look.broken else frozenset()
        for plan, nodes in self._by_plan(look.broken).items():
            if look.gathers(plan):
                values = {"count": len(nodes), "of": look.counts[plan]}
                name = self.system.index.plans[plan].id
                yield Finding(rule.code, name, (), values, variant=GATHERED, engine=look.engine), Severity.INFO
                continue
            for node in nodes:
                if node not in hidden:
                    yield self._finding(look, node), self._severity(look, node)

    def _look(self, rule: Rule) -> _Look:
        """Find what a rule looks at and what breaks it; once, as wider rules ask for it too."""
        look = self._looks.get(rule.code)
        if look is None:
            look = _Look(rule, self.settings.values(rule), levels=self._levels(rule))
            look.subjects = self.subjects(rule, look.parameters)
            self._judge(look)
            if rule.gathering is not None and len(look.broken) >= rule.gathering.fewest:
                look.counts = self._count_by_plan(look.subjects)
                look.spoilt = self._count_by_plan(look.broken)
            self._looks[rule.code] = look
        return look

    def _judge(self, look: _Look) -> None:
        """Find which subjects break a rule, and say which engine has found it."""
        if self.judge is not None and look.subjects and self.judge.name not in look.rule.unfit:
            judged = self.judge.broken(look.rule, look.subjects, look.parameters)
            if judged is not None:
                look.engine = self.judge.name
                look.broken = [node for node in look.subjects if node in judged]
                return
        look.broken = self.broken(look.rule, look.subjects, look.parameters)

    def _gathered(self, nodes: list[int]) -> frozenset[int]:
        """Give those of some nodes for which another rule's finding for the whole plan speaks."""
        kinds = {self.system.index.kinds[node] for node in nodes}
        spoken: set[int] = set()
        for rule in ALL_RULES.values():
            if rule.gathering is None or rule.subject is None or not kinds.intersection(rule.subject.kinds):
                continue
            look = self._look(rule)
            spoken.update(node for node in look.broken if look.gathers(self._plan_number(node)))
        return frozenset(spoken.intersection(nodes))

    def subjects(self, rule: Rule, parameters: dict[str, Any]) -> list[int]:
        """Give the nodes that a rule looks at, in the plans in which it applies.

        Where it names no kind, these are the plans' own nodes, not the 500 of the catalogue.
        """
        wanted, levels = rule.subject, self._levels(rule)
        if wanted is None or not any(level is not None for level in levels) or not self._in_use(rule):
            return []
        kinds = wanted.kinds or [kind for kind in self._of_kind if kind not in CATALOGUE_KINDS]
        groups = (self._of_kind.get(kind, []) for kind in kinds)
        chosen = self.engine.narrow(groups, wanted, parameters)
        if None not in levels:
            return chosen
        owners = self.system.index.owners
        return [node for node in chosen if owners[node] < 0 or levels[owners[node]] is not None]

    def _severity(self, look: _Look, node: int) -> Severity:
        """Give the severity in a node's plan; for a node of the catalogue, that of the first plan with the rule."""
        owner = self.system.index.owners[node]
        level = look.levels[owner] if owner >= 0 else None
        return level if level is not None else next(one for one in look.levels if one is not None)

    def broken(self, rule: Rule, subjects: list[int], parameters: dict[str, Any]) -> list[int]:
        """Give the subjects that break a rule, in their order."""
        if rule.requires is None or not subjects:
            return []
        broken = self.engine.failing(rule.requires, subjects, parameters)
        if broken and rule.unless is not None:
            exempt = self.engine.meeting(rule.unless, broken, parameters)
            broken = [node for node in broken if node not in exempt]
        return broken

    def _in_use(self, rule: Rule) -> bool:
        scope = rule.scope
        if scope.beside and not any(plan.kind in scope.beside for plan in self.system.plans):
            return False
        return scope.uses is None or bool(self.engine.matching(scope.uses, {}))

    def _levels(self, rule: Rule) -> list[Severity | None]:
        return [self._level(rule, plan) for plan in self.system.index.plans]

    def _level(self, rule: Rule, plan: Plan) -> Severity | None:
        scope = rule.scope
        if scope.kinds and plan.kind not in scope.kinds:
            return None
        if scope.statuses and plan.status not in scope.statuses:
            return None
        beside = next((one.kind for one in self.system.plans if one.kind in scope.beside), None)
        return self.settings.level(rule, plan, beside)

    def _plan_number(self, node: int) -> int:
        return max(self.system.index.owners[node], 0)

    def _count_by_plan(self, nodes: list[int]) -> Mapping[int, int]:
        if len(self.system.index.plans) == 1:
            return {0: len(nodes)}
        return Counter(map(self._plan_number, nodes))

    def _by_plan(self, nodes: list[int]) -> dict[int, list[int]]:
        groups: dict[int, list[int]] = {}
        for node in nodes:
            groups.setdefault(self._plan_number(node), []).append(node)
        return groups

    def _finding(self, look: _Look, node: int) -> Finding:
        index, rule, parameters = self.system.index, look.rule, look.parameters
        values: dict[str, object] = {"id": local_part(index.ids[node])}
        values |= {name: value for name, value in parameters.items() if name != "as_of"}
        for name, dotted in rule.shows.items():
            values[name] = shown(attribute(index.records[node], dotted))
        related: set[int] = set()
        if rule.requires is not None:
            said, related = facts_of(self.engine, rule.requires, node, parameters)
            values |= said
        if rule.related is not None:
            related = self.engine.image(rule.related, {node}, parameters) - {node}
        near = tuple(index.ids[one] for one in sorted(related)[:_MOST_RELATED])
        return Finding(rule.code, index.ids[node], rule.at, values, near, engine=look.engine)

    def _cycles(self, rule: Rule, look: _Look) -> Iterator[tuple[Finding, Severity]]:
        """Give one finding a cycle, at its smallest id, with a shortest way round."""
        index = self.system.index
        if not isinstance(rule.requires, Acyclic):
            return
        for group in self.engine.cycles(rule.requires.path, look.broken):
            smallest = min(group, key=lambda node: natural_key(index.ids[node]))
            way = self._way_round(rule.requires, smallest, set(group))
            shown = way if len(way) <= _LONGEST_WAY else [*way[: _LONGEST_WAY - 2], None, *way[-1:]]
            named = " → ".join("…" if one is None else local_part(index.ids[one]) or index.ids[one] for one in shown)
            related = tuple(index.ids[node] for node in way[1:-1][:_MOST_RELATED])
            values = {"cycle": named}
            finding = Finding(rule.code, index.ids[smallest], rule.at, values, related, engine=look.engine)
            yield finding, self._severity(look, smallest)

    def _way_round(self, requires: Acyclic, start: int, group: set[int]) -> list[int]:
        before: dict[int, int] = {}
        frontier = [start]
        while frontier:
            fresh: list[int] = []
            for node in frontier:
                for other in sorted(self.engine.image(requires.path, {node}, {}) & group):
                    if other == start:
                        way = [node]
                        while way[-1] != start:
                            way.append(before[way[-1]])
                        return [*reversed(way), start]
                    if other not in before:
                        before[other] = node
                        fresh.append(other)
            frontier = fresh
        return [start, start]
