"""The records of a plan: what a municipality writes, one class a kind, fields named as in the plan file."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sdggraph.model.parts import (
    BenefitValue,
    BudgetLine,
    Claim,
    Condition,
    Interval,
    Materiality,
    Measurement,
    Period,
    Source,
    TargetValue,
)
from sdggraph.model.record import Record
from sdggraph.model.scalars import PlanDateField, Whole
from sdggraph.model.texts import Text
from sdggraph.model.vocabularies import (
    ActionStatus,
    BenefitEffect,
    BenefitKind,
    Dimension,
    Direction,
    IndicatorRole,
    ValueType,
)

__all__ = [
    "Action",
    "Benefit",
    "Engagement",
    "Indicator",
    "Interaction",
    "Node",
    "Objective",
    "Precondition",
    "Prioritisation",
    "Selection",
    "Stakeholder",
    "Strategy",
    "TargetArea",
    "Track",
    "Unit",
]

Ref: TypeAlias = str
"""A reference to another node: its local id, or ``<plan id>:<local id>``. Which kinds it may name: ``relations.py``."""

Refs: TypeAlias = tuple[Ref, ...]
Claims: TypeAlias = tuple[Claim, ...]
GoalClaims: TypeAlias = tuple[Claim, ...] | Literal["none"]
"""Claims to goals; ``"none"`` says that the node is meant to reach no goal, for the reason given in its notes."""

Quality: TypeAlias = Annotated[Whole, Field(ge=1, le=3)]
Score: TypeAlias = Annotated[Whole, Field(ge=-3, le=3)]


class Node(Record):
    """What every node of a plan has: an id, a title, and what may be said beside them."""

    id: str
    title: Text
    number: str | None = None
    short: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    replaces: Refs = ()
    source: Source | None = None


class TargetArea(Node):
    """A municipality's own area of effort (målområde, satsingsområde)."""

    part_of: Ref | None = None
    goals: GoalClaims = ()
    targets: Claims = ()
    national_goals: Refs = ()
    dimensions: tuple[Dimension, ...] = ()
    indicators: Refs = ()
    owner: Ref | None = None


class Objective(Node):
    """A desired future state (mål)."""

    tracks: tuple[str, ...] = ()
    areas: Refs = ()
    part_of: Ref | None = None
    goals: GoalClaims = ()
    targets: Claims = ()
    dimensions: tuple[Dimension, ...] = ()
    stakeholders: Refs = ()
    indicators: Refs = ()
    owner: Ref | None = None


class Strategy(Node):
    """The way to an objective: a direction more than an act (strategi)."""

    tracks: tuple[str, ...] = ()
    objectives: Refs = ()
    areas: Refs = ()
    goals: GoalClaims = ()
    targets: Claims = ()
    dimensions: tuple[Dimension, ...] = ()
    stakeholders: Refs = ()
    indicators: Refs = ()
    owner: Ref | None = None
    mitigates: Refs = ()


class Action(Node):
    """A concrete thing to do, bounded in time, with an owner (tiltak, oppdrag).

    ``budget`` is ``"within_frame"`` where the money is part of the ordinary budget.
    """

    strategies: Refs = ()
    objectives: Refs = ()
    owner: Ref | None = None
    partners: tuple[Text, ...] = ()
    period: Period | None = None
    budget: tuple[BudgetLine, ...] | Literal["within_frame"] = ()
    status: ActionStatus | None = None
    stakeholders: Refs = ()
    indicators: Refs = ()
    mitigates: Refs = ()


class Indicator(Node):
    """What is measured locally, from baseline to target value (måleindikator)."""

    role: IndicatorRole = "steering"
    value_type: ValueType = "number"
    unit: Text | None = None
    direction: Direction | None = None
    frequency: str | None = None
    global_: Annotated[Refs, Field(alias="global")] = ()
    owner: Ref | None = None
    perspective: str | None = None
    quality: Quality | None = None
    baseline: Measurement | None = None
    target_values: tuple[TargetValue, ...] = ()
    desired: tuple[Interval, ...] = ()
    acceptable: tuple[Interval, ...] = ()
    measurements: tuple[Measurement, ...] = ()


class Benefit(Node):
    """A benefit that is to be realised (gevinst)."""

    kind: BenefitKind | None = None
    effect: BenefitEffect = "positive"
    owner: Ref | None = None
    strategies: Refs = ()
    actions: Refs = ()
    benefits: Refs = ()
    indicators: Refs = ()
    due: PlanDateField | None = None
    status: str | None = None
    values: tuple[BenefitValue, ...] = ()


class Stakeholder(Node):
    """Somebody who is concerned or takes part (interessent)."""

    role: str | None = None


class Unit(Node):
    """A part of the organisation that owns what is to be done (enhet)."""

    part_of: Ref | None = None


class Engagement(Node):
    """A survey, workshop, hearing, panel or film, what it informed and what came of it (medvirkning)."""

    kind: str | None = None
    date: PlanDateField | None = None
    participants: Annotated[Whole, Field(ge=0)] | None = None
    groups: tuple[Text, ...] = ()
    informs: Refs = ()
    outcome: Text | None = None


class Precondition(Node):
    """A local opportunity or challenge for a target or goal; made from the plan's ``targets`` section."""

    type: Literal["opportunity", "challenge"]
    of: Ref


class Interaction(Record):
    """That a goal, target or strategy helps (+3) or hinders (-3) a goal or target."""

    id: str
    source: Ref
    target: Ref
    score: Score
    note: Text | None = None
    evidence: Text | None = None


class Prioritisation(Record):
    """What one plan says of one UN goal: that it is prioritised, and why."""

    code: str
    significance: Text | None = None
    commitments: tuple[Text, ...] = ()
    materiality: Materiality | None = None
    dimensions: tuple[Dimension, ...] = ()
    opportunities: tuple[Condition, ...] = ()
    challenges: tuple[Condition, ...] = ()
    notes: Text | None = None


class Selection(Record):
    """What one plan says of one UN target: that it is selected, with which preconditions and measures."""

    code: str
    opportunities: tuple[Condition, ...] = ()
    challenges: tuple[Condition, ...] = ()
    indicators: Refs = ()
    notes: Text | None = None


class Track(Record):
    """A track of the plan's own vocabulary, beside or instead of services, community and organisation."""

    id: str
    title: Text
