"""A made plan as YAML, in the layout people use: a key a line, short lists on one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planmaker.grow import GrownPlan

__all__ = ["write"]

_PLAIN = re.compile(r"[A-Za-zÆØÅæøå_][\wÆØÅæøå .(/%-]*|\d[\d.a-d-]*", re.ASCII)
_READ_OTHERWISE = frozenset({"yes", "no", "on", "off", "true", "false", "null", "none"})


def write(plan: GrownPlan) -> str:
    """Give the plan's text; each node gets to know the line of each of its keys."""
    lines = ["sdggraph: 1", "plan:"]
    lines += [f"  {key}: {_value(value)}" for key, value in plan.header.items()]
    for section, nodes in plan.sections.items():
        if not nodes:
            continue
        lines += ["", f"{section}:"]
        for node in nodes:
            start = "  - "
            for key, value in node.values.items():
                lines.append(f"{start}{key}: {_value(value)}")
                node.lines[key] = len(lines)
                start = "    "
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_value(item)}" for key, item in value.items()) + "}"
    if value is None:
        return "null"
    text = str(value)
    sure = _PLAIN.fullmatch(text) is not None and not text.endswith(" ") and text not in _READ_OTHERWISE
    return text if sure else json.dumps(text, ensure_ascii=False)
