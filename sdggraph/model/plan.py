"""A plan: its header and its sections of records."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, PrivateAttr

from sdggraph.model.nodes import (
    Action,
    Benefit,
    Engagement,
    Indicator,
    Interaction,
    Objective,
    Prioritisation,
    Selection,
    Stakeholder,
    Strategy,
    TargetArea,
    Track,
    Unit,
)
from sdggraph.model.parts import Period, Source
from sdggraph.model.reading import Reading
from sdggraph.model.record import Record
from sdggraph.model.scalars import PlanDateField
from sdggraph.model.texts import Text
from sdggraph.model.vocabularies import PlanKind, PlanStatus, Profile

__all__ = ["SECTIONS", "Adoption", "FollowedPlan", "Organisation", "OrganisationNumber", "Plan", "PlanHeader"]


class OrganisationNumber(Record):
    """An official number of a municipality and the years in which it was valid."""

    number: str
    start: Annotated[PlanDateField | None, Field(alias="from")] = None
    end: Annotated[PlanDateField | None, Field(alias="to")] = None


class Organisation(Record):
    """Whose plan it is."""

    name: Text = ""
    type: str | None = None
    numbers: tuple[OrganisationNumber, ...] = ()
    predecessors: tuple[str, ...] = ()


class Adoption(Record):
    """When and in which case the plan was adopted."""

    date: PlanDateField | None = None
    case: str | None = None


class FollowedPlan(Record):
    """A plan that this one follows up: by its id, and the file or IRI where it is found."""

    plan: str
    file: str | None = None
    iri: str | None = None


class PlanHeader(Record):
    """What a plan is: the ``plan:`` section of its file."""

    id: str
    title: Text | None = None
    kind: PlanKind = "other"
    status: PlanStatus = "draft"
    organisation: Organisation | None = None
    period: Period | None = None
    adopted: Adoption | None = None
    baseline_year: PlanDateField | None = None
    language: str
    languages: tuple[str, ...] = ()
    base_iri: str | None = None
    profile: Profile | None = None
    follows_up: tuple[FollowedPlan, ...] = ()
    replaces: tuple[str, ...] = ()
    use: tuple[str, ...] = ()
    measurements: tuple[str, ...] = ()
    number: str | None = None
    short: Text | None = None
    description: Text | None = None
    notes: Text | None = None
    source: Source | None = None


class Plan(PlanHeader):
    """One plan: what it is, and everything it says. Equal plans say the same, wherever they were read from."""

    tracks: tuple[Track, ...] = ()
    goals: tuple[Prioritisation, ...] = ()
    targets: tuple[Selection, ...] = ()
    areas: tuple[TargetArea, ...] = ()
    objectives: tuple[Objective, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    actions: tuple[Action, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    units: tuple[Unit, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    interactions: tuple[Interaction, ...] = ()

    _reading: Reading | None = PrivateAttr(default=None)

    @property
    def reading(self) -> Reading | None:
        """How the plan was read: places, findings, the plans it follows up; None for one that was made in Python."""
        private = self.__pydantic_private__
        return private.get("_reading") if private else None

    def read_as(self, reading: Reading) -> Plan:
        """Tie the plan to how it was read, and give it back."""
        object.__setattr__(self, "__pydantic_private__", {"_reading": reading})
        return self

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Plan):
            return NotImplemented
        from sdggraph.model.equality import content

        return content(self) == content(other)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        counted = ", ".join(f"{len(rows)} {name}" for name in SECTIONS if (rows := getattr(self, name)))
        return f"<Plan {self.id}: {counted or 'empty'}>"

    __str__ = __repr__


SECTIONS: dict[str, type[Record]] = {
    "tracks": Track,
    "goals": Prioritisation,
    "targets": Selection,
    "areas": TargetArea,
    "objectives": Objective,
    "strategies": Strategy,
    "actions": Action,
    "indicators": Indicator,
    "benefits": Benefit,
    "stakeholders": Stakeholder,
    "units": Unit,
    "engagements": Engagement,
    "interactions": Interaction,
}
"""The sections of a plan file, in the order in which they are written, and the record of each."""
