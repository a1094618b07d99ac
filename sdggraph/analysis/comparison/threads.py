"""Which threads were broken and which mended: by the rules' own notion of a whole thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sdggraph.analysis.comparison.records import ThreadChange
from sdggraph.base.diagnostics import Severity
from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.lint.engine import RuleRun
from sdggraph.lint.settings import Settings
from sdggraph.model.codes import local_part
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.matching import Matches
    from sdggraph.analysis.comparison.side import Side

__all__ = ["THREAD_RULES", "thread_changes"]

TO_A_GOAL = ("SDG201", "SDG203", "SDG204")
"""The rules by which a strategy, an objective and an area reach a goal."""

THREAD_RULES = (*TO_A_GOAL, "SDG202", "SDG214", "SDG205", "SDG206")
"""The rules that say whether a thread is whole: up to a goal, to an indicator, and from a goal to who serves it."""


def thread_changes(old: Side, new: Side, matches: Matches, lang: str) -> Iterator[ThreadChange]:
    """Give the nodes that both plans have and whose thread held in one of them only.

    The rules are asked as they are declared: whether settings leave one out, or a comment accepts what it finds, is
    no matter here.
    """
    before, after = _Verdicts(old), _Verdicts(new)
    for code in THREAD_RULES:
        was, is_now = before.of(code), after.of(code)
        for name, holds in is_now.items():
            match = matches.by_new.get(name)
            held = was.get(match.old) if match is not None else None
            if match is None or held is None or held == holds:
                continue
            what: Literal["broken", "mended"] = "mended" if holds else "broken"
            goals = after.goals(name) if holds else before.goals(match.old)
            reached = goals if code in TO_A_GOAL else ()
            yield ThreadChange(what, code, name, new.kind(name), new.title(name, lang), reached)


class _Verdicts:
    """What the thread rules say of one plan's nodes."""

    def __init__(self, side: Side) -> None:
        self.side = side
        on = dict.fromkeys(THREAD_RULES, Severity.ERROR)
        self.settings = Settings(severity=on)
        self.run = RuleRun(side.system, self.settings)
        self.graph = PlanGraph(side.system.index)

    def of(self, code: str) -> dict[str, bool]:
        """Give whether a rule holds for each of the plan's nodes that it looks at."""
        rule = ALL_RULES[code]
        values = self.settings.values(rule)
        subjects = list(self.run.subjects(rule, values))
        broken = set(self.run.broken(rule, subjects, values))
        named = ((self.side.name(node), node) for node in subjects)
        return {name: node not in broken for name, node in named if name in self.side.nodes}

    def goals(self, name: str) -> tuple[str, ...]:
        """Give the codes of the goals that a node reaches."""
        whole = self.side.system.index.ids[self.side.nodes[name]]
        return tuple(local_part(goal) for goal in self.graph.goals_of(whole))
