"""The styles of a workbook, with new ones made of those that cells have: the same, but with another fill."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.io.ooxml.package import unwritable

if TYPE_CHECKING:
    from sdggraph.io.ooxml.parts import Parts

__all__ = ["Styles"]

_PATH = "xl/styles.xml"
_MOST_STYLES = 65_490 - 10  # Excel repairs a workbook with more
_XF = re.compile(rb"<((?:\w+:)?)xf\b([^>]*?)(?:/>|>(.*?)</\1xf\s*>)", re.DOTALL)
_FILL_SAID = re.compile(rb"""\s+(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')""")


@dataclass
class Styles:
    """Adds fills, fonts and cell styles, each once."""

    parts: Parts
    _known: dict[tuple[str, bytes], int] = field(default_factory=dict)
    _filled: dict[tuple[int, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the stylesheet, wherever the workbook has it."""
        home = next((one.target for one in self.parts.relations("xl/workbook.xml") if one.kind == "styles"), _PATH)
        self.path = home
        self.xml = self.parts.part(home)

    def filled(self, style: int, colour: str) -> int:
        """Give the style that is as another, but filled with a colour (``F8CBC6``), as long as there is room."""
        known = self._filled.get((style, colour))
        if known is None:
            known = self._filled[style, colour] = self._new_filled(style, colour)
        return known

    def _new_filled(self, style: int, colour: str) -> int:
        if self._section("cellXfs")[3] >= _MOST_STYLES:
            return style
        styles = list(_XF.finditer(self.xml, *self._section("cellXfs")[1:3]))
        if not styles:
            raise unwritable(self.parts.name, None)
        xf = styles[style] if style < len(styles) else styles[0]
        prefix, head, inner = xf[1], _FILL_SAID.sub(b"", xf[2]), xf[3]
        head += b' fillId="%d" applyFill="1"' % self._fill(colour, prefix)
        body = b">%b</%bxf>" % (inner, prefix) if inner is not None else b"/>"
        return self._added("cellXfs", b"<%bxf%b%b" % (prefix, head, body))

    def wrapped(self, *, bold: bool = False, link: bool = False, fill: str | None = None) -> int:
        """Give the style of a text that wraps, at the top of its cell."""
        prefix, _, _, number = self._section("cellXfs")
        if number >= _MOST_STYLES:
            return 0
        font = 0
        if bold:
            font = self._added(
                "fonts", b'<%bfont><%bb/><%bsz val="11"/><%bname val="Calibri"/></%bfont>' % ((prefix,) * 5)
            )
        if link:
            font = self._added(
                "fonts",
                b'<%bfont><%bu/><%bsz val="11"/><%bcolor rgb="FF0B5394"/><%bname val="Calibri"/></%bfont>'
                % ((prefix,) * 6),
            )
        filled = self._fill(fill, prefix) if fill else 0
        about = b'<%bxf numFmtId="0" fontId="%d" fillId="%d" borderId="0" xfId="0" applyFont="1" applyFill="1" ' % (
            prefix,
            font,
            filled,
        )
        aligned = b'applyAlignment="1"><%balignment vertical="top" wrapText="1"/></%bxf>' % (prefix, prefix)
        return self._added("cellXfs", about + aligned)

    def _fill(self, colour: str, prefix: bytes) -> int:
        inner = b'<%bpatternFill patternType="solid"><%bfgColor rgb="FF%b"/></%bpatternFill>' % (
            prefix,
            prefix,
            colour.encode(),
            prefix,
        )
        return self._added("fills", b"<%bfill>%b</%bfill>" % (prefix, inner, prefix))

    def _section(self, name: str) -> tuple[bytes, int, int, int]:
        """Give a section's prefix, where its children begin and end, and how many there are."""
        tag = name.encode()
        match = re.search(rb"<((?:\w+:)?)%b\b([^>]*[^/])?>(.*?)</\1%b\s*>" % (tag, tag), self.xml, re.DOTALL)
        if match is None:
            raise unwritable(self.parts.name, None)
        child = {"cellXfs": b"xf", "fills": b"fill", "fonts": b"font"}[name]
        number = len(re.findall(rb"<%b%b\b" % (match[1], child), match[3]))
        return match[1], match.start(3), match.end(3), number

    def _added(self, name: str, xml: bytes) -> int:
        """Add a child to a section, unless it was added before, and give its number."""
        known = self._known.get((name, xml))
        if known is not None:
            return known
        _, start, end, number = self._section(name)
        head = self.xml[:start]
        at = head.rfind(b"<")
        opening = re.sub(rb"""\bcount\s*=\s*["']\d+["']""", b'count="%d"' % (number + 1), head[at:])
        self.xml = head[:at] + opening + self.xml[start:end] + xml + self.xml[end:]
        self.parts.changed[self.path] = self.xml
        self._known[name, xml] = number
        return number
