"""The forms in which a report is given, one module a form."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.lint.report import Report

__all__ = ["FILE_FORMATS", "FORMATS", "annotated_of", "format_of", "render", "written"]

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab")
"""The forms by name; each has a module of its own, ``<name>_form``, with a function ``render``, except ``text``."""

FILE_FORMATS = (*FORMATS, "xlsx")
"""The forms that a file can have: a workbook too."""

_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_ENDINGS = {".xlsx": "xlsx", ".xlsm": "xlsx", ".json": "json", ".txt": "text", ".sarif": "sarif", ".xml": "junit"}


def format_of(name: str) -> str | None:
    """Give the form that a file's name asks for, or None if its ending says nothing."""
    file = PurePath(name.lower())
    if file.name.endswith(".sarif.json"):
        return "sarif"
    if file.name.startswith("gl-") and file.suffix == ".json":
        return "gitlab"
    return _ENDINGS.get(file.suffix)


def render(report: Report, form: str, *, fail_on: str = "error", color: bool = False, quiet: bool = False) -> str:
    """Give a report in a form; ``fail_on`` is the severity from which on a finding fails."""
    if form == "junit":
        from sdggraph_cli.formats.junit_form import render as render_junit

        return render_junit(report, fail_on)
    if form != "text":
        text: str = import_module(f"sdggraph_cli.formats.{form}_form").render(report)
        return text
    from sdggraph_cli.text_report import TextReport, page_width

    if quiet and not report.diagnostics:
        return ""
    return "".join(f"{line}\n" for line in TextReport(report, page_width(), color).lines())


def written(report: Report, name: str, form: str, *, fail_on: str = "error") -> str | bytes:
    """Give what is to stand in an output file.

    The workbook of findings is a copy of the plan's own, with its cells marked, where that is the one plan that was
    linted.
    """
    if form != "xlsx":
        return render(report, form, fail_on=fail_on)
    from sdggraph.io.workbook.annotate import findings_workbook

    ending = PurePath(name).suffix.lower()
    if len(report.plans) == 1 and PurePath(report.plans[0]).suffix.lower() == ending:
        copy = annotated_of(report)
        if copy is not None:
            return copy
    return findings_workbook(report.diagnostics, report.lang)


def annotated_of(report: Report) -> bytes | None:
    """Give a copy of the one workbook that was linted with its cells marked; None unless there is exactly one."""
    from sdggraph.io.bytes_in import read_bytes
    from sdggraph.io.workbook.annotate import annotated_workbook

    books = [name for name in report.plans if PurePath(name).suffix.lower() in _WORKBOOKS]
    if len(books) != 1:
        return None
    return annotated_workbook(read_bytes(books[0]), books[0], report.diagnostics, report.lang)
