"""Opening tables: encodings, delimiters, workbooks, and files that can't be read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

import sdggraph as sg
from sdggraph.io.table import plan_from_bytes, plan_from_table
from sdggraph.io.tables.delimited_edit import delimited_with_cells

ASKER = Path(__file__).parents[2] / "examples" / "asker-2018"


def workbook(*rows, formats=None, merges=(), hidden=()):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    for cells in merges:
        sheet.merge_cells(cells)
    for name, content in hidden:
        extra = book.create_sheet(name)
        extra.sheet_state = "hidden"
        for row in content:
            extra.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def diagnostics(plan):
    return [(one.code, one.message, one.place.cell, one.severity) for one in sg.lint(plan)]


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_form_of_asker_s_table_is_the_same_plan(encoding, delimiter, tmp_path):
    source = (ASKER / "metodetabell.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in source.splitlines()]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path = tmp_path / "metodetabell.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    plan, expected = plan_from_table(path), plan_from_table(ASKER / "metodetabell.xlsx")
    assert plan == expected
    assert diagnostics(plan) == diagnostics(expected)


def test_asker_s_four_odd_codes_are_found_in_their_cells():
    found = plan_from_table(ASKER / "metodetabell.xlsx").reading.findings
    assert [(one.values["code"], one.values["new"], one.place.cell) for one in found] == [
        ("3.9a", "3.a", "C3"),
        ("3.9d", "3.d", "C3"),
        ("9.5c", "9.c", "C5"),
        ("11.7a", "11.a", "C6"),
    ]


def test_excel_s_first_line_with_the_delimiter_is_no_row():
    plan = plan_from_bytes(b"sep=;\r\nGoal;Municipal significance;Target\r\n3;Health;3.8\r\n", "a.csv")
    assert (plan.goals[0].code, plan.reading.origins["a:goal-3"].place().cell) == ("3", "A3")


HEAD = ("Bærekraftsmål", "Kommunal betydning", "Delmål")


@pytest.mark.parametrize(
    ("value", "number_format", "goal", "code", "noted"),
    [
        (8.1, "General", 8, "8.1", [("SDG003", "8.1", "8.10")]),
        (8.1, "0.00", 8, "8.10", []),
        (8.1, "0.0", 8, "8.1", []),
        (3.5, "General", 3, "3.5", []),
        (3.5, "0.00", 3, "3.5", []),
        (dt.date(2024, 5, 3), "d.mmm", 3, "3.5", [("SDG003", "3.5", "5.3")]),
        (dt.date(2024, 5, 3), "mmm d", 5, "5.3", [("SDG003", "5.3", "3.5")]),
        (dt.date(2024, 3, 11), "d.mmm", 11, "11.3", [("SDG002", "11.3.", None)]),
        (dt.date(2001, 8, 3), "dd.mm.yyyy", 3, "3.8", [("SDG003", "3.8.1", "3.8, 8.3")]),
        ("03.mai", "General", 3, "3.5", [("SDG003", "3.5", "5.3")]),
        (45415, "General", 3, "3.5", [("SDG003", "3.5", "5.3")]),
    ],
)
def test_numbers_and_dates_are_read_as_the_codes_they_were(value, number_format, goal, code, noted):
    data = workbook(HEAD, (goal, "Viktig", value), formats={"C2": number_format})
    plan = plan_from_bytes(data, "bok.xlsx")
    assert [one.code for one in plan.targets] == [code]
    found = [(one.code, one.values["code"], one.values.get("other")) for one in plan.reading.findings]
    assert found == noted
    assert all(one.place.cell == "C2" and one.place.sheet == "Sheet" for one in plan.reading.findings)


def test_an_impossible_value_is_reported_as_it_stands():
    plan = plan_from_bytes(workbook(HEAD, (3, "Viktig", 3.845), (True, "x", dt.date(2024, 12, 31))), "bok.xlsx")
    assert [(one.code, one.values["code"], one.place.cell) for one in plan.reading.findings] == [
        ("SDG001", "3.845", "C2"),
        ("SDG001", "True", "A3"),
        ("SDG001", "2024-12-31", "C3"),
    ]


def test_merged_cells_hidden_sheets_title_blocks_and_trailing_blanks():
    top = ("Bærekraftsmål", "Betydning", "Tjenesteutvikling", None, "Annet")
    below = (None, None, "Mål", "Strategi", "Mål")
    rows = (
        ("Metodeverktøy",),
        (),
        top,
        below,
        (3, "Viktig", "Trygghet", "Bo hjemme", "Ro"),
        (None, None, None, "Gå tur"),
        (),
        (),
    )
    data = workbook(*rows, merges=("C3:D3", "A3:A4", "A5:A6"), hidden=[("Gammel", (HEAD, (4, "x", "4.1")))])
    plan = plan_from_bytes(data, "bok.xlsx")
    assert [one.code for one in plan.goals] == ["3"]
    assert [(one.title, one.tracks) for one in plan.objectives] == [("Trygghet", ("services",)), ("Ro", ())]
    assert [one.objectives for one in plan.strategies] == [("trygghet",), ("trygghet",)]


def test_the_same_layout_in_several_sheets_is_one_plan():
    book = Workbook()
    for number, title in ((3, "Helse"), (4, "Skole")):
        sheet = book.create_sheet(title)
        sheet.append(HEAD)
        sheet.append((number, "Viktig", f"{number}.1"))
    file = io.BytesIO()
    book.save(file)
    plan = plan_from_bytes(file.getvalue(), "bok.xlsx")
    assert [one.code for one in plan.targets] == ["3.1", "4.1"]
    assert str(plan.reading.origins["bok:target-4.1"].place()) == "bok.xlsx, Skole!C2"


def packed(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__xml", ".xml").replace("__", "/"), content)
    return file.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
FAR = workbook(HEAD, (3, "x", "3.8"))


def stray(cell="ZZZ1048576"):
    book = Workbook()
    book.active["A1"] = "Mål"
    book.active[cell if not cell.startswith("ZZZ") else "XFD1048576"] = "x"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.xlsx", b"", "the file is empty"),
        ("blank.csv", b"\n \n", "the file is empty"),
        ("cut.xlsx", FAR[: len(FAR) // 2], "damaged"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("old.xlsx", OLE, "old Excel format"),
        ("zip.xlsx", packed(readme="x"), "packed like a spreadsheet, but is none"),
        (
            "picture.xlsx",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 9,
            "neither a spreadsheet nor text",
        ),
        ("letter.csv", b"Dear all,\nplease find the plan attached.\n", "no row has headings that are known"),
        ("nothing.xlsx", workbook(), "there is nothing in the table"),
        ("far.xlsx", stray(), "reaches too far"),
        ("quote.csv", b'Goal,Municipal significance,Target\n3,"open,3.8\n4,b,4.1\n5,c,5.1\n', "never closed"),
        ("bomb.xlsx", None, "unpacks to more than"),
    ],
)
def test_what_cannot_be_read_gets_one_clear_message(name, data, said):
    if data is None:
        data = packed(xl__workbook__xml=b"<workbook/>", big=bytes(600 * 1024 * 1024))
    with pytest.raises(sg.InputError) as caught:
        plan_from_bytes(data, name)
    assert said in caught.value.words["en"]
    assert caught.value.words["nb"] != caught.value.words["en"]
    assert caught.value.place.file == name


def test_damage_inside_a_part_is_no_traceback():
    data = bytearray(workbook(HEAD, *((3, f"tekst nummer {n}", "3.8") for n in range(300))))
    for at in range(400, len(data) - 600, 97):
        data[at] ^= 0x55
    with pytest.raises(sg.InputError):
        plan_from_bytes(bytes(data), "skadet.xlsx")


def test_the_quote_that_is_never_closed_is_shown_by_its_line():
    with pytest.raises(sg.InputError) as caught:
        plan_from_bytes(b'Goal,Municipal significance,Target\n3,"open,3.8\n4,b,4.1\n5,c,5.1\n', "a.csv")
    assert caught.value.place.line == 2


def test_headings_that_come_near_are_named():
    with pytest.raises(sg.InputError) as caught:
        plan_from_bytes("Bærekraftmaal;Kommunal betydnig\nx;y\n".encode(), "a.csv")
    assert "Kommunal betydnig" in caught.value.hint["nb"]


def test_the_bytes_tell_what_a_wrongly_named_file_is(tmp_path):
    path = tmp_path / "metodetabell.csv"
    path.write_bytes((ASKER / "metodetabell.xlsx").read_bytes())
    assert plan_from_table(path) == plan_from_table(ASKER / "metodetabell.xlsx")


def test_a_table_may_come_by_standard_input(monkeypatch):
    class Stdin:
        buffer = io.BytesIO((ASKER / "metodetabell.tsv").read_bytes())

    monkeypatch.setattr("sys.stdin", Stdin)
    plan = sg.read_plan("-")
    assert (plan.id, len(plan.targets)) == ("plan", 27)


def test_nonsense_by_standard_input_is_judged_as_a_plan_file(monkeypatch):
    class Stdin:
        buffer = io.BytesIO(b"plan: 3\n")

    monkeypatch.setattr("sys.stdin", Stdin)
    with pytest.raises(sg.InputError) as caught:
        sg.read_plan("-")
    assert "no `plan:` section" in caught.value.words["en"]


def open_document(*rows):
    """Make an .ods file of rows of tags."""
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{name}office:1.0" xmlns:table="{name}table:1.0" '
        f'xmlns:text="{name}text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Ark">'
        + "".join(rows)
        + "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/>'
    manifest = f'<manifest:manifest xmlns:manifest="{name}manifest:1.0">{entry}</manifest:manifest>'
    return packed(**{"mimetype": mimetype, "content__xml": content, "META-INF/manifest__xml": manifest})


def test_an_open_document_is_read_like_a_workbook():
    def cells(row):
        texts = [
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        ]
        return f"<table:table-row>{''.join(texts)}</table:table-row>"

    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    plan = plan_from_bytes(open_document(cells(HEAD), cells(("3", "Viktig", "3.8, 3.9a")), empty), "bok.ods")
    assert [one.code for one in plan.targets] == ["3.8", "3.a"]
    assert str(plan.reading.findings[0].place) == "bok.ods, Ark!C2"


def test_an_open_document_that_repeats_a_cell_without_end_is_refused():
    row = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    with pytest.raises(sg.InputError) as caught:
        plan_from_bytes(open_document(row), "bok.ods")
    assert "reaches too far" in caught.value.words["en"]


def changed(data, part, change):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for member in source.infolist():
            content = source.read(member)
            target.writestr(member, change(content) if member.filename == part else content)
    return file.getvalue()


LIST = workbook(("Område", "Mål", "Strategi", "FN-mål"), ("A", "B", "C", "3"), (None, None, "D", "4"), merges=["A2:A3"])


def test_ranges_merged_to_the_end_of_the_sheet_are_read_as_far_as_there_are_rows():
    ranges = b'<mergeCell ref="A2:A3"/>' + b'<mergeCell ref="A2:XFD1048576"/>' * 40
    data = changed(LIST, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'<mergeCell ref="A2:A3"/>', ranges))
    assert [one.title for one in plan_from_bytes(data, "a.xlsx").strategies] == ["C", "D"]


def test_one_part_that_many_sheets_refer_to_is_refused():
    data = changed(
        LIST,
        "xl/workbook.xml",
        lambda xml: re.sub(rb'(<sheet [^>]*name=")(\w+)("[^>]*/>)', rb"\1\2\3\1again\3", xml),
    )
    with pytest.raises(sg.InputError, match="damaged"):
        plan_from_bytes(data, "a.xlsx")


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
@pytest.mark.parametrize(
    "entity", [b'<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">', b'<!ENTITY b SYSTEM "file:///etc/passwd">']
)
def test_entities_are_not_unfolded(part, entity):
    data = changed(
        LIST,
        part,
        lambda xml: b"<!DOCTYPE x [" + entity + b"]>" + xml.replace(b">C<", b">&b;<").replace(b'"Sheet"', b'"&b;"'),
    )
    with pytest.raises(sg.InputError, match="damaged"):
        plan_from_bytes(data, "a.xlsx")


def test_a_cell_without_end_is_told_from_an_open_quote():
    with pytest.raises(sg.InputError, match="more than 1,000,000 characters"):
        plan_from_bytes(b"Goal;Strategy\n" + b"x" * 1_100_000, "a.csv")


LARGE = changed(LIST, "docProps/app.xml", lambda xml: xml + b" " * 2_000_000)


@pytest.mark.parametrize(
    ("variable", "value", "data"),
    [("SDGGRAPH_MAX_CELLS", "5", b"Goal;Strategy\nA;B\nC;D\n"), ("SDGGRAPH_MAX_UNPACKED_MIB", "1", LARGE)],
)
def test_the_limits_can_be_set_and_are_named(variable, value, data, monkeypatch):
    plan_from_bytes(data, "a.csv")
    monkeypatch.setenv(variable, value)
    with pytest.raises(sg.InputError, match=variable):
        plan_from_bytes(data, "a.csv")


def test_two_cells_past_the_end_of_a_row_get_no_more_delimiters_than_they_need():
    written = delimited_with_cells(b"a;b;c;d\n1\n", "t.csv", ";", {(1, 2): "x", (1, 3): "y"})
    assert written == b"a;b;c;d\n1;;x;y\n"
