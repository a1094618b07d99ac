"""What reads one value: each converter takes a document's plain value and gives the field's, or notes why it can't.

A value that is wrong is reported with its place and left out (MISSING).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

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
    one_of,
)
from sdggraph.model.parts import Claim
from sdggraph.model.scalars import Grammar, parse_decimal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sdggraph.base.places import FieldPath
    from sdggraph.io.record_reader import RecordReader

__all__ = [
    "MISSING",
    "Converter",
    "by_grammar",
    "claims",
    "closed_list",
    "code_of",
    "codes_of",
    "goal_claims",
    "interval",
    "list_of",
    "measured",
    "reference",
    "references",
    "string",
    "text",
    "within_limits",
    "word_or",
]


class _Missing:
    """The mark of a value that was left out."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Any = _Missing()

Converter: TypeAlias = "Callable[[RecordReader, Any, int, FieldPath], Any]"


def text(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read a text, or texts by language."""
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


def string(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read a plain text."""
    return value if value.__class__ is str else reader.wrong(at, path, EXPECTED_TEXT)


def reference(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read an id."""
    if value.__class__ is str:
        return value.strip()
    if isinstance(value, list) and len(value) == 1:
        return reference(reader, value[0], at, (*path, 0))
    return reader.wrong(at, path, EXPECTED_REFERENCE)


def references(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read a list of ids, or one."""
    if value.__class__ is list:
        strings = tuple([item.strip() for item in value if item.__class__ is str])
        if len(strings) == len(value):
            return strings
    return _items(reader, value, at, path, reference)


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


def list_of(convert: Converter) -> Converter:
    """Make what reads a list, or a single value that stands for a list of one."""
    if convert is interval:
        return _intervals

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        return _items(reader, value, at, path, convert)

    return read


def _intervals(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    if isinstance(value, list) and value and not any(isinstance(item, list) for item in value):
        value = [value]
    return _items(reader, value, at, path, interval)


def code_of(kinds: frozenset[str]) -> Converter:
    """Make what reads a code of some kinds, or an id where the field may hold one as well."""

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        if value.__class__ is not str:
            return reader.wrong(at, path, EXPECTED_REFERENCE)
        if kinds - CODE_KINDS and not reader.reads_as_code(value):
            return value.strip()
        return reader.code(value, at, path, kinds)

    return read


def codes_of(kinds: frozenset[str]) -> Converter:
    """Make what reads a list of codes, or one."""
    one = code_of(kinds)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        return _items(reader, value, at, path, one)

    return read


_GOAL, _TARGET = frozenset({"Goal"}), frozenset({"Target"})


def claims(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read claims to goals or targets."""
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


def goal_claims(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read claims to goals, or the word ``none``."""
    if value == "none":
        return "none"
    return claims(reader, value, at, path)


def interval(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read an interval of two numbers, either of which may be open."""
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


def measured(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
    """Read a measured value: a number where it is one, else the text."""
    if value.__class__ is not str:
        return reader.wrong(at, path, EXPECTED_NUMBER)
    try:
        return parse_decimal(value)
    except ValueError:
        return value


_GRAMMAR_WORDS = {Decimal: EXPECTED_NUMBER, int: EXPECTED_WHOLE}


def by_grammar(grammar: Grammar) -> Converter:
    """Make what reads a number or a date by its grammar."""
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


def within_limits(convert: Converter, metadata: Iterable[Any]) -> Converter:
    """Make what reads a number and holds it against the limits that the field declares."""
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


def closed_list(choices: tuple[str, ...]) -> Converter:
    """Make what reads one of some words."""
    known = frozenset(choices)

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        if value.__class__ is str and value in known:
            return value
        return reader.wrong(at, path, one_of(choices), meant=_choice_meant(value, choices))

    return read


def _choice_meant(value: Any, choices: tuple[str, ...]) -> str | None:
    """Give the word that was probably meant: the one that a Norwegian word says, else the nearest."""
    if not isinstance(value, str):
        return None
    from sdggraph.io.workbook.values import choice_called

    close = nearest(value, choices)
    return choice_called(value, choices) or (close[0] if close else None)


def word_or(choices: tuple[str, ...], other: Converter) -> Converter:
    """Make what reads one of some words, or what another converter reads."""

    def read(reader: RecordReader, value: Any, at: int, path: FieldPath) -> Any:
        return value if value in choices else other(reader, value, at, path)

    return read
