"""The attributes that rules may name as text: the keys of a plan file, to any depth, and the values of closed lists."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from sdggraph.model.nodes import Precondition
from sdggraph.model.plan import SECTIONS, PlanHeader
from sdggraph.model.record import Record, singular

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["choices", "found_attribute"]

_RECORDS: dict[str, type[Record]] = {record.__name__: record for record in SECTIONS.values()} | {
    "Plan": PlanHeader,
    "Precondition": Precondition,
}
_NESTING = (typing.Union, types.UnionType, tuple)
_FOLLOWING = ("count", "length", "years")
"""What isn't said, but follows from what is."""


def found_attribute(kinds: tuple[str, ...], written: str) -> tuple[str, str, tuple[str, ...]]:
    """Give a dotted attribute as rules name it; the first part that nothing has, if any, and what there is instead."""
    records = tuple(_RECORDS[kind] for kind in kinds or _RECORDS if kind in _RECORDS)
    known = {"code": "code", "id": "id", **_keys(records)}
    names: list[str] = []
    parts = written.split(".")
    for number, part in enumerate(parts):
        if number and part in _FOLLOWING:
            return ".".join((*names, *parts[number:])), "", ()
        if part not in known:
            return written, part, tuple(known)
        names.append(known[part])
        leaves = _leaves(records, known[part])
        if dict in leaves:  # a text by language: any may be named
            return ".".join((*names, *parts[number + 1 :])), "", ()
        records = _records_in(leaves)
        known = _keys(records)
    return ".".join(names), "", ()


def _keys(records: Iterable[type[Record]]) -> dict[str, str]:
    """Give the fields of some records by their keys, in the singular too."""
    known: dict[str, str] = {}
    for record in records:
        for key, name in record.keys().items():
            known[key] = name
            known.setdefault(singular(key), name)
    return known


def _records_in(leaves: Iterable[Any]) -> tuple[type[Record], ...]:
    return tuple(leaf for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, Record))


def choices(kinds: tuple[str, ...], attribute: str) -> tuple[str, ...]:
    """Give the values that an attribute may have, where it has those of a closed list and no other."""
    records = tuple(_RECORDS[kind] for kind in kinds or _RECORDS if kind in _RECORDS)
    leaves: tuple[Any, ...] = ()
    for name in attribute.split("."):
        leaves = _leaves(records, name)
        records = _records_in(leaves)
    said = [leaf for leaf in leaves if leaf is not type(None)]
    if not said or not all(get_origin(leaf) is Literal for leaf in said):
        return ()
    return tuple(dict.fromkeys(str(value) for leaf in said for value in get_args(leaf)))


@cache
def _leaves(records: tuple[type[Record], ...], name: str) -> tuple[Any, ...]:
    """Give the types of a field's single values, over all records that have it."""
    fields = (record.model_fields[name] for record in records if name in record.model_fields)
    return tuple(dict.fromkeys(leaf for field in fields for leaf in _single(field.annotation)))


def _single(annotation: Any) -> list[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _single(get_args(annotation)[0])
    if origin in _NESTING:
        return [leaf for part in get_args(annotation) if part is not Ellipsis for leaf in _single(part)]
    return [dict] if origin is dict else [annotation]
