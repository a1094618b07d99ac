"""A workbook with all that a planner's may have: chart, picture, shape, formats, formulas, comments, other sheets."""

from __future__ import annotations

import base64
import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

__all__ = ["parts_of", "rich_workbook"]

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_SHAPE = (
    b'<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    b"<xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    b"<xdr:to><xdr:col>11</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
    b'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="99" name="Pil"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
    b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rightArrow"><a:avLst/></a:prstGeom>'
    b"</xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"
)


def rich_workbook(*, comment: bool = True, titles: tuple[str, str] = ("Liste", "Tall")) -> bytes:
    """Give such a workbook: a flat list with codes to mend in D2, D3 and E3, a computed one in D4."""
    book = Workbook()
    sheet = book.active
    sheet.title = titles[0]
    rows = (
        ("Område", "Mål", "Strategi", "Delmål", "Merknad"),
        ("Oppvekst", "Alle barn trives", "Trygge skoleveier", "11.2, 3.9a", "egen"),
        (None, None, "Gode lærere", "SDG 4.c", "=1+1"),
        ("Helse", "Et godt liv", "Bo hjemme", '="3."&"9a"', None),
    )
    for row in rows:
        sheet.append(row)
    sheet.column_dimensions["C"].width = 41.5
    sheet.merge_cells("A2:A3")
    sheet["D2"].font = Font(italic=True, color="123456")
    sheet["D3"].number_format = "0.00"
    if comment:
        sheet["D2"].comment = Comment("Husk høringen", "Kari", width=210, height=70)
    sheet.conditional_formatting.add("E2:E9", CellIsRule("equal", ["2"], fill=PatternFill("solid", bgColor="FF0000")))
    choices = DataValidation(type="list", formula1='"ja,nei"')
    choices.add("F2:F9")
    sheet.add_data_validation(choices)
    sheet.add_image(Image(io.BytesIO(_PIXEL)), "H2")
    other = book.create_sheet(titles[1])
    for number in range(1, 5):
        other.append([number, f"=A{number}*2"])
    chart = BarChart()
    chart.add_data(Reference(other, min_col=1, min_row=1, max_row=4))
    sheet.add_chart(chart, "H12")
    file = io.BytesIO()
    book.save(file)
    return _computed(_with_shape(file.getvalue()))


def _with_shape(data: bytes) -> bytes:
    return _changed(data, "xl/drawings/drawing1.xml", lambda xml: re.sub(rb"(</(?:\w+:)?wsDr>)", _SHAPE + rb"\1", xml))


def _computed(data: bytes) -> bytes:
    """Give the formulas the values that a spreadsheet would have kept for them."""

    def valued(xml: bytes) -> bytes:
        for cell, kind, value in ((b"D4", b' t="str"', b"3.9a"), (b"E3", b"", b"2")):
            empty = rb'(<c r="' + cell + rb'"[^>]*)>(<f>[^<]*</f>)<v ?(?:/>|></v>)'
            xml = re.sub(empty, rb"\1" + kind + rb">\2<v>" + value + b"</v>", xml)
        return xml

    return _changed(data, "xl/worksheets/sheet1.xml", valued)


def _changed(data, part, change):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            target.writestr(member, change(content) if member.filename == part else content)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Give the unpacked parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
