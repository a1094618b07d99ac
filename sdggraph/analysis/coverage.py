"""What a plan covers: which goals and targets it names, serves and measures, and through which areas.

A strategy counts once for a goal, however many of its targets it names; for which goals it counts twice or more is
never added up, so no sum over goals is given.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sdggraph.analysis.coverage_among import targets_among
from sdggraph.analysis.coverage_count import Count
from sdggraph.analysis.coverage_places import DIMENSIONS
from sdggraph.analysis.coverage_rows import CoverageRow, TargetShare, share_of
from sdggraph.analysis.frames import frame_of
from sdggraph.analysis.money import money
from sdggraph.analysis.plain import plain
from sdggraph.analysis.subject import graph_of
from sdggraph.catalogue.tables import rows as table

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from sdggraph.analysis.status.overview import Status
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.plan import Plan

__all__ = ["Coverage", "CoverageRow", "TargetShare", "coverage"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What some plans cover.

    Attributes:
        goals: A row a goal: all 17.
        targets: A row a target that is selected, or that anything reaches or works against.
        areas: The target areas, in the order of the plans.
        strategies: How many strategies there are.
        unserved: The strategies that reach no goal.
        exempt: Those that are meant to reach none, and say why.
        shares: How much of the UN's targets is taken up: of all, of the outcome targets, of the means of
            implementation, and of those that the user named.
        by_track: How many strategies each track has.
        by_dimension: How many strategies each of the three dimensions has.
        graph: The plans.
    """

    goals: tuple[CoverageRow, ...]
    targets: tuple[CoverageRow, ...]
    areas: tuple[str, ...]
    strategies: int
    unserved: tuple[str, ...]
    exempt: tuple[str, ...]
    shares: tuple[TargetShare, ...]
    by_track: Counter[str]
    by_dimension: Counter[str]
    graph: PlanGraph

    @property
    def tracks(self) -> tuple[str, ...]:
        """The tracks that strategies stand in, in the order of the plans."""
        return tuple(self.by_track)

    def rows(self, lang: str = "en", *, of: Literal["goals", "targets"] = "goals") -> list[dict[str, Any]]:
        """Give a plain row for each goal or target, with a column for each area, track and dimension."""
        whole = of == "goals"
        return [self._row(one, lang, whole=whole) for one in (self.goals if whole else self.targets)]

    def objective_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each target and objective that reaches it, and how it does."""
        title = self.graph.title
        return [
            {"target": row.code, "target_title": title(f"sdg:{row.code}", lang)}
            | {"objective": node, "objective_title": title(node, lang), "how": how}
            for row in self.targets
            for node, how in row.by_objective.items()
        ]

    def share_rows(self) -> list[dict[str, Any]]:
        """Give a plain row for each set of targets."""
        names = ("name", "targets", "selected", "served", "direct", "measured")
        return [{name: getattr(one, name) for name in names} for one in self.shares]

    def to_frame(self, lang: str = "en", *, of: Literal["goals", "targets"] = "goals") -> pd.DataFrame:
        """Give the rows as a pandas data frame.

        Raises:
            NotFoundError: pandas isn't installed.
        """
        return frame_of(self.rows(lang, of=of), ("code", "title"))

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Give everything as plain dicts and lists, in the form of the JSON output."""
        title = self.graph.title
        return plain(
            {
                "version": 1,
                "goals": [_plain(row, title(f"sdg:{row.code}", lang)) for row in self.goals],
                "targets": [_plain(row, title(f"sdg:{row.code}", lang)) for row in self.targets],
                "areas": [{"area": node, "title": title(node, lang)} for node in self.areas],
                "strategies": self.strategies,
                "by_track": dict(self.by_track),
                "by_dimension": {name: self.by_dimension[name] for name in DIMENSIONS},
                "unserved": list(self.unserved),
                "exempt": list(self.exempt),
                "shares": self.share_rows(),
            }
        )

    def _row(self, row: CoverageRow, lang: str, *, whole: bool) -> dict[str, Any]:
        one: dict[str, Any] = {"code": row.code, "title": self.graph.title(f"sdg:{row.code}", lang), "named": row.named}
        if whole:
            one |= {"targets": row.targets, "selected_targets": row.selected, "served_targets": row.served}
        names = ("objectives", "strategies", "direct", "inherited", "against", "measured", "touches")
        one |= {name: getattr(row, name) for name in names}
        if row.judged is not None:
            one |= {"judged": row.judged, "on_track": row.on_track}
        one |= {name: row.by_dimension[name] for name in DIMENSIONS}
        one |= {f"track {name}": row.by_track[name] for name in self.tracks}
        return one | {name: row.by_area[area] for area, name in self._area_columns(lang).items()}

    def _area_columns(self, lang: str) -> dict[str, str]:
        """Name each area's column by its title; two of one title are told apart by their ids."""
        titles = {area: self.graph.title(area, lang) for area in self.areas}
        often = Counter(titles.values())
        return {area: title if often[title] == 1 else f"{title} ({area})" for area, title in titles.items()}


def _plain(row: CoverageRow, title: str) -> dict[str, Any]:
    said: dict[str, Any] = {"code": row.code, "title": title, "strategies": row.strategies}
    for name in CoverageRow.__dataclass_fields__:
        value = getattr(row, name)
        said[name] = dict(value) if isinstance(value, dict) else value
    return said


def coverage(
    plans: Plan | PlanGraph | Iterable[Plan], *, status: Status | None = None, among: Iterable[str] | None = None
) -> Coverage:
    """Count what plans cover, with those that they follow up.

    Args:
        plans: A plan, several, or the graph of them.
        status: How the indicators stand, from :func:`sdggraph.status`; with it each goal and target says how many of
            its indicators are on track.
        among: Codes of goals and targets: those that the municipality answers for, say. What is taken up of them is
            counted apart.

    Raises:
        NotFoundError: A code in ``among`` isn't there.
    """
    graph = graph_of(plans)
    count = Count(graph)
    count.names()
    count.objectives()
    unserved = count.strategies()
    count.money(money(graph))
    if status is not None:
        count.results(status)
    goals, targets = count.rows()
    return Coverage(
        goals,
        targets,
        tuple(graph.nodes("TargetArea")),
        len(graph.nodes("Strategy")),
        *count.exempted(unserved),
        _shares({one.code: one for one in targets}, among),
        count.by_track,
        count.by_dimension,
        graph,
    )


def _shares(rows: dict[str, CoverageRow], among: Iterable[str] | None) -> tuple[TargetShare, ...]:
    every = {code: means == "1" for code, _, means, *_ in table("targets")}
    found = [
        share_of("all", every, rows),
        share_of("outcome", (code for code, means in every.items() if not means), rows),
        share_of("means", (code for code, means in every.items() if means), rows),
    ]
    if among is not None:
        found.append(share_of("among", targets_among(among), rows))
    return tuple(found)
