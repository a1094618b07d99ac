"""The number formats of a spreadsheet's cells, read straight from its styles: they tell what a cell shows."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from sdggraph.base.grids import cell_name

if TYPE_CHECKING:
    from sdggraph.io.tables.archive import Archive

__all__ = ["CellFormats", "day_first", "decimals", "is_percent", "shows_year"]

_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd.mm.yyyy",
    15: "d.mmm.yy",
    16: "d.mmm",
    17: "mmm.yy",
    22: "dd.mm.yyyy hh:mm",
    49: "@",
}
_NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"')
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


class CellFormats:
    """Finds the number format of single cells of one sheet, when somebody asks."""

    def __init__(self, archive: Archive, path: str) -> None:
        self._archive = archive
        self._path = path

    @cached_property
    def _xml(self) -> bytes:
        return self._archive.part(self._path)

    @cached_property
    def _formats(self) -> list[str | None]:
        """The number format of each cell style, by its position."""
        from html import unescape

        xml = self._archive.part("xl/styles.xml")
        own = {}
        for tag in _NUMBER_FORMAT.findall(xml):
            said = dict(_ATTRIBUTE.findall(tag))
            own[said.get(b"numFmtId", b"")] = unescape(said.get(b"formatCode", b"").decode("utf-8", "replace"))
        styles = _CELL_STYLES.search(xml)
        found: list[str | None] = []
        for tag in _STYLE.findall(styles[0]) if styles else ():
            number = dict(_ATTRIBUTE.findall(tag)).get(b"numFmtId", b"0")
            found.append(own.get(number) or (_BUILT_IN.get(int(number)) if number.isdigit() else None))
        return found

    @cached_property
    def _rows(self) -> dict[int, int]:
        """Where each row begins, by its number."""
        return {int(match[1]): match.start() for match in _ROW.finditer(self._xml)}

    def __call__(self, row: int, column: int) -> str | None:
        """Give a cell's number format, or None where it isn't known."""
        start = self._rows.get(row + 1)
        if start is None:
            return None
        end = self._xml.find(b"row>", start)
        name = b'"%s"' % cell_name(row, column).encode("ascii")
        at = self._xml.find(b" r=" + name, start, end if end > start else len(self._xml))
        if at < 0:
            return None
        tag = self._xml[self._xml.rfind(b"<", start, at) : self._xml.find(b">", at)]
        style = dict(_ATTRIBUTE.findall(tag)).get(b"s", b"0")
        number = int(style) if style.isdigit() else 0
        return self._formats[number] if number < len(self._formats) else None


def decimals(number_format: str | None) -> int | None:
    """Give how many decimals a number format shows; None where it shows as many as there are."""
    if number_format is None:
        return None
    shown = _QUOTED.sub("", number_format).partition(";")[0]
    if not shown or not re.search(r"[0#?]", shown) or "General" in shown:
        return None
    after = re.search(r"\.([0#?]+)", shown)
    if after is None:
        return 0
    return len(after[1]) if set(after[1]) == {"0"} else None


def is_percent(number_format: str | None) -> bool:
    """Say whether a number format shows a number as per cent, a hundred times as large as it is kept."""
    return "%" in _QUOTED.sub("", number_format or "")


def day_first(number_format: str | None) -> bool:
    """Say whether a date format shows the day before the month; one that begins with the year tells nothing."""
    shown = _QUOTED.sub("", (number_format or "").lower())
    day, month = shown.find("d"), shown.find("m")
    return day < 0 or month < 0 or day < month or 0 <= shown.find("y") < month


def shows_year(number_format: str | None) -> bool:
    """Say whether a date format shows the year; one that isn't known may."""
    return number_format is None or "y" in _QUOTED.sub("", number_format.lower())
