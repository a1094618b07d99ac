"""Edits of single cells of a table: which part of a cell's text stands where, and what stands there instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Edit, Fix
from sdggraph.base.grids import cell_text
from sdggraph.base.places import TextFile
from sdggraph.base.words import words

if TYPE_CHECKING:
    from sdggraph.base.places import Place

__all__ = ["cell_fix", "full_text", "span_in"]


def full_text(value: object) -> str:
    """Give a cell's whole text, with the spaces around it: what an edit's columns count in."""
    return value if isinstance(value, str) else cell_text(value)


def span_in(text: str, piece: str) -> tuple[int, int] | None:
    """Find a piece in a cell's text where it stands by itself; None unless it does so exactly once."""
    found = list(re.finditer(rf"(?<![\w.]){re.escape(piece)}(?![\w]|[.,]\w)", text)) if piece else []
    return found[0].span() if len(found) == 1 else None


def cell_fix(place: Place, text: str, span: tuple[int, int] | None, new: str, *, safe: bool) -> Fix | None:
    """Give the fix that puts ``new`` in the place of a part of a cell's text; None where there is no such part."""
    if place.cell is None or place.file is None or span is None:
        return None
    within = TextFile("", text)
    start, end = within.line_column(span[0]), within.line_column(span[1])
    edit = Edit(place.file, start, end, new, place.sheet, place.cell)
    return Fix(safe, words(f"write {new}", f"skriv {new}"), (edit,))
