"""The paths and sets of nodes that several rules share."""

from __future__ import annotations

from sdggraph.model.relations import UPWARD_RELATIONS
from sdggraph.rules.language import AnyOf, Chain, Either, Reach, Star, back, nodes, step, where

__all__ = [
    "ABOUT_DOWN",
    "BELOW",
    "GOALS",
    "INDICATORS",
    "MEANT_FOR_NO_GOAL",
    "MEASURED_ABOVE",
    "MEASURED_BELOW",
    "MEASURES",
    "REACHES_GOAL",
    "REACHES_GOAL_WITHOUT_AREAS",
    "SYSTEM",
    "UPWARD",
]

GOALS = nodes("Goal")
INDICATORS = nodes("Indicator")

UPWARD = Star(Either(tuple(map(step, UPWARD_RELATIONS))))
"""Up the thread, from daily work to the goals. Negative claims are no contributions, so no way up."""

_UP_WITHOUT_AREAS = Star(
    Either(
        (
            step("contributes_to", "Objective Target Goal"),
            step("part_of", "Objective Goal"),
            step("implements"),
            step("results_from"),
        )
    )
)

_DOWN = Star(Either((back("contributes_to"), back("part_of"))))

ABOUT_DOWN = Chain((step("about"), _DOWN))
"""From what a plan says of a goal or target down to whatever contributes to it."""

REACHES_GOAL = Reach(UPWARD, GOALS)

REACHES_GOAL_WITHOUT_AREAS = Reach(_UP_WITHOUT_AREAS, GOALS)

MEANT_FOR_NO_GOAL = Reach(UPWARD, nodes("", where("goals", "=", "none"), where("notes")))
"""The node, or one above it, is meant to reach no goal, and says why."""

MEASURES = Chain((Star(Either((back("implements"), back("results_from")))), step("measured_by")))
"""From a strategy to what measures it, its actions or its benefits."""

MEASURED_ABOVE = Chain((step("contributes_to", "Objective TargetArea"), Star(step("part_of")), step("measured_by")))
"""From a strategy to what measures its objective, an ancestor of that, or their area."""

BELOW = Star(Either((back("part_of"), back("contributes_to"), back("implements"), back("results_from"))))
"""Down from an objective to its sub-objectives, strategies, actions and benefits."""

MEASURED_BELOW = AnyOf(
    (
        Reach(Chain((Star(step("part_of")), step("measured_by"))), INDICATORS),
        Reach(Chain((BELOW, step("measured_by"))), INDICATORS),
    )
)
"""An objective, what it is part of, or anything below it is measured."""

SYSTEM = Star(step("follows_up"))
"""From a plan to itself and to those that it follows up."""
