"""Plain rows as a workbook: a sheet a table, headings that stay in view, numbers as numbers."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from sdggraph.base.xml_text import NO_XML

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["rows_to_workbook"]

_LONGEST_TITLE = 31
_LONGEST_TEXT = 32_767
_NARROWEST, _WIDEST = 8, 60
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def rows_to_workbook(sheets: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
    """Write tables of plain rows, each by the title of its sheet; the keys of a first row are the headings.

    A text that begins like a formula stays a text.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title[:_LONGEST_TITLE])
        headings = list(rows[0]) if rows else []
        for at, heading in enumerate(headings, start=1):
            _put(sheet.cell(1, at), heading)
            sheet.cell(1, at).font = Font(bold=True)
            longest = max([len(str(heading)), *(len(str(row.get(heading) or "")) for row in rows)])
            sheet.column_dimensions[get_column_letter(at)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
        for number, row in enumerate(rows, start=2):
            for at, heading in enumerate(headings, start=1):
                _put(sheet.cell(number, at), row.get(heading))
        sheet.freeze_panes = "A2"
        if rows:
            sheet.auto_filter.ref = sheet.dimensions
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _put(cell: Any, value: Any) -> None:
    if isinstance(value, str):
        cell.value = NO_XML.sub("\N{REPLACEMENT CHARACTER}", value)[:_LONGEST_TEXT]
        cell.data_type = "s"
        cell.alignment = _WRAPPED
    else:
        cell.value = float(value) if isinstance(value, Decimal) else value
