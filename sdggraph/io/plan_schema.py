"""The JSON Schema of the plan file, made from the records: for editors that complete and check while one writes."""

from __future__ import annotations

import types
import typing
from typing import Any, Literal, get_args, get_origin

from sdggraph.io.fields import field_table
from sdggraph.io.forms import SHORTHANDS
from sdggraph.model.parts import Interval
from sdggraph.model.plan import SECTIONS, PlanHeader
from sdggraph.model.record import Record
from sdggraph.model.relations import FIELDS
from sdggraph.model.scalars import Grammar
from sdggraph.model.texts import Text

__all__ = ["SCHEMA_IRI", "plan_schema"]

SCHEMA_IRI = "https://w3id.org/sdggraph/plan.schema.json"

_TEXT = {"$ref": "#/$defs/Text"}
_SCALAR = {"type": ["string", "number"]}
_NUMBER = {"type": "number"}
_DATE = {"type": ["string", "integer"], "pattern": r"^\d{4}(-(\d{2}(-\d{2})?|[QK][1-4]))?$"}
_INTERVAL = {
    "type": "array",
    "items": {"type": ["number", "null"]},
    "minItems": 2,
    "maxItems": 2,
}
_GRAMMARS: dict[str, dict[str, Any]] = {"Decimal": _NUMBER, "int": {"type": "integer"}, "PlanDate": _DATE}


def plan_schema() -> dict[str, Any]:
    """Give the schema (draft 2020-12); a key that the format doesn't have is refused."""
    defs: dict[str, Any] = {
        "Text": {
            "description": "A text in the plan's language, or texts by language.",
            "anyOf": [_SCALAR, {"type": "object", "additionalProperties": {"type": ["string", "null"]}}],
        }
    }
    header = _record(PlanHeader, defs)
    sections = {name: _section(name, record, defs) for name, record in SECTIONS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_IRI,
        "title": "sdggraph plan file",
        "type": "object",
        "properties": {
            "sdggraph": {"const": 1},
            "plan": header,
            **sections,
            "lint": {"type": "object"},
        },
        "required": ["plan"],
        "additionalProperties": False,
        "$defs": {name: defs[name] for name in sorted(defs)},
    }


def _section(name: str, record: type[Record], defs: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["array", "null"], "items": _record(record, defs), "description": f"The {name} of the plan."}


def _record(record: type[Record], defs: dict[str, Any]) -> dict[str, Any]:
    """Give a reference to a record's schema, which is made when it is first met."""
    name = record.__name__
    if name not in defs:
        defs[name] = {}
        defs[name] = _made(record, defs)
    whole = {"$ref": f"#/$defs/{name}"}
    short = SHORTHANDS.get(name)
    if short is None:
        return whole
    text = record.model_fields[short].annotation in (Text, Text | None)
    return {"anyOf": [_TEXT if text else _SCALAR, whole]}


def _made(record: type[Record], defs: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for key, (name, *_) in field_table(record).items():
        field = record.model_fields[name]
        properties[key] = _value(record.__name__, name, field.annotation, tuple(field.metadata), defs)
    minted = {"id"} if "title" in record.model_fields else set()
    required = sorted(set(record.required()) - minted)
    return {
        "type": "object",
        "description": (record.__doc__ or "").strip().partition("\n")[0],
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _value(kind: str, name: str, annotation: Any, metadata: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    if (kind, name) in FIELDS and not FIELDS[kind, name][1].claim and name != "follows_up":
        many = get_origin(annotation) is tuple
        return _one_or_many(_SCALAR) if many else _or_null(_SCALAR)
    return _or_null(_of_type(annotation, metadata, defs))


def _of_type(annotation: Any, metadata: tuple[Any, ...], defs: dict[str, Any]) -> dict[str, Any]:
    if annotation in (Text, Text | None):
        return _TEXT
    if annotation in (Interval, Interval | None):
        return _INTERVAL
    grammar = next((one for one in metadata if isinstance(one, Grammar)), None)
    if grammar is not None:
        return _GRAMMARS[grammar.becomes.__name__] | _limits(metadata)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _of_type(arguments[0], (*arguments[1:], *metadata), defs)
    if origin in (typing.Union, types.UnionType):
        parts = [_of_type(part, metadata, defs) for part in arguments if part is not type(None)]
        return parts[0] if len(parts) == 1 else {"anyOf": parts}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _one_or_many(_of_type(arguments[0], (), defs))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation, defs)
    return _SCALAR


def _limits(metadata: tuple[Any, ...]) -> dict[str, Any]:
    limits = [inner for one in metadata for inner in getattr(one, "metadata", (one,))]
    found: dict[str, Any] = {}
    for limit in limits:
        found |= {"minimum": limit.ge} if hasattr(limit, "ge") else {}
        found |= {"maximum": limit.le} if hasattr(limit, "le") else {}
    return found


def _one_or_many(schema: dict[str, Any]) -> dict[str, Any]:
    """A single value may stand for a list of one."""
    return {"anyOf": [{"type": "array", "items": schema}, schema]}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}
