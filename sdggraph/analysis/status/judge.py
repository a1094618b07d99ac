"""From measurements and target values to one result; each rule of judgement stands here once.

The definitions, as the documentation has them:

* achieved: the latest measurement meets the last target value. What is to be kept is achieved when the time is over.
* on track: it is where the straight way from baseline to target value leads at that time, or better.
* lagging: it is short of that, but at least half of the expected change has come about, and the value is accepted.
* off: less than half has, or it went the wrong way, or the value is short of the way and not accepted.
* not measured: no measurement that can be used.
* no data: measured, but there is nothing to judge it by.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.analysis.status.aims import goal_ends
from sdggraph.model.progress import moment, within

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.analysis.status.records import Aim, Point, Result
    from sdggraph.model.nodes import Indicator
    from sdggraph.model.progress import Band, ExpectedPath

__all__ = ["LEAST_SHARE", "Case", "Verdict", "judge"]

LEAST_SHARE = Decimal("0.5")
"""The share of the expected change that must have come about for an indicator to be lagging, not off."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a judgement needs to know of an indicator."""

    indicator: Indicator
    latest: Point | None
    baseline: Point | None
    aims: tuple[Aim, ...]
    path: ExpectedPath | None
    direction: str | None
    band: Band | None
    as_of: dt.date
    parts_only: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A result, what it follows from, and the figures behind it."""

    result: Result
    reason: str
    expected: Decimal | None = None
    share: Decimal | None = None


def judge(case: Case) -> Verdict:
    """Judge an indicator by its latest measurement."""
    latest = case.latest
    if latest is None:
        return Verdict("not_measured", "parts_only" if case.parts_only else "no_measurement")
    if not isinstance(latest.value, Decimal):
        return _judge_word(case, latest, latest.value)
    aim = next((one for one in reversed(case.aims) if one.ends), None)
    if aim is None or (ends := goal_ends(aim, case.indicator, case.direction)) is None:
        return _by_bands(case, "no_target", "achieved")
    if _contradicts(case, aim):
        return Verdict("no_data", "contradiction")
    meets = within(latest.value, ends)
    if case.direction == "maintain":
        return _kept(case, aim, latest, meets=meets)
    if meets:
        expected = case.path.at(moment(latest.date.end)) if case.path else None
        return Verdict("achieved", "reached", expected, _share(case, latest.value, expected))
    if case.path is None:
        return _by_bands(case, "no_date" if case.baseline else "no_baseline", "on_track")
    return _on_the_way(case, case.path, latest, latest.value)


def _contradicts(case: Case, aim: Aim) -> bool:
    """Say whether the direction leads away from the target value."""
    baseline = case.baseline.value if case.baseline else None
    if not isinstance(baseline, Decimal) or aim.ends is None:
        return False
    low, high = aim.ends
    if case.direction == "increase":
        return high is not None and high < baseline
    return case.direction == "decrease" and low is not None and low > baseline


def _by_bands(case: Case, reason: str, best: Result) -> Verdict:
    """Judge by the bands alone, where there is no way to compare with."""
    if case.band is None:
        monitored = reason == "no_target" and case.indicator.role == "monitoring"
        return Verdict("no_data", "monitoring" if monitored else reason)
    results: dict[Band, Result] = {"desired": best, "acceptable": "on_track", "not_accepted": "off"}
    return Verdict(results[case.band], "bands")


def _kept(case: Case, aim: Aim, latest: Point, *, meets: bool) -> Verdict:
    """Judge what is to be kept as it is: by the desired band or the range, else by the very value."""
    if meets:
        over = aim.date is not None and moment(latest.date.end) >= moment(aim.date.end)
        return Verdict("achieved" if over else "on_track", "kept")
    if case.band is not None:
        return Verdict("lagging" if case.band == "acceptable" else "off", "not_kept")
    exact = aim.ends is not None and aim.ends[0] == aim.ends[1]
    return Verdict("no_data", "tolerance") if exact else Verdict("off", "not_kept")


def _share(case: Case, value: Decimal, expected: Decimal | None) -> Decimal | None:
    """Give how much of the change that was expected by then has come about; None where none was."""
    start = case.baseline.value if case.baseline else None
    if not isinstance(start, Decimal) or expected is None or expected == start:
        return None
    return (value - start) / (expected - start)


def _on_the_way(case: Case, path: ExpectedPath, latest: Point, value: Decimal) -> Verdict:
    expected = path.at(moment(latest.date.end))
    share = _share(case, value, expected)
    if share is None:  # nothing was expected yet
        rising = case.direction == "increase" or path.values[-1] > path.values[0]
        falling = case.direction == "decrease" or path.values[-1] < path.values[0]
        ahead = (rising and value >= expected) or (falling and value <= expected)
        return Verdict("on_track" if ahead else "off", "path", expected)
    if share >= 1:
        return Verdict("on_track", "path", expected, share)
    if share >= LEAST_SHARE and case.band != "not_accepted":
        return Verdict("lagging", "path", expected, share)
    return Verdict("off", "path", expected, share)


def _judge_word(case: Case, latest: Point, value: str) -> Verdict:
    """Judge a yes or no, a word of a scale or a text: it is what was wanted, or not yet, or too late."""
    aim = next((one for one in reversed(case.aims) if one.word is not None), None)
    if aim is None or aim.word is None:
        return Verdict("no_data", "monitoring" if case.indicator.role == "monitoring" else "words")
    same = value.casefold() == aim.word.casefold()
    if case.direction == "maintain":
        over = aim.date is not None and moment(latest.date.end) >= moment(aim.date.end)
        return Verdict("achieved" if over else "on_track", "kept") if same else Verdict("off", "not_kept")
    if same:
        return Verdict("achieved", "reached")
    late = aim.date is not None and aim.date.end < case.as_of
    return Verdict("off", "too_late") if late else Verdict("no_data", "not_due")
