"""The rules on an indicator's values that are arithmetic: directions, bands, the last target value.

Each gives the pattern of the indicators for which the predicate of that name fails
(:mod:`sdggraph.rules.indicator_values` says the same in Python).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.semantic.queries.dates import last_day
from sdggraph.semantic.queries.terms import POSITION
from sdggraph.semantic.queries.wheres import any_of

if TYPE_CHECKING:
    from sdggraph.semantic.queries.conditions import Conditions, Place

__all__ = ["PREDICATES"]


def _ordered(made: Conditions, node: str, target: str, order: str) -> str:
    """Bind what sorts a target value among others: those with a date by its last day, then by their place."""
    date, position = made.variables.fresh("date"), made.variables.fresh("position")
    place = f'SUBSTR(CONCAT("0000", STR({position})), STRLEN(STR({position})), 5)'
    return (
        f"{node} sg:hasTargetValue {target} . {target} {POSITION} {position} . OPTIONAL {{ {target} sg:date {date} }} "
        f'BIND(CONCAT(IF(BOUND({date}), CONCAT("1 ", {last_day(date)}), "0"), " ", {place}) AS {order})'
    )


class _Asked:
    """What the last target value asks for, as variables that are bound where there is such a value."""

    def __init__(self, made: Conditions, place: Place) -> None:
        fresh = made.variables.fresh
        node = place.node
        self.value, self.range, self.relative, self.base = (fresh(n) for n in ("asked", "range", "relative", "base"))
        self.point, self.low, self.high = fresh("point"), fresh("low"), fresh("high")
        target, other, order, last = fresh("target"), fresh("target"), fresh("order"), fresh("last")
        low, high, reference, baseline = fresh("from"), fresh("to"), fresh("reference"), fresh("baseline")
        self.pattern = (
            f"{{ SELECT {node} (MAX({order}) AS {last}) WHERE {{ {_ordered(made, node, other, order)} }} "
            f"GROUP BY {node} }} {{ {_ordered(made, node, target, last)} }} "
            f"OPTIONAL {{ {target} sg:value {self.value} FILTER(isNumeric({self.value})) }} "
            f"OPTIONAL {{ {target} sg:hasRange {self.range} OPTIONAL {{ {self.range} sg:low {low} }} "
            f"OPTIONAL {{ {self.range} sg:high {high} }} }} "
            f"OPTIONAL {{ {target} sg:hasRelativeTo {self.relative} "
            f"OPTIONAL {{ {self.relative} sg:value {reference} }} }} "
            f"OPTIONAL {{ {node} sg:hasBaseline {baseline} . {baseline} sg:value {self.base} "
            f"FILTER(isNumeric({self.base})) }} "
            f"BIND(IF(BOUND({self.relative}), COALESCE({reference}, {self.base}) * (1 + {self.value} / 100.0), "
            f"{self.value}) AS {self.point}) BIND(IF(BOUND({self.range}), {low}, {self.point}) AS {self.low}) "
            f"BIND(IF(BOUND({self.range}), {high}, {self.point}) AS {self.high})"
        )


def _direction(made: Conditions, place: Place) -> str:
    asked, way = _Asked(made, place), made.variables.fresh("direction")
    change = f'({way} = "increase" && {asked.value} < 0) || ({way} = "decrease" && {asked.value} > 0)'
    up = f'{way} = "increase" && BOUND({asked.high}) && {asked.high} < {asked.base}'
    down = f'{way} = "decrease" && BOUND({asked.low}) && {asked.low} > {asked.base}'
    relative = f"BOUND({asked.relative}) && BOUND({asked.value})"
    wrong = f"IF({relative}, {change}, BOUND({asked.base}) && (({up}) || ({down})))"
    return f"{place.node} sg:direction {way} . {asked.pattern} FILTER({wrong})"


def _same_as_baseline(made: Conditions, place: Place) -> str:
    asked = _Asked(made, place)
    same = f"IF(BOUND({asked.relative}), {asked.value} = 0, !BOUND({asked.range}) && {asked.value} = {asked.base})"
    return f"{asked.pattern} FILTER(BOUND({asked.base}) && BOUND({asked.value}) && {same})"


def _band(made: Conditions, node: str, relation: str) -> tuple[str, str, str]:
    """Bind an interval and its ends, where it has them."""
    band, low, high = (made.variables.fresh(name) for name in ("band", "low", "high"))
    pattern = f"{node} {relation} {band} . OPTIONAL {{ {band} sg:low {low} }} OPTIONAL {{ {band} sg:high {high} }}"
    return pattern, low, high


def _contradicting(made: Conditions, place: Place) -> str:
    upside_down, low, high = _band(made, place.node, "sg:hasDesired|sg:hasAcceptable")
    best, good = _band(made, place.node, "sg:hasDesired"), _band(made, place.node, "sg:hasAcceptable")
    more_than_a_point = " && ".join(
        f"(!BOUND({one}) || !BOUND({other}) || {one} < {other})"
        for one in (best[1], good[1])
        for other in (best[2], good[2])
    )
    overlap = f"{best[0]} {good[0]} FILTER({more_than_a_point})"
    return f"{{ {any_of([f'{upside_down} FILTER({low} > {high})', overlap])} }}"


def _outside(made: Conditions, place: Place) -> str:
    asked, again = _Asked(made, place), _Asked(made, place)
    band, low, high = _band(made, place.node, "sg:hasDesired")
    above = f"(!BOUND({low}) || (BOUND({again.low}) && {again.low} >= {low}))"
    below = f"(!BOUND({high}) || (BOUND({again.high}) && {again.high} <= {high}))"
    inside = f"{again.pattern} {band} FILTER({above} && {below})"
    known = f"FILTER(BOUND({asked.range}) || BOUND({asked.point}))"
    return f"{asked.pattern} {known} {made.dialect.without(inside)}"


Failing: TypeAlias = Callable[[Any, Any], str]

PREDICATES: Mapping[str, Failing] = {
    "direction_agrees": _direction,
    "target_differs_from_baseline": _same_as_baseline,
    "bands_agree": _contradicting,
    "ends_in_desired_band": _outside,
}
"""What writes each predicate, by its name."""
