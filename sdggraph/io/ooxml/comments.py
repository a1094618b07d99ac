"""Comments on the cells of a sheet: added to those that are there, each in the box that older Excel wants as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.base.grids import cell_position
from sdggraph.io.ooxml.package import attributes, escaped
from sdggraph.io.ooxml.tail import with_child

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.io.ooxml.parts import Parts

__all__ = ["add_comments"]

_AUTHOR = "sdggraph"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NO_COMMENTS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{_MAIN}">'
    "<authors></authors><commentList></commentList></comments>"
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NO_SHAPES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    f'<o:idmap v:ext="edit" data="1"/></o:shapelayout>{_SHAPE_TYPE}</xml>'
)
_COMMENT = re.compile(rb"<((?:\w+:)?)comment\b([^>]*)>(.*?)</\1comment\s*>", re.DOTALL)
_TEXT = re.compile(rb"<((?:\w+:)?)text\b[^>]*?(?:/>|>(.*?)</\1text\s*>)", re.DOTALL)
_PLAIN = re.compile(rb"\s*(<(?:\w+:)?t\b.*</(?:\w+:)?t\s*>)\s*", re.DOTALL)
_AUTHORS = re.compile(rb"<((?:\w+:)?)authors\b[^>]*?(?:/>|>(.*?)</\1authors\s*>)", re.DOTALL)
_AUTHOR_TAG = re.compile(rb"<(?:\w+:)?author\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?author\s*>)", re.DOTALL)
_LIST = re.compile(rb"<((?:\w+:)?)commentList\b[^>]*?(?:/>|>(.*?)</\1commentList\s*>)", re.DOTALL)
_SHAPE_ID = re.compile(rb"_x0000_s(\d+)")


def add_comments(parts: Parts, sheet: str, texts: Mapping[str, str]) -> None:
    """Add comments to cells of a sheet, by their names; what a comment says already stays first."""
    relations = {one.kind: one for one in parts.relations(sheet)}
    known = relations.get("comments")
    path = known.target if known is not None else parts.unused("xl/comments{}.xml")
    written = _Comments(parts.part(path) or _NO_COMMENTS.encode())
    new = [cell for cell, text in texts.items() if not written.append(cell, text)]
    parts.changed[path] = written.xml
    if known is None:
        parts.relate(sheet, "comments", path)
        parts.declare(path, _COMMENTS_TYPE)
    _add_boxes(parts, sheet, {cell: texts[cell] for cell in new})


@dataclass
class _Comments:
    """A part of comments, in the making."""

    xml: bytes

    def append(self, cell: str, text: str) -> bool:
        """Add a text to a cell's comment, or a comment; say whether the cell had one."""
        for match in _COMMENT.finditer(self.xml):
            if attributes(match[2]).get(b"ref") == cell.encode():
                if not self._is_thread(match[2]):  # a conversation is shown from another part: it is left as it is
                    self._extend(match, text)
                return True
        author = self._author()
        listed = _LIST.search(self.xml)
        if listed is None:
            return True
        prefix = listed[1].decode()
        new = (
            f'<{prefix}comment ref="{cell}" authorId="{author}"><{prefix}text>{_run(prefix, text)}</{prefix}text>'
            f"</{prefix}comment>"
        )
        inner = (listed[2] or b"") + new.encode()
        tag = prefix.encode() + b"commentList"
        self.xml = self.xml[: listed.start()] + b"<%b>%b</%b>" % (tag, inner, tag) + self.xml[listed.end() :]
        return False

    def _authors(self) -> list[bytes]:
        match = _AUTHORS.search(self.xml)
        return [name or b"" for name in _AUTHOR_TAG.findall(match[2])] if match is not None and match[2] else []

    def _is_thread(self, head: bytes) -> bool:
        number = attributes(head).get(b"authorId", b"")
        authors = self._authors()
        return number.isdigit() and int(number) < len(authors) and authors[int(number)].startswith(b"tc=")

    def _author(self) -> int:
        authors = self._authors()
        if _AUTHOR.encode() in authors:
            return authors.index(_AUTHOR.encode())
        match = _AUTHORS.search(self.xml)
        if match is not None:
            tag = match[1] + b"author"
            inner = (match[2] or b"") + b"<%b>%b</%b>" % (tag, _AUTHOR.encode(), tag)
            self.xml = self.xml[: match.start()] + b"<%bs>%b</%bs>" % (tag, inner, tag) + self.xml[match.end() :]
        return len(authors)

    def _extend(self, match: re.Match[bytes], text: str) -> None:
        said = _TEXT.search(self.xml, match.start(3), match.end(3))
        if said is None:
            return
        prefix = said[1].decode()
        inner = said[2] or b""
        plain = _PLAIN.fullmatch(inner)
        if plain is not None and b"<%br>" % said[1] not in inner:
            inner = b"<%br>%b</%br>" % (said[1], plain[1], said[1])
        inner += _run(prefix, f"\n\n{text}").encode()
        self.xml = (
            self.xml[: said.start()] + b"<%btext>%b</%btext>" % (said[1], inner, said[1]) + self.xml[said.end() :]
        )


def _run(prefix: str, text: str) -> str:
    return f'<{prefix}r><{prefix}t xml:space="preserve">{escaped(text)}</{prefix}t></{prefix}r>'


def _add_boxes(parts: Parts, sheet: str, texts: Mapping[str, str]) -> None:
    """Add the boxes that new comments are shown in."""
    if not texts:
        return
    xml = parts.part(sheet)
    tag = re.search(rb"<(?:\w+:)?legacyDrawing\b[^>]*>", xml)
    used = next((value for key, value in attributes(tag[0]).items() if key.endswith(b":id")), b"") if tag else b""
    path = next((one.target for one in parts.relations(sheet) if one.id.encode() == used), None)
    if path is None:
        path = parts.unused("xl/drawings/vmlDrawing{}.vml")
        parts.declare("*.vml", _VML_TYPE)
        relation = parts.relate(sheet, "vmlDrawing", path)
        parts.changed[sheet] = with_child(xml, "legacyDrawing", f'xmlns:r="{_RELATIONS}" r:id="{relation}"')
    shapes = parts.part(path) or _NO_SHAPES.encode()
    first = max((int(number) for number in _SHAPE_ID.findall(shapes)), default=1024) + 1
    new = "" if b"_x0000_t202" in shapes else _SHAPE_TYPE
    boxes = (_box(first + at, cell, text) for at, (cell, text) in enumerate(texts.items()))
    new += "".join(boxes)
    end = shapes.rfind(b"</xml")
    parts.changed[path] = shapes[:end] + new.encode() + shapes[end:]


def _box(number: int, cell: str, text: str) -> str:
    row, column = cell_position(cell)
    lines = min(20, 3 + len(text) // 45 + text.count("\n"))
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:255pt;'
        f"height:{lines * 13}pt;"
        'z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {row}, 10, '
        f"{column + 5}, 15, {row + max(4, lines * 13 // 15)}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
