"""The attributes of a node by name, as rules ask for them: ``period.end``, ``source.system``."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.model.scalars import PlanDate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.rules.language import Operator, Where

__all__ = ["attribute", "meets", "present"]


def attribute(record: Any, name: str) -> list[Any]:
    """Give every value that a dotted name leads to; lists on the way are gone through one by one."""
    values = [record]
    for part in name.split("."):
        fresh: list[Any] = []
        for value in values:
            found = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
            if isinstance(found, tuple):
                fresh.extend(found)
            elif found is not None:
                fresh.append(found)
        values = fresh
    return values


def present(record: Any, name: str) -> bool:
    """Say whether something is there: not None, not empty, not only white space."""
    if "." not in name:
        found = getattr(record, name, None)
        return bool(found) and (found.__class__ is not str or bool(found.strip())) and _said(found)
    return any(_said(value) for value in attribute(record, name))


def _said(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, dict):
        return any(text.strip() for text in value.values())
    return value is not None and value != ()


def meets(record: Any, condition: Where, parameters: Mapping[str, Any]) -> bool:
    """Say whether a record's attribute meets a condition."""
    from sdggraph.rules.language import Parameter

    if condition.operator == "present":
        return present(record, condition.attribute)
    if condition.operator == "absent":
        return not present(record, condition.attribute)
    wanted: Any = condition.value
    if isinstance(wanted, Parameter):
        wanted = parameters[wanted.name]
    if wanted.__class__ is str and "." not in condition.attribute:
        found = getattr(record, condition.attribute, None)
        if found.__class__ is str and condition.operator == "=":
            return bool(found == wanted)
    values = attribute(record, condition.attribute)
    if condition.operator == "!=":
        return all(not _compare(value, "=", wanted) for value in values)
    return any(_compare(value, condition.operator, wanted) for value in values)


def _compare(value: Any, operator: Operator, wanted: Any) -> bool:
    pair = _alike(value, wanted, ends=operator in ("<", "<="))
    if pair is None:
        return False
    left, right = pair
    match operator:
        case "=":
            return bool(left == right)
        case "<":
            return bool(left < right)
        case "<=":
            return bool(left <= right)
        case ">":
            return bool(left > right)
        case _:
            return bool(left >= right)


def _alike(value: Any, wanted: Any, *, ends: bool) -> tuple[Any, Any] | None:
    """Bring two values to one type; dates by their last day when asked whether they lie before, else by their first."""
    if isinstance(wanted, dt.date) or isinstance(value, PlanDate):
        left, right = _day(value, ends=ends), _day(wanted, ends=False)
        return None if left is None or right is None else (left, right)
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        try:
            return Decimal(value), Decimal(str(wanted))
        except ArithmeticError:
            return None
    return str(value), str(wanted)


def _day(value: Any, *, ends: bool) -> dt.date | None:
    if isinstance(value, dt.date):
        return value
    try:
        date = PlanDate(value)
        return date.end if ends else date.start
    except (TypeError, ValueError):
        return None
