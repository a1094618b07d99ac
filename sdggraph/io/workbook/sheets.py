"""Which sheets a workbook of ours has, and what their columns hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from sdggraph.base.grids import cell_text
from sdggraph.base.nearby import nearest
from sdggraph.io.tables.vocabulary import meaning_of
from sdggraph.io.workbook.schema import CHILDREN, SHEETS, Column
from sdggraph.io.workbook.words import called, keys_called, sheet_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.io.tables.sheet import Sheet

__all__ = ["Table", "is_workbook", "table_of"]

_LANGUAGE = re.compile(r"(.*?)\s*\(([a-zA-Z]{2,3}(?:-[\w-]+)?)\)\s*", re.DOTALL)
_SEARCHED_ROWS = 20


@dataclass(slots=True)
class Table:
    """A sheet of the workbook: what it holds, where its headings stand, and what each column is.

    Attributes:
        marks: The columns ``of`` and ``field`` of a sheet whose rows belong to records of other sheets.
        others: Columns that nobody knows, with their headings.
        near: The known heading that an unknown one comes near to.
    """

    sheet: Sheet
    name: str
    heading_row: int
    columns: dict[int, tuple[Column, str | None]]
    marks: dict[str, int]
    others: dict[int, str]
    near: dict[int, str]

    def text(self, row: int, mark: str) -> str:
        """Give the text of a row in the column that names its record, or the list that it goes into."""
        return self.sheet.text(row, self.marks[mark]) if mark in self.marks else ""

    def rows(self) -> Iterator[int]:
        """Give the rows below the headings that say something."""
        columns = (*self.columns, *self.marks.values(), *self.others)
        for row in range(self.heading_row + 1, len(self.sheet.rows)):
            if any(self.sheet.text(row, at) for at in columns):
                yield row


def is_workbook(sheets: list[Sheet]) -> bool:
    """Say whether sheets are the workbook's: the plan's own, or one of a section with ids or codes and titles."""
    return any(_is_table(table) for table in map(table_of, sheets) if table is not None)


def _is_table(table: Table) -> bool:
    paths = {column.path for column, _ in table.columns.values()}
    if table.name == "plan" or table.name in CHILDREN:
        return table.name == "plan" and ("id",) in paths
    key = "code" if table.name in ("goals", "targets") else "id"
    return (key,) in paths and (key == "code" or ("title",) in paths or table.name == "interactions")


def table_of(sheet: Sheet) -> Table | None:
    """Give what a sheet holds by its title and headings; None if it is none of the workbook's."""
    name = sheet_called(sheet.name or "")
    if name is None:
        return None
    if name == "plan":
        return _plan_table(sheet)
    child = CHILDREN.get(name)
    known = {column.path: column for column in (child.columns if child else SHEETS[name])}
    best: Table | None = None
    for row in range(min(len(sheet.rows), _SEARCHED_ROWS)):
        found = _headings(sheet, name, row, known, ("of", "field") if child else ())
        if best is None or len(found.columns) + len(found.marks) > len(best.columns) + len(best.marks):
            best = found
    if best is None or not best.columns:
        return None
    _near(best, known)
    return best


def _headings(sheet: Sheet, name: str, row: int, known: dict[tuple[str, ...], Column], marks: tuple[str, ...]) -> Table:
    table = Table(sheet, name, row, {}, {}, {}, {})
    for at, value in enumerate(sheet.rows[row]):
        heading = cell_text(value)
        if not heading:
            continue
        paths, language = _paths(heading)
        column = next((known[path] for path in paths if path in known), None)
        mark = next((path[0] for path in paths if path[0] in marks), None)
        if column is not None:
            table.columns[at] = (column, language)
        elif mark is not None:
            table.marks[mark] = at
        elif (meaning := meaning_of(heading)) is None or meaning.column != "accepted":
            table.others[at] = heading
    return table


def _near(table: Table, known: dict[tuple[str, ...], Column]) -> None:
    """Find the known headings that unknown ones come near to."""
    phrases = [called(one, lang) for one in known for lang in ("en", "nb")]
    for at, heading in table.others.items():
        close = nearest(heading, phrases)
        if close:
            table.near[at] = close[0]


def _paths(heading: str) -> tuple[list[tuple[str, ...]], str | None]:
    """Give the paths that a heading may name, and the language that stands in brackets after it."""
    match = _LANGUAGE.fullmatch(heading)
    named, language = (match[1], match[2].lower()) if match else (heading, None)
    return list(product(*(keys_called(part) for part in named.split(".")[:3]))), language


def _plan_table(sheet: Sheet) -> Table | None:
    """Take the plan's sheet, whose keys stand below each other in the first column; its "columns" are rows."""
    known = {column.path: column for column in SHEETS["plan"]}
    table = Table(sheet, "plan", 0, {}, {}, {}, {})
    for row in range(len(sheet.rows)):
        heading = sheet.text(row, 0)
        paths, language = _paths(heading)
        path = next((path for path in paths if path in known), None)
        if path is not None:
            table.columns[row] = (known[path], language)
        elif heading and sheet.text(row, 1):
            table.others[row] = heading
    return table if table.columns else None
