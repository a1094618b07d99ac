"""Workbooks as other programs write them: mended and annotated soundly, or refused with a message, and never spoilt."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table

from sdggraph.app.fix_files import mend_files
from sdggraph.app.lint_files import lint_files
from sdggraph.base.errors import InputError, OutputError
from sdggraph.io.workbook.annotate import annotated_workbook

ROWS = (
    ("Område", "Mål", "Strategi", "FN-mål", "Delmål"),
    ("Oppvekst", "Trives", "Vei & sti <1>", 3, "3.9a"),
    ("Oppvekst", "Trives", "Lys", 11, "11.7a"),
)
SHEET = "xl/worksheets/sheet1.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
UTF8 = re.compile(rb"^<\?xml.*?\?>")


def saved(title="Ark1", rows=ROWS, table=None):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    if table is not None:
        book.active.add_table(Table(displayName="Tabell", ref=table))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def sheet_as(change):
    parts = parts_of(saved())
    parts[SHEET] = change(parts[SHEET])
    return packed(parts)


def cell(name, inner):
    whole = re.compile(rb'<c r="%b"[^>]*?>.*?</c>' % name.encode(), re.DOTALL)
    return lambda xml: whole.sub(b'<c r="%b" t="inlineStr"><is>%b</is></c>' % (name.encode(), inner), xml)


def single_quotes():
    parts = parts_of(saved())
    for name in (SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"):
        parts[name] = re.sub(rb"=\"([^\"']*)\"", rb"='\1'", parts[name])
    return packed(parts)


def prefixed():
    parts = parts_of(saved())
    for name in (SHEET, "xl/workbook.xml", "xl/styles.xml"):
        xml = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", parts[name])
        parts[name] = xml.replace(b'xmlns="%b"' % MAIN, b'xmlns:x="%b"' % MAIN)
    return packed(parts)


def with_part(name, content):
    return packed(parts_of(saved()) | {name: content})


SOUND = {
    "rich text": sheet_as(cell("E2", b'<r><rPr><b/></rPr><t>3.9</t></r><r><t xml:space="preserve">a</t></r>')),
    "line ends": sheet_as(lambda xml: xml.replace(b"<row", b"\r\n  <row").replace(b"<c ", b"\r\n\t<c\r\n ")),
    "mark": sheet_as(lambda xml: b"\xef\xbb\xbf" + xml),
    "no names": sheet_as(lambda xml: re.sub(rb'(<(?:c|row)) r="[^"]*"', rb"\1", xml)),
    "small letters": sheet_as(lambda xml: xml.replace(b'r="E2"', b'r="e2"')),
    "comments": sheet_as(lambda xml: xml.replace(b'<row r="2"', b'<!-- <row r="2"><c r="E2"/></row> --><row r="2"')),
    "foreign": sheet_as(lambda xml: xml.replace(b'<row r="2"', b'<row r="2" xmlns:a="urn:a" a:r="77"')),
    "single quotes": single_quotes(),
    "prefixed": prefixed(),
    "title": saved("It's Q & <Åse>"),
    "table": saved(table="A1:E3"),
    "macros": with_part("xl/vbaProject.bin", bytes(range(256)) * 9),
}


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_two_cells_are_mended_and_every_other_part_stays(tmp_path, data):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(data)
    mend_files([path]).write()
    before, after = parts_of(data), parts_of(path.read_bytes())
    assert [name for name in before if after[name] != before[name]] == [SHEET]
    sheet = load_workbook(path).worksheets[0]
    assert list(sheet.values) == [ROWS[0], (*ROWS[1][:4], "3.a"), (*ROWS[2][:4], "11.a")]


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_ids_and_findings_are_added_soundly(tmp_path, data):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(data)
    copy = annotated_workbook(data, str(path), lint_files([path]).diagnostics, "nb")
    book = load_workbook(io.BytesIO(copy))
    assert list(book.worksheets[0].values) == list(load_workbook(path).worksheets[0].values)
    assert book.worksheets[0]["E2"].comment.text.startswith("SDG002")
    mend_files([path], ids=True).write()
    assert load_workbook(path).worksheets[0]["F1"].value == "sdggraph-id"


def strict():
    kinds = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return packed(
        {
            name: xml.replace(MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
                kinds, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            for name, xml in parts_of(saved()).items()
        }
    )


def case_differs():
    parts = parts_of(saved())
    parts["xl/Worksheets/Sheet1.xml"] = parts.pop(SHEET)
    return packed(parts)


UNSOUND = {
    "signed": (with_part("_xmlsignatures/sig1.xml", b"<Signature/>"), "digitally signed"),
    "latin": (sheet_as(lambda xml: b'<?xml version="1.0" encoding="ISO-8859-1"?>' + UTF8.sub(b"", xml)), "safely"),
    "cdata": (sheet_as(cell("C2", b"<t><![CDATA[Lys</c></row>]]></t>")), "safely"),
    "case": (case_differs(), "safely"),
    "utf-16": (sheet_as(lambda xml: UTF8.sub(b"", xml).decode().encode("utf-16")), "UTF-16"),
}


@pytest.mark.parametrize(("data", "said"), UNSOUND.values(), ids=UNSOUND)
def test_what_cannot_be_changed_soundly_is_refused_and_stays(tmp_path, data, said):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(data)
    with pytest.raises((InputError, OutputError), match=said):
        mend_files([path], ids=True).write()
    with pytest.raises((InputError, OutputError), match=said):
        annotated_workbook(data, str(path), lint_files([path]).diagnostics, "nb")
    assert path.read_bytes() == data


def test_a_strict_workbook_is_mended_but_not_added_to(tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(strict())
    with pytest.raises(OutputError, match="strict"):
        annotated_workbook(strict(), str(path), lint_files([path]).diagnostics, "nb")
    mend_files([path]).write()
    assert not [one for one in lint_files([path]).diagnostics if one.code == "SDG002"]


def test_the_heading_of_an_excel_table_is_left_to_excel(tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(saved(rows=(("Område", "Mål", "Strateggi", "FN-mål", "Delmål"), *ROWS[1:]), table="A1:E3"))
    mending = mend_files([path], unsafe=True)
    mending.write()
    assert [one["en"].partition(" is a heading")[1] for one in mending.left] == [" is a heading"]
    assert [cell.value for cell in load_workbook(path).active[1]][2] == "Strateggi"
    assert load_workbook(path).active["E2"].value == "3.a"


def test_a_full_stylesheet_gets_no_more_styles(tmp_path):
    parts = parts_of(saved())
    full = (
        b'<cellXfs count="65485">' + b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * 65_485 + b"</cellXfs>"
    )
    parts["xl/styles.xml"] = re.sub(rb"<cellXfs.*?</cellXfs>", full, parts["xl/styles.xml"], flags=re.DOTALL)
    path = tmp_path / "liste.xlsx"
    path.write_bytes(packed(parts))
    copy = annotated_workbook(path.read_bytes(), str(path), lint_files([path]).diagnostics, "nb")
    assert b'count="65485"' in parts_of(copy)["xl/styles.xml"]
    assert b"SDG002" in parts_of(copy)["xl/comments1.xml"]


@pytest.mark.parametrize("mark", ["~$liste.xlsx", ".~lock.liste.xlsx#"])
def test_a_workbook_that_somebody_has_open_is_not_written(tmp_path, mark):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(saved())
    (tmp_path / mark).write_bytes(b"")
    with pytest.raises(OutputError, match="is open"):
        mend_files([path]).write()
    assert load_workbook(path).active["E2"].value == "3.9a"


def test_a_link_stays_a_link(tmp_path):
    path, link = tmp_path / "liste.xlsx", tmp_path / "lenke.xlsx"
    path.write_bytes(saved())
    link.symlink_to(path)
    mend_files([link]).write()
    assert (link.is_symlink(), load_workbook(path).active["E2"].value) == (True, "3.a")
