"""One sheet of a table, whatever kind of file it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.base.cell_edits import cell_fix, full_text
from sdggraph.base.grids import cell_name, cell_text
from sdggraph.base.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdggraph.base.diagnostics import Fix

__all__ = ["Merge", "Sheet", "no_formats"]

Merge: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
"""A merged range: its first and its last cell, each as 0-based row and column."""


def no_formats(_row: int, _column: int) -> str | None:
    """Say that no number formats are known."""
    return None


@dataclass(slots=True)
class Sheet:
    """The values of a sheet from its first cell on.

    Attributes:
        file: The file's name as the user gave it.
        name: The sheet's name; None where the file is one table.
        rows: Values by row and column: texts, numbers, days; ``""`` for an empty cell.
        merges: The ranges of merged cells.
        number_format: Gives a cell's number format (``0.00``, ``d.mmm``) where the file has it.
        mendable: Whether single cells of the file can be changed and the rest left as it is.
    """

    file: str
    name: str | None
    rows: list[list[Any]]
    merges: list[Merge] = field(default_factory=list)
    number_format: Callable[[int, int], str | None] = no_formats
    mendable: bool = True

    def value(self, row: int, column: int) -> Any:
        """Give a cell's value; ``""`` past the end."""
        if not 0 <= row < len(self.rows):
            return ""
        values = self.rows[row]
        return values[column] if column < len(values) else ""

    def text(self, row: int, column: int) -> str:
        """Give a cell's value as text."""
        return cell_text(self.value(row, column))

    def fix(
        self, row: int, column: int, new: str, span: tuple[int, int] | None = None, *, safe: bool = False
    ) -> Fix | None:
        """Give the fix that puts a text in the place of a cell's, or of a part of it; None where none can be made."""
        text = full_text(self.value(row, column))
        if not self.mendable or new == text:
            return None
        return cell_fix(self.place(row, column), text, span or (0, len(text)), new, safe=safe)

    def place(self, row: int, column: int) -> Place:
        """Give the place of a cell."""
        return Place(self.file, sheet=self.name, cell=cell_name(row, column))

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)
