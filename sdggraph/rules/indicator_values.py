"""Arithmetic on an indicator's values that no path can say: directions, bands, target values.

Each function takes an indicator and its plan and says whether all is well; what can't be compared is well.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.model.progress import Ends, last_target, wanted_interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.nodes import Indicator
    from sdggraph.model.parts import Interval
    from sdggraph.model.plan import Plan

__all__ = [
    "bands_agree",
    "direction_agrees",
    "ends_in_desired_band",
    "target_differs_from_baseline",
]


def _number(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _baseline(indicator: Indicator) -> Decimal | None:
    return _number(indicator.baseline.value) if indicator.baseline else None


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


def _within(inner: Ends, outer: Interval) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return low and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))
