"""The colours of the explorer's pages, for the other pages that are made: one table of them, light and dark."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

__all__ = ["page_colours"]

_COLOURS = re.compile(r":root \{.*?\n\}\n", re.DOTALL)


@cache
def page_colours() -> str:
    """Give the rules of CSS that name the colours: ``--ink``, ``--ground``, ``--line``.

    Raises:
        ValueError: The explorer's style has no such rules any more.
    """
    found = _COLOURS.search((resources.files("sdggraph.view") / "assets/css/base.css").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("base.css has no :root rule")
    return found[0]
