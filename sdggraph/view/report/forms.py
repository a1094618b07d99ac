"""The forms of a report by name, each loaded when it is asked for."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.view.report.blocks import Document

__all__ = ["FORMS", "form_of", "write_report"]

FORMS = ("html", "markdown", "docx", "pdf")
_BY_SUFFIX = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
}


def form_of(name: str) -> str | None:
    """Give the form that a file's name asks for; None if it asks for none that there is."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())


def write_report(document: Document, form: str) -> bytes:
    """Give a report in one of its forms.

    Raises:
        OutputError: A library that the form needs isn't installed.
        ValueError: There is no such form.
    """
    match form:
        case "html":
            from sdggraph.view.report.html import report_page

            return report_page(document).encode("utf-8")
        case "markdown":
            from sdggraph.view.report.markdown import report_markdown

            return report_markdown(document).encode("utf-8")
        case "docx":
            from sdggraph.view.report.word import report_docx

            return report_docx(document)
        case "pdf":
            from sdggraph.view.report.pdf import report_pdf

            return report_pdf(document)
    raise ValueError(f"no such form: {form}")
