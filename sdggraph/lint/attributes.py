"""The attributes of a node by name, as rules ask for them: ``period.end``, ``source.system``, ``title.length``."""

from __future__ import annotations

import datetime as dt
import operator as operators
import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.model.record import Record
from sdggraph.model.scalars import PlanDate
from sdggraph.rules.terms import Parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sdggraph.rules.terms import Operator, Where

__all__ = ["attribute", "compare", "getter", "key_of", "meets", "one_by_one", "sieve", "values_of"]

_ORDERS: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": operators.eq,
    "!=": operators.ne,
    "<": operators.lt,
    "<=": operators.le,
    ">": operators.gt,
    ">=": operators.ge,
}
_NOTHING: Mapping[str, Any] = {}
_UNSAID = (None, ())


Getter: TypeAlias = "Callable[[Any], Sequence[Any]]"
Sieve: TypeAlias = "Callable[[Iterable[Any]], list[bool]]"


def attribute(record: Any, name: str) -> Sequence[Any]:
    """Give every value that a dotted name leads to; lists on the way are gone through one by one."""
    return getter(name)(record)


@cache
def getter(name: str) -> Getter:
    """Give the function that gives a name's values, for many records."""
    before, _, last = name.rpartition(".")
    if not before:
        return lambda record: one_by_one(record.__dict__.get(name))
    first = getter(before)
    match last:
        case "count":
            return lambda record: [len(first(record))]
        case "length":
            return lambda record: [len(text) for text in _texts(first(record))]
        case "years":
            return lambda record: [years for value in first(record) if (years := _years(value)) is not None]
        case _:
            return _part_of_field(before, last) if "." not in before else lambda record: _parts(first(record), last)


def one_by_one(value: Any) -> Sequence[Any]:
    """Give a value as a sequence of values: nothing, one, or what a list holds."""
    return value if value.__class__ is tuple else () if value is None else (value,)


def values_of(name: str) -> Callable[[Iterable[Any]], list[Any]]:
    """Give the function that gives what a name leads to for each of many records, as it stands."""
    if "." not in name:
        return lambda records: [record.__dict__.get(name) for record in records]
    of = getter(name)
    return lambda records: [tuple(of(record)) for record in records]


def _part_of_field(field: str, name: str) -> Getter:
    """Give the function for a part of a field, as most names are: one function without calls, asked of every node."""

    def parts(record: Any) -> Sequence[Any]:
        value = record.__dict__.get(field)
        if value is None or value == ():
            return ()
        if value.__class__ is tuple:
            return _parts(value, name)
        part = value.get(name) if value.__class__ is dict else getattr(value, "__dict__", _NOTHING).get(name)
        return part if part.__class__ is tuple else () if part is None else (part,)

    return parts


def _parts(values: Iterable[Any], name: str) -> list[Any]:
    found: list[Any] = []
    for value in values:
        part = value.get(name) if value.__class__ is dict else getattr(value, "__dict__", _NOTHING).get(name)
        if part.__class__ is tuple:
            found += part
        elif part is not None:
            found.append(part)
    return found


def _texts(values: Iterable[Any]) -> list[str]:
    return [text for value in values for text in (value.values() if isinstance(value, dict) else (str(value),))]


def _years(period: Any) -> int | None:
    """Give the whole years from the first day of a period to its last."""
    start, end = getattr(period, "start", None), getattr(period, "end", None)
    if start is None or end is None:
        return None
    first, after = start.start, end.end + dt.timedelta(days=1)
    return int(after.year - first.year - ((after.month, after.day) < (first.month, first.day)))


def _said(value: Any) -> bool:
    """Say whether a value is something: not None, not empty, not only white space."""
    if value is None or value == ():
        return False
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, dict):
        return any(text.strip() for text in value.values())
    if isinstance(value, Record):
        return any(_said(part) for part in value.__dict__.values())
    return True


def meets(record: Any, condition: Where, parameters: Mapping[str, Any]) -> bool:
    """Say whether a record's attribute meets a condition."""
    return sieve(condition, parameters)([record])[0]


def sieve(condition: Where, parameters: Mapping[str, Any]) -> Sieve:
    """Give the test that a condition is, for many records at once: a call a record would cost more than the test."""
    name, operator = condition.attribute, condition.operator
    match operator:
        case "present":
            return _presence(name)
        case "absent":
            there = _presence(name)
            return lambda records: [not said for said in there(records)]
        case "given":
            return lambda records: [name in record.model_fields_set for record in records]
        case _:
            wanted: Any = condition.value
            return _comparison(name, operator, parameters[wanted.name] if isinstance(wanted, Parameter) else wanted)


def _presence(name: str) -> Sieve:
    if "." in name:
        values = getter(name)
        return lambda records: [any(map(_said, values(record))) for record in records]
    return lambda records: [
        (value := record.__dict__.get(name)) is not None
        and (
            bool(value) if value.__class__ is tuple else bool(value.strip()) if value.__class__ is str else _said(value)
        )
        for record in records
    ]


def _comparison(name: str, operator: Operator, wanted: Any) -> Sieve:
    values = getter(name)
    if operator == "~":
        pattern = _pattern(str(wanted))
        return lambda records: [any(map(pattern.search, _texts(values(record)))) for record in records]
    if operator == "!=":
        equals = _comparison(name, "=", wanted)
        return lambda records: [not equal for equal in equals(records)]
    if operator == "=" and "." not in name and wanted.__class__ is str:
        return lambda records: [
            (value := record.__dict__.get(name)) not in _UNSAID
            and (value == wanted if value.__class__ is str else _any(one_by_one(value), "=", wanted))
            for record in records
        ]
    head, _, last = name.rpartition(".")
    if last == "length" and "." not in head and wanted.__class__ is int:
        order = _ORDERS[operator]
        return lambda records: [
            bool(order(len(text), wanted))
            if (text := record.__dict__.get(head)).__class__ is str
            else _any(values(record), operator, wanted)
            for record in records
        ]
    return lambda records: [_any(values(record), operator, wanted) for record in records]


def _any(values: Iterable[Any], operator: Operator, wanted: Any) -> bool:
    return any(_surely(value, operator, wanted) for value in values)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _surely(value: Any, operator: Operator, wanted: Any) -> bool:
    """Compare a value with a given one; a date that is given by the year is before a day if all of it is."""
    if value.__class__ is wanted.__class__ is int:
        return _ordered(value, operator, wanted)
    if isinstance(wanted, dt.date) or isinstance(value, PlanDate):
        left, right = _span(value), _span(wanted)
        if left is None or right is None:
            return False
        return _ordered(left[1] if operator in ("<", "<=") else left[0], operator, right[0])
    pair = _alike(value, wanted)
    return pair is not None and _ordered(pair[0], operator, pair[1])


def compare(left: Any, operator: Operator, right: Any) -> bool:
    """Compare two values of a plan; it fails only where it is sure to, and holds for what can't be compared."""
    if left.__class__ is right.__class__ is str:
        return _ordered(left, operator, right)
    if isinstance(left, PlanDate) or isinstance(right, PlanDate):
        one, other = _span(left), _span(right)
        if one is None or other is None:
            return True
        match operator:
            case "<" | "<=":
                return _ordered(one[0], operator, other[1])
            case ">" | ">=":
                return _ordered(one[1], operator, other[0])
            case _:
                return _ordered(one, operator, other)
    pair = _alike(left, right)
    return pair is None or _ordered(pair[0], operator, pair[1])


def _ordered(left: Any, operator: Operator, right: Any) -> bool:
    order = _ORDERS.get(operator)
    if order is None:
        raise ValueError(f"{operator} compares nothing")
    return bool(order(left, right))


def _alike(value: Any, wanted: Any) -> tuple[Any, Any] | None:
    """Bring two values to one type; None where a number meets what is none."""
    if _is_number(value) or _is_number(wanted):
        try:
            return Decimal(str(value)), Decimal(str(wanted))
        except ArithmeticError:
            return None
    return str(value), str(wanted)


def _is_number(value: Any) -> bool:
    return isinstance(value, (Decimal, int)) and not isinstance(value, bool)


@lru_cache(maxsize=4096)
def _span(value: Any) -> tuple[dt.date, dt.date] | None:
    if isinstance(value, dt.date):
        return value, value
    try:
        date = PlanDate(value)
        span = date.start, date.end
    except (TypeError, ValueError):
        return None
    return span


def key_of(values: Sequence[Any]) -> tuple[str, ...]:
    """Give values in the form in which equal ones are equal: numbers by value, texts without case and spaces."""
    if len(values) == 1 and values[0].__class__ is str:
        text = " ".join(values[0].split()).casefold()
        return (text,) if text else ()
    return tuple(sorted(text for value in values for text in _plain(value)))


def _plain(value: Any) -> list[str]:
    if isinstance(value, Decimal):
        return [format(value.normalize(), "f")]
    if isinstance(value, tuple):
        return ["…".join("".join(_plain(part)) if part is not None else "" for part in value)]
    return [words for text in _texts([value]) if (words := " ".join(text.split()).casefold())]
