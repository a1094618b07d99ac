"""The report as a Word document, with real headings, tables and pictures (the extra ``[docx]``)."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import OutputError
from sdggraph.base.words import pick, words
from sdggraph.view.charts.svg import goal_colour, legible
from sdggraph.view.report.blocks import Facts, Figure, Items, Paragraph, Table
from sdggraph.view.report.figures import light_only

if TYPE_CHECKING:
    from sdggraph.view.report.blocks import Block, Document, Section

__all__ = ["report_docx"]

_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PAGE_CM = 16.0
_DOTS = 2.5
"""How many dots of the picture stand for one pixel of the drawing."""
_LETTER_CM, _PADDING_CM = 0.2, 0.45
_LONGEST_WORD, _WIDEST = 22, 60
"""From how many characters at most a column's width is reckoned."""
_LARGEST_DRAWING = 400_000
"""In characters: hundreds of parts on a page of paper are a grey area, and take minutes to paint."""
_SHADE = "EFEFEC"
_TABLE = words("Table", "Tabell")
_FIGURE = words("Figure", "Figur")


def report_docx(document: Document) -> bytes:
    """Give the report as a .docx file.

    Raises:
        OutputError: python-docx isn't installed.
    """
    try:
        import docx
    except ImportError:
        raise OutputError(
            words("a Word document needs python-docx", "et Word-dokument krever python-docx"),
            hint=words("pip install 'sdggraph[docx]'", "pip install 'sdggraph[docx]'"),
        ) from None
    writer = _Writer(docx.Document(), document.lang)
    writer.begin(document)
    for section in document.sections:
        writer.section(section, 1)
    for line in document.colophon:
        writer.paragraph(line, size=8.5)
    stream = io.BytesIO()
    writer.file.save(stream)
    return stream.getvalue()


class _Writer:
    """Writes blocks into a document of python-docx, with the styles that Word itself knows."""

    def __init__(self, file: Any, lang: str) -> None:
        self.file = file
        self.lang = lang

    def begin(self, document: Document) -> None:
        """Set the language, the properties and the margins, and write the title."""
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt

        core = self.file.core_properties
        core.title, core.language, core.author = legible(document.title), document.lang, "sdggraph"
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        properties = normal.element.get_or_add_rPr()
        language = properties.makeelement(qn("w:lang"), {qn("w:val"): {"nb": "nb-NO", "en": "en-GB"}[document.lang]})
        properties.append(language)
        page = self.file.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm((21 - _PAGE_CM) / 2)
        _number_pages(page.footer.paragraphs[0])
        self.file.add_heading(legible(document.title), level=0)
        self.paragraph(document.subtitle)

    def section(self, section: Section, level: int) -> None:
        """Write a section with those within it."""
        from docx.shared import RGBColor

        heading = self.file.add_heading(level=min(level, 9))
        if section.goal:
            mark = heading.add_run("■ ")
            mark.font.color.rgb = RGBColor.from_string(goal_colour(section.goal).lstrip("#"))
        heading.add_run(legible(section.title))
        for block in section.blocks:
            self.block(block)
        for inner in section.sections:
            self.section(inner, level + 1)

    def block(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Paragraph(text, tone):
                self.paragraph(text, bold=tone == "lead", italic=tone in ("missing", "note"))
            case Items(items, _, numbered):
                for text in items:
                    self.file.add_paragraph(legible(text), style="List Number" if numbered else "List Bullet")
            case Facts(figures):
                for value, what in figures:
                    paragraph = self.file.add_paragraph(style="List Bullet")
                    paragraph.add_run(legible(value)).bold = True
                    paragraph.add_run(f" {legible(what)}")
            case Table():
                self.table(block)
            case Figure():
                self.figure(block)

    def paragraph(self, text: str, *, bold: bool = False, italic: bool = False, size: float | None = None) -> None:
        """Write a paragraph."""
        from docx.shared import Pt

        run = self.file.add_paragraph().add_run(legible(text))
        run.bold, run.italic = bold or None, italic or None
        if size is not None:
            run.font.size = Pt(size)

    def table(self, table: Table) -> None:
        """Write a table whose head is repeated on each page, under its caption."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml.ns import qn
        from docx.shared import Cm, Pt

        self.caption(_TABLE, table.caption, before=True)
        rows = [tuple(column.title for column in table.columns), *table.rows, *([table.total] if table.total else [])]
        made = self.file.add_table(rows=len(rows), cols=len(table.columns), style="Table Grid")
        made.autofit = False
        for column, width in zip(made.columns, _widths(rows), strict=True):
            for cell in (column, *column.cells):
                cell.width = Cm(width)
        for place, (row, texts) in enumerate(zip(made.rows, rows, strict=True)):
            strong = place == 0 or (bool(table.total) and place == len(rows) - 1)
            for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
                paragraph = cell.paragraphs[0]
                run = paragraph.add_run(legible(text))
                run.bold, run.font.size = strong or None, Pt(9.5)
                if column.numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if place == 0:
                    shade = cell._tc.get_or_add_tcPr()  # noqa: SLF001  # python-docx has no other way to shade a cell
                    shade.append(shade.makeelement(qn("w:shd"), {qn("w:val"): "clear", qn("w:fill"): _SHADE}))
        head = made.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  # nor to repeat a row
        head.append(head.makeelement(qn("w:tblHeader"), {}))
        self.file.add_paragraph()

    def figure(self, figure: Figure) -> None:
        """Write a drawing as a picture with its words for those who don't see it; without a painter, only the words."""
        from docx.oxml.ns import qn
        from docx.shared import Cm

        picture = _painted(figure.svg)
        if picture is None:
            self.paragraph(figure.alternative, italic=True)
        else:
            size = _SIZE.search(figure.svg)
            width = min(_PAGE_CM, float(size[1]) / 40) if size else _PAGE_CM
            shape = self.file.add_picture(io.BytesIO(picture), width=Cm(width))
            properties = shape._inline.find(qn("wp:docPr"))  # noqa: SLF001  # nor to describe a picture
            properties.set("descr", legible(figure.alternative))
            properties.set("title", legible(figure.caption))
        self.caption(_FIGURE, figure.caption, before=False)

    def caption(self, kind: dict[str, str] | Any, text: str, *, before: bool) -> None:
        """Write a caption in Word's own style, kept with the table that it stands over."""
        paragraph = self.file.add_paragraph(f"{pick(kind, self.lang)}: {legible(text)}", style="Caption")
        paragraph.paragraph_format.keep_with_next = before


def _number_pages(footer: Any) -> None:
    """Put the page's number at the foot of each page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    number = footer._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): "PAGE"})  # noqa: SLF001  # nor to number pages
    footer._p.append(number)  # noqa: SLF001


def _widths(rows: list[tuple[str, ...]]) -> list[float]:
    """Share the page among the columns: each has room for its longest word, the rest goes by the longest text."""
    columns = range(len(rows[0]))
    words = [max(len(word) for row in rows for word in (row[place].split() or [""])) for place in columns]
    least = [min(word, _LONGEST_WORD) * _LETTER_CM + _PADDING_CM for word in words]
    longest = [min(max(len(row[place]) for row in rows), _WIDEST) for place in columns]
    left = max(_PAGE_CM - sum(least), 0.0)
    found = [width + left * length / (sum(longest) or 1) for width, length in zip(least, longest, strict=True)]
    return [width * _PAGE_CM / sum(found) for width in found]


def _painted(svg: str) -> bytes | None:
    """Paint a drawing on white; None where nothing that paints is installed, or the drawing is too large to read."""
    if len(svg) > _LARGEST_DRAWING:
        return None
    try:
        import resvg_py
    except ImportError:
        return None
    size = _SIZE.search(svg)
    width = round(float(size[1]) * _DOTS) if size else None
    return bytes(resvg_py.svg_to_bytes(svg_string=light_only(svg), width=width, background="#ffffff"))
