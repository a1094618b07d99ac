"""The closed lists of values that a plan file knows."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = [
    "TRACKS",
    "ActionStatus",
    "BenefitEffect",
    "BenefitKind",
    "BudgetType",
    "ClaimBasis",
    "ClaimRole",
    "Dimension",
    "Direction",
    "IndicatorRole",
    "MeasurementStatus",
    "PlanKind",
    "PlanStatus",
    "Profile",
    "ValueType",
]

PlanKind: TypeAlias = Literal["strategy", "community", "land_use", "action", "economic", "thematic", "other"]
PlanStatus: TypeAlias = Literal["draft", "hearing", "adopted", "replaced"]
Profile: TypeAlias = Literal["asker", "strict"]
Dimension: TypeAlias = Literal["environment", "economy", "social"]
ClaimRole: TypeAlias = Literal["primary", "secondary", "negative"]
ClaimBasis: TypeAlias = Literal["plan", "analyst"]
ActionStatus: TypeAlias = Literal["planned", "ongoing", "done", "stopped"]
BudgetType: TypeAlias = Literal["operating", "investment"]
IndicatorRole: TypeAlias = Literal["steering", "monitoring"]
ValueType: TypeAlias = Literal["number", "yes_no", "scale", "text"]
Direction: TypeAlias = Literal["increase", "decrease", "maintain", "range"]
MeasurementStatus: TypeAlias = Literal["provisional", "final", "missing"]
BenefitKind: TypeAlias = Literal["budget", "alternative_use", "priced", "non_priced"]
BenefitEffect: TypeAlias = Literal["positive", "negative"]

TRACKS = ("services", "community", "organisation")
"""The tracks that need no declaring; a plan may have others, under its ``tracks:``."""
