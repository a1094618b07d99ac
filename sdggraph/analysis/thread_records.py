"""The records of a thread: its steps, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import Words, pick, words
from sdggraph.graph.index import NEGATIVE
from sdggraph.model.relations import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["Thread", "ThreadStep", "step_dict"]

_AGAINST = words("works against", "motvirker")
_COUNTERED = words("is worked against by", "motvirkes av")


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """One node on a thread, and what comes after it.

    Attributes:
        node: The node's id.
        relation: The relation that leads here; empty at the beginning.
        backward: Whether the relation is walked against its direction.
        steps: What the thread leads to from here.
        again: Whether the node stands on the thread already, so that what follows is not said twice.
        left: How many steps from here are left out: beyond the depth or the width that was asked for.
    """

    node: str
    relation: str = ""
    backward: bool = False
    steps: tuple[ThreadStep, ...] = ()
    again: bool = False
    left: int = 0

    def words(self) -> Words:
        """Say how the step is read: “contributes to”, “is measured by”."""
        if not self.relation:
            return words("", "")
        if self.relation == NEGATIVE:
            return _COUNTERED if self.backward else _AGAINST
        relation = RELATIONS[self.relation]
        return relation.backward if self.backward else relation.forward

    def walk(self) -> Iterator[ThreadStep]:
        """Give this step and all that follow, depth first."""
        yield self
        for step in self.steps:
            yield from step.walk()


@dataclass(frozen=True, slots=True)
class Thread:
    """A node's thread in both directions.

    Attributes:
        up: The way to the goals.
        down: The way to what is done, gained and measured.
        breaks: The diagnostics that say where the thread is broken.
        goals: The goals that the node reaches.
        indicators: The indicators that measure it, or what is under it.
        above: The indicators that measure it only through what it belongs to: that node, and the indicator.
        findings: What the linter says besides of nodes on the thread.
        below: How many nodes of each kind hang below, also those that ``width`` leaves out.
    """

    up: ThreadStep
    down: ThreadStep
    breaks: tuple[Diagnostic, ...] = ()
    goals: tuple[str, ...] = ()
    indicators: tuple[str, ...] = field(default=())
    above: tuple[tuple[str, str], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    below: tuple[tuple[str, int], ...] = ()

    def to_dict(self, graph: PlanGraph, lang: str) -> dict[str, Any]:
        """Give the thread as plain dicts and lists, with titles."""
        return {
            "node": self.up.node,
            "up": [step_dict(step, graph, lang) for step in self.up.steps],
            "down": [step_dict(step, graph, lang) for step in self.down.steps],
            "goals": list(self.goals),
            "indicators": list(self.indicators),
            "below": dict(self.below),
            "measured_above": [{"node": node, "indicator": indicator} for node, indicator in self.above],
            "breaks": [one.to_dict() for one in self.breaks],
            "findings": [one.to_dict() for one in self.findings],
        }


def step_dict(step: ThreadStep, graph: PlanGraph, lang: str) -> dict[str, Any]:
    """Give a step, and those after it, as plain dicts with titles."""
    return {
        "relation": step.relation,
        "backward": step.backward,
        "says": pick(step.words(), lang),
        "node": step.node,
        "kind": graph.kind(step.node),
        "title": graph.title(step.node, lang),
        "again": step.again,
        "left": step.left,
        "steps": [step_dict(one, graph, lang) for one in step.steps],
    }
