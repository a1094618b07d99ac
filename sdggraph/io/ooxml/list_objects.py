"""The tables that a workbook itself knows of (*Format as table*): their headings are written down in a second place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.base.grids import cell_position
from sdggraph.io.ooxml.package import attributes
from sdggraph.io.ooxml.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["heading_cells"]

_TABLE = re.compile(rb"<(?:\w+:)?table\b[^>]*>")
_RANGE = re.compile(r"([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})", re.ASCII)


def heading_cells(data: bytes, name: str, path: str) -> frozenset[tuple[int, int]]:
    """Give the cells, by 0-based row and column, that are headings of such tables on a sheet.

    Their part has the headings as well, and formulas refer to them: changed in the cell alone, Excel calls the
    workbook damaged.

    Raises:
        InputError: The file can't be unpacked.
    """
    parts = Parts(data, name)
    return frozenset(cell for one in parts.relations(path) if one.kind == "table" for cell in _cells(parts, one.target))


def _cells(parts: Parts, path: str) -> Iterator[tuple[int, int]]:
    tag = _TABLE.search(parts.part(path))
    said = attributes(tag[0]) if tag is not None else {}
    reach = _RANGE.fullmatch(said.get(b"ref", b"").decode("ascii", "replace"))
    if reach is None or said.get(b"headerRowCount") == b"0":
        return
    top, left = cell_position(reach[1])
    _, right = cell_position(reach[2])
    yield from ((top, column) for column in range(left, right + 1))
