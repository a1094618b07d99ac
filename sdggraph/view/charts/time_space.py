"""Where times and values stand on the paper of a chart, and which of them can be drawn at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.base.numbers import drawable
from sdggraph.model.progress import moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.status.records import IndicatorStatus, Point

__all__ = ["Space", "numbers_of", "scale_step", "too_great"]

_STEPS = (1, 2, 2.5, 5, 10)
_LEAST = 1e-9
"""The least part of values by which they differ enough to be drawn apart."""


def too_great(one: IndicatorStatus) -> bool:
    """Say whether a value is too great to be drawn; then it is told in words."""
    values = [point.value for some in (one.points, *(series.points for series in one.series)) for point in some]
    values += [one.baseline.value] if one.baseline else []
    values += one.path.values if one.path else ()
    ends = [end for aim in one.aims for end in aim.ends or ()]
    ends += [end for band in (*one.indicator.desired, *one.indicator.acceptable) for end in band]
    return any(isinstance(value, Decimal) and drawable(value) is None for value in (*values, *ends))


def numbers_of(points: list[Point]) -> Iterator[tuple[float, float]]:
    """Give the time and value of each point that is a number."""
    for point in points:
        value = drawable(point.value)
        if value is not None:
            yield float(moment(point.date.end)), value


@dataclass(frozen=True, slots=True)
class Space:
    """Where times and values stand on the paper."""

    times: tuple[float, float]
    values: tuple[float, float]
    across: tuple[float, float]
    down: tuple[float, float]

    @classmethod
    def around(cls, points: list[tuple[float, float]], across: tuple[float, float], down: tuple[float, float]) -> Space:
        """Make room for some points; where all are equal they stand in the middle."""
        times, values = [at for at, _ in points], [value for _, value in points]
        spans = []
        for each in (times, values):
            low, high = min(each), max(each)
            flat = high - low <= _LEAST * max(abs(low), abs(high))
            spans.append((low - 1, high + 1) if flat else (low, high))
        return cls(spans[0], spans[1], across, down)

    def x(self, at: float) -> float:
        """Give where a time stands."""
        share = (at - self.times[0]) / (self.times[1] - self.times[0])
        return self.across[0] + share * (self.across[1] - self.across[0])

    def y(self, value: float) -> float:
        """Give where a value stands."""
        share = (value - self.values[0]) / (self.values[1] - self.values[0])
        return self.down[1] - share * (self.down[1] - self.down[0])

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Give where a time and value stand."""
        return self.x(point[0]), self.y(point[1])


def scale_step(rough: float) -> float:
    """Give a step of a scale that people count by: 1, 2, 2.5 or 5, times a power of ten."""
    power = 1.0
    while rough < power:
        power /= 10
    while rough >= power * 10:
        power *= 10
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)
