"""What fields are called in running text: as in the workbook, and what the workbook has sheets for."""

from __future__ import annotations

from sdggraph.io.workbook.values import choice_in
from sdggraph.io.workbook.words import called

__all__ = ["field_name", "field_value"]

_NB = {
    "acceptable": "akseptabelt",
    "adopted": "vedtatt",
    "baseline": "nullpunkt",
    "budget": "budsjett",
    "desired": "ønsket",
    "evidence": "kunnskapsgrunnlag",
    "follows_up": "følger opp",
    "measurements": "målinger",
    "numbers": "numre",
    "organisation": "organisasjon",
    "period": "periode",
    "range": "fra og til",
    "target_values": "målverdier",
    "type": "type",
    "values": "verdier",
}


_CLOSED = frozenset({"direction", "effect", "kind", "status", "type", "value_type"})
"""Fields with a closed list of values; ``role`` is one only in some records."""


def field_value(field: str, value: str, lang: str) -> str:
    """Give a field's value in a language where it is one of a closed list; any other as it is."""
    return choice_in(lang, value) if field in _CLOSED else value


def field_name(field: str, lang: str) -> str:
    """Give a field's words as the workbook has them; its key where it has none."""
    if lang == "nb" and field in _NB:
        return _NB[field]
    try:
        return called((field,), lang)
    except KeyError:
        return field.replace("_", " ")
