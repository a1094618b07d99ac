"""What an indicator is to reach: its target values as numbers, the direction, and the way that is expected."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.analysis.status.records import Aim, LeftOut
from sdggraph.io.measured_values import YES_NO
from sdggraph.model.progress import ExpectedPath, good_enough, moment, nearest_in, wanted_interval, within

if TYPE_CHECKING:
    from sdggraph.analysis.status.measured import Sorted
    from sdggraph.analysis.status.records import Point
    from sdggraph.model.nodes import Indicator
    from sdggraph.model.parts import TargetValue
    from sdggraph.model.progress import Ends
    from sdggraph.model.scalars import PlanDate

__all__ = ["aims_of", "direction_of", "expected_path", "goal_ends"]


def aims_of(indicator: Indicator, found: Sorted, period_end: PlanDate | None) -> tuple[tuple[Aim, ...], list[LeftOut]]:
    """Give an indicator's target values, the earliest first, and those that can't be brought to numbers.

    One without a date is meant for the end of the plan's period.
    """
    aims, left = [], []
    for target in indicator.target_values:
        aim, reason = _aim(indicator, target, found)
        if reason:
            left.append(
                LeftOut(reason, "target_values", target.date, None if target.value is None else str(target.value))
            )
        else:
            aims.append(aim if aim.date else replace(aim, date=period_end, dated=False))
    return tuple(sorted(aims, key=lambda aim: moment(aim.date.end) if aim.date else 0)), left


def _aim(indicator: Indicator, target: TargetValue, found: Sorted) -> tuple[Aim, str]:
    if isinstance(target.value, str):
        word = YES_NO.get(target.value.casefold(), target.value) if indicator.value_type == "yes_no" else target.value
        return Aim(target.date, None, word), "" if indicator.value_type != "number" else "type"
    reference = _reference(target, found)
    if target.relative_to is not None and target.range is None and reference is None:
        return Aim(target.date), "reference"
    ends = wanted_interval(target, reference)
    if ends is None:
        return Aim(target.date), "empty"
    if ends[0] is not None and ends[1] is not None and ends[0] > ends[1]:
        return Aim(target.date), "upside_down"
    change = target.value if target.relative_to is not None and target.range is None else None
    return Aim(target.date, ends, change=change, reference=reference if change is not None else None), ""


def _reference(target: TargetValue, found: Sorted) -> Decimal | None:
    """Give the value that a relative target value counts from: as said, else as measured at that time."""
    if target.relative_to is None:
        return None
    if target.relative_to.value is not None:
        return target.relative_to.value
    known = [found.baseline] if found.baseline else []
    measured = (one for one in (*known, *found.whole) if one.date.end == target.relative_to.date.end)
    return next((one.value for one in measured if isinstance(one.value, Decimal)), None)


def direction_of(indicator: Indicator, aims: tuple[Aim, ...], baseline: Decimal | None) -> str | None:
    """Give the direction as said; else as baseline and last target value imply it."""
    said = indicator.direction
    if said is not None and not (said == "range" and _is_point(aims) and not indicator.desired):
        return said
    ends = next((aim.ends for aim in reversed(aims) if aim.ends), None)
    if ends is None:
        return None
    if ends[0] != ends[1] and None not in ends:
        return "range"
    if ends[1] is None or ends[0] is None:
        return "increase" if ends[1] is None else "decrease"
    if baseline is None:
        return None
    return "maintain" if baseline == ends[0] else "increase" if baseline < ends[0] else "decrease"


def _is_point(aims: tuple[Aim, ...]) -> bool:
    return any(aim.ends and aim.ends[0] == aim.ends[1] for aim in aims)


def goal_ends(aim: Aim, indicator: Indicator, direction: str | None) -> Ends | None:
    """Give the values that meet a target value, all that lies beyond it included.

    To keep within a range means the desired interval that a single target value lies in.
    """
    if aim.ends is None:
        return None
    if direction in ("range", "maintain") and aim.ends[0] is not None and aim.ends[0] == aim.ends[1]:
        point = aim.ends[0]
        return next((band for band in indicator.desired if within(point, band)), aim.ends)
    return good_enough(aim.ends, direction)


def expected_path(
    baseline: Point, aims: tuple[Aim, ...], indicator: Indicator, direction: str | None
) -> ExpectedPath | None:
    """Give the straight lines from the baseline over each dated target value to the last.

    Each leads to the nearest value that meets the target value: a baseline that is better already stays where it is.
    """
    if not isinstance(baseline.value, Decimal):
        return None
    moments, values = [moment(baseline.date.end)], [baseline.value]
    for aim in aims:
        ends = goal_ends(aim, indicator, direction)
        if ends is None or aim.date is None or moment(aim.date.end) <= moments[-1]:
            continue
        moments.append(moment(aim.date.end))
        values.append(nearest_in(values[-1], ends))
    return ExpectedPath(tuple(moments), tuple(values)) if len(moments) > 1 else None
