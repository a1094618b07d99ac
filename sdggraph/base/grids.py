"""The cells of a table as they were read, for messages that quote the row around a cell."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Grid", "GridCell", "cell_name", "cell_position", "cell_text"]

_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)


def cell_name(row: int, column: int) -> str:
    """Name the cell at a 0-based row and column as spreadsheets do: ``(6, 2)`` is ``C7``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def cell_position(name: str) -> tuple[int, int]:
    """Give the 0-based row and column of a cell's name.

    Raises:
        ValueError: It is no name of a cell.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"not a cell: {name!r}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def cell_text(value: object) -> str:
    """Give a cell's value as text: whole numbers without a point, days as ``2024-05-03``, nothing for an empty cell."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell as a message shows it: its name, the heading of its column, its text."""

    name: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one sheet from its first cell on, and the heading of each column that has one.

    ``mendable`` says whether single cells of its file can be changed.
    """

    rows: Sequence[Sequence[object]]
    headings: Mapping[int, str] = field(default_factory=dict)
    mendable: bool = True

    def cell(self, row: int, column: int) -> GridCell:
        """Give the cell at a 0-based row and column; past the end it is empty."""
        text = cell_text(self.value(row, column))
        return GridCell(cell_name(row, column), self.headings.get(column, ""), text)

    def value(self, row: int, column: int) -> object:
        """Give the value of the cell at a 0-based row and column; past the end there is none."""
        values = self.rows[row] if 0 <= row < len(self.rows) else ()
        return values[column] if 0 <= column < len(values) else None

    def around(self, name: str, reach: int = 2) -> list[GridCell]:
        """Give a cell's neighbourhood: the cell itself and, on either side, the nearest ``reach`` cells with text.

        Raises:
            ValueError: ``name`` is no name of a cell.
        """
        row, column = cell_position(name)
        width = len(self.rows[row]) if 0 <= row < len(self.rows) else 0
        before = [cell for at in range(min(column, width)) if (cell := self.cell(row, at)).text]
        after = [cell for at in range(column + 1, width) if (cell := self.cell(row, at)).text]
        return [*before[max(0, len(before) - reach) :], self.cell(row, column), *after[:reach]]
