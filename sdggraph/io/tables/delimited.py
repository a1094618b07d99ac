"""Tables kept as text: encodings and delimiters found out, rows read."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.bytes_in import decode
from sdggraph.io.tables.limits import CELLS_VARIABLE, most_cells
from sdggraph.io.tables.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DELIMITERS", "best_delimiter", "decode_table", "read_delimited", "rows_of"]

DELIMITERS = ("\t", ";", ",", "|")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_GUARDED = frozenset({"'=", "'+", "'-", "'@"})
"""How a text begins that was kept from being a formula: the apostrophe is none of it."""

_LONGEST_CELL = 1_000_000
_HEAD_ROWS = 45


def decode_table(data: bytes, name: str) -> str:
    """Turn a table's bytes into text: UTF-8, UTF-16 even without a mark, else Windows-1252 (Norwegian Excel).

    Raises:
        InputError: It is no text.
    """
    if data.startswith(_MARKS):
        return decode(data, name)
    if b"\0" in data[:4096]:
        return _unmarked_utf16(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _no_text(name, line) from None


def _unmarked_utf16(data: bytes, name: str) -> str:
    """Read UTF-16 whose half of the bytes that are mostly zero tells the order of the other."""
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    if max(even, odd) * 4 < min(len(data), 4096) or min(even, odd):
        raise _no_text(name, 1)
    try:
        return data.decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError:
        raise _no_text(name, 1) from None


def _no_text(name: str, line: int) -> InputError:
    return InputError(
        words("is neither a spreadsheet nor text", "er verken et regneark eller tekst"),
        place=Place(name, line, 1),
        hint=words("save the table as .xlsx, or as .csv in UTF-8", "lagre tabellen som .xlsx, eller som .csv i UTF-8"),
    )


def best_delimiter(text: str, name: str, score: Callable[[list[list[str]]], float]) -> str:
    """Give the delimiter under which the first rows make most sense; then, the one that gives most columns."""

    def sense(delimiter: str) -> tuple[float, int]:
        head = rows_of(text, name, delimiter, _HEAD_ROWS)
        return score(head), max(map(len, head), default=0)

    return max(DELIMITERS, key=sense)


def read_delimited(text: str, name: str, delimiter: str) -> Sheet:
    """Read the rows of a text.

    Raises:
        InputError: A quote is never closed, or there are too many cells.
    """
    return Sheet(name, None, rows_of(text, name, delimiter))


def rows_of(text: str, name: str, delimiter: str, most: int | None = None) -> list[list[str]]:
    """Give the rows of a text, or its first ``most``; a first line ``sep=;``, as Excel writes it, is left empty.

    Raises:
        InputError: A quote is never closed, or there are too many cells.
    """
    rows: list[list[str]] = []
    cells, allowed = 0, most_cells()
    begun = ended = 0  # the lines at which the last row began and ended
    before = csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            begun, ended = ended + 1, reader.line_num
            cells += len(row)
            if cells > allowed:
                raise _too_many(name)
            rows.append([cell[1:] if cell[:2] in _GUARDED else cell for cell in row])
            if len(rows) == most:
                return rows
    except csv.Error as error:
        too_long = "field larger" in str(error) and '"' not in text
        raise (_too_long if too_long else _open_quote)(name, ended + 1) from None
    finally:
        csv.field_size_limit(before)
    if rows and rows[0] and rows[0][0].lower().startswith("sep="):
        rows[0] = []
    _check_quotes(text, name, rows, begun)
    return rows


def _check_quotes(text: str, name: str, rows: list[list[str]], begun: int) -> None:
    """Refuse a last row that swallowed the rest of the text since a quote was never closed."""
    if not rows:
        return
    swallowed = max((cell.count("\n") for cell in rows[-1]), default=0)
    if swallowed > 1 and not text.rstrip().endswith('"') and text.count('"') % 2:
        raise _open_quote(name, begun)


def _open_quote(name: str, line: int) -> InputError:
    return InputError(
        words("a quote is opened here and never closed", "her åpnes et anførselstegn som aldri lukkes"),
        place=Place(name, line, 1, line, 2),
        hint=words(
            'close it, or write "" where the cell has a quote of its own',
            'lukk det, eller skriv "" der cellen selv har anførselstegn',
        ),
    )


def _too_many(name: str) -> InputError:
    most = most_cells()
    return InputError(
        words(f"has more than {most:,} cells", f"har mer enn {most} celler"),
        place=Place(name),
        hint=words(f"{CELLS_VARIABLE} raises the limit", f"{CELLS_VARIABLE} hever grensen"),
    )


def _too_long(name: str, line: int) -> InputError:
    return InputError(
        words(f"a cell has more than {_LONGEST_CELL:,} characters", f"en celle har mer enn {_LONGEST_CELL} tegn"),
        place=Place(name, line, 1, line, 2),
    )
