"""How values are written in a comparison."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sdggraph.io.field_words import field_name, field_value
from sdggraph.model.texts import in_language

__all__ = ["NOTHING", "shown_value"]

_LONG = 10_000
NOTHING = "\u2013"
"""What stands for no value."""


def shown_value(value: Any, lang: str, field: str = "") -> str:
    """Write a value of a field on one line: decimals as people read them, closed lists and texts in a language."""
    if value is None:
        return NOTHING
    if isinstance(value, Decimal):
        return _figure(value, lang)
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
        return ", ".join(f"{field_name(name, lang)} {shown_value(one, lang, name)}" for name, one in value.items())
    return field_value(field, value, lang) if isinstance(value, str) else str(value)


def _figure(value: Decimal, lang: str) -> str:
    """Write a number with its thousands apart from ten thousand on."""
    text = format(value.normalize(), ",f" if abs(value) >= _LONG else "f")
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",") if lang == "nb" else text


def _interval(low: str | None, high: str | None) -> str:
    """Write an interval by its ends, or by the one that it has."""
    if low is None or high is None:
        return f"\u2265 {low}" if low else f"\u2264 {high}" if high else NOTHING
    return f"{low}{NOTHING}{high}"


def _is_language(name: str) -> bool:
    return len(name.partition("-")[0]) == 2 and name != "to"
