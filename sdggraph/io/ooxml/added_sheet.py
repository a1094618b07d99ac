"""A sheet of texts added to a workbook: headings, rows that wrap, colours, and links to cells of other sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.base.grids import cell_name
from sdggraph.io.ooxml.package import attributes, escaped, unwritable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.io.ooxml.parts import Parts

__all__ = ["ListCell", "add_sheet", "unused_title"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BOOK = "xl/workbook.xml"
_SHEETS = re.compile(rb"<((?:\w+:)?)sheets\b[^>]*?(?:/>|>(.*?)</\1sheets\s*>)", re.DOTALL)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_LONGEST_TITLE = 31
_LONGEST = 32_767


@dataclass(frozen=True, slots=True)
class ListCell:
    """What stands in a cell of the sheet: a text or a number, its style, and the place that it is a link to."""

    value: str | int | None = None
    style: int = 0
    link: str | None = None


@dataclass(slots=True)
class _Written:
    rows: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def unused_title(parts: Parts, wanted: str) -> str:
    """Give a title that no sheet has: the one that is wanted, or the next with a number."""
    taken = {title.casefold() for title in parts.archive.sheet_parts()}
    title, number = wanted, 1
    while title.casefold() in taken:
        number += 1
        title = f"{wanted} {number}"[:_LONGEST_TITLE]
    return title


def add_sheet(parts: Parts, title: str, widths: Sequence[int], rows: Sequence[Sequence[ListCell]]) -> None:
    """Add a sheet behind the others; its first row stays in sight and can be filtered by."""
    written = _Written()
    for number, row in enumerate(rows):
        cells = "".join(_cell(number, column, cell, written) for column, cell in enumerate(row))
        written.rows.append(f'<row r="{number + 1}">{cells}</row>')
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(widths, start=1)
    )
    last = cell_name(len(rows) - 1, len(widths) - 1)
    links = f"<hyperlinks>{''.join(written.links)}</hyperlinks>" if written.links else ""
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
        'state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{columns}</cols><sheetData>{''.join(written.rows)}</sheetData>"
        f'<autoFilter ref="A1:{last}"/>{links}</worksheet>'
    )
    path = parts.unused("xl/worksheets/sheet{}.xml")
    parts.changed[path] = xml.encode()
    parts.declare(path, _SHEET_TYPE)
    _enter(parts, title, parts.relate(_BOOK, "worksheet", path))


def _cell(row: int, column: int, cell: ListCell, written: _Written) -> str:
    name = cell_name(row, column)
    if cell.link is not None:
        written.links.append(f'<hyperlink ref="{name}" location="{escaped(cell.link)}"/>')
    if cell.value is None:
        return f'<c r="{name}" s="{cell.style}"/>'
    if isinstance(cell.value, int):
        return f'<c r="{name}" s="{cell.style}"><v>{cell.value}</v></c>'
    said = escaped(cell.value[:_LONGEST])
    return f'<c r="{name}" s="{cell.style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def _enter(parts: Parts, title: str, relation: str) -> None:
    """Enter a sheet in the workbook's list of sheets."""
    xml = parts.part(_BOOK)
    listed = _SHEETS.search(xml)
    if listed is None:
        raise unwritable(parts.name, None)
    inner = listed[2] or b""
    ids = [attributes(tag).get(b"sheetId", b"0") for tag in _SHEET.findall(inner)]
    number = max((int(one) for one in ids if one.isdigit()), default=0) + 1
    prefix = listed[1].decode()
    tag = (
        f'<{prefix}sheet xmlns:r="{_RELATIONS}" name="{escaped(title)}" sheetId="{number}" r:id="{relation}"/>'
    ).encode()
    name = listed[1] + b"sheets"
    parts.changed[_BOOK] = xml[: listed.start()] + b"<%b>%b</%b>" % (name, inner + tag, name) + xml[listed.end() :]
