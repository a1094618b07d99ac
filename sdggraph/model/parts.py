"""The parts that records are made of: claims, sources, periods, measurements, bands, budget lines."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from sdggraph.model.record import Record
from sdggraph.model.scalars import Number, PlanDateField
from sdggraph.model.texts import Text
from sdggraph.model.vocabularies import BudgetType, ClaimBasis, ClaimRole, MeasurementStatus

__all__ = [
    "BenefitValue",
    "BudgetLine",
    "Claim",
    "Condition",
    "Interval",
    "Materiality",
    "Measured",
    "Measurement",
    "Period",
    "Reference",
    "Source",
    "TargetValue",
]

Interval: TypeAlias = tuple[Number | None, Number | None]
"""A closed interval of values; None is an open end."""

Importance: TypeAlias = Annotated[Number, Field(ge=0, le=5)]
"""How much something matters, from 0 to 5."""

Measured: TypeAlias = Number | str
"""A measured value: a number, or a word of a scale, ``yes``, ``no`` or free text."""


class Claim(Record):
    """That a node contributes to a goal or target, in which role, on whose word, and why."""

    code: str
    role: ClaimRole = "primary"
    basis: ClaimBasis = "plan"
    why: Text | None = None


class Source(Record):
    """Where a text or a figure comes from: a page of a document, or a table and code of a system."""

    document: Text | None = None
    page: str | None = None
    system: str | None = None
    table: str | None = None
    code: str | None = None
    url: str | None = None


class Period(Record):
    """From a first to a last date, both included."""

    start: PlanDateField | None = None
    end: PlanDateField | None = None


class Materiality(Record):
    """How much a goal matters to the stakeholders, and how much the municipality can move it; each 0-5."""

    stakeholders: Importance | None = None
    impact: Importance | None = None


class Condition(Record):
    """An opportunity or a challenge as the plan states it; the id is minted where none is given."""

    id: str | None = None
    text: Text


class Measurement(Record):
    """One value of an indicator at one time, of all or of a part (district, sex, age)."""

    date: PlanDateField
    value: Measured | None = None
    status: MeasurementStatus = "final"
    region: str | None = None
    district: str | None = None
    sex: str | None = None
    age: str | None = None
    source: str | None = None
    note: Text | None = None


class Reference(Record):
    """The point that a relative target value counts from."""

    date: PlanDateField
    value: Number | None = None


class TargetValue(Record):
    """The value to be reached by a date: one value, a range, or a change relative to an earlier point (in per cent)."""

    date: PlanDateField | None = None
    value: Measured | None = None
    range: Interval | None = None
    relative_to: Reference | None = None
    note: Text | None = None


class BudgetLine(Record):
    """Money of one year, in the currency of the plan's country."""

    year: PlanDateField
    amount: Number
    type: BudgetType = "operating"


class BenefitValue(Record):
    """What a benefit was planned to give in a year, and what it gave."""

    year: PlanDateField
    planned: Number | None = None
    realised: Number | None = None
