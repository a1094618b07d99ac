"""Measurements added to a table of their own, under the columns that it has; the rows that stand there stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.measured_edits import measured_fields
from sdggraph.io.measurements import MEASURED_HEADINGS, heading_score
from sdggraph.io.tables.delimited import best_delimiter, decode_table, rows_of
from sdggraph.io.tables.delimited_edit import delimited_with_cells, table_encoding
from sdggraph.io.tables.vocabulary import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sdggraph.model.parts import Measurement

__all__ = ["NEW_TABLE", "decimal_comma", "rows_added"]

NEW_TABLE = b"indicator,period,value,status,region,district,sex,age,source,note\n"
"""The first row of a new table of measurements."""

_HEADINGS = {"indicator": "indicator", "date": "period"}
_COMMA = re.compile(r"[-\u2212]?\d+,\d+")
_POINT = re.compile(r"[-\u2212]?\d+\.\d+")


def decimal_comma(data: bytes, name: str) -> bool:
    """Say whether a text table writes its values with a decimal comma.

    Raises:
        InputError: The bytes are no text.
    """
    text = decode_table(data, name)
    delimiter = best_delimiter(text, name, heading_score)
    rows = rows_of(text, name, delimiter)
    return _has_comma(rows, _columns(rows), delimiter)


def _columns(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    head = next((row for row in rows if any(row)), [])
    found: dict[str, int] = {}
    for at, heading in enumerate(head):
        named = MEASURED_HEADINGS.get(folded(heading))
        if named is not None:
            found.setdefault(named, at)
    return found


def _has_comma(rows: Sequence[Sequence[str]], columns: Mapping[str, int], delimiter: str) -> bool:
    """Say whether values have a decimal comma; where none has decimals yet, a semicolon between columns tells it."""
    at = columns.get("value", -1)
    values = [row[at].strip() for row in rows if 0 <= at < len(row)]
    if any(_COMMA.fullmatch(value) for value in values):
        return True
    return delimiter == ";" and not any(_POINT.fullmatch(value) for value in values)


def rows_added(data: bytes, name: str, each: Sequence[tuple[str, Measurement]]) -> bytes:
    """Give a text table's bytes with a row more for each measurement, by the id of its indicator.

    A column that it hasn't and a measurement needs is added at its end.

    Raises:
        InputError: The bytes are no text.
        OutputError: The table's encoding hasn't a character that is needed.
    """
    text = decode_table(data, name)
    delimiter = best_delimiter(text, name, heading_score)
    rows = rows_of(text, name, delimiter)
    columns = _columns(rows)
    records = [{"indicator": indicator, **measured_fields(one)} for indicator, one in each]
    if "status" in columns or any("status" in record for record in records):
        records = [{**record, "status": record.get("status", "final")} for record in records]
    head = next(number for number, row in enumerate(rows) if any(row))
    width = len(rows[head])
    needed = dict.fromkeys(field for record in records for field in record if field not in columns)
    if needed:
        for at, field in enumerate(needed):
            heading = {(head, width + at): _HEADINGS.get(field, field)}
            data = delimited_with_cells(data, name, delimiter, heading)
        columns |= {field: width + at for at, field in enumerate(needed)}
        width += len(needed)
    comma = _has_comma(rows, columns, delimiter)
    lines = [_line(record, columns, width, delimiter, comma=comma) for record in records]
    return _appended(data, name, lines)


def _line(record: Mapping[str, str], columns: Mapping[str, int], width: int, delimiter: str, *, comma: bool) -> str:
    cells = [""] * width
    for field, text in record.items():
        number = field == "value" and comma and re.fullmatch(r"-?\d+\.\d+", text)
        cells[columns[field]] = _quoted(text.replace(".", ",") if number else text, delimiter, number=field == "value")
    return delimiter.join(cells)


def _quoted(text: str, delimiter: str, *, number: bool) -> str:
    """Write a cell's text; one that begins like a formula is kept from being one."""
    if not number and text[:1] in ("=", "+", "-", "@"):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in (delimiter, '"', "\n", "\r")) else text


def _appended(data: bytes, name: str, lines: Sequence[str]) -> bytes:
    mark, encoding = table_encoding(data)
    text = decode_table(data, name)
    newline = "\r\n" if "\r\n" in text else "\n"
    joint = "" if not text or text.endswith(("\n", "\r")) else newline
    try:
        return mark + (text + joint + "".join(line + newline for line in lines)).encode(encoding)
    except UnicodeEncodeError:
        raise OutputError(
            words("can't be written in the table's own encoding", "kan ikke skrives i tabellens egen tegnkoding"),
            place=Place(name),
            hint=words("save the table as UTF-8 first", "lagre tabellen som UTF-8 først"),
        ) from None
