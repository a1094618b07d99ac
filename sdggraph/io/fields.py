"""From a document's plain values to the values of a record's fields, each by the type that the record declares.

A field that is wrong is reported with its place and left out; the rest of the record is read.
"""

from __future__ import annotations

import re
import types
import typing
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, get_args, get_origin

from sdggraph.base.nearby import nearest
from sdggraph.base.words import Words, words
from sdggraph.io.document import Mapping
from sdggraph.io.forms import (
    CODE_KINDS,
    EXPECTED_DATE,
    EXPECTED_INTERVAL,
    EXPECTED_LIST_ITEM,
    EXPECTED_NUMBER,
    EXPECTED_REFERENCE,
    EXPECTED_TEXT,
    EXPECTED_WHOLE,
    SHORTHANDS,
    one_of,
)
from sdggraph.model.nodes import GoalClaims
from sdggraph.model.parts import Claim, Interval, Measured
from sdggraph.model.record import Record
from sdggraph.model.relations import reference_field
from sdggraph.model.scalars import Grammar, parse_decimal
from sdggraph.model.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sdggraph.base.places import FieldPath
    from sdggraph.io.record_reader import RecordReader

__all__ = ["MISSING", "Converter", "KeyOfField", "field_table", "required_fields"]


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class _Missing:
    """The mark of a value that was left out."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Any = _Missing()

Converter: TypeAlias = "Callable[[RecordReader, Any, int, FieldPath], Any]"


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
        is_text = convert in (_text, _string)
        table[key] = KeyOfField(name, (key,), convert, is_text)
        if _holds_list(field.annotation):
            table.setdefault(_singular(key), KeyOfField(name, (_singular(key),), convert, is_text))
    return table


@cache
def required_fields(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """Give the key and name of each field that a record must have."""
    return tuple(record.required().items())


def _singular(key: str) -> str:
    return key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")


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
        return _goal_claims
    if join is not None:
        if join.claim:
            return _claims
        if get_origin(annotation) is tuple and get_args(annotation)[0] is str:
            kinds = frozenset(join.targets)
            return _codes(kinds) if kinds & CODE_KINDS else _references
        if annotation in (str, str | None):
            kinds = frozenset(join.targets)
            return _code(kinds) if kinds & CODE_KINDS else _reference
    if name == "code" and kind in ("Prioritisation", "Selection", "Claim"):
        return _code(frozenset({{"Prioritisation": "Goal", "Selection": "Target"}.get(kind, "")}) - {""} or CODE_KINDS)
    return _by_type(annotation, metadata)


def _by_type(annotation: Any, metadata: Iterable[Any] = ()) -> Converter:
    """Choose what reads a value of a type."""
    if annotation in (Text, Text | None):
        return _text
    if annotation == Interval:
        return _interval
    if annotation in (Measured, Measured | None):
        return _measured
    grammar = next((one for one in metadata if isinstance(one, Grammar)), None)
    if grammar is not None:
        return _with_limits(_grammar(grammar), metadata)
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
            return _word_or(get_args(literal), _by_type(other))
    if origin is Literal:
        return _closed_list(arguments)
    if origin is tuple:
        return _list(_by_type(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation)
    if annotation is str:
        return _string
    raise TypeError(f"no reader for {annotation!r}")


def _text(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if value.__class__ is str:
        return value
    if isinstance(value, Mapping):
        texts: dict[str, str] = {}
        for language, text in value.items():
            if isinstance(text, str):
                texts[language.lower()] = text
            elif text is not None:
                reader.wrong(at, (*path, language), EXPECTED_TEXT)
        return texts
    return reader.wrong(at, path, EXPECTED_TEXT)


def _string(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    return value if value.__class__ is str else reader.wrong(at, path, EXPECTED_TEXT)


def _reference(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if value.__class__ is str:
        return value.strip()
    if isinstance(value, list) and len(value) == 1:
        return _reference(reader, value[0], at, (*path, 0))
    return reader.wrong(at, path, EXPECTED_REFERENCE)


def _references(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if value.__class__ is list:
        strings = tuple([item.strip() for item in value if item.__class__ is str])
        if len(strings) == len(value):
            return strings
    return _items(reader, value, at, path, _reference)


def _items(reader: RecordReader, value: Any, at: int, path: FieldPath, convert: Converter) -> Any:
    """Read a list, or a single value that stands for a list of one."""
    if not isinstance(value, list):
        item = convert(reader, value, at, path)
        return MISSING if item is MISSING else (item,)
    read = []
    for number, item in enumerate(value):
        if item is None:
            reader.wrong(at, (*path, number), EXPECTED_LIST_ITEM)
            continue
        result = convert(reader, item, at, (*path, number))
        if result is not MISSING:
            read.append(result)
    return tuple(read)


def _list(convert: Converter) -> Converter:
    if convert is _interval:
        return _intervals

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        return _items(reader, value, at, path, convert)

    return read


def _intervals(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if isinstance(value, list) and value and not any(isinstance(item, list) for item in value):
        value = [value]
    return _items(reader, value, at, path, _interval)


def _code(kinds: frozenset[str]) -> Converter:
    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        if value.__class__ is not str:
            return reader.wrong(at, path, EXPECTED_REFERENCE)
        if kinds - CODE_KINDS and not reader.reads_as_code(value):
            return value.strip()
        return reader.code(value, at, path, kinds)

    return read


def _codes(kinds: frozenset[str]) -> Converter:
    one = _code(kinds)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        return _items(reader, value, at, path, one)

    return read


_GOAL, _TARGET = frozenset({"Goal"}), frozenset({"Target"})


def _claims(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if value.__class__ is list:
        kinds = _GOAL if path[0] in ("goals", "goal") else _TARGET
        claims = [reader.known_claims.get((item, kinds)) for item in value if item.__class__ is str]
        if len(claims) == len(value) and all(claims):
            return tuple(claims)
    return _items(reader, value, at, path, _claim)


def _claim(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    kinds = _GOAL if path[0] in ("goals", "goal") else _TARGET
    if value.__class__ is str:
        code = reader.code(value, at, path, kinds)
        return MISSING if code is MISSING else reader.plain_claim(value, code, kinds)
    if isinstance(value, Mapping):
        values = reader.values(Claim, value, at, path)
        code = values.get("code")
        if code is None:
            return MISSING
        if not reader.joins(code, at, (*path, "code"), kinds):
            return MISSING
        return Claim.trusted(values)
    return reader.wrong(at, path, EXPECTED_REFERENCE)


def _goal_claims(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if value == "none":
        return "none"
    return _claims(reader, value, at, path)


def _interval(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if not isinstance(value, list) or len(value) != 2:
        return reader.wrong(at, path, EXPECTED_INTERVAL)
    ends = tuple(None if end is None else _number(reader, end, at, (*path, i)) for i, end in enumerate(value))
    if MISSING in ends:
        return MISSING
    low, high = ends
    if low is not None and high is not None and low > high:
        return reader.wrong(at, path, EXPECTED_INTERVAL)
    return ends


def _number(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if value.__class__ is str:
        try:
            return parse_decimal(value)
        except ValueError:
            return reader.wrong_number(value, at, path)
    return reader.wrong(at, path, EXPECTED_NUMBER)


def _measured(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if value.__class__ is not str:
        return reader.wrong(at, path, EXPECTED_NUMBER)
    try:
        return parse_decimal(value)
    except ValueError:
        return value


_GRAMMAR_WORDS = {Decimal: EXPECTED_NUMBER, int: EXPECTED_WHOLE}


def _grammar(grammar: Grammar) -> Converter:
    if grammar.becomes is Decimal:
        return _number
    expected = _GRAMMAR_WORDS.get(grammar.becomes, EXPECTED_DATE)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        if value.__class__ is str:
            try:
                return grammar.read(value)
            except ValueError:
                pass
        return reader.wrong(at, path, expected)

    return read


def _with_limits(convert: Converter, metadata: Iterable[Any]) -> Converter:
    bounds = [bound for one in metadata for bound in (getattr(one, "metadata", None) or [one])]
    low = next((one.ge for one in bounds if hasattr(one, "ge")), None)
    high = next((one.le for one in bounds if hasattr(one, "le")), None)
    if low is None:
        return convert
    expected = _between(low, high)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        result = convert(reader, value, at, path)
        if result is MISSING or (low <= result and (high is None or result <= high)):
            return result
        return reader.wrong(at, path, expected)

    return read


def _between(low: Any, high: Any) -> Words:
    if high is None:
        return words(f"a number, at least {low}", f"et tall, minst {low}")
    return words(f"a number from {low} to {high}", f"et tall fra {low} til {high}")


def _closed_list(choices: tuple[str, ...]) -> Converter:
    known = frozenset(choices)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        if value.__class__ is str and value in known:
            return value
        close = nearest(value, choices) if isinstance(value, str) else []
        return reader.wrong(at, path, one_of(choices), meant=close[0] if close else None)

    return read


def _word_or(choices: tuple[str, ...], other: Converter) -> Converter:
    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        return value if value in choices else other(reader, value, at, path)

    return read


def _record(record: type[Record]) -> Converter:
    shorthand = SHORTHANDS.get(record.__name__)
    required = [name for name, field in record.model_fields.items() if field.is_required()]
    texts = shorthand is not None and record.model_fields[shorthand].annotation in (Text, Text | None)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        if isinstance(value, Mapping) and not (texts and _is_by_language(value, record)):
            values = reader.values(record, value, at, path)
        elif shorthand is not None and not isinstance(value, list):
            name, _, convert, _ = field_table(record)[shorthand]
            result = convert(reader, value, at, path)
            values = {} if result is MISSING else {name: result}
        else:
            return reader.wrong(at, path, EXPECTED_LIST_ITEM)
        return MISSING if any(name not in values for name in required) else record.trusted(values)

    return read


def _is_by_language(value: Mapping, record: type[Record]) -> bool:
    """Say whether a mapping is a text by language rather than a record's fields."""
    if not value or not field_table(record).keys().isdisjoint(value):
        return False
    return all(map(_LANGUAGE.fullmatch, value))
