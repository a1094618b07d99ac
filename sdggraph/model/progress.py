"""Progress arithmetic: when something was measured, what was expected by then, and which band a value falls in.

Time is counted in years, a date by its last day: the year 2019 is 2020, June 2019 is 2019½. From one year to another
the arithmetic is so the one that anybody does by hand.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sdggraph.model.nodes import Indicator
    from sdggraph.model.parts import Interval, TargetValue

__all__ = [
    "Band",
    "Ends",
    "ExpectedPath",
    "band_of",
    "good_enough",
    "last_target",
    "moment",
    "nearest_in",
    "wanted_interval",
    "within",
    "years_between",
]

Band: TypeAlias = Literal["desired", "acceptable", "not_accepted"]
Ends: TypeAlias = tuple[Decimal | None, Decimal | None]
"""The lowest and highest value of something; None is an open end."""


def moment(day: dt.date) -> Fraction:
    """Give a day's end as a number of years: 2019-06-30 is 2019½."""
    return day.year + Fraction(day.month - 1, 12) + Fraction(day.day, 12 * monthrange(day.year, day.month)[1])


def years_between(earlier: dt.date, later: dt.date) -> Fraction:
    """Give the years from the end of one day to the end of another."""
    return moment(later) - moment(earlier)


def wanted_interval(target: TargetValue, baseline: Decimal | None) -> Ends | None:
    """Give the lowest and highest value that a target value asks for; None where that can't be said.

    A relative one is so many per cent more or less than its point of reference, or than the baseline where the
    reference has no value.
    """
    if target.range is not None:
        return target.range
    value = target.value
    if not isinstance(value, Decimal):
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
    if len(targets) == 1:
        return targets[0]
    dated = [(target.date.end, number) for number, target in enumerate(targets) if target.date is not None]
    if dated:
        return targets[max(dated)[1]]
    return targets[-1] if targets else None


def good_enough(wanted: Ends, direction: str | None) -> Ends:
    """Give the values that meet a target value: with a direction, whatever lies beyond it too."""
    low, high = wanted
    if direction == "increase":
        return (low if low is not None else high), None
    if direction == "decrease":
        return None, (high if high is not None else low)
    return wanted


def within(value: Decimal, ends: Interval | Ends) -> bool:
    """Say whether a value lies between two ends, both included."""
    low, high = ends
    return (low is None or value >= low) and (high is None or value <= high)


def nearest_in(value: Decimal, ends: Ends) -> Decimal:
    """Give the value between two ends that is nearest to a value."""
    low, high = ends
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value


def band_of(value: Decimal, desired: Iterable[Interval], acceptable: Iterable[Interval]) -> Band | None:
    """Name the band that a value falls in; where two touch the better one wins. None if there are no bands."""
    best, good = tuple(desired), tuple(acceptable)
    if any(within(value, one) for one in best):
        return "desired"
    if any(within(value, one) for one in good):
        return "acceptable"
    return "not_accepted" if best or good else None


@dataclass(frozen=True, slots=True)
class ExpectedPath:
    """The values that are expected on the way to a target value: straight lines between points in time."""

    moments: tuple[Fraction, ...]
    values: tuple[Decimal, ...]

    def at(self, when: Fraction) -> Decimal:
        """Give the value that is expected at a moment; before the first point the first, after the last the last."""
        after = bisect_left(self.moments, when)
        if after == 0:
            return self.values[0]
        if after == len(self.moments):
            return self.values[-1]
        start, end = self.moments[after - 1], self.moments[after]
        way = (when - start) / (end - start)
        gone = Decimal(way.numerator) / Decimal(way.denominator)
        return self.values[after - 1] + (self.values[after] - self.values[after - 1]) * gone
