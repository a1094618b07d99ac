"""Advice for tables: what help calls by the keys of a plan file, a planner knows by the headings of columns."""

from __future__ import annotations

import re

from sdggraph.base.words import Words, pick, words

__all__ = ["for_tables"]

_KEY = re.compile(r"`(\w+)(?::[^`]*)?`")

_COLUMNS: dict[str, Words] = {
    "actions": words("Action", "Tiltak"),
    "areas": words("Area", "Område"),
    "baseline": words("Baseline", "Nullpunkt"),
    "budget": words("Budget", "Budsjett"),
    "goals": words("SDG", "FN-mål"),
    "indicators": words("Indicator", "Indikator"),
    "objectives": words("Objective", "Mål"),
    "owner": words("Responsible", "Ansvar"),
    "period": words("Deadline", "Frist"),
    "significance": words("Municipal significance", "Kommunal betydning"),
    "source": words("Source", "Kilde"),
    "stakeholders": words("Stakeholders", "Interesser"),
    "status": words("Status", "Status"),
    "strategies": words("Strategy", "Strategi"),
    "target_values": words("Target value", "Målverdi"),
    "targets": words("Target", "Delmål"),
    "unit": words("Unit", "Enhet"),
}


def for_tables(advice: str, lang: str) -> str:
    """Give advice in the words of a table: `` `unit:` `` becomes the heading «Enhet».

    What stands in no table (`goals: none`, a role) is left as the plan file has it.
    """

    def heading(match: re.Match[str]) -> str:
        column = _COLUMNS.get(match[1])
        if column is None or match[0].endswith((": none`", ": within_frame`", ": done`")):
            return match[0]
        return f"«{pick(column, lang)}»" if lang == "nb" else f"“{pick(column, lang)}”"

    return _KEY.sub(heading, advice)
