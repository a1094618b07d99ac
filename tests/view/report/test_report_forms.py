"""The report as page, Markdown, Word document and PDF: the same content in each, and no text becomes markup."""

from __future__ import annotations

import io
import re
import zlib
from html.parser import HTMLParser

import pytest

import sdggraph as sg
from sdggraph.model.nodes import Objective, Strategy
from sdggraph.view.report.blocks import Column, Document, Facts, Figure, Items, Paragraph, Section, Table
from sdggraph.view.report.forms import form_of, write_report
from sdggraph.view.report.make import ReportOptions, report_document

HOSTILE = "<script>alert(1)</script>\"'&|`*_[x](y)\x00\x0b"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><title>T</title><desc>Words</desc><rect width="80" height="40"/></svg>'
WHOLE = Document(
    f"Title {HOSTILE}",
    "Subtitle",
    "nb",
    (
        Section("a", f"First {HOSTILE}", (Paragraph(HOSTILE, "lead"), Items((HOSTILE,)), Facts(((HOSTILE, HOSTILE),)))),
        Section(
            "b",
            "Second",
            (Table(HOSTILE, (Column(HOSTILE), Column("N", numbers=True)), ((HOSTILE, "1"),), ("3",), ("Sum", "1")),),
            (Section("goal-3", "3 Helse", (Figure(SVG, HOSTILE, "Words"),), goal="3"),),
        ),
    ),
    (HOSTILE,),
)


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []
        self.addresses = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href", "action")]


def test_the_page_runs_nothing_and_asks_for_nothing():
    page = write_report(WHOLE, "html").decode()
    seen = Seen()
    seen.feed(page)
    assert "script" not in seen.tags
    assert seen.addresses == ["#a", "#b", "#goal-3"]
    assert "default-src 'none'" in page
    assert [tag for tag in seen.tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h2", "h2", "h3"]


def test_markdown_keeps_texts_from_being_markup():
    made = write_report(WHOLE, "markdown").decode()
    assert "\\<script\\>" in made
    assert not re.search(r"(?<!\\)<script", made)
    rows = [line for line in made.splitlines() if line.startswith("| ")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [
        3
    ] * 4  # heading, hostile row, sum, and the ruled line


def test_a_word_document_has_real_headings_and_tables():
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    file = docx.Document(io.BytesIO(write_report(WHOLE, "docx")))
    headings = [(one.style.name, one.text) for one in file.paragraphs if one.style.name.startswith("Heading")]
    assert [name for name, _ in headings] == ["Heading 1", "Heading 1", "Heading 2"]
    assert headings[1][1] == "Second"
    (table,) = file.tables
    assert [[cell.text for cell in row.cells][1] for row in table.rows] == ["N", "1", "1"]
    xml = file.element.xml
    assert 'descr="Words"' in xml
    assert "w:tblHeader" in xml
    assert 'w:instr="PAGE"' in file.sections[0].footer._element.xml


def test_a_pdf_is_tagged():
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    made = write_report(WHOLE, "pdf")
    assert made.startswith(b"%PDF-")
    streams = (
        zlib.decompressobj().decompress(one) for one in re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL)
    )
    assert any(b"/StructTreeRoot" in one for one in streams)


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.HTM", "html"), ("b.md", "markdown"), ("c.docx", "docx"), ("d.pdf", "pdf"), ("e", None)],
)
def test_the_name_says_the_form(name, form):
    assert form_of(name) == form


def test_a_row_that_does_not_fit_its_table_is_refused():
    with pytest.raises(ValueError, match="2 columns"):
        Table("T", (Column("a"), Column("b")), (("1",),))


def test_hostile_texts_of_a_plan_are_only_text():
    plan = sg.Plan(
        id="p",
        language="en",
        title=HOSTILE.replace("\x00\x0b", ""),
        objectives=(Objective(id="o1", title="<img src=x onerror=alert(1)>", targets=({"code": "3.8"},)),),
        strategies=(Strategy(id="s1", title="</style><script>alert(1)</script>", objectives=("o1",)),),
    )
    for audience in ("internal", "council"):
        seen = Seen()
        seen.feed(write_report(report_document(plan, ReportOptions("en", audience)), "html").decode())
        assert not {"script", "img"} & set(seen.tags)


def test_a_drawing_too_large_for_paper_stands_by_its_words():
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    svg = SVG.replace("<rect", "<rect/>" * 100_000 + "<rect")
    document = Document("T", "S", "en", (Section("a", "A", (Figure(svg, "Caption", "Said in words"),)),))
    file = docx.Document(io.BytesIO(write_report(document, "docx")))
    assert not file.inline_shapes
    assert "Said in words" in [one.text for one in file.paragraphs]
