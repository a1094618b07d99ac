"""The measurements of one indicator, sorted: the whole, its parts, and what can't be used."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.analysis.status.records import LeftOut, Part, Point, Series
from sdggraph.io.measured_values import YES_NO
from sdggraph.model.progress import moment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from sdggraph.base.places import FieldPath, Place
    from sdggraph.model.nodes import Indicator
    from sdggraph.model.parts import Measurement
    from sdggraph.model.scalars import PlanDate

    Places = Callable[[FieldPath], Place | None]

__all__ = ["Sorted", "own_region", "sort_measurements"]

_DIMENSIONS = ("region", "district", "sex", "age")
_BOUNDS = re.compile(r"(\d+)\s*(?:[-\u2013\u2014]|til|to)\s*(\d+)")
_MANY_PER_CENT = 10


@dataclass(slots=True)
class Sorted:
    """What an indicator's baseline and measurements come to as of a date."""

    baseline: Point | None = None
    whole: tuple[Point, ...] = ()
    series: tuple[Series, ...] = ()
    missing: tuple[PlanDate, ...] = ()
    left_out: list[LeftOut] = field(default_factory=list)


def own_region(region: str | None, own: frozenset[str]) -> bool:
    """Say whether a region is the organisation itself: one of its numbers, with or without zeros in front."""
    return region is None or region.lstrip("0") in own


def sort_measurements(indicator: Indicator, own: frozenset[str], as_of: dt.date, places: Places) -> Sorted:
    """Sort an indicator's measurements.

    A part is what measurements name as region, district, sex or age. The organisation's own numbers name no part, and
    neither does what every measurement of the indicator names: then it is what the indicator measures.
    """
    return _Sorter(indicator, own, as_of, places).sorted()


@dataclass(slots=True)
class _Sorter:
    indicator: Indicator
    own: frozenset[str]
    as_of: dt.date
    places: Places
    found: Sorted = field(default_factory=Sorted)

    def sorted(self) -> Sorted:
        usable = [
            (number, one, value)
            for number, one in enumerate(self.indicator.measurements)
            if (value := self._usable(number, one)) is not None
        ]
        always = self._always(one for _, one, _ in usable)
        self._begin(always)
        start = moment(self.found.baseline.date.end) if self.found.baseline else None
        by_part: dict[Part, list[Point]] = defaultdict(list)
        for number, one, value in usable:
            if start is not None and moment(one.date.end) < start:
                self._leave(number, one, "before_baseline")
            else:
                part = self._part(one, always)
                by_part[part].append(Point(one.date, value, one.status == "provisional", number))
        whole = by_part.pop(Part(), [])
        self.found.whole = self._in_order(whole)
        self.found.series = tuple(Series(part, self._in_order(points)) for part, points in by_part.items())
        return self.found

    def _leave(self, number: int, one: Measurement, reason: str) -> None:
        place = self.places(("measurements", number, "value"))
        self.found.left_out.append(LeftOut(reason, "measurements", one.date or None, _said(one.value), place))

    def _usable(self, number: int, one: Measurement) -> Decimal | str | None:
        """Give a measurement's value if it can be used; note why where it can't."""
        if not _is_date(one.date):
            self._leave(number, one, "date")
            return None
        if one.value is None or one.status == "missing":
            if one.date.start <= self.as_of:
                self.found.missing = (*self.found.missing, one.date)
            if one.value is not None:
                self._leave(number, one, "missing")
            return None
        if one.date.start > self.as_of:
            self._leave(number, one, "future")
            return None
        value, reason = self._value(one.value)
        if reason:
            self._leave(number, one, reason)
        return value

    def _value(self, value: Decimal | str) -> tuple[Decimal | str | None, str]:
        """Give a value in its type, and why it can't be used."""
        kind = self.indicator.value_type
        if kind == "yes_no":
            known = YES_NO.get(value.casefold()) if isinstance(value, str) else None
            return known, "" if known else "type"
        if kind == "text":
            return str(value), ""
        if isinstance(value, str):
            return (value, "") if kind == "scale" and not self._counts() else (None, "type")
        if kind == "scale" and not self._on_scale(value):
            return None, "scale"
        if kind == "number" and self._is_share(value):
            return None, "share"
        return value, ""

    def _counts(self) -> bool:
        """Say whether a scale is one of numbers: its baseline or a target value is one."""
        said = [self.indicator.baseline.value if self.indicator.baseline else None]
        said += [target.value for target in self.indicator.target_values]
        return any(isinstance(one, Decimal) for one in said)

    def _units(self) -> Iterable[str]:
        unit = self.indicator.unit
        return unit.values() if isinstance(unit, dict) else [unit or ""]

    def _on_scale(self, value: Decimal) -> bool:
        """Say whether a value lies on the scale that the unit names: level 1-5."""
        bounds = next((match for unit in self._units() if (match := _BOUNDS.search(unit))), None)
        return bounds is None or int(bounds[1]) <= value <= int(bounds[2])

    def _is_share(self, value: Decimal) -> bool:
        """Say whether a value is a share of one (0.79) where the baseline and the target values are per cent (78)."""
        if not 0 < abs(value) <= 1 or value == value.to_integral_value() or "%" not in self._units():
            return False
        said = [self.indicator.baseline.value if self.indicator.baseline else None]
        said += [target.value for target in self.indicator.target_values if target.relative_to is None]
        numbers = [one for one in said if isinstance(one, Decimal)]
        return bool(numbers) and all(abs(one) >= _MANY_PER_CENT for one in numbers)

    def _always(self, each: Iterable[Measurement]) -> dict[str, str]:
        """Give what every measurement names as its region, district, sex or age."""
        named: dict[str, set[str | None]] = {name: set() for name in _DIMENSIONS}
        for one in each:
            for name, values in named.items():
                values.add(getattr(one, name))
        return {
            name: only
            for name, values in named.items()
            if len(values) == 1 and (only := next(iter(values))) is not None
        }

    def _part(self, one: Measurement, always: dict[str, str]) -> Part:
        said = {name: getattr(one, name) for name in _DIMENSIONS}
        if own_region(one.region, self.own):
            said["region"] = None
        return Part(**{name: None if always.get(name) == value else value for name, value in said.items()})

    def _begin(self, always: dict[str, str]) -> None:
        """Take the baseline, if it is a measured one of the whole."""
        said = self.indicator.baseline
        if said is None or said.value is None or not _is_date(said.date):
            return
        value, reason = self._value(said.value)
        if not reason and said.date.start > self.as_of:
            reason = "future"
        if not reason and self._part(said, always):
            reason = "baseline_of_part"
        if reason or value is None:
            place = self.places(("baseline", "value"))
            self.found.left_out.append(LeftOut(reason, "baseline", said.date, _said(said.value), place))
        else:
            self.found.baseline = Point(said.date, value, said.status == "provisional")

    def _in_order(self, points: list[Point]) -> tuple[Point, ...]:
        """Order points by date; of several for one date a final one is kept, else the last."""
        kept: dict[tuple[dt.date, dt.date], Point] = {}
        for point in points:
            key = (point.date.end, point.date.start)
            other = kept.get(key)
            if other is not None and other.provisional == point.provisional and other.value != point.value:
                self._twice(other)
            if other is None or other.provisional or not point.provisional:
                kept[key] = point
        return tuple(kept[key] for key in sorted(kept))

    def _twice(self, point: Point) -> None:
        if point.number is not None:
            self._leave(point.number, self.indicator.measurements[point.number], "twice")


def _is_date(date: PlanDate) -> bool:
    """Say whether a measurement has its date: one that a reader could not understand was left out."""
    return bool(date)


def _said(value: Decimal | str | None) -> str | None:
    return None if value is None else str(value)
