"""A plan as a workbook: one sheet a section, headings in the reader's language, codes as text, choices to choose from.

Read again, it is an equal plan.
"""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from sdggraph.base.errors import OutputError
from sdggraph.base.grids import cell_name
from sdggraph.base.places import Place
from sdggraph.base.words import pick, words
from sdggraph.base.xml_text import NO_XML
from sdggraph.io.workbook.choices import choices_of
from sdggraph.io.workbook.flatten import flattened
from sdggraph.io.workbook.guide import ACCEPTED, GUIDE_TITLE, HOW_TO, PURPOSES
from sdggraph.io.workbook.heights import LINE, height_of
from sdggraph.io.workbook.schema import CHILDREN, SHEETS
from sdggraph.io.workbook.values import said_in
from sdggraph.io.workbook.words import called, sheet_title
from sdggraph.model.plan import SECTIONS
from sdggraph.model.scalars import PlanDate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

    from sdggraph.base.words import Words
    from sdggraph.io.workbook.flatten import Key, Row
    from sdggraph.model.plan import Plan

__all__ = ["empty_workbook", "plan_to_workbook"]

_ORDER = (
    *("plan", "follows_up", "numbers", "tracks", "goals", "commitments", "targets", "preconditions", "areas"),
    *("objectives", "strategies", "claims", "actions", "budget", "indicators", "target_values", "bands"),
    *("measurements", "benefits", "benefit_values", "stakeholders", "units", "engagements", "interactions", "lists"),
)
_SELDOM = frozenset({"short", "description", "notes", "replaces", "mitigates", "base_iri", "profile", "use", "iri"})
_SELDOM_INSIDE = frozenset({"region", "district", "sex", "age", "note", "url", "page", "document"})
_LONGEST = 32_767
_VALIDATED_ROWS = 2000
_WIDTHS = {"id": 18, "code": 10, "of": 18, "title": 48, "text": 60, "significance": 60, "number": 9, "notes": 40}

_HEADING = Font(bold=True, color="FFFFFF")
_FILL = PatternFill("solid", fgColor="2F4858")
_LINE = Border(bottom=Side(style="thin", color="D5D8DA"))
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def plan_to_workbook(plan: Plan, lang: str | None = None) -> bytes:
    """Write a plan; headings are in ``lang``, by default the plan's own language.

    Raises:
        OutputError: A text is longer than a cell can hold, or has characters that no workbook can.
    """
    lang = lang or plan.language
    rows = flattened(plan)
    return _saved({name: rows[name] for name in _ORDER if rows[name]}, lang)


def empty_workbook(lang: str, plan_id: str) -> bytes:
    """Write a workbook to be filled in: a guide, and every sheet with its usual columns and choices to choose from."""
    header: Row = {(("id",), None): plan_id, (("language",), None): lang}
    return _saved({name: [header] if name == "plan" else [] for name in _ORDER if name in PURPOSES}, lang, new=True)


def _saved(sheets: dict[str, list[Row]], lang: str, *, new: bool = False) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    if new:
        _write_guide(book.create_sheet(pick(GUIDE_TITLE, lang)), sheets, lang)
    for name, rows in sheets.items():
        sheet = book.create_sheet(sheet_title(name, lang))
        if name == "plan":
            _write_plan(sheet, rows[0] if rows else {}, lang)
        else:
            _write_rows(sheet, name, rows, lang)
            if new and name in SECTIONS:
                _offer_accepting(sheet, lang)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _write_guide(sheet: Worksheet, names: Iterable[str], lang: str) -> None:
    """Say how the workbook is filled in, and what each sheet is for."""
    row = 0
    for said in HOW_TO:
        row += 1
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        cell = sheet.cell(row, 1)
        cell.value, cell.alignment = pick(said, lang), _WRAPPED
        sheet.row_dimensions[row].height = height_of(pick(said, lang), 100)
    row += 1
    for name in names:
        row += 1
        title = sheet.cell(row, 1)
        title.value, title.font, title.alignment = sheet_title(name, lang), Font(bold=True), _WRAPPED
        purpose = sheet.cell(row, 2)
        purpose.value, purpose.alignment = pick(PURPOSES[name], lang), _WRAPPED
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 86
    _set_page(sheet)


def _write_plan(sheet: Worksheet, row: Row, lang: str) -> None:
    """Write the plan's own sheet: its keys below each other, the values beside them."""
    for number, key in enumerate(_columns("plan", [row]), start=1):
        heading = sheet.cell(number, 1)
        heading.value = _heading(key, lang)
        heading.font = Font(bold=True)
        heading.alignment = _WRAPPED
        _put(sheet, number, 2, _said("plan", key, row.get(key), lang))
        _offer(sheet, "plan", key, lang, f"B{number}")
        sheet.row_dimensions[number].height = height_of(str(row.get(key, "")), 80)
    sheet.column_dimensions["A"].width = 32
    sheet.column_dimensions["B"].width = 80
    _set_page(sheet)


def _write_rows(sheet: Worksheet, name: str, rows: list[Row], lang: str) -> None:
    columns = _columns(name, rows)
    for at, key in enumerate(columns, start=1):
        heading = sheet.cell(1, at)
        heading.value = _heading(key, lang)
        heading.font, heading.fill, heading.alignment = _HEADING, _FILL, _WRAPPED
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = _width(key)
        last = max(_VALIDATED_ROWS, len(rows) + 200)
        _offer(sheet, name, key, lang, f"{letter}2:{letter}{last}")
    for number, row in enumerate(rows, start=2):
        for at, key in enumerate(columns, start=1):
            _put(sheet, number, at, _said(name, key, row.get(key), lang))
        needed = (height_of(str(value), _width(key)) for key, value in row.items())
        sheet.row_dimensions[number].height = max(needed, default=LINE)
    sheet.freeze_panes = "C2" if name not in CHILDREN else "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    _set_page(sheet)


def _offer_accepting(sheet: Worksheet, lang: str) -> None:
    """Offer a column for the findings that a reader accepts."""
    at = sheet.max_column + 1
    heading = sheet.cell(1, at, pick(ACCEPTED, lang))
    heading.font, heading.fill, heading.alignment = _HEADING, _FILL, _WRAPPED
    letter = get_column_letter(at)
    sheet.column_dimensions[letter].width = 30
    sheet.auto_filter.ref = f"A1:{letter}1"


def _set_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _width(key: Key) -> int:
    return _WIDTHS.get(key[0][-1], 20)


def _said(name: str, key: Key, value: Any, lang: str) -> Any:
    """Give a value in the workbook's language, where it is one of a closed list."""
    if type(value) is not str:
        return value
    path = key[0]
    if path == ("field",):
        return called((value,), lang)
    if path == ("tracks",):
        return value  # ids, which a plan may have more of
    if path == ("dimensions",):
        return ", ".join(said_in(lang, name, path, one) for one in value.split(", "))
    return said_in(lang, name, path, value)


def _columns(name: str, rows: list[Row]) -> list[Key]:
    """Give a sheet's columns: the usual ones, and whatever a row needs; texts once for each language."""
    used = {key for row in rows for key in row}
    keys: list[Key] = [
        key for key in ((("of",), None), (("field",), None)) if key in used or _is_asked(name, key[0][0])
    ]
    child = CHILDREN.get(name)
    for column in child.columns if child else SHEETS[name]:
        own = sorted((key for key in used if key[0] == column.path), key=lambda key: key[1] or "")
        keys += own or ([] if _is_seldom(name, column.path) else [(column.path, None)])
    return keys


def _is_asked(name: str, mark: str) -> bool:
    """Say whether a sheet's rows must name their record, or the list that they go into."""
    child = CHILDREN.get(name)
    if child is None or child.owners == ("plan",):
        return False
    return mark == "of" or (len(child.fields) > 1 and name != "claims")


def _is_seldom(name: str, path: tuple[str, ...]) -> bool:
    if path[-1] == "notes" and name in ("strategies", "actions"):
        return False
    if path[0] == "source" and len(path) > 1:
        return name != "indicators" or path[-1] not in ("system", "table", "code")
    return path[-1] in _SELDOM or (len(path) > 1 and path[-1] in _SELDOM_INSIDE)


def _heading(key: Key, lang: str) -> str:
    path, language = key
    return f"{called(path, lang)} ({language})" if language else called(path, lang)


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    """Put a value into a cell: numbers and years as numbers, all else as text that no spreadsheet runs or changes."""
    cell = sheet.cell(row, column)
    cell.alignment, cell.border = _WRAPPED, _LINE
    if value is None:
        cell.number_format = "@"
        return
    number = _number(value)
    if number is not None:
        cell.value = number
        return
    text = str(value)
    if len(text) > _LONGEST:
        raise _unwritable(
            sheet, row, column, words("is longer than a cell can hold", "er lengre enn en celle kan romme")
        )
    if NO_XML.search(text):
        said = words("has a character that no workbook can hold", "har et tegn som ingen arbeidsbok kan romme")
        raise _unwritable(sheet, row, column, said)
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    if text[0] in "=+-@\t":
        cell.quotePrefix = True


def _number(value: Any) -> int | float | None:
    """Give a number as a cell holds it exactly; None for text, and for what a cell would round."""
    if isinstance(value, PlanDate):
        return int(value) if len(value) == 4 else None
    if isinstance(value, int):
        return value
    if isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        return float(value)
    return None


def _unwritable(sheet: Worksheet, row: int, column: int, said: Words) -> OutputError:
    return OutputError(said, place=Place(sheet=sheet.title, cell=cell_name(row - 1, column - 1)))


def _offer(sheet: Worksheet, name: str, key: Key, lang: str, cells: str) -> None:
    """Offer the values of a closed list in a column."""
    offered = choices_of(name, key[0])
    if not offered:
        return
    said = ",".join(str(_said(name, key, one, lang)) for one in offered)
    rule = DataValidation(type="list", formula1=f'"{said}"', allow_blank=True)
    sheet.add_data_validation(rule)
    rule.add(cells)
