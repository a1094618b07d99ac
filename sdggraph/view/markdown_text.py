"""Texts of a plan in Markdown: on one line, and never markup."""

from __future__ import annotations

import re

__all__ = ["plain"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@!]|&(?=#?\w+;))")
_BREAK = re.compile(r"\s*[\x00-\x08\n-\x1f\x85\u2028\u2029]+\s*")
_LEADING = re.compile(r"^(\s*(?:\d+(?=[.)]\s|[.)]$))?)([-+.)])")
"""What would begin a list: a dash, or a number with its full stop. A digit can't be escaped, its full stop can."""


def plain(text: str) -> str:
    """Keep a text on one line and from being markup."""
    return _LEADING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", _BREAK.sub(" ", text)))
