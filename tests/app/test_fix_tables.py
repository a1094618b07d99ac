"""Mending tables where they stand: exactly the cells concerned, and nothing else of the file."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from sdggraph.app.fix_files import mend_files
from sdggraph.base.errors import OutputError
from sdggraph.io import table_edit
from sdggraph.io.load import read_plan
from sdggraph_cli.run import run
from tests.io.rich_workbook import parts_of, rich_workbook
from tests.io.test_table_word import cell, document, table

DAY = dt.datetime.combine(dt.date(2026, 5, 3), dt.time())
LIST = "Mål;Strategi;Delmål\r\nTrygge veier;Fortau;11.2, 11.7a\r\nGod helse;Bo hjemme;SDG 3.8\r\n"


def saved(rows, formats=None, title="Ark1"):
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for name, number_format in (formats or {}).items():
        sheet[name].number_format = number_format
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def mended(path, **options):
    mending = mend_files([path], **options)
    mending.write()
    return mending


def test_only_the_cells_concerned_change(tmp_path):
    path = tmp_path / "liste.xlsx"
    before = rich_workbook()
    path.write_bytes(before)
    mending = mended(path)
    old, new = parts_of(before), parts_of(path.read_bytes())
    assert list(old) == list(new)
    assert [name for name in old if old[name] != new[name]] == ["xl/worksheets/sheet1.xml"]
    cells = re.compile(rb'<c r="(\w+)".*?(?:/>|</c>)', re.DOTALL)
    one, two = (
        {match[1]: match[0] for match in cells.finditer(parts["xl/worksheets/sheet1.xml"])} for parts in (old, new)
    )
    assert [name for name in one if one[name] != two[name]] == [b"D2", b"D3"]
    assert cells.sub(b"", old["xl/worksheets/sheet1.xml"]) == cells.sub(b"", new["xl/worksheets/sheet1.xml"])
    sheet = load_workbook(path)["Liste"]
    assert (sheet["D2"].value, sheet["D3"].value, sheet["D4"].value) == ("11.2, 3.a", "4.c", '="3."&"9a"')
    assert (sheet["D2"].font.i, sheet["D3"].number_format, sheet["D2"].comment.text) == (True, "0.00", "Husk høringen")
    assert [str(place) for place in mending.left[0].values()] == [
        f"{path}, Liste!D4 is computed by a formula, and is never overwritten",
        f"{path}, Liste!D4 er regnet ut av en formel, og blir aldri overskrevet",
    ]


def test_mending_again_changes_nothing(tmp_path):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(rich_workbook())
    mended(path, unsafe=True)
    once = path.read_bytes()
    assert mended(path, unsafe=True).changed == []
    assert path.read_bytes() == once


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_text_with_delimiters_keeps_encoding_quotes_and_line_ends(encoding, delimiter, tmp_path):
    path = tmp_path / "liste.csv"
    text = '"Mål";Strategi;Delmål\r\n"Trygge ""gode"" veier";Fortau;"11.2\n11.7a"\r\n\r\nGod helse;Bo;SDG 3.8'
    text = text.replace(";", delimiter)
    path.write_bytes(text.encode(encoding))
    mended(path)
    assert path.read_bytes() == text.replace("11.7a", "11.a").replace("SDG 3.8", "3.8").encode(encoding)


def test_a_date_becomes_the_code_that_it_was_and_a_doubtful_one_only_if_asked(tmp_path):
    path = tmp_path / "bok.xlsx"
    rows = [
        ("Bærekraftsmål", "Kommunal betydning", "Delmål"),
        (11, "Byer", dt.date(2026, 3, 11)),
        (3, "Helse", dt.date(2026, 5, 3)),
    ]
    path.write_bytes(saved(rows))
    mended(path)
    assert [cell.value for cell in load_workbook(path).active["C"][1:]] == [
        "11.3",
        DAY,
    ]
    plan = read_plan(path)
    mended(path, unsafe=True)
    assert [cell.value for cell in load_workbook(path).active["C"][1:]] == ["11.3", "3.5"]
    assert read_plan(path) == plan
    assert read_plan(path).reading.findings == []


def test_a_misspelt_id_in_a_list_of_the_workbook(tmp_path):
    path = tmp_path / "bok.xlsx"
    book = Workbook()
    book.active.title = "Objectives"
    for row in (("id", "title"), ("safe-roads", "Safe roads"), ("old-age", "Old age")):
        book.active.append(row)
    strategies = book.create_sheet("Strategies")
    for row in (("id", "title", "objectives", "targets"), ("s1", "Paths", "old-age, safe-raods", "11.2; 3.9a")):
        strategies.append(row)
    book.save(path)
    mended(path)
    assert [cell.value for cell in load_workbook(path)["Strategies"][2]] == [
        "s1",
        "Paths",
        "old-age, safe-raods",
        "11.2; 3.a",
    ]
    mended(path, unsafe=True)
    assert load_workbook(path)["Strategies"]["C2"].value == "old-age, safe-roads"


def test_what_would_change_is_shown_and_nothing_is_written(tmp_path, capsys):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(rich_workbook())
    before = path.read_bytes()
    assert run(["fix", "--diff", str(path), "--lang", "nb"]) == 1
    assert "Liste!D2: 11.2, 3.9a → 11.2, 3.a\nListe!D3: SDG 4.c → 4.c\n" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_the_json_says_the_cell_and_the_place_in_its_text(tmp_path, capsys):
    path = tmp_path / "liste.csv"
    path.write_bytes(LIST.encode("cp1252"))
    run(["lint", "--format", "json", str(path)])
    found = json.loads(capsys.readouterr().out)
    edits = [one["fix"]["edits"] for one in found["diagnostics"] if one["code"] == "SDG002"]
    assert edits[0] == [
        {"file": str(path), "sheet": None, "cell": "C2", "start": [1, 7], "end": [1, 12], "text": "11.a"}
    ]


def test_a_workbook_that_would_change_elsewhere_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(rich_workbook())
    before = path.read_bytes()
    monkeypatch.setattr(table_edit, "_in_workbook", lambda *_: saved([("something", "else")]))
    with pytest.raises(OutputError):
        mended(path)
    assert path.read_bytes() == before


def test_cells_without_names_rows_without_numbers_and_prefixes(tmp_path):
    path = tmp_path / "liste.xlsx"
    data = parts_of(saved([("Mål", "Strategi", "Delmål"), ("A", "B", "3.9a")]))
    xml = re.sub(rb' r="\w+"', b"", data["xl/worksheets/sheet1.xml"])
    xml = re.sub(rb"<(/?)(worksheet|sheetData|row|c|v|is|t|f)\b", rb"<\1x:\2", xml)
    data["xl/worksheets/sheet1.xml"] = xml.replace(b"<x:worksheet xmlns=", b"<x:worksheet xmlns:x=", 1).replace(
        b"<x:worksheet ", b'<x:worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ', 1
    )
    path.write_bytes(repacked_from(data))
    mended(path)
    assert read_plan(path).strategies[0].targets[0].code == "3.a"
    assert read_plan(path).reading.findings == []


def repacked_from(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def test_a_document_is_not_changed_and_it_is_said(tmp_path, capsys):
    path = tmp_path / "tabell.docx"
    rows = (("Mål", "Strategi", "Delmål"), ("A", "B", "3.9a"))
    path.write_bytes(document(table(*([cell(text) for text in row] for row in rows))))
    before = path.read_bytes()
    run(["fix", str(path), "--lang", "en"])
    said = capsys.readouterr()
    assert f"{path} is not changed: save it as .xlsx" in said.err
    assert "can be mended" not in said.out
    assert path.read_bytes() == before
