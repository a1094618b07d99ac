"""The cells of one sheet's XML: texts and styles put into some of them, and not a byte changed of the others."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.base.grids import cell_name, cell_position
from sdggraph.io.ooxml.package import attributes, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CellChange", "SheetXml"]

_NO_ROWS = re.compile(rb"<((?:\w+:)?)sheetData\s*/>")
_SHEET_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b[^>]*>(.*)</\1sheetData\s*>", re.DOTALL)
_ROW = re.compile(rb"<((?:\w+:)?)row\b([^>]*?)(?:/>|>(.*?)</\1row\s*>)", re.DOTALL)
_CELL = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>(.*?)</\1c\s*>)", re.DOTALL)
_FORMULA = re.compile(rb"<(?:\w+:)?f\b([^>]*)>")
_DIMENSION = re.compile(rb"""(<(?:\w+:)?dimension\b[^>]*\bref=)["']([A-Z]+\d+)(?::([A-Z]+\d+))?["']""")
_STYLE = re.compile(rb"""\s+s\s*=\s*(?:"[^"]*"|'[^']*')""")
_ABOUT_VALUE = re.compile(rb"""\s+(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')""")
_CELL_NAME = re.compile(rb"[A-Za-z]{1,3}\d{1,7}")
_SPANS = re.compile(rb"""\s+spans\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass(slots=True)
class CellChange:
    """What becomes of a cell: another text, another style, or both; None leaves it as it is."""

    text: str | None = None
    style: int | None = None


@dataclass(slots=True)
class _Row:
    """A row of the XML: its number from 0, its span, what stands before its cells, and where they stand."""

    number: int
    start: int
    end: int
    prefix: bytes
    head: bytes
    inner: tuple[int, int]


@dataclass
class SheetXml:
    """The XML of one sheet, and the changes that are to be made to its cells."""

    xml: bytes
    changes: dict[tuple[int, int], CellChange] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Give an empty sheet room for rows."""
        self.xml = _NO_ROWS.sub(rb"<\1sheetData></\1sheetData>", self.xml, count=1)

    def put(self, row: int, column: int, *, text: str | None = None, style: int | None = None) -> None:
        """Have a text or a style put into a cell."""
        change = self.changes.setdefault((row, column), CellChange())
        change.text = change.text if text is None else text
        change.style = change.style if style is None else style

    @cached_property
    def _rows(self) -> dict[int, _Row]:
        found: dict[int, _Row] = {}
        number = -1
        for match in _ROW.finditer(self.xml, *self._data):
            said = attributes(match[2]).get(b"r", b"")
            number = int(said) - 1 if said.isdigit() else number + 1
            inner = match.span(3) if match[3] is not None else (match.end(), match.end())
            found[number] = _Row(number, match.start(), match.end(), match[1], match[2], inner)
        return found

    @property
    def _data(self) -> tuple[int, int]:
        """Where the rows stand."""
        match = _SHEET_DATA.search(self.xml)
        return match.span(2) if match is not None else (len(self.xml), len(self.xml))

    def _cells(self, row: _Row) -> Iterator[tuple[int, re.Match[bytes]]]:
        """Give the cells of a row with their columns from 0."""
        column = -1
        for match in _CELL.finditer(self.xml, *row.inner):
            named = _CELL_NAME.fullmatch(attributes(match[2]).get(b"r", b""))
            column = cell_position(named[0].decode().upper())[1] if named is not None else column + 1
            yield column, match

    def style(self, row: int, column: int) -> int:
        """Give the style of a cell, else of its row or column as they are said; 0 where nothing is."""
        here = self._rows.get(row)
        for at, match in self._cells(here) if here else ():
            if at == column:
                return _number(attributes(match[2]).get(b"s"))
        head = attributes(here.head) if here else {}
        if head.get(b"customFormat") in (b"1", b"true"):
            return _number(head.get(b"s"))
        for tag in re.findall(rb"<(?:\w+:)?col\b[^>]*>", self.xml[: self.xml.find(b"sheetData")]):
            said = attributes(tag)
            if _number(said.get(b"min")) <= column + 1 <= _number(said.get(b"max")):
                return _number(said.get(b"style"))
        return 0

    @cached_property
    def _computed(self) -> list[tuple[int, int, int, int]]:
        """The ranges that one formula fills: those of arrays and of data tables."""
        found = []
        for tag in _FORMULA.findall(self.xml):
            said = attributes(tag)
            if said.get(b"t") in (b"array", b"dataTable") and b"ref" in said:
                first, _, last = said[b"ref"].decode("ascii", "replace").partition(":")
                found.append((*cell_position(first), *cell_position(last or first)))
        return found

    def is_computed(self, row: int, column: int) -> bool:
        """Say whether a formula gives a cell's value."""
        if any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in self._computed):
            return True
        here = self._rows.get(row)
        cells = self._cells(here) if here else ()
        return any(at == column and match[3] is not None and _FORMULA.search(match[3]) for at, match in cells)

    def changed(self) -> bytes:
        """Give the XML with all changes made."""
        by_row: dict[int, dict[int, CellChange]] = {}
        for (row, column), change in sorted(self.changes.items()):
            by_row.setdefault(row, {})[column] = change
        numbers = sorted(self._rows)
        prefix = self._rows[numbers[0]].prefix if numbers else b""
        splices: list[_Splice] = []
        for number, changes in by_row.items():
            known = self._rows.get(number)
            if known is not None:
                splices.append((known.start, known.end, self._rewritten(known, changes)))
                continue
            before = bisect_left(numbers, number)
            at = self._rows[numbers[before - 1]].end if before else self._data[0]
            cells = b"".join(_cell(number, column, change, prefix) for column, change in changes.items())
            splices.append((at, at, b'<%brow r="%d">%b</%brow>' % (prefix, number + 1, cells, prefix)))
        return self._reaching(_spliced(self.xml, splices))

    def _rewritten(self, row: _Row, changes: dict[int, CellChange]) -> bytes:
        """Give a row with its changed cells; the new ones each in its place."""
        at, end = row.inner
        cells = list(self._cells(row))
        columns = [column for column, _ in cells]
        splices: list[_Splice] = []
        for column, change in changes.items():
            if column in columns:
                match = cells[columns.index(column)][1]
                splices.append((match.start(), match.end(), _cell(row.number, column, change, row.prefix, match)))
                continue
            before = bisect_left(columns, column)
            place = cells[before - 1][1].end() if before else at
            splices.append((place, place, _cell(row.number, column, change, row.prefix)))
        inner = _spliced(self.xml[:end], splices, at)
        is_new = any(column not in columns for column in changes)
        head = _SPANS.sub(b"", row.head) if is_new else row.head
        return b"<%brow%b>%b</%brow>" % (row.prefix, head, inner, row.prefix)

    def _reaching(self, xml: bytes) -> bytes:
        """Give the XML with a said extent that has the changed cells in it."""
        said = _DIMENSION.search(xml)
        if said is None or not self.changes:
            return xml
        top, left = cell_position(said[2].decode())
        bottom, right = cell_position((said[3] or said[2]).decode())
        rows, columns = zip(*self.changes, strict=True)
        first = cell_name(min(top, *rows), min(left, *columns))
        last = cell_name(max(bottom, *rows), max(right, *columns))
        if (first, last) == (cell_name(top, left), cell_name(bottom, right)):
            return xml
        return xml[: said.start()] + said[1] + f'"{first}:{last}"'.encode() + xml[said.end() :]


_Splice: TypeAlias = tuple[int, int, bytes]
"""A span of bytes, and what stands there instead."""


def _spliced(xml: bytes, splices: list[_Splice], start: int = 0) -> bytes:
    pieces: list[bytes] = []
    for first, last, new in splices:
        pieces += (xml[start:first], new)
        start = last
    return b"".join([*pieces, xml[start:]])


def _cell(row: int, column: int, change: CellChange, prefix: bytes, old: re.Match[bytes] | None = None) -> bytes:
    """Give a cell as XML: a text stands in it as a text, whatever it looks like."""
    head = old[2] if old is not None else f' r="{cell_name(row, column)}"'.encode()
    inner = (old[3] if old is not None else None) or b""
    if change.style is not None:
        head = _STYLE.sub(b"", head) + b' s="%d"' % change.style
    if change.text is not None:
        head = _ABOUT_VALUE.sub(b"", head) + b' t="inlineStr"'
        said = escaped(change.text).encode()
        inner = b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (prefix, prefix, said, prefix, prefix)
    if not inner:
        return b"<%bc%b/>" % (prefix, head.rstrip())
    return b"<%bc%b>%b</%bc>" % (prefix, head.rstrip(), inner, prefix)


def _number(said: bytes | None) -> int:
    return int(said) if said is not None and said.isdigit() else 0
