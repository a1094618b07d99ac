"""The ids that are made for a table's rows, and the cells in which the table can keep them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.base.grids import cell_name
from sdggraph.io.table import kept_rows, sheets_of
from sdggraph.io.tables.kept_ids import HEADING, ids_text
from sdggraph.io.workbook.sheets import is_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.io.table_edit import CellKey
    from sdggraph.io.tables.headings import Headings
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.io.tables.vocabulary import Column

__all__ = ["IdCells", "ids_to_write"]


@dataclass(slots=True)
class IdCells:
    """The cells that ids are to be written into, and for a new heading the one that it is to look like."""

    texts: dict[CellKey, str] = field(default_factory=dict)
    like: dict[CellKey, CellKey] = field(default_factory=dict)
    mendable: bool = True


def ids_to_write(data: bytes, name: str, own: Mapping[str, Column] | None = None) -> IdCells:
    """Give the cells in which a table keeps the ids of what its rows name, as far as they aren't there yet.

    A flat list or a method table gets a column of its own, to the right of all others; the workbook's sheets have one.

    Raises:
        InputError: The table can't be read.
    """
    sheets = sheets_of(data, name, own)
    if is_workbook(sheets):
        from sdggraph.io.workbook.read import ids_made

        texts = {(sheet.name, cell_name(row, column)): text for (sheet, row, column), text in ids_made(sheets, name)}
        return IdCells(texts, {}, all(sheet.mendable for sheet in sheets))
    tables, rows, lang = kept_rows(data, name, own)
    found = IdCells(mendable=all(sheet.mendable for sheet, _ in tables))
    for sheet, headings in tables:
        by_row = {row: ids_text(ids, lang) for (title, row), ids in rows.items() if title == sheet.name}
        _add(found, sheet, headings, by_row)
    return found


def _add(found: IdCells, sheet: Sheet, headings: Headings, texts: Mapping[int, str]) -> None:
    known = (heading.column for heading in headings.columns if heading.slot and heading.slot[0] == "ids")
    column = next(known, None)
    if column is None and texts:
        column = sheet.width
        heading = (sheet.name, cell_name(headings.first_row - 1, column))
        found.texts[heading] = HEADING
        found.like[heading] = (sheet.name, cell_name(headings.first_row - 1, headings.columns[-1].column))
    for row, text in texts.items():
        if column is not None and sheet.text(row, column) != text:
            found.texts[sheet.name, cell_name(row, column)] = text
