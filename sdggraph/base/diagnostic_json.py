"""A diagnostic in the stable form of the JSON output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.base.words import pick

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Diagnostic, Edit, Fix
    from sdggraph.base.places import Place

__all__ = ["diagnostic_to_dict"]


def diagnostic_to_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """Give the diagnostic as plain dicts, lists and strings."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.word,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "subject": diagnostic.subject,
        "engine": diagnostic.engine,
        "place": _place(diagnostic.place),
        "related": [{"subject": one.subject, "place": _place(one.place)} for one in diagnostic.related],
        "consequences": [{"code": one.code, "subject": one.subject} for one in diagnostic.consequences],
        "fix": _fix(diagnostic.fix, diagnostic.lang),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    names = ("file", "line", "column", "end_line", "end_column", "sheet", "cell")
    shown: dict[str, Any] = {name: getattr(place, name) for name in names}
    if place.subject is not None:
        shown["subject"] = place.subject
    return shown


def _fix(fix: Fix | None, lang: str) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [_edit(edit) for edit in fix.edits]
    return {"safe": fix.safe, "description": pick(fix.description, lang), "edits": edits}


def _edit(edit: Edit) -> dict[str, Any]:
    """Give an edit; that of a cell names it, and its start and end are in the cell's own text."""
    shown: dict[str, Any] = {"file": edit.file}
    if edit.cell is not None:
        shown |= {"sheet": edit.sheet, "cell": edit.cell}
    return {**shown, "start": list(edit.start), "end": list(edit.end), "text": edit.text}
