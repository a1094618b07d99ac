"""Spreadsheets to sheets of values: .xlsx, .xlsm and .ods, by the calamine reader; .docx by its tables."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.tables.archive import Archive, damaged, open_archive
from sdggraph.io.tables.sheet import Sheet, no_formats
from sdggraph.io.tables.word import DOCUMENT, read_document

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

__all__ = ["is_spreadsheet", "read_spreadsheet"]

_PACKED = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def is_spreadsheet(data: bytes) -> bool:
    """Say whether a file's bytes are those of a spreadsheet, or of another file that a packer or Office made."""
    return data.startswith((_PACKED, _EMPTY, _OLE))


def read_spreadsheet(data: bytes, name: str) -> list[Sheet]:
    """Give the sheets of a spreadsheet, without the hidden ones, or the tables of a Word document.

    Raises:
        InputError: It is encrypted, damaged, no spreadsheet, or too large.
    """
    archive = open_archive(data, name)
    if DOCUMENT in archive.parts:
        return read_document(archive)
    if archive.parts.isdisjoint(("xl/workbook.xml", "content.xml")):
        raise _no_workbook(name)
    archive.check_reach()
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        parts = archive.sheet_parts()
        shown = [
            about.name
            for about in book.sheets_metadata
            if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet
        ]
        return [_sheet(book.get_sheet_by_name(title), archive, parts.get(title, "")) for title in shown]
    except (CalamineError, ValueError, OSError):
        raise damaged(name) from None


def _sheet(source: CalamineSheet, archive: Archive, path: str) -> Sheet:
    rows: list[list[Any]] = source.to_python(skip_empty_area=False)
    if not path:
        return Sheet(archive.name, source.name, rows, [], no_formats, mendable=False)
    from sdggraph.io.tables.number_formats import CellFormats

    return Sheet(archive.name, source.name, rows, source.merged_cell_ranges or [], CellFormats(archive, path))


def _no_workbook(name: str) -> InputError:
    return InputError(
        words("is packed like a spreadsheet, but is none", "er pakket som et regneark, men er ikke noe regneark"),
        place=Place(name),
        hint=words("save the table as .xlsx or .csv", "lagre tabellen som .xlsx eller .csv"),
    )
