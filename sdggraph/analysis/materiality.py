"""The materiality matrix: how much each goal matters to the stakeholders, and how much the municipality can move it.

Both axes go from 0 to 5. The figures are the plan's own, or the means of many people's scores, with the spread (the
sample standard deviation, divided by n - 1) and the number of voices. Nobody's name comes out: scores are given by
group, and only for groups of at least three voices on a goal (their spread from five voices on).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sdggraph.analysis.frames import frame_of
from sdggraph.analysis.materiality_scores import LEAST_VOICES, Score, read_scores
from sdggraph.analysis.plain import plain
from sdggraph.analysis.subject import graph_of
from sdggraph.model.codes import local_part
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd

    from sdggraph.analysis.materiality_scores import GroupScore, Scores
    from sdggraph.base.diagnostics import Diagnostic, Finding
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.plan import Plan

__all__ = ["QUADRANTS", "GoalMateriality", "Materiality", "Quadrant", "Score", "materiality"]

Quadrant: TypeAlias = Literal["act", "join", "run", "watch"]
QUADRANTS: tuple[Quadrant, ...] = ("act", "join", "run", "watch")
"""High on both axes; on importance only; on impact only; on neither."""

_COLUMNS = ("goal", "title", "prioritised", "stakeholders", "impact", "quadrant")
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class GoalMateriality:
    """One goal in the matrix.

    Attributes:
        code: The goal.
        prioritised: Whether a plan prioritises it.
        stakeholders: How much it matters to the stakeholders; None if nobody says.
        impact: How much the municipality can move it; None if nobody says.
        in_plan: The plan's own two figures, as far as it gives them.
        groups: The scores of each group of at least three voices.
        quadrant: Where it stands; None if an axis is missing.
    """

    code: str
    prioritised: bool
    stakeholders: Score | None
    impact: Score | None
    in_plan: tuple[Decimal | None, Decimal | None]
    groups: tuple[GroupScore, ...]
    quadrant: Quadrant | None


@dataclass(frozen=True, slots=True)
class Materiality:
    """The materiality matrix of some plans.

    Attributes:
        goals: The goals that are prioritised or assessed, in SDG order.
        threshold: From which value on an axis a goal is high on it.
        source: plan, or scores where a table of scores was given.
        people: How many people gave the scores, where the table says who is who; else 0.
        hidden_groups: How many groups are not shown, having fewer than three voices on each goal.
        findings: What is wrong in the table of scores; what they are about is left out.
        graph: The plans.
    """

    goals: tuple[GoalMateriality, ...]
    threshold: Decimal
    source: Literal["plan", "scores"]
    people: int
    hidden_groups: int
    findings: tuple[Finding, ...]
    graph: PlanGraph

    @property
    def placed(self) -> tuple[GoalMateriality, ...]:
        """The goals that stand in the matrix: both axes are known."""
        return tuple(one for one in self.goals if one.quadrant is not None)

    @property
    def missing(self) -> tuple[str, ...]:
        """The goals that are prioritised, or half assessed, and have no place in the matrix."""
        return tuple(one.code for one in self.goals if one.quadrant is None)

    def in_quadrant(self, quadrant: Quadrant) -> tuple[GoalMateriality, ...]:
        """Give the goals of a quadrant, the highest sum of both axes first."""
        found = [one for one in self.goals if one.quadrant == quadrant]
        return tuple(sorted(found, key=lambda one: -(_mean(one.stakeholders) + _mean(one.impact))))

    def diagnostics(self, lang: str = "en") -> list[Diagnostic]:
        """Give what is wrong in the table of scores, with places."""
        from sdggraph.analysis.score_tables import diagnostics_for

        return diagnostics_for(self.findings, self.graph, lang)

    def rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each goal; figures with two decimals."""
        return [self._row(one, lang) for one in self.goals]

    def group_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each goal and group that may be shown."""
        return [
            {"goal": one.code, "title": self.graph.title(f"sdg:{one.code}", lang), "group": group.group}
            | _score_fields("stakeholders", group.stakeholders)
            | _score_fields("impact", group.impact)
            for one in self.goals
            for group in one.groups
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
                "source": self.source,
                "threshold": self.threshold,
                "people": self.people,
                "goals": self.rows(lang),
                "groups": self.group_rows(lang),
                "hidden_groups": self.hidden_groups,
                "least_voices": LEAST_VOICES,
                "missing": list(self.missing),
                "left_out": [one.to_dict() for one in self.diagnostics(lang)],
            }
        )

    def _row(self, one: GoalMateriality, lang: str) -> dict[str, Any]:
        said: dict[str, Any] = {"goal": one.code, "title": self.graph.title(f"sdg:{one.code}", lang)}
        said["prioritised"] = one.prioritised
        said |= _score_fields("stakeholders", one.stakeholders) | _score_fields("impact", one.impact)
        if self.source == "scores":
            said["stakeholders_in_plan"], said["impact_in_plan"] = one.in_plan
        return said | {"quadrant": one.quadrant}


def materiality(
    plans: Plan | PlanGraph | Iterable[Plan],
    *,
    scores: str | Path | None = None,
    threshold: Decimal | float | None = None,
) -> Materiality:
    """Give the materiality matrix of some plans and of what they follow up.

    Args:
        plans: A plan, several, or the graph of them.
        scores: A table (CSV, TSV or a spreadsheet) of many people's scores, which are taken instead of the plan's:
            columns goal, importance and impact, and, if wanted, group and person.
        threshold: From which value on an axis a goal is high on it; by default the one of the rule SDG403, 3.

    Raises:
        InputError: The table can't be read, or lacks a column.
    """
    graph = graph_of(plans)
    read = read_scores(scores, graph) if scores is not None else None
    default = ALL_RULES["SDG403"].parameters["high"].value
    limit = Decimal(str(default if threshold is None else threshold))
    goals = []
    for node in graph.nodes("Goal"):
        said = [graph.record(one) for one in graph.about(node)]
        if said or (read is not None and local_part(node) in read.goals):
            goals.append(_goal(local_part(node), said, read, limit))
    return Materiality(
        tuple(goals),
        limit,
        "plan" if read is None else "scores",
        read.people if read else 0,
        read.hidden_groups if read else 0,
        read.findings if read else (),
        graph,
    )


def _goal(code: str, said: list[Any], read: Scores | None, limit: Decimal) -> GoalMateriality:
    """Put one goal together; where several plans assess it, the first one that does counts."""
    given = [one.materiality for one in said if one.materiality is not None]
    own = (
        next((one.stakeholders for one in given if one.stakeholders is not None), None),
        next((one.impact for one in given if one.impact is not None), None),
    )
    if read is None:
        stakeholders, impact = (None if value is None else Score(value) for value in own)
        groups: tuple[GroupScore, ...] = ()
    else:
        stakeholders, impact, groups = read.of(code)
    return GoalMateriality(code, bool(said), stakeholders, impact, own, groups, _quadrant(stakeholders, impact, limit))


def _quadrant(stakeholders: Score | None, impact: Score | None, limit: Decimal) -> Quadrant | None:
    if stakeholders is None or impact is None:
        return None
    important, movable = stakeholders.mean >= limit, impact.mean >= limit
    if important:
        return "act" if movable else "join"
    return "run" if movable else "watch"


def _mean(score: Score | None) -> Decimal:
    return score.mean if score is not None else Decimal()


def _score_fields(name: str, score: Score | None) -> dict[str, Any]:
    spread = score.spread if score else None
    return {
        name: None if score is None else score.mean.quantize(_CENT, ROUND_HALF_UP),
        f"{name}_sd": None if spread is None else spread.quantize(_CENT, ROUND_HALF_UP),
        f"{name}_voices": score.voices if score else 0,
    }
