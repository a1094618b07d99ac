"""Which rows of a table say something, and what stands in columns that no layout has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Finding
from sdggraph.io.tables.cell_texts import Item
from sdggraph.io.tables.vocabulary import meaning_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.io.tables.drafts import Cell, Drafts
    from sdggraph.io.tables.headings import Headings
    from sdggraph.io.tables.sheet import Sheet

__all__ = ["area_in_row", "heading_again", "is_blank", "is_total", "note_columns", "notes_of"]

_AREA = re.compile(
    r"(?:(?:hoved|hovud)?(?:satsings|satsnings|innsats|mål|fokus|tema)?område|tema|theme"
    r"|(?:focus |priority |target )?area)"
    r"(?:\s+(\d{1,2}|[A-ZÆØÅ]|[IVX]{1,4}))?\s*[:.)\u2013-]\s*(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""An area's own row: the word for it, its number or a colon, and its title."""

_TOTALS = frozenset({"sum", "total", "totalt", "i alt", "sum totalt", "totals"})
_TOTAL_OF = re.compile(
    r"(?:sum|totalt?)\s+(?:netto\s+)?(?:drift|invest|kostnad|utgift|budsjett|tiltak|operat|cost|budget|20\d\d)",
    re.IGNORECASE,
)


def is_total(text: str) -> bool:
    """Say whether a row that begins with a text adds up the others: *Sum*, *Sum investeringer*."""
    return text.casefold().rstrip(":") in _TOTALS or _TOTAL_OF.match(text) is not None


def is_blank(sheet: Sheet, headings: Headings, row: int) -> bool:
    """Say whether a row has no text under any heading."""
    values = sheet.rows[row]
    if not any(values):
        return True
    return not any(sheet.text(row, heading.column) for heading in headings.columns)


def heading_again(sheet: Sheet, headings: Headings, row: int) -> bool:
    """Say whether a row repeats the headings, as printed tables do at the top of each page."""
    values = sheet.rows[row]
    width = len(values)
    same = sum(one.column < width and values[one.column] == one.raw for one in headings.columns if one.slot)
    if same < 2:
        return False
    said = (sheet.text(row, one.column) for one in headings.columns if one.slot)
    return all(not text or meaning_of(text) is not None for text in said)


def area_in_row(sheet: Sheet, headings: Headings, row: int) -> tuple[Item, Cell] | None:
    """Give the area that a row names for all rows below it: *Satsingsområde 2: Grønn omstilling*, alone in its row."""
    filled = [at for at, value in enumerate(sheet.rows[row]) if value not in ("", None)]
    if len(filled) != 1 or filled[0] > min(heading.column for heading in headings.columns):
        return None
    match = _AREA.fullmatch(sheet.text(row, filled[0]))
    return (Item(" ".join(match[2].split()), match[1]), (sheet, row, filled[0])) if match is not None else None


def notes_of(sheet: Sheet, headings: Headings, row: int) -> Iterator[tuple[str, int]]:
    """Give what a row says in columns for notes, and, with its heading, in columns that no layout has."""
    for heading in headings.columns:
        if heading.slot is not None and heading.slot[0] != "notes":
            continue
        text = sheet.text(row, heading.column)
        if text:
            yield text if heading.slot else f"{heading.text}: {text}", heading.column


def note_columns(sheet: Sheet, headings: Headings, drafts: Drafts) -> None:
    """Note columns that no layout has, and headings that were read as others."""
    for heading in headings.columns:
        place = sheet.place(heading.row, heading.column)
        if heading.slot is None:
            drafts.findings.append(
                Finding("SDG005", drafts.plan, (), {"key": heading.text}, (), place, None, None, "column")
            )
        elif heading.meant is not None:
            values = {"key": heading.text, "meant": heading.meant}
            fix = sheet.fix(heading.row, heading.column, heading.meant)
            drafts.findings.append(Finding("SDG005", drafts.plan, (), values, (), place, fix, None, "column_meant"))
