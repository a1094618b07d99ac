"""A table to a plan: the method table, a flat list or a workbook, from a spreadsheet or from text with delimiters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdggraph.base.collector import collector_paused
from sdggraph.base.errors import InputError
from sdggraph.base.grids import Grid
from sdggraph.base.nearby import Names
from sdggraph.base.places import Place
from sdggraph.base.slugs import slug
from sdggraph.base.words import Words, words
from sdggraph.io.bytes_in import read_bytes
from sdggraph.io.tables.contents import by_contents
from sdggraph.io.tables.delimited import best_delimiter, decode_table, read_delimited
from sdggraph.io.tables.drafts import Drafts, TableOrigin
from sdggraph.io.tables.flat_list import FLAT_COLUMNS, is_flat_list, read_flat_list
from sdggraph.io.tables.headings import Headings, find_headings
from sdggraph.io.tables.kept_ids import KeptIds
from sdggraph.io.tables.method_table import METHOD_COLUMNS, is_method_table, read_method_table
from sdggraph.io.tables.rows import note_columns
from sdggraph.io.tables.sheet import Sheet
from sdggraph.io.tables.spreadsheet import is_spreadsheet, read_spreadsheet
from sdggraph.io.tables.vocabulary import folded, meaning_of, phrases
from sdggraph.io.workbook.sheets import is_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sdggraph.io.tables.headings import Slot
    from sdggraph.io.tables.vocabulary import Column
    from sdggraph.model.plan import Plan

__all__ = ["delimiter_of", "kept_rows", "plan_from_bytes", "plan_from_table", "sheets_of"]

_HEAD_ROWS = 45


def plan_from_table(path: str | Path) -> Plan:
    """Read a table to a plan; its id comes from the file's name, the ids of its nodes from their titles.

    What the file is is told from its bytes, not from its suffix.

    Raises:
        InputError: It can't be opened, or no sheet has headings that are known.
    """
    return plan_from_bytes(read_bytes(path), str(path))


def plan_from_bytes(data: bytes, name: str, own: Mapping[str, Column] | None = None) -> Plan:
    """Read a table's bytes to a plan; ``own`` are headings, folded, that are known besides.

    Raises:
        InputError: They are no table, or no sheet has headings that are known.
    """
    with collector_paused():
        return _plan(data, name, own or {})


def _plan(data: bytes, name: str, own: Mapping[str, Column]) -> Plan:
    sheets = sheets_of(data, name, own)
    if is_workbook(sheets):
        from sdggraph.io.workbook.read import plan_from_workbook

        return plan_from_workbook(sheets, name, _plan_id(name))
    drafts = Drafts(_plan_id(name))
    read, understood = _drafted(sheets, name, drafts, own)
    return _finished(drafts, read, name, understood)


def _drafted(
    sheets: list[Sheet], name: str, drafts: Drafts, own: Mapping[str, Column]
) -> tuple[list[tuple[Sheet, Headings]], Words]:
    """Read the sheets of one layout into drafts; give these sheets, and how they were read."""
    layout, read = _layout(sheets, own)
    if layout is None:
        raise _no_headings(sheets, name)
    for sheet, headings in read:
        headings.keep(layout.columns)
        note_columns(sheet, headings, drafts)
        KeptIds.of(sheet, headings, drafts).reserve(headings.first_row)
    rows = sum(layout.read(sheet, headings, drafts) for sheet, headings in read)
    return read, layout.called(rows, read)


def kept_rows(
    data: bytes, name: str, own: Mapping[str, Column] | None = None
) -> tuple[list[tuple[Sheet, Headings]], dict[tuple[str | None, int], dict[Slot, list[str]]], str]:
    """Give the sheets of a table, the ids of the nodes that each of its rows names, and the table's language.

    Raises:
        InputError: The bytes are no table, or no sheet has headings that are known.
    """
    drafts = Drafts(_plan_id(name), rows={})
    read, _ = _drafted(sheets_of(data, name, own), name, drafts, own or {})
    return read, drafts.rows or {}, read[0][1].language


@dataclass(frozen=True, slots=True)
class _Layout:
    """A layout: what it is called, what it has columns for, whether headings are its own, and what reads its rows."""

    name: Words
    columns: frozenset[Column]
    fits: Callable[[Headings], bool]
    read: Callable[[Sheet, Headings, Drafts], int]

    def called(self, rows: int, tables: list[tuple[Sheet, Headings]]) -> Words:
        """Say how a file was read."""
        sheets = ", ".join(f"«{sheet.name}»" for sheet, _ in tables if sheet.name)
        known = sum(headings.known for _, headings in tables)
        return words(
            f"read as {self.name['en']}: {known} columns, {rows} rows" + (f", sheet {sheets}" if sheets else ""),
            f"lest som {self.name['nb']}: {known} kolonner, {rows} rader" + (f", ark {sheets}" if sheets else ""),
        )


_LAYOUTS = (
    _Layout(words("a method table", "metodetabell"), METHOD_COLUMNS, is_method_table, read_method_table),
    _Layout(words("a flat list", "flat liste"), FLAT_COLUMNS, is_flat_list, read_flat_list),
)


def _layout(sheets: list[Sheet], own: Mapping[str, Column]) -> tuple[_Layout | None, list[tuple[Sheet, Headings]]]:
    """Give the first layout that a sheet has, and all sheets that have it."""
    tables: list[tuple[Sheet, Headings]] = []
    for sheet in sheets:
        headings = find_headings(sheet, own)
        if headings is not None:
            by_contents(sheet, headings, own)
            tables.append((sheet, headings))
    for layout in _LAYOUTS:
        fitting = [(sheet, headings) for sheet, headings in tables if layout.fits(headings)]
        if fitting:
            return layout, fitting
    return None, []


def sheets_of(data: bytes, name: str, own: Mapping[str, Column] | None = None) -> list[Sheet]:
    """Give the visible sheets of a spreadsheet, or a text's one table.

    Raises:
        InputError: The bytes are neither, or are damaged, encrypted, empty or too many.
    """
    if not data.strip():
        raise InputError(words("the file is empty", "filen er tom"), place=Place(name))
    if is_spreadsheet(data):
        return read_spreadsheet(data, name)
    text = decode_table(data, name)
    return [read_delimited(text, name, delimiter_of(text, name, own))]


def delimiter_of(text: str, name: str, own: Mapping[str, Column] | None = None) -> str:
    """Give the sign that parts the columns of a text."""
    return best_delimiter(text, name, lambda rows: _known_headings(rows, name, own))


def _known_headings(rows: list[list[str]], name: str, own: Mapping[str, Column] | None) -> int:
    headings = find_headings(Sheet(name, None, list(rows)), own)
    return headings.known if headings else 0


def _plan_id(name: str) -> str:
    """Make a plan's id of its file's name; one that reads as something else gets a word before it."""
    from sdggraph.catalogue import is_code_like

    made = slug(Path(name).stem, "plan")
    return f"plan-{made}" if made in ("sdg", "national") or is_code_like(made) else made


def _finished(drafts: Drafts, read: list[tuple[Sheet, Headings]], name: str, understood: Words) -> Plan:
    sheet, headings = read[0]
    header: dict[str, Any] = {"id": drafts.plan, "language": headings.language}
    if headings.title:
        header["title"] = headings.title
    plan = drafts.plan_of(header, name)
    reading = plan.reading
    if reading is not None:
        reading.origins[plan.id] = TableOrigin((sheet, headings.first_row - 1, headings.columns[0].column), {})
        reading.tables = {(name, one.name): Grid(one.rows, shown.by_column(), one.mendable) for one, shown in read}
        reading.understood = understood
    return plan


def _no_headings(sheets: list[Sheet], name: str) -> InputError:
    """Say that no headings are known, which of the cells come near to one, and how a table begins."""
    names = Names(phrases())
    near: dict[str, str] = {}
    for sheet in sheets:
        for row in sheet.rows[:_HEAD_ROWS]:
            for value in row[:50]:
                text = value.strip() if isinstance(value, str) else ""
                close = names.nearest(folded(text)) if 4 < len(text) <= 40 and meaning_of(text) is None else []
                if close:
                    near.setdefault(text, phrases()[close[0]].said)
    meant = "; ".join(f"«{text}» → «{close}»" for text, close in list(near.items())[:3])
    if not any(any(row) for sheet in sheets for row in sheet.rows):
        return InputError(words("there is nothing in the table", "det står ingenting i tabellen"), place=Place(name))
    hint = words(
        "a method table has columns such as Goal, Municipal significance, Target; a list has Area, Objective, Strategy"
        + (f"; near to known headings: {meant}" if meant else ""),
        "en metodetabell har kolonner som Globalt mål, Kommunal betydning, Delmål; en liste har Område, Mål, Strategi"
        + (f"; ligner kjente overskrifter: {meant}" if meant else ""),
    )
    return InputError(
        words("no row has headings that are known", "ingen rad har kjente overskrifter"), place=Place(name), hint=hint
    )
