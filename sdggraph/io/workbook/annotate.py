"""The findings in the spreadsheet that the planner knows: a copy with coloured cells, comments, and a list of all.

The copy is the user's own file, in which only the cells concerned have another fill; pictures, charts, shapes,
formulas, formats and whatever else a workbook has are copied as they are.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Severity
from sdggraph.base.errors import OutputError
from sdggraph.base.grids import cell_name, cell_position
from sdggraph.base.places import Place
from sdggraph.base.words import pick, words
from sdggraph.io.ooxml.added_sheet import ListCell, add_sheet, unused_title
from sdggraph.io.ooxml.cells import SheetXml
from sdggraph.io.ooxml.comments import add_comments
from sdggraph.io.ooxml.package import attributes, is_plain, refuse_signed, unwritable
from sdggraph.io.ooxml.parts import Parts
from sdggraph.io.ooxml.styles import Styles
from sdggraph.io.tables.spreadsheet import read_spreadsheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.io.tables.sheet import Merge

__all__ = ["annotated_workbook", "findings_workbook"]

_FILLS = {Severity.ERROR: "F8CBC6", Severity.WARNING: "FBE6B0", Severity.INFO: "D6E6F2"}
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
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*>")
_STRICT = b"http://purl.oclc.org/ooxml/"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARED = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_EMPTY = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_DECLARED}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_DECLARED}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}"><sheets/></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>'
    '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>'
    '</fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def findings_workbook(diagnostics: Iterable[Diagnostic], lang: str) -> bytes:
    """Write all findings as a workbook of one sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, text in _EMPTY.items():
            declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            packed.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), declared + text, zipfile.ZIP_DEFLATED)
    parts = Parts(file.getvalue(), "")
    _list(parts, Styles(parts), list(diagnostics), lang)
    return parts.saved()


def annotated_workbook(data: bytes, name: str, diagnostics: Iterable[Diagnostic], lang: str) -> bytes:
    """Write a copy of a workbook in which each cell with a finding is coloured and has a comment on it.

    Args:
        data: The workbook's bytes (.xlsx or .xlsm).
        name: Its file's name, as the diagnostics' places have it.
        diagnostics: What was found, in this file and others; a sheet of the copy lists all of it.
        lang: The language of the headings; the messages have theirs already.

    Raises:
        InputError: The workbook is damaged.
        OutputError: It is written in a way that can't be added to.
    """
    found = list(diagnostics)
    parts = Parts(data, name)
    styles = Styles(parts)
    sheets = parts.archive.sheet_parts()
    by_sheet: dict[str, dict[str, list[Diagnostic]]] = {}
    for one in found:
        place = one.place
        if place is not None and place.file == name and place.cell and sheets.get(place.sheet or ""):
            by_sheet.setdefault(place.sheet or "", {}).setdefault(place.cell, []).append(one)
    _check_plain(parts, ["xl/workbook.xml", styles.path, *(sheets[title] for title in by_sheet)])
    for title, by_cell in by_sheet.items():
        _mark(parts, styles, sheets[title], by_cell)
    _list(parts, styles, found, lang, name)
    copy = parts.saved()
    _check_same(data, copy, name)
    return copy


def _check_plain(parts: Parts, paths: Iterable[str]) -> None:
    """Refuse a workbook that can't be added to.

    Raises:
        OutputError: It is signed, one of the parts can't be edited, or it is of the strict kind.
    """
    refuse_signed(parts.archive)
    if not all(is_plain(parts.part(path)) for path in paths):
        raise unwritable(parts.name, None)
    if _STRICT in parts.part("xl/workbook.xml"):
        raise OutputError(
            words(
                "is a strict Open XML workbook, which can't be added to",
                "er en streng Open XML-arbeidsbok, som ikke kan utvides",
            ),
            place=Place(parts.name),
            hint=words("save it as an ordinary .xlsx and try again", "lagre den som vanlig .xlsx og prøv igjen"),
        )


def _check_same(before: bytes, after: bytes, name: str) -> None:
    """Make sure that the sheets of the copy hold what those of the workbook do, and one sheet is new.

    Raises:
        OutputError: They don't.
    """
    old, new = ([(one.name, one.rows, one.merges) for one in read_spreadsheet(data, name)] for data in (before, after))
    if _filled(new[:-1]) != _filled(old):
        raise unwritable(name, None)


def _filled(sheets: Iterable[tuple[str | None, list[list[Any]], list[Merge]]]) -> list[Any]:
    """Give what sheets hold, without the empty cells at the ends of rows, which a colour may add to."""
    return [
        (
            name,
            [(at, column, value) for at, row in enumerate(rows) for column, value in enumerate(row) if value != ""],
            merges,
        )
        for name, rows, merges in sheets
    ]


def _mark(parts: Parts, styles: Styles, path: str, by_cell: Mapping[str, Sequence[Diagnostic]]) -> None:
    """Colour the cells of a sheet, each by its gravest finding, and say all in comments, below what stands there."""
    sheet = SheetXml(parts.part(path))
    firsts = _firsts(sheet.xml, by_cell)
    here: dict[str, list[Diagnostic]] = {}
    for cell, found in by_cell.items():
        here.setdefault(firsts.get(cell, cell), []).extend(found)
    for cell, found in here.items():
        row, column = cell_position(cell)
        fill = _FILLS[max(one.severity for one in found)]
        sheet.put(row, column, style=styles.filled(sheet.style(row, column), fill))
    parts.changed[path] = sheet.changed()
    add_comments(parts, path, {cell: "\n\n".join(map(_said, found)) for cell, found in here.items()})


def _said(one: Diagnostic) -> str:
    return f"{one.code}: {one.message}" + (f"\n{one.help}" if one.help else "")


def _firsts(xml: bytes, cells: Iterable[str]) -> dict[str, str]:
    """Give the first cell of the merged ranges that cells lie in."""
    found: dict[str, str] = {}
    wanted = {cell: cell_position(cell) for cell in cells}
    for tag in _MERGED.findall(xml):
        first, _, last = attributes(tag).get(b"ref", b"A1").decode("ascii", "replace").partition(":")
        (top, left), (bottom, right) = cell_position(first), cell_position(last or first)
        for cell, (row, column) in wanted.items():
            if top <= row <= bottom and left <= column <= right:
                found[cell] = cell_name(top, left)
    return found


def _list(parts: Parts, styles: Styles, found: Sequence[Diagnostic], lang: str, name: str | None = None) -> None:
    """Add the sheet of all findings; each one in this workbook is a link to its cell."""
    titles = parts.archive.sheet_parts()
    bold, plain, link = styles.wrapped(bold=True), styles.wrapped(), styles.wrapped(link=True)
    rows = [[ListCell(pick(heading, lang), bold) for heading, _ in _HEADINGS]]
    for one in found:
        row = [ListCell(value, plain) for value in _row(one, lang)]
        row[0] = ListCell(row[0].value, styles.wrapped(fill=_FILLS[one.severity]))
        place = one.place
        if place is not None and place.file == name and place.sheet in titles and place.cell:
            quoted = place.sheet.replace("'", "''")
            row[6] = ListCell(place.cell, link, f"'{quoted}'!{place.cell}")
        rows.append(row)
    add_sheet(parts, unused_title(parts, pick(_TITLE, lang)), [width for _, width in _HEADINGS], rows)


def _row(one: Diagnostic, lang: str) -> tuple[str | int | None, ...]:
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
