"""The values that a column's cells may be chosen from, taken from the records' closed lists."""

from __future__ import annotations

import types
import typing
from typing import Any, Literal, get_args, get_origin

from sdggraph.io.workbook.schema import CHILDREN
from sdggraph.model.parts import BenefitValue, BudgetLine, Claim, Measurement, TargetValue
from sdggraph.model.plan import SECTIONS, PlanHeader
from sdggraph.model.record import Record

__all__ = ["choices_of"]

_RECORDS: dict[str, type[Record]] = {
    "plan": PlanHeader,
    **SECTIONS,
    "claims": Claim,
    "budget": BudgetLine,
    "target_values": TargetValue,
    "measurements": Measurement,
    "benefit_values": BenefitValue,
}


def choices_of(sheet: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """Give the values of a column whose field is a closed list; nothing for any other."""
    if path == ("field",):
        return tuple(one[-1] for one in CHILDREN[sheet].fields)
    record: Any = _RECORDS.get(sheet)
    if sheet in CHILDREN and sheet not in _RECORDS:
        return ()
    for key in path:
        keys = record.keys() if isinstance(record, type) and issubclass(record, Record) else {}
        if key not in keys:
            return ()
        record = _alone(record.model_fields[keys[key]].annotation)
    return tuple(get_args(record)) if get_origin(record) is Literal else ()


def _alone(annotation: Any) -> Any:
    """Give the one type beside None, or the words that may stand for a list."""
    if get_origin(annotation) not in (typing.Union, types.UnionType):
        return annotation
    rest = [part for part in get_args(annotation) if part is not type(None)]
    return next((part for part in rest if get_origin(part) is Literal), rest[0])
