"""A report as GitHub workflow commands: findings become annotations of the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.lint.report import Report

__all__ = ["render"]

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """Give a line for each finding: ``::error file=plan.yaml,line=4,col=10,title=SDG201 …::message``."""
    return "".join(f"{_line(one)}\n" for one in report.diagnostics)


def _line(one: Diagnostic) -> str:
    place = one.place
    properties: dict[str, object] = {}
    if place is not None and place.file is not None:
        properties["file"] = place.file
        if place.line is not None and place.cell is None:
            properties["line"] = place.line
            properties["endLine"] = place.end_line or place.line
            if place.end_line in (None, place.line):
                properties["col"] = place.column or 1
                properties["endColumn"] = place.end_column or place.column or 1
    properties["title"] = f"{one.code} {one.name}" + (f", {place.cell}" if place is not None and place.cell else "")
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{one.message}\n{one.help}" if one.help else one.message
    return f"::{_COMMANDS[one.severity.word]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
