"""Cells of a text with delimiters, found and replaced in place: encoding, quotes, line ends and all else stay."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from sdggraph.io.tables.delimited import decode_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["delimited_with_cells", "fields_of", "table_encoding"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def delimited_with_cells(data: bytes, name: str, delimiter: str, changes: Mapping[tuple[int, int], str]) -> bytes:
    """Give a table's bytes in which some cells, by 0-based row and column, hold other texts.

    A cell past the end of its row is added, with as many delimiters as it takes.

    Raises:
        InputError: The bytes are no text.
        UnicodeEncodeError: A text has a character that the file's encoding hasn't.
    """
    mark, encoding = table_encoding(data)
    text = decode_table(data, name)
    rows = fields_of(text, delimiter)
    pieces: list[str] = []
    done = 0
    longer: dict[int, int] = {}  # rows that cells were added to, and how many they have by now
    for (row, column), new in sorted(changes.items()):
        fields = rows[row]
        if column < len(fields):
            start, end = fields[column]
            written = _written(new, delimiter, quoted=text[start : start + 1] == '"')
        else:
            start = end = fields[-1][1]
            missing = column - longer.get(row, len(fields)) + 1
            written = delimiter * missing + _written(new, delimiter, quoted=False)
            longer[row] = column + 1
        pieces += (text[done:start], written)
        done = end
    return mark + "".join([*pieces, text[done:]]).encode(encoding)


def table_encoding(data: bytes) -> tuple[bytes, str]:
    """Give the mark that a table's bytes begin with, and the encoding that they are in."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    if b"\0" in data[:4096]:
        return b"", "utf-16-le" if data[1:4096:2].count(0) > data[0:4096:2].count(0) else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252"
    return b"", "utf-8"


def fields_of(text: str, delimiter: str) -> list[list[tuple[int, int]]]:
    """Give where each cell of each row stands in a text, its quotes included, as the csv reader takes it apart."""
    sign = re.escape(delimiter)
    field = re.compile(rf'"(?:[^"]|"")*"[^{sign}\r\n]*|[^{sign}\r\n]*')
    rows: list[list[tuple[int, int]]] = [[]]
    at = 0
    while True:
        match = field.match(text, at)
        at = match.end() if match is not None else at
        rows[-1].append(match.span() if match is not None else (at, at))
        if at >= len(text):
            return rows
        if text[at] == delimiter:
            at += 1
            continue
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= len(text):
            return rows
        rows.append([])


def _written(text: str, delimiter: str, *, quoted: bool) -> str:
    needed = quoted or any(sign in text for sign in (delimiter, '"', "\n", "\r"))
    return '"' + text.replace('"', '""') + '"' if needed else text
