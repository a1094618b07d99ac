"""A plan as the method table: the layout in which the method was shown, filled, for screen and print or as text."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from sdggraph.base.words import pick, words
from sdggraph.base.xml_text import NO_XML
from sdggraph.catalogue import catalogue
from sdggraph.io.workbook.heights import LINE, height_of, stretched
from sdggraph.io.workbook.method_rows import Track, method_blocks, tracks_of
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from sdggraph.io.workbook.method_rows import Block, Part
    from sdggraph.model.plan import Plan

__all__ = ["method_table_text", "plan_to_method_table"]

_TITLE = words("Method table", "Metodetabell")
_LEVELS = (
    (words("Global goal", "Globalt mål"), 24),
    (words("Municipal significance", "Kommunal betydning"), 44),
    (words("Global target", "Globalt delmål"), 18),
)
_PRECONDITIONS = words("Local preconditions", "Lokale forutsetninger")
_CONDITIONS = (words("Opportunities", "Muligheter"), words("Challenges", "Utfordringer"))
_TRACKS = {
    "services": words("Service development", "Tjenesteutvikling"),
    "community": words("Community development", "Samfunnsutvikling"),
    "organisation": words("Organisational development", "Organisasjonsutvikling"),
}
_COLUMNS = (words("Objective", "Mål"), words("Strategy", "Strategi"), words("Interests", "Interesser"))
_LONGEST = 32_767
_HEADING_ROWS = 2

_SUNK = PatternFill("solid", fgColor="EFEFEC")
_SIDE = Side(style="thin", color="C6C8C4")
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_DARK_TEXT = frozenset({"2", "3", "6", "7", "9", "11", "12", "14", "15"})
"""The goals on whose colour dark text reads better than white."""


@dataclass(slots=True)
class _Sheet:
    """The table's texts by row, the ranges that are one cell, and the goal of each row."""

    rows: list[list[str]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    goals: list[str | None] = field(default_factory=list)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Make a range one cell, if it is more than one."""
        if bottom > top or right > left:
            self.merges.append((top, left, bottom, right))


def method_table_text(plan: Plan, delimiter: str, lang: str | None = None) -> str:
    """Write a plan's method table as text with a delimiter; no spreadsheet takes a cell of it for a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    for row in _laid_out(plan, lang or plan.language).rows:
        writer.writerow([f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text for text in row])
    return file.getvalue()


def plan_to_method_table(plan: Plan, lang: str | None = None) -> bytes:
    """Write a plan's method table as a workbook of one sheet: merged, coloured by goal, with its headings held fast."""
    lang = lang or plan.language
    table = _laid_out(plan, lang)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = pick(_TITLE, lang)
    for row, texts in enumerate(table.rows, start=1):
        for column, text in enumerate(texts, start=1):
            _put(sheet.cell(row, column), text, heading=row <= _HEADING_ROWS)
    for top, left, bottom, right in table.merges:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    _colour(sheet, table)
    _set_sizes(sheet, table)
    _set_page(sheet, plan, lang)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _laid_out(plan: Plan, lang: str) -> _Sheet:
    tracks = tracks_of(plan)
    table = _Sheet()
    _headings(table, tracks, plan, lang)
    for block in method_blocks(plan, lang):
        _block(table, block, tracks)
    return table


def _headings(table: _Sheet, tracks: tuple[Track, ...], plan: Plan, lang: str) -> None:
    """Lay out the two rows of headings."""
    own = {track.id: in_language(track.title, lang, plan.language) for track in plan.tracks}
    top = [pick(heading, lang) for heading, _ in _LEVELS] + [pick(_PRECONDITIONS, lang), ""]
    below = [""] * len(_LEVELS) + [pick(one, lang) for one in _CONDITIONS]
    for at in range(len(_LEVELS)):
        table.merge(0, at, 1, at)
    table.merge(0, len(_LEVELS), 0, len(_LEVELS) + 1)
    for track in tracks:
        at = len(top)
        columns = [pick(one, lang) for one in _COLUMNS]
        if track is None:
            top += columns
            below += [""] * len(columns)
            for one in range(at, at + len(columns)):
                table.merge(0, one, 1, one)
            continue
        top += [own.get(track) or pick(_TRACKS.get(track, words(track, track)), lang), "", ""]
        below += columns
        table.merge(0, at, 0, at + 2)
    table.rows += [top, below]
    table.goals += [None, None]


def _block(table: _Sheet, block: Block, tracks: tuple[Track, ...]) -> None:
    """Lay out the rows of one goal."""
    first = len(table.rows)
    for part in block.parts:
        _part(table, part, tracks)
    table.rows[first][:2] = [block.goal, block.significance]
    last = len(table.rows) - 1
    table.goals += [block.code] * (last - first + 1)
    table.merge(first, 0, last, 0)
    table.merge(first, 1, last, 1)


def _part(table: _Sheet, part: Part, tracks: tuple[Track, ...]) -> None:
    first = len(table.rows)
    width = len(_LEVELS) + 2 + 3 * len(tracks)
    rows = [[""] * width for _ in range(part.height)]
    rows[0][2:5] = [", ".join(part.targets), _listed(part.opportunities), _listed(part.challenges)]
    for number, track in enumerate(tracks):
        at = 5 + 3 * number
        lines = part.lines.get(track, [])
        for row, line in zip(rows, lines, strict=False):
            row[at : at + 3] = [line.objective, line.strategy, line.stakeholders]
        starts = [position for position, line in enumerate(lines) if line.objective]
        for start, following in pairwise([*starts, len(lines)]):
            table.merge(first + start, at, first + following - 1, at)
    table.rows += rows
    for at in (2, 3, 4):
        table.merge(first, at, first + part.height - 1, at)


def _listed(texts: list[str]) -> str:
    """Give texts as one cell holds them: one alone as it is, several under bullets."""
    return texts[0] if len(texts) == 1 else "\n".join(f"• {text}" for text in texts)


def _put(cell: Cell | MergedCell, text: str, *, heading: bool) -> None:
    cell.alignment = Alignment(
        wrap_text=True, vertical="center" if heading else "top", horizontal="center" if heading else None
    )
    cell.border = _LINE
    cell.number_format = "@"
    if heading:
        cell.fill, cell.font = _SUNK, Font(bold=True)
    if text:
        cell.value = NO_XML.sub("\ufffd", text)[:_LONGEST]
        cell.data_type = "s"
        if text[0] in "=+-@":
            cell.quotePrefix = True


def _colour(sheet: Worksheet, table: _Sheet) -> None:
    """Give each goal's cell the goal's own colour."""
    goals = catalogue().goals
    for row, code in enumerate(table.goals, start=1):
        if code is not None and table.rows[row - 1][0]:
            cell = sheet.cell(row, 1)
            cell.fill = PatternFill("solid", fgColor=goals[code].color.lstrip("#"))
            cell.font = Font(bold=True, color="111111" if code in _DARK_TEXT else "FFFFFF")


def _set_sizes(sheet: Worksheet, table: _Sheet) -> None:
    """Make columns as wide as they are meant, and rows as high as their texts need."""
    widths = [float(width) for _, width in _LEVELS] + [26.0] * (len(table.rows[0]) - len(_LEVELS))
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    reaching = {(top, left): (bottom, right) for top, left, bottom, right in table.merges}
    heights = [LINE + 3] * len(table.rows)
    for row, texts in enumerate(table.rows):
        for column, text in enumerate(texts):
            if text and (row, column) not in reaching:
                heights[row] = max(heights[row], height_of(text, widths[column]))
    for (row, column), (last, right) in reaching.items():
        stretched(heights, row, last, height_of(table.rows[row][column], sum(widths[column : right + 1])))
    for row, height in enumerate(heights, start=1):
        sheet.row_dimensions[row].height = height


def _set_page(sheet: Worksheet, plan: Plan, lang: str) -> None:
    sheet.freeze_panes = "B3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8  # A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{_HEADING_ROWS}"
    title = in_language(plan.title, lang, plan.language)
    header, footer = sheet.oddHeader, sheet.oddFooter
    if header is not None and footer is not None and title:
        header.left.text = title.replace("&", "&&")[:200]
        footer.right.text = "&P / &N"
