"""What a packed spreadsheet says of itself before it is opened: is it one, is it safe to unpack, how far does it reach.

A spreadsheet is a zip archive. A few kilobytes can unpack to gigabytes, and one value in a far corner makes a sheet of
billions of cells, so both are measured first, on the packed bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from sdggraph.base.errors import InputError
from sdggraph.base.grids import cell_name
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.tables.limits import CELLS_VARIABLE, UNPACKED_VARIABLE, most_cells, most_unpacked

__all__ = ["Archive", "open_archive"]

_TIGHTEST = 1032  # deflate packs no tighter
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr\s*=\s*["'](\d{1,7})["']""")
_COLUMN = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\sr\s*=\s*["']([A-Za-z]{1,3})\d""")
_FAR = re.compile(rb"""r\s*=\s*["'][A-Za-z]{3}\d""")
"""Perhaps a cell of a far column; it begins with a letter because that is found four times as fast as white space."""

_TABLE = re.compile(rb"<table:table\b([^>]*)>.*?(?:</table:table>|\Z)", re.DOTALL)
_TABLE_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>.*?</table:table-row>)", re.DOTALL)
_TABLE_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b[^>]*>")
_REPEATED = re.compile(rb'-repeated="(\d{1,9})"')
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0?\0", b"\0<\0?")
"""How a part in UTF-16 begins."""

_FOR_ALL = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")
_PROTECTED = words("is protected by a password", "er beskyttet med passord")
_SAVE_AS = words("open it, save it as .xlsx and try again", "åpne den, lagre den som .xlsx og prøv igjen")


class Archive:
    """A packed spreadsheet whose parts may be read."""

    def __init__(self, name: str, packed: zipfile.ZipFile) -> None:
        self.name = name
        self._packed = packed
        self.parts = frozenset(packed.namelist())

    def part(self, path: str) -> bytes:
        """Give a part's unpacked bytes; nothing where there is no such part.

        Raises:
            InputError: The part is damaged.
        """
        if path not in self.parts:
            return b""
        try:
            return self._packed.read(path)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
            raise damaged(self.name) from None

    def sheet_parts(self) -> dict[str, str]:
        """Give the path of each sheet's part by the sheet's name."""
        from html import unescape

        targets: dict[str, str] = {}
        for tag in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", self.part("xl/_rels/workbook.xml.rels")):
            said = _attributes(tag)
            target = said.get(b"Target", b"").decode("utf-8", "replace").lstrip("/")
            targets[said.get(b"Id", b"").decode("ascii", "replace")] = (
                target if target.startswith("xl/") else f"xl/{target}"
            )
        found: dict[str, str] = {}
        for tag in _SHEET.findall(self.part("xl/workbook.xml")):
            said = _attributes(tag)
            relation = next((value for key, value in said.items() if key.endswith(b":id")), b"")
            title = unescape(said.get(b"name", b"").decode("utf-8", "replace"))
            found[title] = targets.get(relation.decode("ascii", "replace"), "")
        return found

    def check_reach(self) -> None:
        """Refuse a sheet that spans more cells than can be held.

        Raises:
            InputError: There is such a sheet, with its name and farthest cell.
        """
        if "content.xml" in self.parts:
            self._check_open_document()
        if any(self.part(path).startswith(_UTF16) for path in _FOR_ALL):
            raise _in_utf16(self.name, None)
        sheets, most = self.sheet_parts(), most_cells()
        paths = [path for path in sheets.values() if path]
        if len(set(paths)) < len(paths):
            raise damaged(self.name)  # several sheets that are one part: nobody writes that, but to have it read often
        for title, path in sheets.items():
            xml = self.part(path)
            if xml.startswith(_UTF16):
                raise _in_utf16(self.name, title)
            last = _last_row(xml)
            if last * 702 <= most and _FAR.search(xml) is None:
                continue
            columns = {_column_number(letters.upper()) for letters in set(_COLUMN.findall(xml))}
            if last * max(columns, default=0) > most:
                raise _too_far(self.name, title, cell_name(last - 1, max(columns) - 1))

    def _check_open_document(self) -> None:
        """Measure the sheets of an .ods file, in which one cell may stand for millions."""
        from html import unescape

        for table in _TABLE.finditer(self.part("content.xml")):
            last = width = row = 0
            for match in _TABLE_ROW.finditer(table[0]):
                row += _repeated(match[1])
                if b"value-type" in match[0]:
                    last = row
                    width = max(width, sum(_repeated(cell) for cell in _TABLE_CELL.findall(match[0])))
            if last * width > most_cells():
                title = unescape(_attributes(table[1]).get(b"table:name", b"").decode("utf-8", "replace"))
                raise _too_far(self.name, title, cell_name(last - 1, width - 1))


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(tag)}


def _repeated(tag: bytes) -> int:
    """Give how many rows or cells a tag stands for."""
    match = _REPEATED.search(tag)
    return int(match[1]) if match else 1


def open_archive(data: bytes, name: str) -> Archive:
    """Open a packed spreadsheet.

    Raises:
        InputError: It is encrypted, in an old format, damaged, no spreadsheet, or unpacks to too much.
    """
    if data.startswith(_OLE):
        raise _not_packed(data, name)
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise damaged(name) from None
    if any(member.flag_bits & 1 for member in packed.infolist()):
        raise InputError(_PROTECTED, place=Place(name))
    _check_size(packed, name)
    return Archive(name, packed)


def damaged(name: str) -> InputError:
    """Give the error for a spreadsheet that can't be unpacked."""
    return InputError(
        words("is damaged or cut short, or no spreadsheet at all", "er skadet eller avkortet, eller ikke noe regneark"),
        place=Place(name),
        hint=words(
            "fetch the file again, or open it and save it anew", "hent filen på nytt, eller åpne den og lagre den igjen"
        ),
    )


def _not_packed(data: bytes, name: str) -> InputError:
    if _ENCRYPTED in data:
        hint = words(
            "open it, take the password away, save it and try again",
            "åpne den, fjern passordet, lagre den og prøv igjen",
        )
        return InputError(_PROTECTED, place=Place(name), hint=hint)
    said = words(
        "is in the old Excel format (.xls), or another Office file",
        "er i det gamle Excel-formatet (.xls), eller en annen Office-fil",
    )
    return InputError(said, place=Place(name), hint=_SAVE_AS)


def _check_size(packed: zipfile.ZipFile, name: str) -> None:
    """Refuse what unpacks to too much; where the archive could lie about it, unpack to find out."""
    total, most = 0, most_unpacked()
    for member in packed.infolist():
        total += member.file_size
        if total > most:
            raise _too_much(name)
        if member.compress_size * _TIGHTEST <= most or not member.file_size:
            continue
        try:
            with packed.open(member) as part:
                while part.read(1 << 20):  # reads no more than is declared, and checks the sum
                    pass
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
            raise damaged(name) from None


def _in_utf16(name: str, sheet: str | None) -> InputError:
    return InputError(
        words("is written in UTF-16, which isn't read", "er skrevet i UTF-16, som ikke leses"),
        place=Place(name, sheet=sheet),
        hint=words(
            "open it in Excel or LibreOffice and save it anew",
            "åpne den i Excel eller LibreOffice og lagre den på nytt",
        ),
    )


def _too_much(name: str) -> InputError:
    size = most_unpacked() // (1024 * 1024)
    return InputError(
        words(f"unpacks to more than {size} MiB", f"pakkes ut til mer enn {size} MiB"),
        place=Place(name),
        hint=words(
            f"keep the plan's tables in a workbook of their own; {UNPACKED_VARIABLE} raises the limit",
            f"ha planens tabeller i en egen arbeidsbok; {UNPACKED_VARIABLE} hever grensen",
        ),
    )


def _too_far(name: str, sheet: str, cell: str) -> InputError:
    return InputError(
        words("the sheet reaches too far to be read", "arket strekker seg for langt til å kunne leses"),
        place=Place(name, sheet=sheet, cell=cell),
        hint=words(
            f"delete the rows and columns after the table, as something stands far outside it; {CELLS_VARIABLE} raises "
            "the limit",
            f"slett radene og kolonnene etter tabellen, for det står noe langt utenfor den; {CELLS_VARIABLE} hever "
            "grensen",
        ),
    )


def _last_row(xml: bytes) -> int:
    """Give the number of the last row that has a value; rows that are only coloured don't count."""
    value = max(xml.rfind(mark) for mark in (b"<v>", b":v>", b"<v ", b"<is>", b":is>"))
    if value < 0:
        return 0
    start = max(xml.rfind(b"<row", 0, value), xml.rfind(b":row", 0, value))
    match = _ROW.match(xml, xml.rfind(b"<", 0, start + 1)) if start >= 0 else None
    return int(match[1]) if match else xml.count(b"row")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
