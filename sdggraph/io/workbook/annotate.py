"""The findings in the spreadsheet that the planner knows: a copy with coloured cells, comments, and a list of all."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from sdggraph.base.diagnostics import Severity
from sdggraph.base.words import pick, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from sdggraph.base.diagnostics import Diagnostic

__all__ = ["annotated_workbook", "findings_workbook"]

_FILLS = {
    Severity.ERROR: PatternFill("solid", fgColor="F8CBC6"),
    Severity.WARNING: PatternFill("solid", fgColor="FBE6B0"),
    Severity.INFO: PatternFill("solid", fgColor="D6E6F2"),
}
_SEVERITIES = {
    Severity.ERROR: words("error", "feil"),
    Severity.WARNING: words("warning", "advarsel"),
    Severity.INFO: words("info", "merknad"),
}
_TITLE = words("Findings", "Funn")
_HEADINGS = (
    (words("Severity", "Alvor"), 12),
    (words("Rule", "Regel"), 10),
    (words("Finding", "Funn"), 70),
    (words("What to do", "Hva du kan gjøre"), 60),
    (words("File", "Fil"), 24),
    (words("Sheet", "Ark"), 18),
    (words("Cell or line", "Celle eller linje"), 16),
    (words("Follows from it", "Følger av dette"), 16),
)
_AUTHOR = "sdggraph"
_LONGEST_TITLE = 31


def findings_workbook(diagnostics: Iterable[Diagnostic], lang: str) -> bytes:
    """Write all findings as a workbook of one sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _list(book, list(diagnostics), lang)
    return _saved(book)


def annotated_workbook(data: bytes, name: str, diagnostics: Iterable[Diagnostic], lang: str) -> bytes:
    """Write a copy of a workbook in which each cell with a finding is coloured and has a comment on it.

    Args:
        data: The workbook's bytes (.xlsx or .xlsm).
        name: Its file's name, as the diagnostics' places have it.
        diagnostics: What was found, in this file and others; a sheet of the copy lists all of it.
        lang: The language of the headings; the messages have theirs already.
    """
    found = list(diagnostics)
    book = load_workbook(io.BytesIO(data), keep_vba=name.lower().endswith(".xlsm"), rich_text=True)
    by_cell: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in found:
        if one.place is not None and one.place.file == name and one.place.sheet and one.place.cell:
            by_cell.setdefault((one.place.sheet, one.place.cell), []).append(one)
    for (title, cell), here in by_cell.items():
        if title in book.sheetnames:
            _mark(book[title], cell, here)
    _list(book, found, lang, name)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _mark(sheet: Worksheet, name: str, found: Sequence[Diagnostic]) -> None:
    """Colour a cell by its gravest finding, and say all of them in its comment, below what the comment says already."""
    cell = sheet[name]
    if isinstance(cell, MergedCell):
        first = next(str(cells).partition(":")[0] for cells in sheet.merged_cells.ranges if name in cells)
        cell = sheet[first]
    cell.fill = _FILLS[max(one.severity for one in found)]
    said = [cell.comment.text] if cell.comment is not None else []
    said += [_legal(f"{one.code}: {one.message}" + (f"\n{one.help}" if one.help else "")) for one in found]
    text = "\n\n".join(said)
    cell.comment = Comment(text, _AUTHOR, width=340, height=min(60 + 18 * (len(text) // 45 + text.count("\n")), 420))


def _list(book: Workbook, found: Sequence[Diagnostic], lang: str, name: str | None = None) -> None:
    """Add the sheet of all findings; each one in this workbook is a link to its cell."""
    wanted, number = pick(_TITLE, lang), 1
    title = wanted
    while title in book.sheetnames:
        number += 1
        title = f"{wanted} {number}"[:_LONGEST_TITLE]
    sheet = book.create_sheet(title)
    for at, (heading, width) in enumerate(_HEADINGS, start=1):
        cell = sheet.cell(1, at, pick(heading, lang))
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = width
    for row, one in enumerate(found, start=2):
        for at, value in enumerate(_row(one, lang), start=1):
            _put(sheet, row, at, value)
        sheet.cell(row, 1).fill = _FILLS[one.severity]
        place = one.place
        if place is not None and place.file == name and place.sheet in book.sheetnames and place.cell:
            quoted = place.sheet.replace("'", "''")
            sheet.cell(row, 7).hyperlink = Hyperlink(ref="", location=f"'{quoted}'!{place.cell}")
            sheet.cell(row, 7).font = Font(color="0B5394", underline="single")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_HEADINGS))}{len(found) + 1}"


def _row(one: Diagnostic, lang: str) -> tuple[Any, ...]:
    place = one.place
    where = (place.cell or place.line) if place is not None else None
    return (
        pick(_SEVERITIES[one.severity], lang),
        one.code,
        one.message,
        one.help,
        place.file if place else None,
        place.sheet if place else None,
        where,
        len(one.consequences) or None,
    )


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    cell = sheet.cell(row, column)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.value = _legal(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"  # whatever a message quotes, no spreadsheet runs it


def _legal(text: str) -> str:
    """Give a text without the characters that no workbook can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
