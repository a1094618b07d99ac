"""A drawing as a figure of the report: what the drawing says of itself is its text alternative."""

from __future__ import annotations

import re
from html import unescape

from sdggraph.view.report.blocks import Figure

__all__ = ["figure_of"]

_SAID = re.compile(r"<title[^>]*>(.*?)</title><desc[^>]*>(.*?)</desc>", re.DOTALL)


def figure_of(svg: str, caption: str) -> Figure:
    """Make a figure of a drawing of ``view.charts``."""
    found = _SAID.search(svg)
    alternative = " ".join(unescape(part).strip() for part in found.groups()) if found else caption
    return Figure(svg, caption, alternative)
