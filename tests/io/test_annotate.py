"""A copy of the planner's workbook with the findings in it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

import sdggraph as sg
from sdggraph.io.table import plan_from_bytes
from sdggraph.io.workbook.annotate import annotated_workbook, findings_workbook
from tests.io.rich_workbook import parts_of, rich_workbook

BROKEN = Path(__file__).parents[2] / "examples" / "broken" / "metodetabell.xlsx"


def annotated(data, name="bok.xlsx", lang="nb"):
    plan = plan_from_bytes(data, name)
    found = sg.lint(plan, lang=lang).diagnostics
    return found, load_workbook(io.BytesIO(annotated_workbook(data, name, found, lang)))


def test_cells_with_findings_are_coloured_and_say_what_was_found():
    found, copy = annotated(BROKEN.read_bytes())
    sheet = copy["Metodetabell"]
    for one in found:
        comment = sheet[one.place.cell].comment.text
        assert f"{one.code}: {one.message}" in comment
        assert one.help in comment
    assert sheet["C5"].fill.fgColor.rgb.endswith("F8CBC6")  # an error
    assert sheet["C3"].fill.fgColor.rgb.endswith("FBE6B0")  # a warning
    assert sheet["C3"].comment.text.startswith("SDG003: Excel has made a date")  # what it said already stays first


def test_everything_else_stays():
    data = BROKEN.read_bytes()
    before = load_workbook(io.BytesIO(data))["Metodetabell"]
    _, copy = annotated(data)
    after = copy["Metodetabell"]
    assert [[cell.value for cell in row] for row in after] == [[cell.value for cell in row] for row in before]
    assert sorted(map(str, after.merged_cells.ranges)) == sorted(map(str, before.merged_cells.ranges))
    assert after["C3"].number_format == before["C3"].number_format
    assert {key: one.width for key, one in after.column_dimensions.items()} == {
        key: one.width for key, one in before.column_dimensions.items()
    }
    assert BROKEN.read_bytes() == data


def test_a_sheet_lists_all_findings_with_links_to_their_cells():
    found, copy = annotated(BROKEN.read_bytes())
    rows = list(copy["Funn"].iter_rows())
    assert [cell.value for cell in rows[0]][:3] == ["Alvor", "Regel", "Funn"]
    assert [(row[1].value, row[2].value, row[6].value) for row in rows[1:]] == [
        (one.code, one.message, one.place.cell) for one in found
    ]
    assert rows[1][6].hyperlink.location == f"'Metodetabell'!{found[0].place.cell}"


def test_merged_cells_own_comments_and_a_sheet_called_as_ours():
    book = Workbook()
    sheet = book.active
    sheet.title = "Findings"
    for row in (("Goal", "Municipal significance", "Target"), (3, "=SUM(1)", "3.9a"), (None, None, "99")):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet["C2"].comment = Comment("Mine", "me")
    file = io.BytesIO()
    book.save(file)
    _, copy = annotated(file.getvalue(), lang="en")
    assert copy.sheetnames == ["Findings", "Findings 2"]
    assert copy["Findings"]["C2"].comment.text.startswith("Mine\n\nSDG002")
    assert copy["Findings"]["B2"].value == "=SUM(1)"
    assert "SDG001" in copy["Findings"]["C3"].comment.text


def test_findings_of_other_files_are_listed_and_nothing_they_quote_is_run():
    plan = sg.read_plan(BROKEN.parent / "plan.yaml")
    found = sg.lint(plan).diagnostics
    sheet = load_workbook(io.BytesIO(findings_workbook(found, "en")))["Findings"]
    assert sheet.max_row == len(found) + 1
    assert {cell.data_type for row in sheet.iter_rows(min_col=3, max_col=4) for cell in row if cell.value} == {"s"}
    assert sheet["G2"].value == found[0].place.line


def test_pictures_charts_shapes_formats_and_formulas_are_copied_as_they_are():
    data = rich_workbook()
    found, copy = annotated(data, "liste.xlsx")
    marked = annotated_workbook(data, "liste.xlsx", found, "nb")
    before, after = parts_of(data), parts_of(marked)
    assert set(before) <= set(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
    }
    sheet = copy["Liste"]
    assert (len(sheet._charts), len(sheet._images)) == (1, 1)
    assert b"rightArrow" in after["xl/drawings/drawing1.xml"]
    assert str(next(iter(sheet.conditional_formatting)).sqref) == "E2:E9"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "F2:F9"
    assert (sheet["D4"].value, sheet["D2"].font.i, sheet["D2"].font.color.rgb) == ('="3."&"9a"', True, "00123456")
    assert (sheet["D3"].number_format, sheet["D2"].comment.text[:14]) == ("0.00", "Husk høringen\n")


def test_a_sheet_without_comments_gets_them_where_excel_wants_them():
    data = rich_workbook(comment=False)
    found, copy = annotated(data, "liste.xlsx")
    assert "SDG002" in copy["Liste"]["D2"].comment.text
    xml = parts_of(annotated_workbook(data, "liste.xlsx", found, "nb"))["xl/worksheets/sheet1.xml"]
    order = [
        xml.index(tag)
        for tag in (b"<mergeCells", b"<dataValidations", b"<pageMargins", b"<drawing ", b"<legacyDrawing ")
    ]
    assert order == sorted(order)


def test_annotating_twice_adds_to_what_stands_there():
    data = rich_workbook()
    found, _ = annotated(data, "liste.xlsx")
    once = annotated_workbook(data, "liste.xlsx", found, "nb")
    twice = load_workbook(io.BytesIO(annotated_workbook(once, "liste.xlsx", found, "nb")))
    assert twice.sheetnames == ["Liste", "Tall", "Funn", "Funn 2"]
    assert twice["Liste"]["D2"].comment.text.count("SDG002") == 2


def test_a_conversation_is_left_as_it_is():
    data = parts_of(rich_workbook())
    comments = data["xl/comments/comment1.xml"]
    author = re.search(rb"<author>([^<]*)</author>", comments)[1]
    data["xl/comments/comment1.xml"] = comments.replace(b">" + author + b"<", b">tc={1-2}<", 1)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name, content in data.items():
            packed.writestr(name, content)
    _, copy = annotated(file.getvalue(), "liste.xlsx")
    assert copy["Liste"]["D2"].comment.text == "Husk høringen"
    assert copy["Liste"]["D2"].fill.fgColor.rgb.endswith("D6E6F2")
