"""Writes metodetabell.xlsx: a method table whose codes a spreadsheet has turned into numbers and dates.

A comment on a cell says what the linter finds there, as the YAML comments do in the files beside it.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
HEADINGS = (
    ("Globalt mål", "Kommunal betydning", "Globalt delmål", "Lokale forutsetninger", None, "Saksbehandler"),
    (None, None, None, "Muligheter", "Utfordringer", None),
)
MERGED = ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2")
ROWS = (
    (
        "3 God helse",
        "Steinvik skal være et sted å bli gammel.",
        dt.date(2024, 5, 3),
        None,
        "Færre hender",
        "E.H.",
    ),
    ("8 Arbeid", "Hjørnesteinsbedriften la ned i 2022.", 8.1, "Ledige lokaler", None, "T.S."),
    (
        "11 Byer og samfunn",
        "Folk skal kunne bo i hele Steinvik.",
        "11.2, 11.7a, 11.12",
        "Korte avstander",
        None,
        "T.S.",
    ),
)
PLANTED = {
    "F1": "SDG005: the table has no such column",
    **dict.fromkeys(("A3", "A4", "A5"), "SDG205: no strategy serves it"),
    "C3": "SDG003: Excel has made a date of 3.5; 5.3 is possible too",
    "C4": "SDG003: typed as a number; 8.10 may have been meant",
    "C5": "SDG002, SDG001: 11.7a is 11.a, and there is no 11.12",
}


def write_workbook(path: Path) -> None:
    """Writes the table with its defects and the comments on them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Metodetabell"
    for row in (*HEADINGS, *ROWS):
        sheet.append(row)
    for cells in MERGED:
        sheet.merge_cells(cells)
    for row in sheet["A1:F5"]:
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for heading in sheet["A1:F2"]:
        for cell in heading:
            cell.font = Font(bold=True)
    sheet["C3"].number_format = "d. mmm"
    for column, width in zip("ABCDEF", (22, 40, 20, 22, 22, 16), strict=True):
        sheet.column_dimensions[column].width = width
    for cell, text in PLANTED.items():
        sheet[cell].comment = Comment(text, "sdggraph", width=260, height=60)
    sheet.freeze_panes = "B3"
    book.save(path)


if __name__ == "__main__":
    write_workbook(HERE / "metodetabell.xlsx")
