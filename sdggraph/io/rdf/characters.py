"""What may stand in literals and IRIs, and how the rest is escaped."""

from __future__ import annotations

import re

from sdggraph.base.errors import OutputError
from sdggraph.base.words import words

__all__ = ["escaped"]

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escaped(text: str) -> str:
    """Escape a literal's text as N-Triples and Turtle do.

    Raises:
        OutputError: It holds half of a surrogate pair, which no RDF syntax has.
    """
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        raise _half_a_character()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def _half_a_character() -> OutputError:
    """Give the error for a text that can't be written in any encoding."""
    return OutputError(
        words(
            "a text holds half a character (a lone surrogate), which can't be written",
            "en tekst har et halvt tegn (et enslig surrogat), som ikke kan skrives",
        )
    )
