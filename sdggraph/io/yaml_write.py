"""A plan as a YAML file that people like to read: sections in their order, one record an item, nothing unsaid."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.model.plan import SECTIONS, PlanHeader
from sdggraph.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.plan import Plan

__all__ = ["plan_to_data", "plan_to_json", "plan_to_yaml"]

_WIDTH = 100
_PLAIN = re.compile(r"[^\W\d_][\w .;()/%+\-\u2013\u2014«»“”\u2019!?&=*<>]*")
_CONTROL = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff]")
_LOOKS_TYPED = re.compile(r"(?:null|true|false|yes|no|on|off|y|n|none)", re.IGNORECASE)
_CODE_OR_DATE = re.compile(r"\d{1,2}\.[a-d](?:\.\d)?|\d{1,2}\.\d{1,2}\.\d|[12]\d{3}(?:-\d{2}){0,2}|[1-9]\d?", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)


def plan_to_yaml(plan: Plan) -> str:
    """Write a plan; read again, it is an equal plan.

    A code that YAML would take for a number (``3.8``) stands in quotes, so that other programs keep it as well.
    """
    data = plan_to_data(plan)
    lines = ["sdggraph: 1"]
    lines.append("plan:")
    lines.extend(_mapping(data["plan"], "  "))
    for section in SECTIONS:
        if section in data:
            lines.extend(["", f"{section}:"])
            for item in data[section]:
                lines.extend(_item(item, "  "))
    return "\n".join(lines) + "\n"


def plan_to_json(plan: Plan) -> str:
    """Write a plan as JSON with the same keys as the YAML file."""
    return json.dumps(plan_to_data(plan), ensure_ascii=False, indent=2, default=str) + "\n"


def plan_to_data(plan: Plan) -> dict[str, Any]:
    """Give a plan as the plain dicts and lists of its file; what isn't said isn't there."""
    header = {name: value for name, value in _said(plan).items() if name not in SECTIONS or name == "measurements"}
    if plan.reading is not None and (plan.use or plan.measurements):
        # Libraries and measurements were read into the records, so the copy needs no companions.
        header.pop("use", None)
        header.pop("measurements", None)
    data: dict[str, Any] = {
        "sdggraph": 1,
        "plan": {key: header[key] for key in list(PlanHeader.keys()) if key in header},
    }
    for section in SECTIONS:
        records = getattr(plan, section)
        if records:
            data[section] = [_said(record) for record in records]
    return data


def _said(record: Record) -> dict[str, Any]:
    """Give what a record says, by key; defaults and empty values are left out."""
    blank = type(record).blank()
    said: dict[str, Any] = {}
    for key, name in type(record).keys().items():
        value = getattr(record, name)
        if isinstance(record, PlanHeader) and name in SECTIONS and name != "measurements":
            continue
        if value not in (None, (), {}) and (value != blank[name] or name in ("id", "title", "code", "language")):
            said[key] = _plain(value)
    return said


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return _short(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _short(record: Record) -> Any:
    """Give a record that says only one thing by that alone, where the format allows it."""
    said = _said(record)
    if type(record).__name__ == "Claim" and set(said) == {"code"}:
        return said["code"]
    if type(record).__name__ == "Condition" and set(said) == {"text"} and isinstance(said["text"], str):
        return said["text"]
    return said


def _item(value: Any, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{indent}- {_flow(value)}"
        return
    flow = _flow(value)
    if len(flow) + len(indent) + 2 <= _WIDTH and not any(isinstance(one, (dict, list)) for one in value.values()):
        yield f"{indent}- {flow}"
        return
    for number, line in enumerate(_mapping(value, indent + "  ")):
        yield f"{indent}- {line[len(indent) + 2 :]}" if number == 0 else line


def _mapping(mapping: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        name = _scalar(key)
        flow = _flow(value)
        if not isinstance(value, (dict, list)) or len(indent) + len(name) + len(flow) + 2 <= _WIDTH:
            yield f"{indent}{name}: {flow}"
        elif isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _mapping(value, indent + "  ")
        else:
            yield f"{indent}{name}:"
            for item in value:
                yield from _item(item, indent + "  ")


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    """Give a scalar; a text is quoted unless it can't be taken for anything else, in brackets or out."""
    if value is None:
        return "null"
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _CODE_OR_DATE.fullmatch(text):
        return text
    if _NUMBER.fullmatch(text):
        return f'"{text}"'
    if _PLAIN.fullmatch(text) and not _LOOKS_TYPED.fullmatch(text) and text == text.rstrip():
        return text
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
