"""From a document's plain values to the values of a record's fields, each by the type that the record declares.

A field that is wrong is reported with its place and left out; the rest of the record is read.
"""

from __future__ import annotations

import re
import types
import typing
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from sdggraph.io.converters import (
    MISSING,
    Converter,
    by_grammar,
    claims,
    closed_list,
    code_of,
    codes_of,
    goal_claims,
    interval,
    list_of,
    measured,
    reference,
    references,
    string,
    text,
    within_limits,
    word_or,
)
from sdggraph.io.document import Mapping
from sdggraph.io.forms import (
    CODE_KINDS,
    EXPECTED_LIST_ITEM,
    EXPECTED_NO_EARLIER,
    SHORTHANDS,
)
from sdggraph.model.nodes import GoalClaims
from sdggraph.model.parts import Interval, Measured, Period
from sdggraph.model.record import Record, singular
from sdggraph.model.relations import reference_field
from sdggraph.model.scalars import Grammar, PlanDate
from sdggraph.model.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.places import FieldPath
    from sdggraph.io.record_reader import RecordReader

__all__ = ["KeyOfField", "field_table", "listed_keys", "required_fields"]


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class KeyOfField(NamedTuple):
    """What a key of the plan file stands for: a field, its path, what reads it, whether a bare text is its value."""

    name: str
    path: FieldPath
    convert: Converter
    is_text: bool


@cache
def field_table(record: type[Record]) -> dict[str, KeyOfField]:
    """Give what each key of a record stands for; singular keys are there too."""
    table: dict[str, KeyOfField] = {}
    for key, name in record.keys().items():
        field = record.model_fields[name]
        convert = _converter(record.__name__, name, field.annotation, field.metadata)
        is_text = convert in (text, string)
        table[key] = KeyOfField(name, (key,), convert, is_text)
        if _holds_list(field.annotation):
            table.setdefault(singular(key), KeyOfField(name, (singular(key),), convert, is_text))
    return table


@cache
def listed_keys(record: type[Record]) -> tuple[str, ...]:
    """Give the keys that a record is said to have, without the singular ones: these are suggested to people."""
    return tuple(record.keys())


@cache
def required_fields(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """Give the key and name of each field that a record must have."""
    return tuple(record.required().items())


def _holds_list(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return True
    return get_origin(annotation) in (typing.Union, types.UnionType) and any(
        get_origin(part) is tuple for part in get_args(annotation)
    )


def _converter(kind: str, name: str, annotation: Any, metadata: Iterable[Any]) -> Converter:
    """Choose what reads a field; the order goes from the special to the general."""
    join = reference_field(kind, name)
    if annotation == GoalClaims:
        return goal_claims
    if join is not None:
        if join.claim:
            return claims
        if get_origin(annotation) is tuple and get_args(annotation)[0] is str:
            kinds = frozenset(join.targets)
            return codes_of(kinds) if kinds & CODE_KINDS else references
        if annotation in (str, str | None):
            kinds = frozenset(join.targets)
            return code_of(kinds) if kinds & CODE_KINDS else reference
    if name == "code" and kind in ("Prioritisation", "Selection", "Claim"):
        return code_of(
            frozenset({{"Prioritisation": "Goal", "Selection": "Target"}.get(kind, "")}) - {""} or CODE_KINDS
        )
    return _by_type(annotation, metadata)


def _by_type(annotation: Any, metadata: Iterable[Any] = ()) -> Converter:
    """Choose what reads a value of a type."""
    if annotation in (Text, Text | None):
        return text
    if annotation == Interval:
        return interval
    if annotation in (Measured, Measured | None):
        return measured
    grammar = next((one for one in metadata if isinstance(one, Grammar)), None)
    if grammar is not None:
        return within_limits(by_grammar(grammar), metadata)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _by_type(arguments[0], arguments[1:])
    if origin in (typing.Union, types.UnionType):
        rest = [part for part in arguments if part is not type(None)]
        if len(rest) == 1:
            return _by_type(rest[0], metadata)
        literal = next((part for part in rest if get_origin(part) is Literal), None)
        if literal is not None:
            other = next(part for part in rest if part is not literal)
            return word_or(get_args(literal), _by_type(other))
    if origin is Literal:
        return closed_list(arguments)
    if origin is tuple:
        return list_of(_by_type(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation)
    if annotation is str:
        return string
    raise TypeError(f"no reader for {annotation!r}")


def _record(record: type[Record]) -> Converter:
    shorthand = SHORTHANDS.get(record.__name__)
    required = [name for name, field in record.model_fields.items() if field.is_required()]
    texts = shorthand is not None and record.model_fields[shorthand].annotation in (Text, Text | None)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        if isinstance(value, Mapping) and not (texts and _is_by_language(value, record)):
            values = reader.values(record, value, at, path)
            if record is Period and ends_too_early(**values):
                reader.wrong(at, (*path, "end"), EXPECTED_NO_EARLIER)
                del values["end"]
        elif shorthand is not None and not isinstance(value, list):
            name, _, convert, _ = field_table(record)[shorthand]
            result = convert(reader, value, at, path)
            values = {} if result is MISSING else {name: result}
        else:
            return reader.wrong(at, path, EXPECTED_LIST_ITEM)
        return MISSING if any(name not in values for name in required) else record.trusted(values)

    return read


def ends_too_early(start: PlanDate | None = None, end: PlanDate | None = None) -> bool:
    """Say whether a period is over before it has begun."""
    return start is not None and end is not None and end.end < start.start


def _is_by_language(value: Mapping, record: type[Record]) -> bool:
    """Say whether a mapping is a text by language rather than a record's fields."""
    if not value or not field_table(record).keys().isdisjoint(value):
        return False
    return all(map(_LANGUAGE.fullmatch, value))
