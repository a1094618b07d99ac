"""Fixes that put the word that is near in the place of a misspelt one, in a text or in a table's cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.cell_edits import cell_fix, full_text, span_in
from sdggraph.base.diagnostics import Edit, Fix
from sdggraph.base.grids import cell_position
from sdggraph.base.words import words

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Finding
    from sdggraph.base.places import Place
    from sdggraph.lint.system import PlanSystem

__all__ = ["in_cell", "replaced"]


def in_cell(system: PlanSystem, place: Place, finding: Finding, wrong: str) -> Fix | None:
    """Give the fix that writes what is meant into the cell of a table, where the misspelt word stands in it."""
    tables = (plan.reading.tables for plan in system.named if plan.reading is not None)
    grid = next((one[place.file or "", place.sheet] for one in tables if (place.file or "", place.sheet) in one), None)
    if grid is None or not grid.mendable or "meant" not in finding.values or place.cell is None:
        return None
    text = full_text(grid.value(*cell_position(place.cell)))
    return cell_fix(place, text, span_in(text, wrong), str(finding.values["meant"]), safe=False)


def replaced(place: Place, old: str, new: str) -> Fix | None:
    """Give the fix that writes a word in the place of another, in the quotes that it has."""
    if place.line != place.end_line or place.column is None or place.end_column is None:
        return None
    spare = place.end_column - place.column - len(old)
    if spare not in (0, 2):  # as it stands, or in quotes
        return None
    inset = spare // 2
    edit = Edit(
        place.file or "",
        (place.line or 1, place.column + inset),
        (place.line or 1, place.end_column - inset),
        new,
    )
    return Fix(safe=False, description=words(f"write {new}", f"skriv {new}"), edits=(edit,))
