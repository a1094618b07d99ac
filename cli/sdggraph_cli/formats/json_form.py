"""A report as JSON, in the stable form that programs read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.lint.report import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """Give the report as one JSON object."""
    return json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n"
