"""Arithmetic on an indicator's values that no path can say: directions, bands, target values.

Each function takes an indicator and its plan and says whether all is well; what can't be compared is well.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.nodes import Indicator
    from sdggraph.model.parts import Interval, TargetValue
    from sdggraph.model.plan import Plan

__all__ = [
    "bands_agree",
    "direction_agrees",
    "ends_in_desired_band",
    "last_target",
    "target_differs_from_baseline",
    "wanted_interval",
]

_Ends: TypeAlias = "tuple[Decimal | None, Decimal | None]"


def _number(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _baseline(indicator: Indicator) -> Decimal | None:
    return _number(indicator.baseline.value) if indicator.baseline else None


def wanted_interval(target: TargetValue, baseline: Decimal | None) -> _Ends | None:
    """Give the lowest and highest value that a target value asks for; None where that can't be said.

    A relative one is so many per cent more or less than its point of reference, or than the baseline where the
    reference has no value.
    """
    if target.range is not None:
        return target.range
    value = _number(target.value)
    if value is None:
        return None
    if target.relative_to is not None:
        reference = target.relative_to.value if target.relative_to.value is not None else baseline
        if reference is None:
            return None
        value = reference * (1 + value / 100)
    return value, value


def last_target(indicator: Indicator) -> TargetValue | None:
    """Give the target value with the latest date; of several without a date, the last."""
    targets = indicator.target_values
    dated = [(target.date.end, number) for number, target in enumerate(targets) if target.date is not None]
    if dated:
        return targets[max(dated)[1]]
    return targets[-1] if targets else None


def direction_agrees(indicator: Indicator, plan: Plan) -> bool:  # noqa: ARG001  # every predicate is given the plan
    """Say whether the last target value lies from the baseline in the direction that is given."""
    target, baseline = last_target(indicator), _baseline(indicator)
    if target is None:
        return True
    if target.relative_to is not None and (change := _number(target.value)) is not None:
        return not (
            change < 0 if indicator.direction == "increase" else indicator.direction == "decrease" and change > 0
        )
    wanted = wanted_interval(target, baseline)
    if baseline is None or wanted is None:
        return True
    low, high = wanted
    if indicator.direction == "increase":
        return high is None or high >= baseline
    return indicator.direction != "decrease" or low is None or low <= baseline


def target_differs_from_baseline(indicator: Indicator, plan: Plan) -> bool:  # noqa: ARG001  # every predicate is given the plan
    """Say whether the last target value is another than the baseline's; in another unit (per cent) it is."""
    target, baseline = last_target(indicator), _baseline(indicator)
    if target is None or baseline is None:
        return True
    if target.relative_to is not None:
        return _number(target.value) != 0
    return target.range is not None or _number(target.value) != baseline


def _overlap(one: Interval, other: Interval) -> bool:
    """Say whether two intervals share more than a point."""
    low = max((end for end in (one[0], other[0]) if end is not None), default=None)
    high = min((end for end in (one[1], other[1]) if end is not None), default=None)
    return low is None or high is None or low < high


def _intervals(indicator: Indicator) -> Iterator[Interval]:
    yield from indicator.desired
    yield from indicator.acceptable


def bands_agree(indicator: Indicator, plan: Plan) -> bool:  # noqa: ARG001  # every predicate is given the plan
    """Say whether no interval is upside down and no value is both desired and merely acceptable."""
    if any(low is not None and high is not None and low > high for low, high in _intervals(indicator)):
        return False
    return not any(_overlap(best, good) for best in indicator.desired for good in indicator.acceptable)


def ends_in_desired_band(indicator: Indicator, plan: Plan) -> bool:  # noqa: ARG001  # every predicate is given the plan
    """Say whether the last target value, all of it if it is a range, lies within one desired interval."""
    target = last_target(indicator)
    if target is None or not indicator.desired:
        return True
    wanted = wanted_interval(target, _baseline(indicator))
    return wanted is None or any(_within(wanted, band) for band in indicator.desired)


def _within(inner: _Ends, outer: Interval) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return low and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))
