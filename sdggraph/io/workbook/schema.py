"""The sheets and columns of the workbook, taken from the records: what a record gains, its sheet gains as well."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

from sdggraph.model.nodes import GoalClaims
from sdggraph.model.parts import BenefitValue, BudgetLine, Claim, Condition, Interval, Measurement, TargetValue
from sdggraph.model.plan import SECTIONS, FollowedPlan, OrganisationNumber, PlanHeader
from sdggraph.model.record import Record
from sdggraph.model.relations import reference_field
from sdggraph.model.texts import Text

__all__ = ["CHILDREN", "SHEETS", "Child", "Column", "Shape", "columns_of"]

Shape: TypeAlias = Literal["value", "code", "text", "texts", "list", "codes", "files", "end"]
"""How a cell holds a value: one value, one code, a text in one language, texts a line each, a list of ids or words, a
list of codes, a list of files a line each, an end of an interval."""

_CODE_KINDS = frozenset({"Goal", "Target", "GlobalIndicator"})
_FILES = frozenset({"use", "measurements"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the keys that lead to its value in the record, and how a cell holds it."""

    path: tuple[str, ...]
    shape: Shape


@dataclass(frozen=True, slots=True)
class Child:
    """A sheet whose rows belong to records of other sheets, named in its first column.

    Attributes:
        sheet: The sheet's name.
        owners: The sections whose records may be named; ``plan`` is the plan itself.
        fields: The keys of the lists that the rows go into; where there are several, a column says which.
        columns: The columns of a row.
        bare: Whether a row is one text, rather than a record.
    """

    sheet: str
    owners: tuple[str, ...]
    fields: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    bare: bool = False


@cache
def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """Give the columns of a record's sheet; what has a sheet of its own is left out."""
    found: list[Column] = []
    for key, name in record.keys().items():
        found += _columns(record.__name__, key, name, record.model_fields[name].annotation)
    return tuple(found)


def _columns(kind: str, key: str, name: str, annotation: Any) -> list[Column]:
    if annotation in (Text, Text | None):
        return [Column((key,), "text")]
    if annotation == GoalClaims or annotation == tuple[Claim, ...]:
        return [Column((key,), "codes")]
    if annotation == tuple[Text, ...]:
        return [] if key == "commitments" else [Column((key,), "texts")]
    inner = _record_in(annotation)
    if get_origin(annotation) is tuple:
        if inner is not None or get_args(annotation)[0] == Interval:
            return []
        join = reference_field(kind, name)
        codes = join is not None and bool(_CODE_KINDS.intersection(join.targets)) and len(join.targets) == 1
        files = kind == "PlanHeader" and key in _FILES
        return [Column((key,), "files" if files else "codes" if codes else "list")]
    if inner is not None and _is_list(annotation):
        return [Column((key,), "value")]  # a word that may stand for the list, as budget: within_frame
    if inner is not None:
        return [Column((key, *column.path), column.shape) for column in columns_of(inner)]
    if annotation in (Interval, Interval | None):
        return [Column((key, "low"), "end"), Column((key, "high"), "end")]
    return [Column((key,), "code" if key == "code" and kind in ("Prioritisation", "Selection", "Claim") else "value")]


def _parts(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (typing.Union, types.UnionType) else (annotation,)


def _is_list(annotation: Any) -> bool:
    return any(get_origin(part) is tuple for part in _parts(annotation))


def _record_in(annotation: Any) -> type[Record] | None:
    """Give the record that a field holds, alone or in a list."""
    for part in _parts(annotation):
        held = get_args(part)[0] if get_origin(part) is tuple else part
        if isinstance(held, type) and issubclass(held, Record):
            return held
    return None


_BAND = (Column(("low",), "end"), Column(("high",), "end"))
_ONE_TEXT = (Column(("text",), "text"),)

CHILDREN: dict[str, Child] = {
    child.sheet: child
    for child in (
        Child("follows_up", ("plan",), (("follows_up",),), columns_of(FollowedPlan)),
        Child("numbers", ("plan",), (("organisation", "numbers"),), columns_of(OrganisationNumber)),
        Child("commitments", ("goals",), (("commitments",),), _ONE_TEXT, bare=True),
        Child("preconditions", ("goals", "targets"), (("opportunities",), ("challenges",)), columns_of(Condition)),
        Child("claims", ("areas", "objectives", "strategies"), (("goals",), ("targets",)), columns_of(Claim)),
        Child("budget", ("actions",), (("budget",),), columns_of(BudgetLine)),
        Child("target_values", ("indicators",), (("target_values",),), columns_of(TargetValue)),
        Child("bands", ("indicators",), (("desired",), ("acceptable",)), _BAND),
        Child("measurements", ("indicators",), (("measurements",),), columns_of(Measurement)),
        Child("benefit_values", ("benefits",), (("values",),), columns_of(BenefitValue)),
        Child("lists", ("actions", "engagements"), (("partners",), ("groups",)), _ONE_TEXT, bare=True),
    )
}
"""The sheets for what a record has many of."""

SHEETS: dict[str, tuple[Column, ...]] = {
    "plan": columns_of(PlanHeader),
    **{section: columns_of(record) for section, record in SECTIONS.items()},
}
"""The columns of the plan's sheet, which stand below each other there, and of each section's."""
