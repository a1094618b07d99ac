"""The tables of a Word document as sheets: merged cells, lists in cells, several tables one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.tables.archive import damaged
from sdggraph.io.tables.limits import most_cells
from sdggraph.io.tables.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.io.tables.archive import Archive
    from sdggraph.io.tables.sheet import Merge

__all__ = ["DOCUMENT", "read_document"]

DOCUMENT = "word/document.xml"
"""The part of the archive that has the text."""

_LARGEST = 64 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDEST = 200


def read_document(archive: Archive) -> list[Sheet]:
    """Give the tables of a Word document, named by their order.

    Raises:
        InputError: The document is damaged, too large, or has no table.
    """
    xml = archive.part(DOCUMENT)
    if len(xml) > _LARGEST:
        raise InputError(words("is too large a document", "er et for stort dokument"), place=Place(archive.name))
    if b"<!DOCTYPE" in xml[:2000]:  # no Word file has one, and entities could unfold without end
        raise damaged(archive.name)
    try:
        root = ET.fromstring(xml)  # noqa: S314  # without a document type there are no entities to unfold
    except ET.ParseError:
        raise damaged(archive.name) from None
    tables = list(_tables(root))
    if not tables:
        raise InputError(
            words("there is no table in the document", "det er ingen tabell i dokumentet"), place=Place(archive.name)
        )
    return [_sheet(table, archive.name, number) for number, table in enumerate(tables, start=1)]


def _tables(element: ET.Element) -> Iterator[ET.Element]:
    """Give the tables in an element, not those in their cells."""
    for child in element:
        if child.tag == f"{_W}tbl":
            yield child
        else:
            yield from _tables(child)


@dataclass(slots=True)
class _Grid:
    rows: list[list[str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    open: dict[int, tuple[int, int]] = field(default_factory=dict)


def _sheet(table: ET.Element, name: str, number: int) -> Sheet:
    grid = _Grid()
    for row in _inside(table, "tr"):
        _row(row, grid)
        if len(grid.rows) * _WIDEST > most_cells():
            break
    for column, (top, width) in grid.open.items():
        _close(grid, column, top, width, len(grid.rows) - 1)
    return Sheet(name, f"Table {number}", [list(row) for row in grid.rows], grid.merges, mendable=False)


def _inside(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Give the children of a kind, also those that stand in a content control."""
    for child in element:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _inside(child, tag)


def _row(row: ET.Element, grid: _Grid) -> None:
    """Add a row; a cell over several columns is followed by empty ones, one that goes on from above is empty."""
    number = len(grid.rows)
    texts = [""] * _number(row.find(f"{_W}trPr/{_W}gridBefore"))
    for cell in _inside(row, "tc"):
        column = len(texts)
        about = cell.find(f"{_W}tcPr")
        width = max(1, _number(about.find(f"{_W}gridSpan")) if about is not None else 1)
        merged = about.find(f"{_W}vMerge") if about is not None else None
        goes_on = merged is not None and merged.get(f"{_W}val", "continue") == "continue" and column in grid.open
        if not goes_on:
            if column in grid.open:
                _close(grid, column, *grid.open.pop(column), number - 1)
            if merged is not None:
                grid.open[column] = (number, width)
            elif width > 1:
                grid.merges.append(((number, column), (number, column + width - 1)))
        texts += ["" if goes_on else _text(cell), *[""] * (min(width, _WIDEST) - 1)]
    grid.rows.append(texts[:_WIDEST])


def _close(grid: _Grid, column: int, top: int, width: int, bottom: int) -> None:
    if bottom > top or width > 1:
        grid.merges.append(((top, column), (bottom, column + width - 1)))


def _number(element: ET.Element | None) -> int:
    said = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(said), _WIDEST) if said.isdecimal() and len(said) < 6 else 0


def _text(cell: ET.Element) -> str:
    """Give a cell's paragraphs, one a line; those of a list with a bullet."""
    paragraphs = []
    for paragraph in _inside(cell, "p"):
        text = "".join(_pieces(paragraph)).strip()
        listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        if text:
            paragraphs.append(f"• {text}" if listed else text)
    return "\n".join(paragraphs)


def _pieces(element: ET.Element) -> Iterator[str]:
    """Give the texts in a paragraph, as they stand after its tracked changes."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif child.tag in (f"{_W}tab", f"{_W}noBreakHyphen"):
            yield " " if child.tag == f"{_W}tab" else "-"
        elif child.tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr"):
            yield from _pieces(child)
