"""The forms in which a report is given, one module a form."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.lint.report import Report

__all__ = ["FORMATS", "format_of", "render"]

FORMATS = ("text", "json")
"""The forms by name; each has a module of its own with a function ``render``, except ``text``."""

_ENDINGS = {".json": "json", ".txt": "text"}


def format_of(name: str) -> str | None:
    """Give the form that a file's name asks for, or None if its ending says nothing."""
    return _ENDINGS.get(PurePath(name).suffix.lower())


def render(report: Report, form: str, *, color: bool = False, quiet: bool = False) -> str:
    """Give a report in a form."""
    if form != "text":
        text: str = import_module(f"sdggraph_cli.formats.{form}_form").render(report)
        return text
    from sdggraph_cli.text_report import TextReport, page_width

    if quiet and not report.diagnostics:
        return ""
    return "".join(f"{line}\n" for line in TextReport(report, page_width(), color).lines())
