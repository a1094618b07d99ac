"""Writes metodetabell.xlsx, the method table as a planner keeps it, from metodetabell.tsv."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
HEADER_ROWS = 2
WIDTHS = (24, 46, 20, 22, 22, 24, 24, 20, 24, 24, 20)
SUNK = PatternFill("solid", fgColor="EFEFEC")
LINE = Side(style="thin", color="C6C8C4")
COLOURS = {3: "4C9F38", 4: "C5192D", 9: "FD6925", 11: "FD9D24", 13: "3F7E44"}
LIGHT_TEXT = {4, 13}  # white is readable on these two; the others need dark text


def read_rows(path: Path) -> list[list[str]]:
    """The cells of a tab-separated table, row by row."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def write_workbook(rows: list[list[str]], path: Path) -> None:
    """Writes the table to one sheet: two header rows, one goal a row."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Metodetabell"
    for row in rows:
        sheet.append([cell or None for cell in row])
    _merge_headings(sheet, rows)
    _style(sheet, rows)
    book.properties.title = "Overordnet metodeverktøy, nye Asker"
    book.properties.creator = "sdggraph"
    book.save(path)


def _merge_headings(sheet: Worksheet, rows: list[list[str]]) -> None:
    """Merges a heading over its sub-headings, or down both rows where it has none."""
    top, below = rows[0], rows[1]
    starts = [column for column, heading in enumerate(top, start=1) if heading]
    for start, following in zip(starts, [*starts[1:], len(top) + 1], strict=True):
        last_row = 1 if below[start - 1] else HEADER_ROWS
        sheet.merge_cells(start_row=1, start_column=start, end_row=last_row, end_column=following - 1)


def _style(sheet: Worksheet, rows: list[list[str]]) -> None:
    """Wraps, borders and colours the cells, and freezes the headings and the goals."""
    for number, row in enumerate(sheet.iter_rows(max_row=len(rows), max_col=len(rows[0])), start=1):
        heading = number <= HEADER_ROWS
        for cell in row:
            cell.alignment = Alignment(
                wrap_text=True,
                vertical="center" if heading else "top",
                horizontal="center" if heading else None,
            )
            cell.border = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
            if heading:
                cell.fill, cell.font = SUNK, Font(bold=True)
            elif cell.column == 1:
                goal = int(str(cell.value).split()[0])
                cell.fill = PatternFill("solid", fgColor=COLOURS[goal])
                cell.font = Font(bold=True, color="FFFFFF" if goal in LIGHT_TEXT else "111111")
            else:
                cell.number_format = "@"  # text, so that no code becomes a number or a date
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number in range(HEADER_ROWS + 1, len(rows) + 1):
        sheet.row_dimensions[number].height = 96
    sheet.freeze_panes = "B3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{HEADER_ROWS}"


if __name__ == "__main__":
    write_workbook(read_rows(HERE / "metodetabell.tsv"), HERE / "metodetabell.xlsx")
