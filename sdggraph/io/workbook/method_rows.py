"""A plan as the rows of the method table: goals, their targets, and objectives and strategies in their tracks.

A goal's rows are parted by targets: objectives that contribute to the same of its targets stand together, beside them.
What is inherited from an area or an objective above counts where an objective has no claims of its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.model.codes import goal_of, local_part, natural_key, node_id
from sdggraph.model.nodes import Strategy
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.model.nodes import Objective
    from sdggraph.model.plan import Plan

__all__ = ["Block", "Line", "Part", "Track", "method_blocks", "tracks_of"]

Track: TypeAlias = str | None
"""A track, or None for what stands in no track."""

_DECK = ("services", "community")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a track: an objective, named in the first of its lines, a strategy and who is concerned."""

    objective: str = ""
    strategy: str = ""
    stakeholders: str = ""


@dataclass(slots=True)
class Part:
    """The lines of a goal that are about the same targets."""

    targets: tuple[str, ...] = ()
    opportunities: list[str] = field(default_factory=list)
    challenges: list[str] = field(default_factory=list)
    lines: dict[Track, list[Line]] = field(default_factory=lambda: defaultdict(list))

    @property
    def height(self) -> int:
        """The number of rows that the part takes."""
        return max(1, *(len(lines) for lines in self.lines.values())) if self.lines else 1


@dataclass(slots=True)
class Block:
    """All rows of one goal."""

    code: str
    goal: str
    significance: str
    parts: list[Part]


def tracks_of(plan: Plan) -> tuple[Track, ...]:
    """Give the tracks that the table needs: the two of the method, and whatever else the plan uses."""
    nodes: list[Objective | Strategy] = [*plan.objectives, *plan.strategies]
    used: dict[Track, None] = dict.fromkeys(track for one in nodes for track in one.tracks or (None,))
    return (*_DECK, *sorted(track for track in used if track and track not in _DECK), *([None] if None in used else []))


def method_blocks(plan: Plan, lang: str) -> list[Block]:
    """Give the blocks of a plan's method table, in the order of its goals, then those that it reaches besides."""
    return _Maker(plan, lang).blocks()


class _Maker:
    def __init__(self, plan: Plan, lang: str) -> None:
        self.plan, self.lang = plan, lang
        self.graph = PlanGraph.of(plan)
        self.names = {one.id: self.text(one.title) for one in plan.stakeholders}
        self.strategies: dict[str, list[Strategy]] = defaultdict(list)
        for strategy in plan.strategies:
            for above in strategy.objectives:
                self.strategies[local_part(above) or above].append(strategy)
        self.reached = {one.id: self.reach(one.id) for one in (*plan.objectives, *plan.strategies)}

    def text(self, text: Any) -> str:
        """Give a text in the table's language, on one line."""
        return " ".join(in_language(text, self.lang, self.plan.language).split())

    def reach(self, local: str) -> dict[str, tuple[str, ...]]:
        """Give the goals that a node contributes to, each with its targets; own claims before inherited ones."""
        found = [one for one in self.graph.contributions(node_id(self.plan.id, local)) if one.role != "negative"]
        direct = [one for one in found if one.direct]
        goals: dict[str, list[str]] = {}
        for one in direct or found:
            code = local_part(one.to)
            targets = goals.setdefault(goal_of(code), [])
            if "." in code and code not in targets:
                targets.append(code)
        return {goal: tuple(sorted(targets, key=natural_key)) for goal, targets in goals.items()}

    def blocks(self) -> list[Block]:
        """Give a block for each goal that the plan prioritises, selects a target of, or reaches."""
        said = [goal.code for goal in self.plan.goals]
        besides = {goal_of(one.code) for one in self.plan.targets}.union(*self.reached.values()) - set(said)
        return [self.block(code) for code in (*said, *sorted(besides, key=natural_key))]

    def block(self, code: str) -> Block:
        """Give the block of one goal."""
        goal = next((one for one in self.plan.goals if one.code == code), None)
        parts: dict[tuple[str, ...], Part] = {}
        alone = [one for one in self.plan.strategies if not one.objectives]
        nodes: list[Objective | Strategy] = [*alone, *self.plan.objectives]
        for node in nodes:
            targets = self.reached[node.id].get(code)
            if targets is not None:
                self.enter(parts.setdefault(targets, Part(targets)), node)
        self.remaining(code, parts)
        ordered = [parts[key] for key in sorted(parts, key=lambda key: tuple(map(natural_key, key)))]
        if goal is not None and (goal.opportunities or goal.challenges):
            if not ordered or len(ordered[0].targets) == 1:
                ordered.insert(0, Part())
            ordered[0].opportunities[:0] = [self.text(one.text) for one in goal.opportunities]
            ordered[0].challenges[:0] = [self.text(one.text) for one in goal.challenges]
        title = f"{code} {self.graph.title(f'sdg:{code}', self.lang)}"
        return Block(code, title, self.text(goal.significance) if goal else "", ordered or [Part()])

    def remaining(self, code: str, parts: dict[tuple[str, ...], Part]) -> None:
        """Add the selected targets that nothing contributes to: those with preconditions alone, the others together."""
        selected = [one for one in self.plan.targets if goal_of(one.code) == code]
        reached = {target for key in parts for target in key}
        bare = [one.code for one in selected if one.code not in reached and not (one.opportunities or one.challenges)]
        if bare:
            parts[tuple(bare)] = Part(tuple(bare))
        for one in selected:
            if not (one.opportunities or one.challenges):
                continue
            part = next((part for key, part in parts.items() if one.code in key), None)
            if part is None:
                part = parts[one.code,] = Part((one.code,))
            before = f"{one.code}: " if len(part.targets) > 1 else ""
            part.opportunities += [before + self.text(condition.text) for condition in one.opportunities]
            part.challenges += [before + self.text(condition.text) for condition in one.challenges]

    def enter(self, part: Part, node: Objective | Strategy) -> None:
        """Enter an objective with its strategies, or a strategy without objective, in each of its tracks."""
        strategies = [node] if isinstance(node, Strategy) else self.strategies[node.id]
        named = "" if isinstance(node, Strategy) else self.named(node)
        for track in node.tracks or (None,):
            inside = [one for one in strategies if not one.tracks or track in one.tracks or track is None]
            lines = [
                Line(named if not at else "", self.named(one), self.concerned(one.stakeholders or node.stakeholders))
                for at, one in enumerate(inside)
            ]
            part.lines[track] += lines or [Line(named, "", self.concerned(node.stakeholders))]

    def named(self, node: Objective | Strategy) -> str:
        """Give a node's number and title."""
        return f"{node.number} {self.text(node.title)}" if node.number else self.text(node.title)

    def concerned(self, stakeholders: Iterable[str]) -> str:
        """Give the names of stakeholders."""
        return ", ".join(self.names.get(local_part(one) or one, one) for one in stakeholders)
