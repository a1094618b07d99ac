"""The records of status: what one indicator's measurements come to, and what those of a node do together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.places import Place
    from sdggraph.model.nodes import Indicator
    from sdggraph.model.progress import Band, Ends, ExpectedPath
    from sdggraph.model.scalars import PlanDate

__all__ = [
    "RESULTS",
    "WORST_FIRST",
    "Aim",
    "IndicatorStatus",
    "LeftOut",
    "NodeStatus",
    "Part",
    "Point",
    "Result",
    "Series",
    "count_results",
]

Result: TypeAlias = Literal["achieved", "on_track", "lagging", "off", "not_measured", "no_data"]
Value: TypeAlias = Decimal | str

RESULTS: tuple[Result, ...] = ("achieved", "on_track", "lagging", "off", "not_measured", "no_data")
"""Every result, the best first, then those that nobody can judge."""

WORST_FIRST: tuple[Result, ...] = ("off", "lagging", "not_measured", "no_data", "on_track", "achieved")
"""Every result, in the order in which somebody has to do something about it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One measured value; ``number`` is its position among the indicator's measurements, None for the baseline."""

    date: PlanDate
    value: Value
    provisional: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The part that some measurements are of; all None is the whole."""

    region: str | None = None
    district: str | None = None
    sex: str | None = None
    age: str | None = None

    def __bool__(self) -> bool:
        return any((self.region, self.district, self.sex, self.age))

    def __str__(self) -> str:
        return ", ".join(one for one in (self.region, self.district, self.sex, self.age) if one)


@dataclass(frozen=True, slots=True)
class Series:
    """The measurements of one part (a district, women, a municipality before it was merged), in their order."""

    part: Part
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A value that could not be used, why, and where it stands if the plan was read from a file.

    Attributes:
        reason: A key of :data:`sdggraph.analysis.status.words.LEFT_OUT`.
        field: What it is: ``measurements``, ``baseline``, ``target_values`` or ``desired``.
        said: The value as it was given.
    """

    reason: str
    field: str
    date: str | None = None
    said: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """A target value, brought to numbers: by when, and between which ends; ``word`` where it is no number.

    Attributes:
        dated: Whether the plan gives the date; else it is the end of the plan's period.
        change: Of a relative one: by how many per cent.
        reference: Of a relative one: the value that it counts from.
    """

    date: PlanDate | None
    ends: Ends | None = None
    word: str | None = None
    dated: bool = True
    change: Decimal | None = None
    reference: Decimal | None = None


@dataclass(frozen=True, slots=True)
class IndicatorStatus:
    """How one indicator stands as of a date.

    Attributes:
        node: The indicator's id.
        indicator: Its record.
        language: The language of its plan.
        result: achieved, on_track, lagging, off, not_measured or no_data.
        reason: What the result follows from: a key of :data:`sdggraph.analysis.status.words.REASONS`.
        band: The band that the latest value falls in; None where there are no bands or no value.
        direction: The direction that was used: as given, else what baseline and target value imply.
        baseline: Where it began.
        aims: Its target values, the earliest first.
        path: The expected values from the baseline to the last target value; None if there is no such way.
        expected: What was expected at the time of the latest measurement.
        points: The measurements of the whole, in their order.
        series: The measurements of parts; never mixed with those of the whole.
        missing: The dates for which a measurement is said to be missing.
        share: How much of the expected change has come about; 1 is all of it.
        overdue: Whether no measurement was made in its frequency.
        left_out: What could not be used.
        assumed: What was taken for granted: keys of :data:`sdggraph.analysis.status.words.ASSUMED`.
    """

    node: str
    indicator: Indicator
    language: str
    result: Result
    reason: str
    band: Band | None = None
    direction: str | None = None
    baseline: Point | None = None
    aims: tuple[Aim, ...] = ()
    path: ExpectedPath | None = None
    expected: Decimal | None = None
    points: tuple[Point, ...] = ()
    series: tuple[Series, ...] = ()
    missing: tuple[PlanDate, ...] = ()
    share: Decimal | None = None
    overdue: bool = False
    left_out: tuple[LeftOut, ...] = ()
    assumed: tuple[str, ...] = ()

    @property
    def latest(self) -> Point | None:
        """The latest measurement of the whole."""
        return self.points[-1] if self.points else None

    @property
    def off_track(self) -> bool:
        """Whether the latest measurement falls short of what was expected by then (309)."""
        return self.result in ("lagging", "off")

    @property
    def not_accepted(self) -> bool:
        """Whether the latest value is one that isn't accepted (310)."""
        return self.band == "not_accepted"

    @property
    def steering(self) -> bool:
        """Whether the plan is steered by it, so that its result counts."""
        return self.indicator.role == "steering"

    def title(self, lang: str) -> str:
        """Give the indicator's title."""
        return in_language(self.indicator.title, lang, self.language)

    def unit(self, lang: str) -> str:
        """Give the indicator's unit; empty if it has none."""
        return in_language(self.indicator.unit, lang, self.language)

    def explain(self, lang: str = "en") -> str:
        """Say in words how the result comes about, with its arithmetic."""
        from sdggraph.analysis.status.words import explanation

        return explanation(self, lang)


@dataclass(frozen=True, slots=True)
class NodeStatus:
    """How many indicators of a node stand how; no average is made of things that are measured differently.

    Attributes:
        node: The id of an objective, target area or goal.
        own: The indicators that measure the node itself; of a goal, those that measure what claims it.
        below: The indicators of what belongs to it besides.
        counts: How many steering indicators have each result, those of ``own`` and ``below`` once each.
        not_accepted: How many of them have a value that isn't accepted.
        monitoring: How many indicators are followed only, and so not counted.
    """

    node: str
    own: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    counts: Counter[Result] = field(default_factory=Counter)
    not_accepted: int = 0
    monitoring: int = 0

    @property
    def indicators(self) -> tuple[str, ...]:
        """All of them, each once."""
        return (*self.own, *self.below)

    @property
    def measured(self) -> int:
        """How many of the steering indicators have a measurement that can be judged."""
        return sum(self.counts[one] for one in ("achieved", "on_track", "lagging", "off"))

    @property
    def worst(self) -> Result | None:
        """The result that needs somebody most; None without steering indicators."""
        return next((one for one in WORST_FIRST if self.counts[one]), None)


def count_results(each: Iterable[IndicatorStatus]) -> Counter[Result]:
    """Count how many steering indicators have each result."""
    return Counter(one.result for one in each if one.steering)
