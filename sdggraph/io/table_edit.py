"""Cells of a table changed in its file: nothing else of it, and nothing at all where that can't be made sure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.base.cell_edits import full_text
from sdggraph.base.grids import cell_position
from sdggraph.base.words import Words, words
from sdggraph.io.ooxml.cells import SheetXml
from sdggraph.io.ooxml.list_objects import heading_cells
from sdggraph.io.ooxml.package import repacked, sheet_part, unwritable
from sdggraph.io.table import delimiter_of, sheets_of
from sdggraph.io.tables.delimited import decode_table
from sdggraph.io.tables.delimited_edit import delimited_with_cells
from sdggraph.io.tables.spreadsheet import is_spreadsheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.io.tables.sheet import Sheet

__all__ = ["CellKey", "CellTexts", "cell_texts", "with_cells"]

CellKey: TypeAlias = "tuple[str | None, str]"
"""A cell of a file: its sheet, if the file has sheets, and its name."""

_COMPUTED = words(
    "is computed by a formula, and is never overwritten", "er regnet ut av en formel, og blir aldri overskrevet"
)

_HEADING = words(
    "is a heading of an Excel table, whose formulas name it: rename it in Excel",
    "er en overskrift i en Excel-tabell, og formler viser til den: gi den nytt navn i Excel",
)


@dataclass(frozen=True, slots=True)
class CellTexts:
    """The texts of some cells of a table, and why some of them can't be changed."""

    texts: dict[CellKey, str] = field(default_factory=dict)
    locked: dict[CellKey, Words] = field(default_factory=dict)


def cell_texts(data: bytes, name: str, cells: Iterable[CellKey]) -> CellTexts:
    """Give the texts of some cells as edits count in them.

    Raises:
        InputError: The table can't be read.
        OutputError: A sheet can't be changed.
    """
    found = CellTexts()
    by_title = {sheet.name: sheet for sheet in sheets_of(data, name)}
    packed = is_spreadsheet(data)
    parts: dict[str, SheetXml] = {}
    headings: dict[str, frozenset[tuple[int, int]]] = {}
    for key in dict.fromkeys(cells):
        title, cell = key
        sheet = by_title.get(title)
        if sheet is None:
            continue
        row, column = cell_position(cell)
        if packed and title is not None:
            if title not in parts:
                path, xml = sheet_part(data, name, title)
                parts[title], headings[title] = SheetXml(xml), heading_cells(data, name, path)
            if parts[title].is_computed(row, column):
                found.locked[key] = _COMPUTED
                continue
            if (row, column) in headings[title]:
                found.locked[key] = _HEADING
                continue
        found.texts[key] = full_text(sheet.value(row, column))
    return found


def with_cells(
    data: bytes, name: str, changes: Mapping[CellKey, str], like: Mapping[CellKey, CellKey] | None = None
) -> bytes:
    """Give a table's bytes in which some cells hold other texts, and all else is as it was.

    The new table is read again and compared with the old one, cell by cell, before it is given out. In a workbook a
    cell may be made to look ``like`` another one of its sheet.

    Raises:
        InputError: The table can't be read.
        OutputError: It can't be changed without changing something else.
    """
    packed = is_spreadsheet(data)
    written = _in_workbook(data, name, changes, like or {}) if packed else _in_text(data, name, changes)
    _check(data, written, name, changes)
    return written


def _in_workbook(data: bytes, name: str, changes: Mapping[CellKey, str], like: Mapping[CellKey, CellKey]) -> bytes:
    parts: dict[str, tuple[str, SheetXml]] = {}
    for (title, cell), text in changes.items():
        if title is None:
            raise unwritable(name, title)
        if title not in parts:
            path, xml = sheet_part(data, name, title)
            parts[title] = (path, SheetXml(xml))
        model = like.get((title, cell))
        sheet = parts[title][1]
        style = sheet.style(*cell_position(model[1])) if model is not None else None
        sheet.put(*cell_position(cell), text=text, style=style)
    return repacked(data, {path: sheet.changed() for path, sheet in parts.values()}, name)


def _in_text(data: bytes, name: str, changes: Mapping[CellKey, str]) -> bytes:
    delimiter = delimiter_of(decode_table(data, name), name)
    try:
        return delimited_with_cells(
            data, name, delimiter, {cell_position(cell): text for (_, cell), text in changes.items()}
        )
    except (UnicodeEncodeError, IndexError):
        raise unwritable(name, None) from None


def _check(before: bytes, after: bytes, name: str, changes: Mapping[CellKey, str]) -> None:
    """Make sure that exactly the cells that were to change have changed.

    Raises:
        OutputError: Others have, or these haven't.
    """
    old, new = sheets_of(before, name), sheets_of(after, name)
    by_sheet: dict[str | None, dict[tuple[int, int], str]] = {}
    for (title, cell), text in changes.items():
        by_sheet.setdefault(title, {})[cell_position(cell)] = text
    same = [one.name for one in old] == [one.name for one in new] and all(
        _differs_only(one, two, by_sheet.get(one.name, {})) for one, two in zip(old, new, strict=True)
    )
    if not same:
        raise unwritable(name, None)


def _differs_only(old: Sheet, new: Sheet, changed: Mapping[tuple[int, int], str]) -> bool:
    if any(full_text(new.value(*cell)) != text for cell, text in changed.items()):
        return False
    if old.merges != new.merges:
        return False
    for row in range(max(len(old.rows), len(new.rows))):
        one, two = (rows[row] if row < len(rows) else [] for rows in (old.rows, new.rows))
        if one == two:
            continue
        for column in range(max(len(one), len(two))):
            if old.value(row, column) != new.value(row, column) and (row, column) not in changed:
                return False
    return True
