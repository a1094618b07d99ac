"""The benefits realisation plan: who answers for each benefit, by when, what it was to give and gave, how it moves.

Budget effects, alternative use, priced benefits elsewhere and benefits without a price are different things: they are
summed each for itself, and drawbacks apart from gains. Nothing is summed over years, since a benefit that lasts is
counted again each year.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.analysis.benefits_chains import BenefitLink, chains
from sdggraph.analysis.frames import frame_of
from sdggraph.analysis.plain import plain
from sdggraph.analysis.status.overview import status
from sdggraph.analysis.subject import graph_of, node_title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from sdggraph.analysis.status.records import IndicatorStatus, Point
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.nodes import Benefit
    from sdggraph.model.parts import BenefitValue
    from sdggraph.model.plan import Plan
    from sdggraph.model.scalars import PlanDate

__all__ = ["KINDS", "BenefitPlan", "BenefitRow", "BenefitSum", "ZeroPoint", "benefits"]

KINDS = ("budget", "alternative_use", "priced", "non_priced")
"""The kinds of benefits: the first three have a price."""

_COLUMNS = ("benefit", "number", "title", "kind", "effect", "owner", "due", "status")


@dataclass(frozen=True, slots=True)
class ZeroPoint:
    """One indicator of a benefit, and what has become of it since the zero-point.

    Attributes:
        indicator: The indicator's id.
        baseline: The zero-point, if there is one.
        latest: The latest measurement after it, of the whole.
        direction: Which way is wanted: increase, decrease, maintain or range; None if nothing says it.
        moved: better, worse, unchanged, changed (no way is wanted, or the value is no number), not_measured, or
            no_zero_point.
    """

    indicator: str
    baseline: Point | None
    latest: Point | None
    direction: str | None
    moved: str


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit as the plan has it.

    Attributes:
        node: The benefit's id.
        kind: budget, alternative_use, priced or non_priced; None if the plan doesn't say.
        effect: positive or negative.
        owner: The unit's id.
        due: When it is to be realised.
        status: As the plan says.
        zero_points: Its indicators, each against its zero-point.
        by_year: What is planned and realised.
        results_from: What it results from.
    """

    node: str
    number: str | None
    kind: str | None
    effect: str
    owner: str | None
    due: PlanDate | None
    status: str | None
    zero_points: tuple[ZeroPoint, ...]
    by_year: tuple[BenefitValue, ...]
    results_from: tuple[str, ...]

    @property
    def moved(self) -> str:
        """What its indicators say together: better or worse where none says the opposite, else mixed; or why none."""
        said = {one.moved for one in self.zero_points}
        if {"better", "worse"} <= said:
            return "mixed"
        order = ("better", "worse", "unchanged", "changed", "not_measured", "no_zero_point")
        return next((one for one in order if one in said), "no_indicator")

    def value(self, year: int) -> tuple[Decimal | None, Decimal | None]:
        """Give what is planned and what is realised in a year; None where nothing is said."""
        found = [one for one in self.by_year if one.year.year == year]
        return _sum(one.planned for one in found), _sum(one.realised for one in found)


@dataclass(frozen=True, slots=True)
class BenefitSum:
    """The benefits of one kind and one effect in one year.

    Attributes:
        kind: The kind; None for those without.
        effect: positive or negative: never put together.
        year: The year.
        planned: What they are planned to give; for a negative effect, to cost.
        realised: What those gave that say it.
        benefits: How many say something of the year.
        unrealised: How many of them say nothing of what was realised.
    """

    kind: str | None
    effect: str
    year: int
    planned: Decimal
    realised: Decimal | None
    benefits: int
    unrealised: int


@dataclass(frozen=True, slots=True)
class BenefitPlan:
    """All benefits of some plans, and the chains that lead to them.

    Attributes:
        as_of: The date that counts as today.
        benefits: Each benefit, in the order of the plans.
        links: From each strategy, action or benefit to the benefit that it results in.
        loops: Benefits that result from themselves, over others; their links back are left out of the chains.
        graph: The plans.
    """

    as_of: dt.date
    benefits: tuple[BenefitRow, ...]
    links: tuple[BenefitLink, ...]
    loops: tuple[tuple[str, ...], ...]
    graph: PlanGraph

    @property
    def years(self) -> tuple[int, ...]:
        """The years for which something is planned or realised."""
        return tuple(sorted({one.year.year for row in self.benefits for one in row.by_year}))

    @property
    def sums(self) -> tuple[BenefitSum, ...]:
        """The priced benefits, by kind, effect and year. What has no price is listed, and never summed."""
        found = []
        kinds = [*KINDS[:3], *sorted({row.kind for row in self.benefits if row.kind not in KINDS and row.kind})]
        for kind in kinds:
            for effect in ("positive", "negative"):
                rows = [row for row in self.benefits if row.kind == kind and row.effect == effect]
                found += [one for year in self.years if (one := _year_sum(rows, kind, effect, year)) is not None]
        return tuple(found)

    def by_owner(self) -> dict[str | None, tuple[BenefitRow, ...]]:
        """Give the benefits of each unit, those that nobody owns last."""
        return _grouped(self.benefits, lambda row: row.owner, self.graph.nodes("Unit"))

    def by_due(self) -> dict[int | None, tuple[BenefitRow, ...]]:
        """Give the benefits of each year in which they are due, those without a date last."""
        years = sorted({row.due.year for row in self.benefits if row.due})
        return _grouped(self.benefits, lambda row: row.due.year if row.due else None, years)

    def rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each benefit; two columns a year."""
        return [self._row(row, lang) for row in self.benefits]

    def sum_rows(self) -> list[dict[str, Any]]:
        """Give a plain row for each kind, effect and year of the priced benefits."""
        names = ("kind", "effect", "year", "planned", "realised", "benefits", "unrealised")
        return [{name: getattr(one, name) for name in names} for one in self.sums]

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
                "as_of": self.as_of.isoformat(),
                "benefits": [
                    self._row(row, lang) | {"zero_points": [self._zero_point(one, lang) for one in row.zero_points]}
                    for row in self.benefits
                ],
                "sums": self.sum_rows(),
                "links": [{"source": one.source, "benefit": one.benefit} for one in self.links],
                "loops": [list(one) for one in self.loops],
            }
        )

    def _row(self, row: BenefitRow, lang: str) -> dict[str, Any]:
        graph = self.graph
        said: dict[str, Any] = {
            "benefit": row.node,
            "number": row.number,
            "title": graph.title(row.node, lang),
            "kind": row.kind,
            "effect": row.effect,
            "owner": node_title(graph, row.owner, lang) if row.owner else None,
            "due": str(row.due) if row.due else None,
            "status": row.status,
            "indicators": "; ".join(node_title(graph, one.indicator, lang) for one in row.zero_points),
            "since_zero_point": row.moved,
            "results_from": "; ".join(node_title(graph, one, lang) for one in row.results_from),
        }
        for year in self.years:
            said[f"planned_{year}"], said[f"realised_{year}"] = row.value(year)
        return said

    def _zero_point(self, one: ZeroPoint, lang: str) -> dict[str, Any]:
        shown: dict[str, Any] = {"indicator": one.indicator, "title": self.graph.title(one.indicator, lang)}
        for name, point in (("baseline", one.baseline), ("latest", one.latest)):
            shown[name] = None if point is None else {"date": str(point.date), "value": point.value}
        return shown | {"direction": one.direction, "moved": one.moved}


def benefits(plans: Plan | PlanGraph | Iterable[Plan], *, as_of: dt.date | None = None) -> BenefitPlan:
    """Give the benefits realisation plan of some plans and of what they follow up.

    Args:
        plans: A plan, several, or the graph of them.
        as_of: The date that counts as today, after which no measurement is looked at; by default ``lint.as_of`` of
            the first plan, else today.
    """
    graph = graph_of(plans)
    measured = status(graph, as_of=as_of)
    by_node = {one.node: one for one in measured.indicators}
    rows = tuple(_benefit(graph, node, by_node) for node in graph.nodes("Benefit"))
    links, loops = chains(graph)
    return BenefitPlan(measured.as_of, rows, links, loops, graph)


def _benefit(graph: PlanGraph, node: str, measured: dict[str, IndicatorStatus]) -> BenefitRow:
    record: Benefit = graph.record(node)
    return BenefitRow(
        node,
        record.number,
        record.kind,
        record.effect,
        next(iter(graph.targets_of(node, "owned_by")), None),
        record.due,
        record.status,
        tuple(_zero_point(measured[one]) for one in graph.targets_of(node, "measured_by") if one in measured),
        tuple(sorted(record.values, key=lambda one: one.year.start)),
        tuple(dict.fromkeys(graph.targets_of(node, "results_from"))),
    )


def _zero_point(found: IndicatorStatus) -> ZeroPoint:
    latest = found.points[-1] if found.points else None
    return ZeroPoint(found.node, found.baseline, latest, found.direction, _moved(found, latest))


def _moved(found: IndicatorStatus, latest: Point | None) -> str:
    """Say which way an indicator has gone since its zero-point."""
    if found.baseline is None:
        return "no_zero_point"
    if latest is None:
        return "not_measured"
    before, after = found.baseline.value, latest.value
    if before == after:
        return "unchanged"
    if found.indicator.value_type == "yes_no" and {before, after} == {"yes", "no"}:
        rose = after == "yes"
    elif isinstance(before, Decimal) and isinstance(after, Decimal):
        rose = after > before
    else:
        return "changed"
    if found.direction not in ("increase", "decrease"):
        return "changed"
    return "better" if rose == (found.direction == "increase") else "worse"


def _year_sum(rows: Sequence[BenefitRow], kind: str, effect: str, year: int) -> BenefitSum | None:
    said = [value for row in rows if (value := row.value(year)) != (None, None)]
    if not said:
        return None
    realised = [one for _, one in said if one is not None]
    planned = sum((one for one, _ in said if one is not None), Decimal())
    return BenefitSum(kind, effect, year, planned, _sum(realised), len(said), len(said) - len(realised))


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Add up what is said; None if nothing is."""
    known = [one for one in amounts if one is not None]
    return sum(known, Decimal()) if known else None


def _grouped(
    rows: Iterable[BenefitRow], key: Callable[[BenefitRow], Any], order: Sequence[Any]
) -> dict[Any, tuple[BenefitRow, ...]]:
    found: dict[Any, list[BenefitRow]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {one: tuple(found[one]) for one in (*order, None) if one in found}
