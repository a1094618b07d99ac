"""The errors that a caller may catch.

::

    SdgGraphError
    ├── InputError        a file or text that can't be read at all, with the place
    ├── ConfigError       settings or an own rule that can't be understood, with the place
    ├── OutputError       a result that can't be written
    └── NotFoundError     a node, code or rule that was asked for by name and isn't there

What can be read but isn't consistent is no error: it is a :class:`~sdggraph.base.diagnostics.Diagnostic`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.base.places import Place
    from sdggraph.base.words import Words

__all__ = ["ConfigError", "InputError", "NotFoundError", "OutputError", "SdgGraphError"]


class SdgGraphError(Exception):
    """The root of all errors of this library: words in each language and, where there is one, a place."""

    def __init__(self, words: Words, *, place: Place | None = None, hint: Words | None = None) -> None:
        super().__init__(words["en"])
        self.words = words
        self.place = place
        self.hint = hint

    def message(self, lang: str = "en") -> str:
        """Give the place, the words and the hint as one or two lines."""
        from sdggraph.base.words import pick

        where = f"{self.place}: " if self.place is not None else ""
        hint = f"\n  {pick(self.hint, lang)}" if self.hint else ""
        return f"{where}{pick(self.words, lang)}{hint}"

    def __str__(self) -> str:
        return self.message("en")


class InputError(SdgGraphError):
    """A file or text that can't be read at all."""


class ConfigError(SdgGraphError):
    """Settings, or a rule of the user's own, that can't be understood; ``others`` are more of the same file."""

    others: tuple[ConfigError, ...] = ()


class OutputError(SdgGraphError):
    """A result that can't be written where it was asked for."""


class NotFoundError(SdgGraphError):
    """A node, code or rule that was asked for by name and isn't there."""
