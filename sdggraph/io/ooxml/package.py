"""The parts of a packed workbook: some replaced, some added, all others copied byte for byte."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.base.xml_text import NO_XML
from sdggraph.io.tables.archive import open_archive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.io.tables.archive import Archive

__all__ = ["attributes", "escaped", "is_plain", "refuse_signed", "repacked", "sheet_part", "unwritable"]

_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding=["']([\w-]+)["']""")


def repacked(data: bytes, parts: Mapping[str, bytes], name: str) -> bytes:
    """Give a packed file in which some parts are others, or new; the rest is copied as it is.

    Raises:
        OutputError: A part isn't XML that every reader takes; then nothing is written.
    """
    is_whole = True
    for content in parts.values():
        try:
            ParserCreate().Parse(content, is_whole)
        except ExpatError:
            raise unwritable(name, None) from None
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        known = set(source.namelist())
        for member in source.infolist():
            content = parts[member.filename] if member.filename in parts else source.read(member)
            target.writestr(copy.copy(member), content, compress_type=member.compress_type)
        for path, content in parts.items():
            if path not in known:
                target.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def sheet_part(data: bytes, name: str, title: str) -> tuple[str, bytes]:
    """Give the path and the bytes of a sheet's part.

    Raises:
        InputError: The file can't be unpacked.
        OutputError: The sheet isn't there, or can't be changed as it is written.
    """
    archive = open_archive(data, name)
    refuse_signed(archive)
    path = archive.sheet_parts().get(title, "")
    xml = archive.part(path)
    if not is_plain(xml):
        raise unwritable(name, title)
    return path, xml


def is_plain(xml: bytes) -> bool:
    """Say whether a part is there, and written so that its bytes can be edited: in UTF-8, without a DTD."""
    said = _ENCODING.match(xml)
    return bool(xml) and b"<!DOCTYPE" not in xml[:2000] and (said is None or said[1].lower() in (b"utf-8", b"us-ascii"))


def refuse_signed(archive: Archive) -> None:
    """Refuse to change a workbook that is digitally signed.

    Raises:
        OutputError: It is.
    """
    if any(part.startswith("_xmlsignatures/") for part in archive.parts):
        raise OutputError(
            words(
                "is digitally signed, and any change would break that",
                "er digitalt signert, og enhver endring bryter signaturen",
            ),
            place=Place(archive.name),
            hint=words(
                "save a copy of it without the signature, and try again with that",
                "lagre en kopi uten signaturen, og prøv igjen med den",
            ),
        )


def unwritable(name: str, title: str | None) -> OutputError:
    """Give the error for a sheet that can't be changed without putting something else at risk."""
    return OutputError(
        words("can't be changed safely", "kan ikke endres på en trygg måte"),
        place=Place(name, sheet=title),
        hint=words("save it as .xlsx from Excel and try again", "lagre den som .xlsx fra Excel og prøv igjen"),
    )


def attributes(tag: bytes) -> dict[bytes, bytes]:
    """Give the attributes of a tag, as they are written."""
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(tag)}


def escaped(text: str) -> str:
    """Give a text as XML writes it, in an attribute or between tags; what XML can't hold is marked."""
    from html import escape

    return NO_XML.sub("\ufffd", escape(text))
