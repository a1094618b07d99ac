"""Suppressions: findings that somebody has looked at and accepts, with the reason, and what becomes of them.

A suppressed finding takes what only follows from it along. One that only follows from another is left out there. A
suppression that suppresses nothing is itself a finding, unless its rule was not run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Finding
from sdggraph.lint.engine import GATHERED
from sdggraph.model.codes import plan_part
from sdggraph.rules.rule_names import rule_near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.base.places import Place
    from sdggraph.lint.suppress_comments import Comment
    from sdggraph.rules.rule import Rule

__all__ = ["UNUSED", "Suppressed", "Suppression", "Suppressions", "row_of", "whole_plan"]

UNUSED = "SDG011"
"""The rule that a suppression without effect breaks."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that isn't reported: why not, and where that is said.

    ``kind`` is ``comment``, ``settings`` or ``baseline``.
    """

    diagnostic: Diagnostic
    kind: str
    reason: str = ""
    place: Place | None = None


@dataclass(slots=True, eq=False)
class Suppression:
    """One rule that is accepted in one place.

    Attributes:
        code: The rule's code, or what was written where there is no such rule.
        plan: The id of the plan that says so.
        kind: ``comment`` or ``settings``.
        place: Where it is said.
        reason: Why, in the words of whoever accepted it.
        line: The line of a file, or row of a table, whose findings it covers.
        nodes: The nodes whose findings it covers.
        group: What stands together in one comment.
        used: Whether it has suppressed anything.
    """

    code: str
    plan: str
    kind: str
    place: Place | None
    reason: str = ""
    line: tuple[str, int] | None = None
    nodes: frozenset[str] = frozenset()
    group: Comment | None = None
    used: bool = False


@dataclass(slots=True)
class Suppressions:
    """All suppressions of a run, found by what they cover."""

    each: list[Suppression] = field(default_factory=list)
    _by_line: dict[tuple[str, tuple[str, int]], list[Suppression]] = field(default_factory=dict)
    _by_node: dict[tuple[str, str], list[Suppression]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.each)

    def add(self, suppressions: Iterable[Suppression]) -> None:
        """Add suppressions; one of a library that two plans share counts once, for the nodes of both."""
        known = {(one.code, one.place): one for one in self.each}
        for one in suppressions:
            same = known.get((one.code, one.place)) if one.place is not None else None
            if same is None:
                self.each.append(one)
                if one.line is not None:
                    self._by_line.setdefault((one.code, one.line), []).append(one)
            for node in one.nodes:
                self._by_node.setdefault((one.code, node), []).append(same or one)

    def match(self, finding: Finding, place: Place | None) -> Suppression | None:
        """Give the suppression that covers a finding, if any; it is used from now on."""
        found: list[Suppression] = []
        line = row_of(place) if place is not None else None
        if line is not None:
            found += self._by_line.get((finding.code, line), ())
        found += self._by_node.get((finding.code, finding.subject or ""), ())
        found += self._by_node.get((finding.code, whole_plan(plan_part(finding.subject or ""))), ())
        for one in found:
            one.used = True
        if not found and finding.variant == GATHERED:
            # The finding stands for all nodes of the plan: what would have been suppressed at one of them is in it.
            for one in self.each:
                one.used |= one.code == finding.code and one.plan == finding.subject
        return found[0] if found else None

    def unused(self, ran: Iterable[tuple[str, str]], rules: Mapping[str, Rule]) -> Iterator[Finding]:
        """Give a finding for each suppression without effect, of rules that were run, by plan and code."""
        kept = {one.group for one in self.each if one.code == UNUSED}
        was_run = set(ran)
        idle = [
            one
            for one in self.each
            if not one.used
            and one.code != UNUSED
            and (one.group is None or one.group not in kept)
            and ((one.plan, one.code) in was_run or one.code not in rules)
        ]
        together: dict[int, set[str]] = {}
        for one in idle:
            if one.code in rules:
                together.setdefault(id(one.group), set()).add(one.code)
        for one in idle:
            if one.code not in rules:
                yield _unknown(one, rules)
            else:
                fix = one.group.without(together[id(one.group)]) if one.group is not None else None
                yield Finding(UNUSED, one.plan, (), {"rule": one.code}, (), one.place, fix)


def _unknown(one: Suppression, rules: Mapping[str, Rule]) -> Finding:
    close = rule_near(one.code, rules)
    values = {"rule": one.code, "meant": close}
    if not one.code:
        in_cell = one.place is not None and one.place.cell is not None
        return Finding(UNUSED, one.plan, (), {}, (), one.place, variant="bare_cell" if in_cell else "bare")
    return Finding(UNUSED, one.plan, (), values, (), one.place, None, None, "meant" if close else "unknown")


def row_of(place: Place) -> tuple[str, int] | None:
    """Give the line of a text, or the row of a table, in which a place is, with what it is a line of."""
    if place.cell is not None:
        return f"{place.file}\0{place.sheet or ''}", int(place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return (place.file, place.line) if place.file is not None and place.line is not None else None


def whole_plan(plan: str) -> str:
    """Give what stands for all nodes of a plan, where a suppression's nodes are listed."""
    return f"{plan}:*"
