"""How values are written in a comparison."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sdggraph.io.field_words import field_name
from sdggraph.model.texts import in_language

__all__ = ["NOTHING", "shown_value"]

NOTHING = "\u2013"
"""What stands for no value."""


def shown_value(value: Any, lang: str) -> str:
    """Write a value on one line: decimals as people read them, texts in a language, records field by field."""
    if value is None:
        return NOTHING
    if isinstance(value, Decimal):
        text = format(value.normalize(), "f")
        return text.replace(".", ",") if lang == "nb" else text
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(one, Decimal | None) for one in value):
        return _interval(*(None if one is None else shown_value(one, lang) for one in value))
    if isinstance(value, tuple | list):
        return ", ".join(shown_value(one, lang) for one in value)
    if isinstance(value, dict):
        if all(isinstance(one, str) and _is_language(name) for name, one in value.items()):
            return in_language(value, lang)
        when = next((name for name in ("date", "year") if name in value), None)
        if when is not None and len(value) > 1:
            rest = {name: one for name, one in value.items() if name != when and (name, one) != ("status", "final")}
            figure = [shown_value(rest.pop("value"), lang)] if "value" in rest else []
            return f"{value[when]}: {', '.join([*figure, shown_value(rest, lang)] if rest else figure)}"
        return ", ".join(f"{field_name(name, lang)} {shown_value(one, lang)}" for name, one in value.items())
    return str(value)


def _interval(low: str | None, high: str | None) -> str:
    """Write an interval by its ends, or by the one that it has."""
    if low is None or high is None:
        return f"\u2265 {low}" if low else f"\u2264 {high}" if high else NOTHING
    return f"{low}{NOTHING}{high}"


def _is_language(name: str) -> bool:
    return len(name.partition("-")[0]) == 2 and name != "to"
