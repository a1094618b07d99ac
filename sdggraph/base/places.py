"""Where something stands: in a text file, in a table, or in a graph of triples."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol, TypeAlias

__all__ = ["FieldPath", "FixedOrigin", "Origin", "Place", "TextFile"]

_LINE_END = re.compile(r"\r\n|\r|\n")

FieldPath: TypeAlias = tuple[str | int, ...]
"""The way from a record to one of its values: ``("targets", 1, "code")``; ``()`` is the record itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place in an input: lines and columns are 1-based code points, the end is exclusive.

    A place in a table has ``sheet`` and ``cell`` (``"C7"``); one in RDF has the ``subject`` IRI.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    subject: str | None = None

    def __str__(self) -> str:
        """Give the place as tools print it: ``plan.yaml:41:5`` or ``table.xlsx, Ark1!C7``."""
        name = self.file or "-"
        if self.cell is not None:
            return f"{name}, {self.sheet}!{self.cell}" if self.sheet else f"{name}, {self.cell}"
        if self.line is not None:
            return f"{name}:{self.line}:{self.column or 1}"
        return f"{name}, <{self.subject}>" if self.subject else name


class Origin(Protocol):
    """Whatever can tell the place of a record and of each value in it, when somebody asks."""

    def place(self, path: FieldPath = (), default: FieldPath = ()) -> Place:
        """Give the place of the value at ``path``; else at ``default``; else of the nearest thing around it."""
        ...


@dataclass(frozen=True, slots=True)
class FixedOrigin:
    """An origin that knows one place only."""

    at: Place

    def place(self, path: FieldPath = (), default: FieldPath = ()) -> Place:  # noqa: ARG002  # the one place answers for every path
        """Give the one place."""
        return self.at


class TextFile:
    """A text that was read, with its name; finds line and column of an offset when asked."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts: array[int] | None = None

    def _line_starts(self) -> array[int]:
        if self._starts is None:
            if "\r" in self.text:
                self._starts = array("Q", [0, *(match.end() for match in _LINE_END.finditer(self.text))])
            else:  # three times as fast, and what files mostly are
                lengths = [len(line) + 1 for line in self.text.split("\n")]
                self._starts = array("Q", accumulate(lengths[:-1], initial=0))
        return self._starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Give the 1-based line and column of a 0-based offset in code points."""
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Give the 0-based offset of a 1-based line and column."""
        return self._line_starts()[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Give the 1-based line without its line end; an empty text past the end."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Place:
        """Give the place from offset ``start`` up to, not including, ``end``."""
        line, column = self.line_column(start)
        end_line, end_column = self.line_column(max(start, end))
        return Place(self.name, line, column, end_line, end_column)
