"""A copy of the planner's workbook with the findings in it."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

import sdggraph as sg
from sdggraph.io.table import plan_from_bytes
from sdggraph.io.workbook.annotate import annotated_workbook, findings_workbook

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
