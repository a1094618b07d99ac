"""When two plans are equal.

Lists of references are sets; sections and lists of texts are ordered; absent, null and the empty list are one; a plain
text is a text in the plan's language; language tags are lower case; decimals count by value. Places, comments, the
``lint:`` section, and in which files the records stand (``use``, ``measurements``) don't count.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.model.record import Record
from sdggraph.model.relations import FIELDS
from sdggraph.model.texts import Text, by_language

if TYPE_CHECKING:
    from collections.abc import Container

    from sdggraph.model.plan import Plan

__all__ = ["COMPANIONS", "UNORDERED", "content", "is_text", "record_content"]

COMPANIONS = frozenset({"use", "measurements"})
"""Fields of a plan that name files which its records stand in."""

UNORDERED = frozenset({"tracks", "dimensions", "languages"})
"""Fields of a plan's nodes that are sets of words."""


def content(plan: Plan) -> dict[str, Any]:
    """Give a plan's content in the form in which equal plans are equal."""
    return record_content(plan, plan.language.lower())


def record_content(record: Record, language: str, only: Container[str] | None = None) -> dict[str, Any]:
    """Give a record's content in the form in which equal records are equal; plain texts are in ``language``.

    With ``only`` the content of these fields alone.
    """
    kind = type(record).__name__
    said: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        if (kind == "Plan" and name in COMPANIONS) or (only is not None and name not in only):
            continue
        value = getattr(record, name)
        if is_text(field.annotation):
            value = by_language(value, language)
        elif field.annotation == tuple[Text, ...]:
            value = tuple(by_language(item, language) for item in value)
        elif (kind, name) in FIELDS or (name in UNORDERED and kind != "Plan"):
            value = _as_set(value, language)
        else:
            value = _value(value, language)
        if value not in (None, (), {}, "", frozenset()):
            said[name] = value
    return said


def is_text(annotation: Any) -> bool:
    """Say whether a field of this type holds one text."""
    return annotation in (Text, Text | None)


def _as_set(value: Any, language: str) -> Any:
    if not isinstance(value, tuple):
        return _value(value, language)
    said = {repr(one): one for one in (_value(item, language) for item in value)}
    return tuple(said[key] for key in sorted(said))


def _value(value: Any, language: str) -> Any:
    if isinstance(value, Record):
        return record_content(value, language)
    if isinstance(value, tuple):
        return tuple(_value(item, language) for item in value)
    if isinstance(value, dict):
        return by_language(value, language)
    if isinstance(value, Decimal):
        return value.normalize()
    return value
