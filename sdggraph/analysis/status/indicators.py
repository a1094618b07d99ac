"""How one indicator stands: its measurements sorted, its way worked out, its result judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.analysis.status.aims import aims_of, direction_of, expected_path
from sdggraph.analysis.status.frequency import is_overdue, years_of
from sdggraph.analysis.status.judge import Case, judge
from sdggraph.analysis.status.measured import sort_measurements
from sdggraph.analysis.status.records import IndicatorStatus, LeftOut
from sdggraph.io.statistics.regions import Regions
from sdggraph.model.progress import band_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from sdggraph.analysis.status.measured import Sorted
    from sdggraph.base.diagnostics import Finding
    from sdggraph.base.places import FieldPath, Origin, Place
    from sdggraph.model.nodes import Indicator
    from sdggraph.model.parts import Interval
    from sdggraph.model.plan import Plan
    from sdggraph.model.scalars import PlanDate

__all__ = ["PlanFacts", "indicator_status"]

_VALUES = ("measurements", "baseline", "target_values")
_CELLS = ("value", "date", "unit")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the judgement of indicators needs to know of their plan.

    Attributes:
        language: The plan's language.
        own: The numbers that the organisation has or had, without zeros in front; not those of several predecessors.
        period_end: When the plan's period ends.
        origins: Where each node stands.
        unread: What the reader found wrong with the values of each node, and so left out.
    """

    language: str
    own: frozenset[str] = frozenset()
    period_end: PlanDate | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)
    unread: Mapping[str, list[Finding]] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan) -> PlanFacts:
        """Gather the facts of a plan."""
        unread: dict[str, list[Finding]] = {}
        for one in plan.reading.findings if plan.reading else ():
            of_value = str(one.path[0]) in _VALUES if one.path else one.values.get("field") in _CELLS
            if one.code == "SDG010" and one.subject and of_value:
                unread.setdefault(one.subject, []).append(one)
        return cls(
            plan.language,
            Regions.of(plan.organisation).own,
            (plan.period.end or None) if plan.period else None,
            plan.reading.origins if plan.reading else {},
            unread,
        )


def indicator_status(node: str, indicator: Indicator, plan: PlanFacts, as_of: dt.date) -> IndicatorStatus:
    """Say how an indicator of a plan stands as of a date."""
    found = sort_measurements(indicator, plan.own, as_of, _places(node, plan))
    aims, unusable = aims_of(indicator, found, plan.period_end)
    start = found.baseline.value if found.baseline else None
    direction = direction_of(indicator, aims, start if isinstance(start, Decimal) else None)
    bands, upside_down = _sound_bands(indicator)
    path = expected_path(found.baseline, aims, indicator, direction) if found.baseline else None
    latest = found.whole[-1] if found.whole else None
    value = latest.value if latest else None
    band = band_of(value, *bands) if isinstance(value, Decimal) else None
    verdict = judge(
        Case(indicator, latest, found.baseline, aims, path, direction, band, as_of, parts_only=bool(found.series))
    )
    return IndicatorStatus(
        node,
        indicator,
        plan.language,
        verdict.result,
        verdict.reason,
        band,
        direction,
        found.baseline,
        aims,
        path,
        verdict.expected,
        found.whole,
        found.series,
        found.missing,
        verdict.share,
        is_overdue(latest or found.baseline, indicator.frequency, as_of),
        (*_unread(node, plan), *found.left_out, *unusable, *upside_down),
        tuple(_assumed(indicator, found, direction, dated=all(aim.dated for aim in aims))),
    )


def _places(node: str, plan: PlanFacts) -> Callable[[FieldPath], Place | None]:
    origin = plan.origins.get(node)
    return lambda path: origin.place(path) if origin is not None else None


def _unread(node: str, plan: PlanFacts) -> Iterator[LeftOut]:
    for one in plan.unread.get(node, ()):
        yield LeftOut("unread", str(one.path[0]) if one.path else "measurements", None, _found(one), one.place)


def _found(finding: Finding) -> str | None:
    found = finding.values.get("found")
    return None if found is None else str(found)


def _sound_bands(indicator: Indicator) -> tuple[tuple[tuple[Interval, ...], tuple[Interval, ...]], list[LeftOut]]:
    """Give the desired and the acceptable intervals; those that end before they begin are left out."""
    left: list[LeftOut] = []
    kept: list[tuple[Interval, ...]] = []
    for name in ("desired", "acceptable"):
        sound = []
        for low, high in getattr(indicator, name):
            if low is not None and high is not None and low > high:
                left.append(LeftOut("upside_down", name, None, f"{low}\N{EN DASH}{high}"))
            else:
                sound.append((low, high))
        kept.append(tuple(sound))
    return (kept[0], kept[1]), left


def _assumed(indicator: Indicator, found: Sorted, direction: str | None, *, dated: bool) -> Iterator[str]:
    if found.whole and found.whole[-1].provisional:
        yield "provisional"
    if direction is not None and direction != indicator.direction:
        yield f"direction_{direction}"
    if not dated:
        yield "period_end"
    if indicator.frequency and years_of(indicator.frequency) is None:
        yield "frequency"
