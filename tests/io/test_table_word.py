"""Tables in Word documents."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest

import sdggraph as sg
from sdggraph.io.table import plan_from_bytes

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text, *, listed=False):
    about = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' if listed else ""
    return f"<w:p>{about}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(text="", *, span=1, merge=None, body=None):
    about = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    if merge:
        about += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{body or paragraph(text)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def document(*parts, start=""):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        body = "".join(parts)
        archive.writestr(
            "word/document.xml", f'{start}<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>'
        )
    return file.getvalue()


METHOD = (
    [
        cell("Globalt mål", merge="restart"),
        cell("Kommunal betydning", merge="restart"),
        cell("Globalt delmål", merge="restart"),
        cell("Tjenesteutvikling", span=2),
    ],
    [cell(merge="on"), cell(merge="on"), cell(merge="on"), cell("Mål"), cell("Strategi")],
    [
        cell("3 God helse", merge="restart"),
        cell("Viktig"),
        cell("3.8, 3.9a"),
        cell("Trygghet", merge="restart"),
        cell("Bo hjemme"),
    ],
    [cell(merge="on"), cell(), cell(), cell(merge="on"), cell("Gå tur")],
)


def test_a_method_table_in_a_document():
    plan = plan_from_bytes(document(paragraph("Innledning"), table(*METHOD), paragraph("Slutt")), "plan.docx")
    assert [(one.code, one.significance) for one in plan.goals] == [("3", "Viktig")]
    assert [one.code for one in plan.targets] == ["3.8", "3.a"]
    assert [(one.title, one.tracks) for one in plan.objectives] == [("Trygghet", ("services",))]
    assert [one.objectives for one in plan.strategies] == [("trygghet",), ("trygghet",)]
    assert str(plan.reading.findings[0].place) == "plan.docx, Table 1!C3"


def test_lists_in_a_cell_are_several_and_tracked_changes_are_taken():
    body = paragraph("Første", listed=True) + paragraph("Andre", listed=True)
    changed = (
        "<w:p><w:r><w:t>Ny</w:t></w:r><w:del><w:r><w:delText>gammel</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> vei</w:t><w:br/><w:t>og sti</w:t></w:r></w:ins></w:p>"
    )
    rows = [[cell("Mål"), cell("Strategi")], [cell("M"), cell(body=body)], [cell("M"), cell(body=changed)]]
    plan = plan_from_bytes(document(table(*rows)), "plan.docx")
    assert [one.title for one in plan.strategies] == ["Første", "Andre", "Ny vei og sti"]


def test_several_tables_of_a_layout_are_one_plan_and_others_are_left_alone():
    tables = [table([cell("Mål"), cell("Strategi")], [cell(f"M{n}"), cell(f"S{n}")]) for n in (1, 2)]
    plan = plan_from_bytes(document(table([cell("Navn"), cell("Telefon")]), *tables), "plan.docx")
    assert [one.title for one in plan.strategies] == ["S1", "S2"]
    assert plan.reading.origins["plan:s2"].place().sheet == "Table 3"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document(paragraph("Bare tekst")), "no table in the document"),
        (document(table([cell("Navn"), cell("Telefon")])), "no row has headings"),
        (document("<w:oops>"), "damaged"),
        (document(start='<!DOCTYPE x [<!ENTITY a "aaaa">]>'), "damaged"),
    ],
)
def test_documents_without_a_plan_get_one_clear_message(data, said):
    with pytest.raises(sg.InputError) as caught:
        plan_from_bytes(data, "brev.docx")
    assert said in caught.value.words["en"]


def test_a_document_is_read_by_its_name(tmp_path):
    (tmp_path / "plan.docx").write_bytes(document(table(*METHOD)))
    assert sg.read_plan(tmp_path / "plan.docx").reading.understood["en"].startswith("read as a method table")
