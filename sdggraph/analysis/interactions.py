"""How goals, targets and strategies help and hinder each other, and what that means for what the plan pursues.

Scores are Nilsson's, from -3 (cancels) over 0 to +3 (indivisible). No weights are added: every stated interaction
counts once, with its score.

What the plan pursues: its strategies, the goals that it prioritises, the targets that it selects, and the goals and
targets that its areas, objectives and strategies claim, with the goals above them.

First order, on a goal: all interactions that go from something pursued to the goal or one of its targets. Their
positive and their negative scores are added up apart; net is the difference.

Second order, on a goal: all chains of two interactions, from something pursued over a goal or target to the goal or
one of its targets; the end of the first is the very source of the second, and a chain doesn't come back to where it
began. A chain helps if both links do, or both hinder; else it hinders. It counts as much as its weaker link. First and
second order are never added together.

Reference: Nilsson, Griggs & Visbeck, Map the interactions between Sustainable Development Goals, Nature 534, 2016.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sdggraph.analysis.frames import frame_of
from sdggraph.analysis.interactions_chains import Loop, find_loops, first_order, second_order
from sdggraph.analysis.interactions_conflicts import Conflict, DeclaredHarm, conflicts_of, declared_harms
from sdggraph.analysis.interactions_links import Link, pursued_by, stated_links
from sdggraph.analysis.interactions_table import read_matrix
from sdggraph.analysis.plain import plain
from sdggraph.analysis.subject import graph_of
from sdggraph.model.codes import local_part, natural_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd

    from sdggraph.base.diagnostics import Diagnostic, Finding
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.plan import Plan

__all__ = ["Effect", "Interactions", "interactions"]

_COLUMNS = ("goal", "title", "helps", "harms", "net")


@dataclass(frozen=True, slots=True)
class Effect:
    """What the plan's interactions come to for one goal.

    Attributes:
        code: The goal.
        pursued: Whether the plan pursues it.
        helping: How many interactions help it, first order.
        plus: The sum of their scores.
        harming: How many hinder it.
        minus: The sum of their scores, below 0.
        chains_helping: How many chains of two help it, second order.
        chains_plus: The sum of their weaker links.
        chains_harming: How many hinder it.
        chains_minus: The sum of their weaker links, below 0.
    """

    code: str
    pursued: bool
    helping: int = 0
    plus: int = 0
    harming: int = 0
    minus: int = 0
    chains_helping: int = 0
    chains_plus: int = 0
    chains_harming: int = 0
    chains_minus: int = 0

    @property
    def net(self) -> int:
        """First order: what helps less what hinders."""
        return self.plus + self.minus

    @property
    def chains_net(self) -> int:
        """Second order: what helps less what hinders."""
        return self.chains_plus + self.chains_minus


@dataclass(frozen=True, slots=True)
class Interactions:
    """The interactions of some plans, or of a matrix beside them, and what they come to.

    Attributes:
        links: Every interaction; where the plan and the matrix score the same pair, the plan's.
        pursued: The ids of all that the plan pursues.
        effects: Each goal that an interaction or a chain reaches, in SDG order.
        loops: Loops of two or three goals and targets with something pursued in them, the strongest first.
        loops_found: How many reinforcing and how many balancing loops there are; ``loops`` has the first fifty.
        conflicts: Strategies that serve goals or targets of which one hinders the other.
        declared: Claims of the plan that something works against a goal or target.
        citation: Where the matrix comes from.
        findings: What is wrong in the matrix; what they are about is left out.
        graph: The plans.
    """

    links: tuple[Link, ...]
    pursued: frozenset[str]
    effects: tuple[Effect, ...]
    loops: tuple[Loop, ...]
    loops_found: tuple[int, int]
    conflicts: tuple[Conflict, ...]
    declared: tuple[DeclaredHarm, ...]
    citation: str | None
    findings: tuple[Finding, ...]
    graph: PlanGraph

    @property
    def harms(self) -> tuple[Link, ...]:
        """The interactions by which something pursued hinders a goal or target, the worst first."""
        found = [one for one in self.links if one.score < 0 and one.source in self.pursued]
        return tuple(sorted(found, key=lambda one: one.score))

    @property
    def unmitigated(self) -> tuple[Link, ...]:
        """The harms that nothing mitigates."""
        return tuple(one for one in self.harms if not one.mitigated_by)

    def diagnostics(self, lang: str = "en") -> list[Diagnostic]:
        """Give what is wrong in the matrix, with places."""
        from sdggraph.analysis.score_tables import diagnostics_for

        return diagnostics_for(self.findings, self.graph, lang)

    def rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each goal that an interaction or a chain reaches."""
        return [
            {"goal": one.code, "title": self.graph.title(f"sdg:{one.code}", lang), "pursued": one.pursued}
            | {"helping": one.helping, "plus": one.plus, "harming": one.harming, "minus": one.minus, "net": one.net}
            | {"chains_helping": one.chains_helping, "chains_plus": one.chains_plus}
            | {"chains_harming": one.chains_harming, "chains_minus": one.chains_minus, "chains_net": one.chains_net}
            for one in self.effects
        ]

    def link_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each interaction."""
        title = self.graph.title
        return [
            {"source": one.source, "source_title": title(one.source, lang)}
            | {"target": one.target, "target_title": title(one.target, lang), "score": one.score}
            | {"pursued": one.source in self.pursued, "from_plan": one.interaction is not None}
            | {"note": one.note_in(lang), "evidence": one.evidence_in(lang)}
            | {"mitigated_by": "; ".join(title(node, lang) for node in one.mitigated_by)}
            for one in self.links
        ]

    def conflict_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each strategy and pair of goals or targets at odds that it serves."""
        title = self.graph.title
        return [
            {"strategy": one.strategy, "title": title(one.strategy, lang), "source": local_part(one.link.source)}
            | {"target": local_part(one.link.target), "score": one.link.score, "direct": one.direct}
            | {"mitigated_by": "; ".join(title(node, lang) for node in one.link.mitigated_by)}
            for one in self.conflicts
        ]

    def to_frame(self, lang: str = "en") -> pd.DataFrame:
        """Give the rows as a pandas data frame.

        Raises:
            NotFoundError: pandas isn't installed.
        """
        return frame_of(self.rows(lang), _COLUMNS)

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Give everything as plain dicts and lists, in the form of the JSON output."""
        return plain(
            {
                "version": 1,
                "citation": self.citation,
                "goals": self.rows(lang),
                "interactions": self.link_rows(lang),
                "loops": [one.to_dict() for one in self.loops],
                "loops_found": {"reinforcing": self.loops_found[0], "balancing": self.loops_found[1]},
                "conflicts": self.conflict_rows(lang),
                "unmitigated": [
                    {"source": one.source, "target": one.target, "score": one.score} for one in self.unmitigated
                ],
                "declared": [
                    {"node": one.node, "target": one.target, "why": one.why_in(lang)} for one in self.declared
                ],
                "left_out": [one.to_dict() for one in self.diagnostics(lang)],
            }
        )


def interactions(
    plans: Plan | PlanGraph | Iterable[Plan], *, matrix: str | Path | None = None, citation: str | None = None
) -> Interactions:
    """Work out how goals, targets and strategies help and hinder each other.

    Args:
        plans: A plan, several, or the graph of them.
        matrix: A table (CSV, TSV or a spreadsheet) of scores between goals and targets, long (columns source, target,
            score, note, evidence) or square (codes above and beside); it is added to the plans' own interactions.
        citation: Where the matrix comes from, for those of its scores that don't say it.

    Raises:
        InputError: The matrix can't be read, or is neither long nor square.
    """
    graph = graph_of(plans)
    own = stated_links(graph)
    read = read_matrix(matrix, graph, citation) if matrix is not None else None
    pairs = {(one.source, one.target) for one in own}
    links = (*own, *(one for one in (read.links if read else ()) if (one.source, one.target) not in pairs))
    pursued = pursued_by(graph)
    loops, counts = find_loops(links, pursued)
    return Interactions(
        links,
        pursued,
        _effects(links, pursued),
        loops,
        counts,
        conflicts_of(graph, links),
        declared_harms(graph),
        read.citation if read else citation,
        read.findings if read else (),
        graph,
    )


def _effects(links: tuple[Link, ...], pursued: frozenset[str]) -> tuple[Effect, ...]:
    first, second = first_order(links, pursued), second_order(links, pursued)
    codes = sorted({*first, *second}, key=natural_key)
    return tuple(
        Effect(code, f"sdg:{code}" in pursued, *first.get(code, (0, 0, 0, 0)), *second.get(code, (0, 0, 0, 0)))
        for code in codes
    )
