"""What fields are called in running text: as in the workbook, and what the workbook has sheets for."""

from __future__ import annotations

from sdggraph.io.workbook.words import called

__all__ = ["field_name"]

_NB = {
    "acceptable": "akseptabelt",
    "adopted": "vedtatt",
    "baseline": "nullpunkt",
    "budget": "budsjett",
    "desired": "ønsket",
    "follows_up": "følger opp",
    "measurements": "målinger",
    "numbers": "numre",
    "organisation": "organisasjon",
    "period": "periode",
    "range": "fra og til",
    "target_values": "målverdier",
    "values": "verdier",
}


def field_name(field: str, lang: str) -> str:
    """Give a field's words as the workbook has them; its key where it has none."""
    if lang == "nb" and field in _NB:
        return _NB[field]
    try:
        return called((field,), lang)
    except KeyError:
        return field.replace("_", " ")
