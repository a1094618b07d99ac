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
    if isinstance(value, tuple):
        return ", ".join(shown_value(one, lang) for one in value)
    if isinstance(value, dict):
        if all(isinstance(one, str) and _is_language(name) for name, one in value.items()):
            return in_language(value, lang)
        when = next((name for name in ("date", "year") if name in value), None)
        if when is not None and len(value) > 1:
            rest = {name: one for name, one in value.items() if name != when}
            only = shown_value(rest["value"], lang) if rest.keys() == {"value"} else shown_value(rest, lang)
            return f"{value[when]}: {only}"
        return ", ".join(f"{field_name(name, lang)} {shown_value(one, lang)}" for name, one in value.items())
    return str(value)


def _is_language(name: str) -> bool:
    return len(name.partition("-")[0]) == 2 and name != "to"
